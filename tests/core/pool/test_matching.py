"""Which classes an offer suits: kind, level, programme or family, dates, nearness; equity among equals."""

from dataclasses import replace
from datetime import date

import pytest

from config.catalogue_files import load_catalogue
from config.territory import Need, School
from core.pool.draft import Draft, Period, Place
from core.pool.matching import NeedIndex, distance
from tests.builders import a_draft
from tests.day import TERRITORY

TODAY = date(2026, 11, 24)
NEAR, FAR = "97407", "97416"  # Le Port, Saint-Pierre
FEBRUARY = (date(2027, 2, 1), date(2027, 2, 19))


def school(name: str, insee: str = NEAR, priority: str = "") -> School:
    return School("", name, "lycee", insee, "ouest", priority)


def need(name: str, programme: str = "bac-pro-melec", *, days: tuple[date, date] = FEBRUARY, **said: object) -> Need:
    facts = {"level": "bac_pro", "class_name": "1re", "kind": "pfmp", "students": 12, **said}
    return Need("", name, programme, start=days[0], end=days[1], **facts)  # type: ignore[arg-type]


def found(offer: Draft, schools: list[School], needs: list[Need], most: int = 5) -> list[str]:
    territory = replace(TERRITORY, schools=tuple(schools), needs=tuple(needs))
    return [match.school.name for match in NeedIndex(territory, load_catalogue()).matches(offer, TODAY, most)]


def test_the_same_programme_the_same_days_and_nearness_come_first() -> None:
    schools = [school("far", FAR), school("near"), school("later")]
    later = (date(2027, 2, 8), date(2027, 2, 26))
    assert found(a_draft(), schools, [need("far"), need("near"), need("later", days=later)]) == ["near", "far", "later"]


@pytest.mark.parametrize(
    "other",
    [
        need("x", "bac-pro-tci"),  # another programme
        need("x", kind="sts"),
        need("x", level="cap"),
        need("x", days=(date(2027, 3, 1), date(2027, 3, 19))),
        need("x", days=(date(2027, 2, 17), date(2027, 3, 19))),  # a few days in common
        need("x", days=(date(2026, 11, 2), date(2027, 2, 19))),  # has begun
        need("unknown"),
    ],
)
def test_what_does_not_suit(other: Need) -> None:
    assert found(a_draft(), [school("x")], [other]) == []


def test_an_offer_by_its_trade_suits_the_family_and_one_without_dates_any_days() -> None:
    trade = a_draft(programmes=(), fields=("electricite",), periods=(), flexible=True)
    assert found(trade, [school("x")], [need("x", days=(date(2027, 5, 3), date(2027, 5, 21)))]) == ["x"]
    assert found(replace(trade, fields=("restauration",)), [school("x")], [need("x")]) == []


def test_equity_decides_among_equals_and_not_against_nearness() -> None:
    equals = [school("b"), school("a", priority="REP+"), school("c", FAR, "REP+")]
    needs = [need(name, students=30 if name == "b" else 12) for name in ("b", "a", "c")]
    assert found(a_draft(), equals, needs) == ["a", "b", "c"]


def test_of_a_school_its_best_class_is_named_once_and_no_more_than_asked() -> None:
    needs = [need("x", class_name="1re A"), need("x", class_name="1re B", students=30), need("y")]
    assert found(a_draft(), [school("x"), school("y")], needs) == ["x", "y"]
    assert found(a_draft(), [school("x"), school("y")], needs, most=1) == ["x"]


def test_observation_needs_no_trade() -> None:
    offer = Draft(
        kind="observation", levels=("troisieme",), fields=("alimentation",), periods=(Period(*FEBRUARY),), place=Place(NEAR, "")
    )
    assert found(offer, [school("x")], [need("x", "3e", kind="observation", level="troisieme")]) == ["x"]


def test_what_no_school_teaches_is_told_from_what_has_no_class_on_these_days() -> None:
    past = (date(2026, 9, 1), date(2026, 9, 18))
    territory = replace(TERRITORY, schools=(school("x"),), needs=(need("x", days=past),))
    index = NeedIndex(territory, load_catalogue())
    assert index.taught(a_draft()) and index.taught(a_draft(programmes=()))
    assert not index.taught(a_draft(programmes=("bac-pro-tci",)))


def test_distances() -> None:
    communes = TERRITORY.communes
    assert distance(communes[NEAR], communes[NEAR]) == 0
    assert 40 <= (distance(communes["97411"], communes[FAR]) or 0) <= 60  # Saint-Denis, Saint-Pierre
    assert distance(communes[NEAR], None) is None
