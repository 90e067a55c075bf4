"""Days and periods in words: the year once, « 1er », and weekdays only when they help."""

from datetime import date, timedelta

import pytest

from core.pool.draft import Period
from dialogs.wording.period_words import FAR, say_day, say_period, say_start

TODAY = date(2026, 11, 23)
PERIODS = (
    ("2026-12-07", "2026-12-11", "du lundi 7 au vendredi 11 décembre 2026", "from Monday 7 to Friday 11 December 2026"),
    ("2027-02-01", "2027-02-26", "du 1er au 26 février 2027", "from 1 to 26 February 2027"),
    ("2027-02-08", "2027-03-05", "du 8 février au 5 mars 2027", "from 8 February to 5 March 2027"),
    ("2026-12-14", "2027-01-08", "du 14 décembre 2026 au 8 janvier 2027", "from 14 December 2026 to 8 January 2027"),
    ("2026-12-08", "2026-12-08", "le mardi 8 décembre 2026", "on Tuesday 8 December 2026"),
    ("2026-12-31", "2027-01-01", "du jeudi 31 décembre 2026 au vendredi 1er janvier 2027",
     "from Thursday 31 December 2026 to Friday 1 January 2027"),
)  # fmt: skip


@pytest.mark.parametrize(("start", "end", "french", "english"), PERIODS)
def test_a_period_is_said_with_its_year_once(start: str, end: str, french: str, english: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert (say_period(period, "fr"), say_period(period, "en")) == (french, english)


def test_the_same_days_a_year_apart_keep_both_years() -> None:
    assert say_period(Period(date(2026, 12, 1), date(2027, 12, 1)), "fr") == "du 1er décembre 2026 au 1er décembre 2027"


def test_a_near_day_needs_no_year_and_a_far_one_does() -> None:
    assert say_day(date(2026, 12, 1), "fr", TODAY) == "mardi 1er décembre"
    assert say_day(TODAY + timedelta(days=FAR + 1), "fr", TODAY).endswith(" 2027")


def test_a_day_without_today_keeps_its_year() -> None:
    assert say_day(date(2026, 12, 1), "en") == "Tuesday 1 December 2026"


def test_a_start_is_a_day_with_its_year() -> None:
    assert (say_start(date(2027, 1, 1), "fr"), say_start(date(2027, 1, 1), "en")) == ("1er janvier 2027", "1 January 2027")
