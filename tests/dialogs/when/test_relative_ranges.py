"""Stays from a day counted from the day of the message, a Monday of November, to a date."""

import pytest

from tests.dialogs.when.builders import dates, forms

STAYS = """
de lundi prochain au 18 décembre je peux prendre un 3e | 2026-11-30 2026-12-18
du lundi de la semaine prochaine au 30 janvier | 2026-11-30 2027-01-30
à partir de demain et jusqu'au 11 décembre | 2026-11-24 2026-12-11
du lundi en quinze au vendredi 18 décembre | 2026-12-07 2026-12-18
from next Monday to 18 December | 2026-11-30 2026-12-18
à partir d'aujourd'hui jusqu'au 18/12 | 2026-11-23 2026-12-18
de la semaine prochaine au 18 décembre | 2026-11-30 2026-12-18
"""
OTHERS = """
ouvert du lundi au samedi, un 3e du 14 au 18 décembre | 2026-12-14 2026-12-18
du lundi 7 au vendredi 18 décembre | 2026-12-07 2026-12-18
absent de demain au 30 novembre, un 3e du 14 au 18 décembre | 2026-12-14 2026-12-18
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(STAYS), *forms(OTHERS)])
def test_a_stay_may_open_on_a_day_counted_from_today(said: str, expected: list[str]) -> None:
    assert dates(said) == expected
