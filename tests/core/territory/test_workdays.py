"""Which days count, and what the clock shows in the territory."""

from datetime import UTC, date, datetime, time

import pytest

from config.territory_files import load_territory
from core.territory.workdays import (
    add_working_days,
    at_local,
    digest_day,
    is_working_day,
    local_day,
    local_time,
)  # fmt: skip

REUNION = load_territory("reunion")


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 11, 28), False),
        (date(2026, 11, 29), False),
        (date(2026, 11, 11), False),
        (date(2027, 5, 6), False),
        (date(2026, 12, 28), True),
    ],
)
def test_weekends_and_public_holidays_are_off_and_school_holidays_are_not(day: date, working: bool) -> None:
    assert is_working_day(day, REUNION) is digest_day(REUNION.academy, day, REUNION) is working


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 12, 24), 2, date(2026, 12, 29)),
        (date(2026, 12, 28), -1, date(2026, 12, 24)),
        (date(2026, 12, 25), 0, date(2026, 12, 28)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_working_days_are_added_and_taken_away(day: date, n: int, expected: date) -> None:
    assert add_working_days(day, n, REUNION) == expected


def test_too_many_working_days_are_refused() -> None:
    with pytest.raises(ValueError, match="2001"):
        add_working_days(date(2026, 1, 1), 2001, REUNION)


def test_unknown_dates_of_a_calendar_close_nothing() -> None:
    mayotte = load_territory("mayotte")
    assert is_working_day(date(2027, 4, 26), mayotte)
    assert not is_working_day(date(2027, 4, 27), mayotte)


def test_the_clock_is_the_territorys() -> None:
    moment = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
    assert local_time(moment, REUNION).hour == 1
    assert local_day(moment, REUNION) == date(2026, 11, 25)
    assert at_local(date(2026, 11, 25), time(7, 30), REUNION) == datetime(2026, 11, 25, 3, 30, tzinfo=UTC)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_time(datetime(2026, 11, 24), REUNION)
