"""What every rule of dates receives and returns: the clock it reads by, and what it found where."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from config.territory import CalendarDay
from core.pool.draft import Period
from dialogs.when.dates import Point

MOST = 40  # findings a rule: no honest message has more


class Clock(NamedTuple):
    """The day a message came, and the school calendar of its territory."""

    received: date
    calendar: tuple[CalendarDay, ...] = ()


class Found(NamedTuple):
    """Characters [start, end) of the plain text; no period when they name a day that cannot be (`doubtful`) or nothing."""

    start: int
    end: int
    period: Period | None = None
    opens: bool = False  # only the first day is said
    doubtful: bool = False
    months: int = 0  # whole months, or parts of one: less precise than days
    part: str = ""
    ends: bool = False  # the last day alone: « la date de fin devient le 9 juillet »
    relative: bool = False  # counted from today: « la semaine prochaine » is often the day of a call


Rule = Callable[[str, Clock], Iterator[Found]]


def found_period(start: int, end: int, period: Period | None, point: Point | None = None) -> Found:
    """A finding; without a period, or on a weekday that is not the one said, a doubtful one."""
    mismatch = bool(period and point and point.weekday is not None and period.start.weekday() != point.weekday)
    return Found(start, end, period, doubtful=period is None or mismatch)
