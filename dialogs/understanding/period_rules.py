"""The forms that dates of a stay take, most precise first: a pattern, and how what it found becomes days."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from core.pool.draft import Period
from dialogs.understanding.calendar_words import NUMBER, day, month, month_number, year
from dialogs.understanding.number_words import to_number

Found = Mapping[str, str | None]
Reader = Callable[[Found, date], Period]
TO = r"\s*(?:au|a|jusqu'au|-|et(?: le)?|to|and|until(?: the)?|>)\s*(?:le\s+|the\s+)?"
SLASHED = r"\b(?P<d{0}>\d{{1,2}})[/.](?P<m{0}>\d{{1,2}})(?:[/.](?P<y{0}>(?:20)?\d\d))?"
ORDINALS = {"premiere": 0, "1ere": 0, "1re": 0, "deuxieme": 1, "2eme": 1, "seconde": 1, "troisieme": 2, "3eme": 2, "quatrieme": 3,
            "derniere": -1, "first": 0, "second": 1, "third": 2, "last": -1}  # fmt: skip
THIRDS = {"debut": (1, 10), "mi": (11, 20), "milieu": (11, 20), "fin": (21, 31)}
WEEKDAYS = timedelta(days=4)  # from Monday to Friday
WEEK = timedelta(days=7)


def _year_of(said: str | None) -> int | None:
    return None if not said else int(said) if len(said) == 4 else 2000 + int(said)


def _one(found: Found, number: str, today: date) -> date:
    """The day said, in the year said, else the next one."""
    at, said = month_number(found["m" + number] or ""), _year_of(found["y" + number])
    day = date(said or today.year, at, int(found["d" + number] or 0))
    return day.replace(year=today.year + 1) if said is None and day < today else day


def read_range(found: Found, today: date) -> Period:
    """From the first day to the second, years as the next occurrence; ValueError when it cannot be."""
    end = _one({**found, "y2": found.get("y2") or None}, "2", today)
    start_month = month_number(found["m1"]) if found.get("m1") else end.month
    start = date(_year_of(found.get("y1")) or end.year, start_month, int(found["d1"] or 0))
    if start > end and not found.get("y1"):
        start = start.replace(year=end.year - 1)
        if start < today and not found.get("y2"):
            start, end = start.replace(year=start.year + 1), end.replace(year=end.year + 1)
    if start > end:
        raise ValueError("ends before it starts")
    return Period(start, end)


def read_english(found: Found, today: date) -> Period:
    """« February 1 to 5, 2027 »."""
    return read_range({**found, "m2": found["m2"] or found["m1"]}, today)


def read_day(found: Found, today: date) -> Period:
    """One day."""
    day = _one(found, "1", today)
    return Period(day, day)


def read_week_of(found: Found, today: date) -> Period:
    """« la semaine du 14 juin »: its Monday to its Friday."""
    day = _one({**found, "m1": found["m1"] or found["mm"]}, "1", today)
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + WEEKDAYS)


def read_iso_weeks(found: Found, today: date) -> Period:
    """« semaine 7 », « S48 à S51 »: ISO weeks, Monday to Friday, not yet over."""
    first, last = int(found["w1"] or 0), int(found["w2"] or found["w1"] or 0)
    at = today.isocalendar().year
    at += date.fromisocalendar(at, min(last, 52), 5) < today
    return Period(date.fromisocalendar(at, first, 1), date.fromisocalendar(at + (last < first), last, 5))


def read_month(found: Found, today: date) -> Period:
    """A whole month, the next one of that name; the present one counts."""
    return whole_month(found.get("m1") or found["m2"], found.get("y1") or found.get("y2"), today)


def whole_month(name: str | None, said: str | None, today: date) -> Period:
    """The first to the last day of a month."""
    number = month_number(name or "")
    at = _year_of(said) or today.year + (number < today.month)
    return Period(date(at, number, 1), date(at + number // 12, number % 12 + 1, 1) - timedelta(days=1))


def read_months(found: Found, today: date) -> Period:
    """« mai-juin »: the first of the one to the last of the other."""
    last = whole_month(found["m2"], found["y2"], today)
    first = whole_month(found["m1"], found["y2"], today)
    return _forward(first.start, last.end)


def read_third(found: Found, today: date) -> Period:
    """« début mars », « mi-mai », « fin juin »: a third of the month."""
    whole = read_month(found, today)
    first, last = THIRDS[found["p1"] or "mi"]
    return Period(whole.start.replace(day=first), whole.start.replace(day=min(last, whole.end.day)))


def read_thirds(found: Found, today: date) -> Period:
    """« mi-mai à fin juin »: the middle of a month is its 15th."""
    first, last = whole_month(found["m1"], found["y1"], today), whole_month(found["m2"], found["y2"], today)
    start = 15 if (found["p1"] or "").startswith("mi") else THIRDS[found["p1"] or ""][0]
    middle = (found["p2"] or "").startswith("mi")
    end = last.end.replace(day=15 if middle else min(THIRDS[found["p2"] or ""][1], last.end.day))
    return _forward(first.start.replace(day=start), end)


def _forward(start: date, end: date) -> Period:
    return Period(start, end if end >= start else end.replace(year=start.year + 1))


def read_week_of_month(found: Found, today: date) -> Period:
    """« la première semaine de février »: the first Monday of the month to its Friday."""
    first, last = _mondays(read_month(found, today))
    place = ORDINALS[found["o"] or "premiere"]
    start = last if place < 0 else first + place * WEEK
    return Period(start, start + WEEKDAYS)


def read_weeks_of_month(found: Found, today: date) -> Period:
    """« les deux premières semaines de mars »: from the first Monday to the second Friday."""
    first, last = _mondays(read_month(found, today))
    more = (to_number(found["n"] or "1") - 1) * WEEK
    return Period(first, first + more + WEEKDAYS) if (found["o"] or "").startswith("prem") else Period(last - more, last + WEEKDAYS)


def _mondays(whole: Period) -> tuple[date, date]:
    """The first Monday of the month, and the last whose Friday is in it."""
    friday = whole.end - timedelta(days=(whole.end.weekday() - 4) % 7)
    return whole.start + timedelta(days=-whole.start.weekday() % 7), friday - WEEKDAYS


def read_start(found: Found, today: date) -> Period:
    """« à partir de janvier »: the first day, as a period of one day."""
    first = read_month(found, today).start
    return Period(first, first)


def read_next_week(_found: Found, today: date) -> Period:
    """Monday to Friday of the week after this one."""
    monday = today + timedelta(days=7 - today.weekday())
    return Period(monday, monday + WEEKDAYS)


_OF = r"(?:de\s+|d'|of\s+)?"
_ORDINAL = "|".join(ORDINALS)
_WEEK = r"(?:semaines?|sem|smn|weeks?)"
_SINCE = r"\b(?:a partir d[ue]|a compter d[ue]|des|des le|from|starting(?: in| on)?|debutant le)\s+"
_FROM = r"\b(?:du|de|des|from|entre le|between|le)?\s*"
# name, pattern, reader; those named `since` are open starts, which a duration closes.
RULES: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (name, re.compile(pattern), reader)
    for name, pattern, reader in (
        ("range", rf"(?:du|from|entre le)?\s*{SLASHED.format(1)}{TO}{SLASHED.format(2)}\b", read_range),
        ("range", rf"{_FROM}{day('d1')}(?:\s+{month('m1')}(?:\s+{year('y1')})?)?{TO}{day('d2')}\s+{month('m2')}(?:\s+{year('y2')})?\b", read_range),
        ("range", rf"\b{month('m1')}\s+{day('d1')}{TO}(?:{month('m2')}\s+)?{day('d2')}\b(?:,?\s+{year('y2')})?", read_english),
        ("week", rf"\b{_WEEK}\s+(?:du|de|of)\s*(?:the\s+)?{day('d1')}(?:\s+{month('m1')}|/(?P<mm>\d{{1,2}}))(?:\s+{year('y1')})?", read_week_of),
        ("week", rf"\b{_WEEK}\s+(?:du|de|of)\s*(?P<d1>\d{{1,2}})/(?P<mm>\d{{1,2}})(?P<m1>)(?P<y1>)", read_week_of),
        ("weeks", r"\b(?:semaines?|sem|smn|weeks?|s)\s*(?:n(?:o|°)?\s*)?(?P<w1>[1-9]|[1-4]\d|5[0-3])"
                  r"(?:\s*(?:a|au|-|et|to)\s*(?:s(?:emaine|em)?\s*)?(?P<w2>[1-9]|[1-4]\d|5[0-3]))?\b"
                  r"(?!\s*(?:jours?|h\b|/|par|eleves?|places?|stag\w*))", read_iso_weeks),
        ("week", rf"\b(?P<o>{_ORDINAL})\s+{_WEEK}\s+{_OF}{month('m1')}(?:\s+{year('y1')})?", read_week_of_month),
        ("weeks", rf"\b(?P<n>{NUMBER})\s+(?P<o>premieres|dernieres)\s+semaines\s+{_OF}{month('m1')}(?:\s+{year('y1')})?", read_weeks_of_month),
        ("thirds", rf"\b(?P<p1>mi|debut|fin|milieu)[\s-]*{_OF}{month('m1')}(?:\s+{year('y1')})?\s*(?:a|au|jusqu'a|-)\s*"
                   rf"(?P<p2>mi|debut|fin|milieu)[\s-]*{_OF}{month('m2')}(?:\s+{year('y2')})?", read_thirds),
        ("since", rf"{_SINCE}{day('d1')}\s+{month('m1')}(?:\s+{year('y1')})?", read_day),
        ("since", rf"{_SINCE}(?:debut\s+|la fin\s+|mi[- ])?{month('m1')}(?:\s+{year('y1')})?", read_start),
        ("third", rf"\b(?P<p1>mi|debut|fin|milieu)[\s-]*{_OF}{month('m1')}(?:\s+{year('y1')})?", read_third),
        ("months", rf"\b{month('m1')}\s*(?:/|-|et|ou|a|to|and)\s*(?:en\s+|fin\s+)?{month('m2')}(?:\s+{year('y2')})?", read_months),
        ("day", rf"\b(?:le|the|on)\s+{day('d1')}\s+{month('m1')}(?:\s+{year('y1')})?", read_day),
        ("week", r"\bsemaine\s+prochaine|\bnext week", read_next_week),
        ("month", rf"\b{month('m1')}(?:\s+{year('y1')})?", read_month),
    )
)  # fmt: skip
