"""The likest name and the larger commune are likelier; a small lead is asked."""

from config.territory import Commune
from core.territory.likely import choose, clearly_larger

CITY, TOWN, VILLAGE = Commune("01001", "A", (), 200_000), Commune("01002", "B", (), 15_000), Commune("01003", "C", (), 150)


def test_one_that_is_ahead_is_chosen_alone() -> None:
    assert choose([(TOWN, 0.86), (CITY, 0.95)], 3) == ((CITY, 0.95),)
    assert choose([(TOWN, 0.86)], 3) == ((TOWN, 0.86),)


def test_two_close_together_are_both_shown_the_larger_first() -> None:
    assert choose([(TOWN, 0.92), (CITY, 0.90)], 3) == ((CITY, 0.90), (TOWN, 0.92))


def test_what_is_not_alike_is_never_sure_and_no_more_are_shown_than_asked() -> None:
    assert choose([(CITY, 0.8)], 3) == ((CITY, 0.8),)
    assert len(choose([(CITY, 0.8), (TOWN, 0.8), (VILLAGE, 0.8)], 2)) == 2


def test_a_commune_said_twice_is_shown_once_at_its_best() -> None:
    assert choose([(CITY, 0.8), (CITY, 0.9)], 3) == ((CITY, 0.9),)


def test_ten_times_as_large_is_clearly_larger() -> None:
    assert clearly_larger([VILLAGE, CITY, TOWN]) == CITY
    assert clearly_larger([Commune("01009", "D", (), 20_000), TOWN]) is None
