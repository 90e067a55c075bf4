"""Stays beside the school holidays: those of the territory, of a zone that is named, of the département of the place."""

from datetime import date

import pytest

from tests.dialogs.when.builders import dates, forms

OF_REUNION = """
la semaine avant les vacances de Noël | 2026-12-14 2026-12-18
les deux semaines avant les vacances | 2026-12-07 2026-12-18
dernière semaine avant les vacances de Noël | 2026-12-14 2026-12-18
la semaine après les vacances de janvier | 2027-02-01 2027-02-05
pendant les vacances de mars | 2027-03-16 2027-03-29
"""
OF_A_ZONE = """
pendant les vacances d’hiver (zone B) | 2027-02-20 2027-03-07
pendant les vacances de février, zone A | 2027-02-13 2027-02-28
la semaine avant les vacances de printemps de la zone A | 2027-04-05 2027-04-09
la semaine qui suit les vacances de printemps (zone C) | 2027-04-19 2027-04-23
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(OF_REUNION), *forms(OF_A_ZONE)])
def test_a_stay_beside_the_holidays_is_placed_by_their_calendar(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


def test_the_holidays_are_those_of_the_place() -> None:
    said = "pendant les vacances d’hiver"
    assert dates(said, departement="69") == ["2027-02-13 2027-02-28"]
    assert dates(said, departement="75") == ["2027-02-06 2027-02-21"]


def test_the_calendar_that_does_not_tell_gives_no_date() -> None:
    assert dates("pendant les vacances de février", date(2029, 1, 8), "69") == []


@pytest.mark.parametrize("said", ["à la rentrée", "rentrée scolaire 2027", "nous sommes en vacances", "zone A du port"])
def test_the_return_and_holidays_alone_are_no_stay(said: str) -> None:
    assert dates(said) == []
