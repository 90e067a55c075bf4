"""One employer or two: each rule of the table, both ways round; what only a person can tell is left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.known_employers import KnownEmployers, joined
from core.people.twins import Likeness, Verdict, judge, likeness, name_words

PLACE, ELSEWHERE = "97413", "97411"
SIRET, BRANCH, FOREIGN = "73282932000074", "73282932000082", "44306184100047"


def one(*names: str, insee: str = PLACE, phone: str = "", **said: str) -> Likeness:
    return likeness(*names, insee=insee, phones=(phone,), **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (one("Garage A", siret=SIRET), one("Autre nom", siret=SIRET, insee=ELSEWHERE), "same"),
        (one("Garage Hoarau", siret=SIRET), one("Garage Hoarau", siret=FOREIGN), "other"),
        (one("Garage Hoarau", siret=SIRET), one("Garage Hoarau", siret=BRANCH, insee=ELSEWHERE), "other"),
        (one("Garage Hoarau", siret=SIRET, phone="1"), one("Garage Hoarau", siret=BRANCH, insee=ELSEWHERE, phone="1"), "same"),
        (one("SARL Garage Hoarau"), one("GARAGE HOARAU S.A.R.L."), "same"),
        (one("Garage St-Paul"), one("Garage Saint Paul"), "same"),
        (one("Hoarau et Fils"), one("HOARAU & FILS"), "same"),
        (one("Garage Hoarau"), one("Garage Hoarau", insee=ELSEWHERE), "other"),
        (one("Garage Hoarau", phone="1"), one("Garage Hoarau", insee=ELSEWHERE, phone="1"), "same"),
        (one("Garage Hoarau", phone="1"), one("Garage Hoarau", phone="2"), "maybe"),
        (one("Garage Hoarau", street="3 rue de Paris"), one("Garage Hoarau", street="9 rue de Paris"), "maybe"),
        (
            one("Carrefour City", street="3 rue de Paris", phone="1"),
            one("Carrefour City", street="80 chemin Neuf", phone="2"),
            "other",
        ),
        (one("Garage Hoarau", street="3 rue de Paris"), one("Garage Hoarrau", street="3, r. de Paris"), "same"),
        (one("Garage Hoarau", street="3 rue de Paris"), one("Snack Payet", street="3 rue de Paris"), "other"),
        (one("SARL HG", "Garage du Centre", phone="1"), one("Garage du Centre", phone="2", street="1 rue X"), "maybe"),
        (one("SARL HG", phone="1"), one("Garage du Centre", phone="1"), "same"),
        (one("Groupe X", phone="1", insee=ELSEWHERE), one("Garage du Centre", phone="1"), "other"),
        (one("Boulangerie"), one("Boulangerie Payet"), "other"),
        (one("Garage Hoarau 1"), one("Garage Hoarau 2"), "other"),
        (one("Studio974"), one("Studio976"), "other"),
        (one("Boulangerie Payet"), one("Boulangerie Grondin"), "other"),
    ],
)
def test_one_employer_or_two(first: Likeness, second: Likeness, verdict: Verdict) -> None:
    assert judge(first, second) == judge(second, first) == verdict


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_names_are_judged_alike_both_ways(first: str, second: str) -> None:
    pair = likeness(first, insee=PLACE), likeness(second, insee=PLACE)
    assert judge(*pair) == judge(*reversed(pair))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("S.A.R.L. Boulangerie St-Paul", ("boulangerie", "saint", "paul")),
        ("L’Atelier du Bois", ("atelier", "bois")),
        ("SARL", ("sarl",)),
        ("E. Leclerc", ("e", "leclerc")),
    ],
)
def test_the_words_that_tell_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


def test_what_is_sure_goes_before_what_is_not_and_what_is_learnt_is_found_by() -> None:
    known = KnownEmployers()
    known.add(likeness("Garage Hoarau", insee=PLACE, phones=("1",), id=1))
    known.add(likeness("Garage Hoarau", insee=PLACE, phones=("2",), id=2))
    verdict, twin = known.twin_of(one("Garage Hoarau", phone="2"))
    assert verdict == "same" and twin and twin.id == 2
    verdict, twin = known.twin_of(one("Garage Hoarau", phone="3"))
    assert verdict == "maybe" and twin and twin.id == 1
    known.add(joined(known.by_id[1], one("Chez Dany", phone="9")))
    verdict, twin = known.twin_of(one("Chez Dany"))
    assert verdict == "same" and twin and twin.id == 1
