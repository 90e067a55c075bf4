"""Days counted from the day of the message, and those that are the day of a call."""

from datetime import date

import pytest

from tests.dialogs.when.builders import dates, forms

COUNTED = """
je peux en prendre un la semaine prochaine | 2026-11-30 2026-12-04
ok pr un 3e la sem pro | 2026-11-30 2026-12-04
next week is fine for a pupil | 2026-11-30 2026-12-04
cette semaine c’est possible pour un 3e | 2026-11-23 2026-11-27
à partir de lundi en huit | 2026-11-30 2026-11-30
lundi en quinze | 2026-12-07 2026-12-07
dès lundi | 2026-11-30 2026-11-30
dès demain | 2026-11-24 2026-11-24
je peux le prendre dans quinze jours | 2026-12-07 2026-12-07
on pourrait démarrer dans 3 semaines | 2026-12-14 2026-12-14
à partir de lundi prochain, pour 3 semaines | 2026-11-30 2026-12-18
dispo fin du mois pour 1 CAP | 2026-11-21 2026-11-30
au début du mois prochain | 2026-12-01 2026-12-10
"""
CALLS = """
je vous rappelle la semaine prochaine
je vous envoie la convention lundi prochain
rappelez moi dans 15 jours
on se voit la semaine prochaine au forum
je pars à la retraite à la fin du mois
merci de répondre d’ici deux semaines
"""


@pytest.mark.parametrize(("said", "expected"), forms(COUNTED))
def test_a_day_is_counted_from_the_day_of_the_message(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


@pytest.mark.parametrize(("said", "expected"), forms(CALLS))
def test_the_day_of_a_call_is_not_of_the_stay(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


def test_the_first_day_is_found_from_any_weekday() -> None:
    assert dates("dès lundi prochain", date(2026, 11, 29)) == ["2026-11-30 2026-11-30"]
    assert dates("le mois prochain", date(2026, 12, 31)) == ["2027-01-01 2027-01-31"]
