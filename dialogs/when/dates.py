"""Points in time as written (a day, a month, a third of a month), and the year they mean.

A year left out is the next occurrence: what is not over on the day the message came, nor begun more than a month before.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.date_words import MONTHS, WEEKDAYS

MONTH = f"(?:{'|'.join(MONTHS)})(?![a-z])"
YEAR = r"(?:,? (?:en |de )?20\d\d(?!\d)| '?2[6-9](?= ?(?:[,;)\n]|[.](?!\d)|- ?\d|$|au |a |to )))"
_OF = r"(?:du mois de |de |d'|of )?"
_WEEKDAY = f"(?:(?:{'|'.join(WEEKDAYS)})[ ,]{{1,2}}(?:le )?)?"
_DAY = r"(?:(?<![\d/.:])(?:0?[1-9]|[12]\d|3\d)(?![\d:])|premier(?= ))(?: ?er(?![a-z])| ?°|st|nd|rd|th)?"
_DAY_OF_MONTH = rf"{_WEEKDAY}{_DAY}[ \n-]?{_OF}{MONTH}{YEAR}?"
_SLASHED = r"(?<![\d/.])[0-3]?\d ?/ ?[01]?\d(?: ?/ ?(?:20)?\d\d)?(?![\d/]|[.]\d)"
_DASHED = r"[0-3]?\d[.-][01]?\d[.-](?:20)?\d\d|20\d\d[/-][01]\d[/-][0-3]\d"
_LONG = r"(?<![\d/.])[0-3]?\d[.][01]?\d[.](?:20)?\d\d(?![\d/]|[.]\d)"  # a dash may follow: it is a range
_NUMERIC = rf"{_WEEKDAY}(?:{_SLASHED}|{_LONG}|(?<![\d/.-])(?:{_DASHED})(?![\d/]|[.-]\d))"
_DOTTED = rf"{_WEEKDAY}(?<![\d/.-])[0-3]?\d[.][01]\d(?![\d/]|[.]\d)"
MONTH_PART = rf"(?:(?:debut|mi|fin)[ -]{{1,3}}{_OF})?{MONTH}{YEAR}?"
_COUNTED = (
    "h(?![a-z])|h\\d|heure|an(?![a-z])|%|€|euro|km|m2|eleve|stag|place|jeune|rue|avenue|semaine|jour|mois|apprenti|[/.:]\\d"
)
BARE_DAY = rf"{_WEEKDAY}{_DAY}(?! ?(?:{_COUNTED}))"
DATE = f"(?:{_DAY_OF_MONTH}|{_NUMERIC})"
POINT = f"(?:{_DAY_OF_MONTH}|{_NUMERIC}|{_DOTTED}|{MONTH_PART}|{BARE_DAY})"

_PARTS = Pattern(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})[ ,]+(?:le )?)?(?:"
    r"(?P<numeric>\d+ ?[/.-] ?\d+(?: ?[/.-] ?\d+)?)|"
    rf"(?:(?P<day>\d+|premier)(?: ?er| ?°|st|nd|rd|th)?)?[ \n-]?(?:(?P<part>debut|mi|fin)[ -]{{1,3}})?"
    rf"{_OF}(?P<month>{'|'.join(MONTHS)})?(?:,? (?:en |de |')?(?P<year>(?:20)?\d\d))?)"
)
_FIRST = {"": 1, "debut": 1, "mi": 15, "fin": 21}
_LAST = {"debut": 10, "mi": 15}


class Point(NamedTuple):
    """A day (month and year may be left to the neighbours), or a month without day, whole or a third of it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str = ""
    weekday: int | None = None

    def first(self) -> int:
        """The day of the month where a stay from here begins."""
        return self.day or _FIRST[self.part]

    def last(self, year: int) -> int:
        """The day of the month where a stay up to here ends."""
        return self.day or _LAST.get(self.part) or month_end(year, self.month or 1)


def read_point(said: str) -> Point:
    """What a match of POINT says; a point without day nor month when it says nothing."""
    found = _PARTS.fullmatch(said)
    if not found:
        return Point()
    weekday = WEEKDAYS.index(found["weekday"]) if found["weekday"] else None
    if found["numeric"]:
        return _numeric([int(number) for number in re.split(" ?[/.-] ?", found["numeric"])], weekday)
    month = MONTHS.index(found["month"]) + 1 if found["month"] else None
    day = 1 if found["day"] == "premier" else int(found["day"] or 0) or None
    return Point(day, month, read_year(found["year"]), found["part"] or "", weekday)


def _numeric(numbers: list[int], weekday: int | None) -> Point:
    if numbers[0] > 2000:
        return Point(numbers[2], numbers[1], numbers[0], weekday=weekday)
    return Point(numbers[0], numbers[1], numbers[2] % 2000 + 2000 if len(numbers) > 2 else None, weekday=weekday)


def read_year(said: str | None) -> int | None:
    """A year of this century, written with two or four figures."""
    return int(said[-2:]) + 2000 if said else None


def names_a_month(said: str) -> bool:
    """Whether some month stands in the plain text: most rules need one, and most messages have none."""
    return any(month in said for month in MONTHS)


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def resolve(start: Point, end: Point, received: date) -> Period | None:
    """The next occurrence of a stay from `start` to `end`; None when a day does not exist or the end comes first."""
    if not start.month or not end.month or end.month > 12:
        return None
    wraps = (end.month, end.day or 32) < (start.month, start.first())
    if wraps and start.month == end.month and not (start.year and end.year):
        return None
    if start.year or end.year:
        first_year = start.year or (end.year or 0) - wraps
        return _between(start, end, first_year, end.year or first_year + wraps)
    for year in range(received.year - 1, received.year + 2):
        period = _between(start, end, year, year + wraps)
        if period is None or is_ahead(period, received):
            return period
    return None


def is_ahead(period: Period, received: date) -> bool:
    """Whether a stay is still to come, or began a month ago at most and is not over."""
    return period.end >= received and period.start >= received - timedelta(days=31)


def _between(start: Point, end: Point, first_year: int, last_year: int) -> Period | None:
    try:
        first = date(first_year, start.month or 0, start.first())
        last = date(last_year, end.month or 0, end.last(last_year))
    except ValueError:
        return None
    return Period(first, last) if first <= last else None
