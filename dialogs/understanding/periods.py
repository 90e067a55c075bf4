"""When: the periods of stay that a message asks for, its duration, its open dates, its closed days. Our own grammar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.pool.draft import Period
from dialogs.understanding.calendar_words import (
    DAY, DURATION, FLEXIBLE, MONTH, NUMBER, OUT, REPAIRS, YEAR, closed_days, month_number, number_of, weeks_of,
)  # fmt: skip
from dialogs.understanding.heard import Doubt, Evidence
from dialogs.understanding.text import TAKEN, Span, Text

SEP = r"\s*(?:au|a|jusqu'au|-|et(?: le)?|to|and|until|until the|>)\s*(?:the\s+)?"
ORDINALS = {"premiere": 0, "1ere": 0, "1re": 0, "deuxieme": 1, "2eme": 1, "2e": 1, "seconde": 1, "troisieme": 2, "3eme": 2, "quatrieme": 3, "derniere": -1}
PARTS = {"debut": (1, 10), "mi": (11, 20), "fin": (21, 31)}
# Rules in order of precision; what one has read, the next does not see.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(pattern)) for name, pattern in {
    "numeric": rf"(?:du|from|entre le)?\s*\b(?P<d1>\d{{1,2}})[/.](?P<m1>\d{{1,2}})(?:[/.](?P<y1>(?:20)?\d\d))?{SEP}(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}})(?:[/.](?P<y2>(?:20)?\d\d))?\b",
    "range": rf"\b(?:du|de|des|from|entre le|between|le)?\s*{DAY('d1')}(?:\s+{MONTH('m1')}(?:\s+{YEAR('y1')})?)?{SEP}(?:le\s+)?{DAY('d2')}\s+{MONTH('m2')}(?:\s+{YEAR('y2')})?\b",
    "english": rf"\b{MONTH('m1')}\s+{DAY('d1')}{SEP}(?:{MONTH('m2')}\s+)?{DAY('d2')}\b(?:,?\s+{YEAR('y2')})?",
    "isoweeks": r"\b(?:semaines?|sem|smn|weeks?|s)\s*(?:n(?:o|°)?\s*)?(?P<w1>[1-9]|[1-4]\d|5[0-3])(?:\s*(?:a|au|-|et|to)\s*(?:s(?:emaine|em)?\s*)?(?P<w2>[1-9]|[1-4]\d|5[0-3]))?\b(?!\s*(?:jours?|h\b|/|par|eleves?|places?|stag\w*))",
    "weekof": rf"\b(?:la|une|cette|the)?\s*(?:semaine|sem|smn|week)\s+(?:du|de|of|du lundi)\s*(?:the\s+)?{DAY('d1')}(?:\s+{MONTH('m1')}|/(?P<mm>\d{{1,2}}))(?:\s+{YEAR('y1')})?\b",
    "ordinalweeks": rf"\b(?P<o>{'|'.join(ORDINALS)})s?\s+(?:semaines?|sem|smn|week)\s+(?:de\s+|d'|of\s+)?{MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "firstweeks": rf"\b(?:les\s+)?(?P<n>{NUMBER})\s+(?P<o>premieres|dernieres)\s+semaines\s+(?:de\s+|d'){MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "parts": rf"\b(?P<p1>mi|debut|fin|milieu)[\s-]*(?:de\s+|d')?{MONTH('m1')}(?:\s+{YEAR('y1')})?\s*(?:a|au|jusqu'a|-)\s*(?P<p2>mi|debut|fin|milieu)[\s-]*(?:de\s+|d')?{MONTH('m2')}(?:\s+{YEAR('y2')})?",
    "since": rf"\b(?:a partir du|a compter du|des le|a partir de|a compter de|from|starting|debut(?:ant)? le)\s+{DAY('d1')}\s+{MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "sincemonth": rf"\b(?:a partir de|a compter de|des|starting in|from)\s+(?:debut\s+|la fin\s+)?{MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "part": rf"\b(?P<p1>mi|debut|fin|milieu)[\s-]*(?:de\s+|d')?{MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "months": rf"\b(?:en|de|d'|entre|pour|sur|in)?\s*{MONTH('m1')}\s*(?:/|-|et|ou|a|to|and)\s*(?:en\s+|fin\s+)?{MONTH('m2')}(?:\s+{YEAR('y2')})?",
    "day": rf"\b(?:le|the|on)\s+{DAY('d1')}\s+{MONTH('m1')}(?:\s+{YEAR('y1')})?",
    "nextweek": r"\b(?:la\s+)?semaine\s+prochaine|\bnext week",
    "month": rf"\b(?:en|de|d'|pour|courant|au mois de|mois de|sur|in|vers)\s+{MONTH('m1')}(?:\s+{YEAR('y1')})?|\b{MONTH('m2')}\b(?:\s+{YEAR('y2')})?",
}.items())  # fmt: skip


@dataclass(frozen=True)
class Timing:
    """When: periods (days inclusive), weeks said, dates left open, weekdays closed, and what could not be."""

    periods: tuple[Period, ...] = ()
    weeks: int | None = None
    flexible: bool = False
    closed_days: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def find_periods(text: Text, received: datetime) -> Timing:
    """Everything that the text says of when; years not said are those of the next occurrence after `received`."""
    today, folded = received.date(), text.folded
    for pattern, replacement in REPAIRS:
        folded = pattern.sub(lambda found, r=replacement: r(found), folded)  # type: ignore[misc]
    weeks, folded = weeks_of(folded)
    for pattern in OUT:
        folded = pattern.sub(lambda found: TAKEN * len(found[0]), folded)
    periods: list[tuple[int, Period, bool]] = []
    doubts: list[Doubt] = []
    for name, pattern in RULES:
        for found in list(pattern.finditer(folded)):
            folded = folded[: found.start()] + TAKEN * (found.end() - found.start()) + folded[found.end() :]
            try:
                periods += [(found.start(), period, name in ("since", "sincemonth")) for period in _read(name, found.groupdict(), today)]
            except ValueError:
                doubts.append(Doubt("periods", found[0].strip()))
    periods.sort(key=lambda one: one[0])
    said = tuple(dict.fromkeys(period for _, period, _ in periods))
    if weeks and len(periods) == 1 and periods[0][2]:
        said = (Period(said[0].start, said[0].start + timedelta(days=weeks * 7 - 3)),)
    flexible = bool(FLEXIBLE.search(text.folded)) and not said
    return Timing(said, weeks, flexible, closed_days(text.folded), (), tuple(doubts))


def _read(name: str, g: dict[str, str | None], today: date) -> Iterator[Period]:
    match name:
        case "numeric" | "range":
            yield _range(g, today)
        case "english":
            yield _range({**g, "m2": g["m2"] or g["m1"]}, today)
        case "isoweeks":
            yield _iso(int(g["w1"] or 0), int(g["w2"] or g["w1"] or 0), today)
        case "weekof":
            day = _day(g["d1"], g["m1"] or g["mm"], g.get("y1"), today)
            monday = day - timedelta(days=day.weekday())
            yield Period(monday, monday + timedelta(days=4))
        case "ordinalweeks" | "firstweeks":
            yield _weeks_of_month(name, g, today)
        case "parts":
            start, end = _part(g["p1"], g["m1"], g["y1"], today), _part(g["p2"], g["m2"], g["y2"], today)
            first = 15 if g["p1"] in ("mi", "milieu") else start.start.day
            last = end.end.replace(day=15) if g["p2"] in ("mi", "milieu") else end.end
            yield _forward(start.start.replace(day=first), last)
        case "part":
            yield _part(g["p1"], g["m1"], g["y1"], today)
        case "since" | "day":
            day = _day(g["d1"], g["m1"], g["y1"], today)
            yield Period(day, day)
        case "sincemonth":
            first = _month(g["m1"], g["y1"], today).start
            yield Period(first, first)
        case "months":
            first, last = _month(g["m1"], None, today), _month(g["m2"], g["y2"], today)
            yield _forward(first.start.replace(year=last.start.year) if g["y2"] else first.start, last.end)
        case "nextweek":
            monday = today + timedelta(days=7 - today.weekday())
            yield Period(monday, monday + timedelta(days=4))
        case "month":
            yield _month(g["m1"] or g["m2"], g["y1"] or g["y2"], today)


def _year(said: str | None) -> int | None:
    return None if not said else int(said) if len(said) == 4 else 2000 + int(said)


def _day(day: str | None, month: str | None, year: str | None, today: date) -> date:
    number, said = month_number(month or ""), _year(year)
    found = date(said or today.year, number, int(day or 0))
    return found.replace(year=today.year + 1) if said is None and found < today else found


def _range(g: dict[str, str | None], today: date) -> Period:
    end_month, end_year = month_number(g["m2"] or ""), _year(g.get("y2"))
    start_month = month_number(g["m1"]) if g.get("m1") else end_month
    end = date(end_year or today.year, end_month, int(g["d2"] or 0))
    if end_year is None and _year(g.get("y1")) is None and end < today:
        end = date(today.year + 1, end_month, int(g["d2"] or 0))
    start = date(_year(g.get("y1")) or end.year, start_month, int(g["d1"] or 0))
    if start > end and g.get("y1") is None:
        start = start.replace(year=end.year - 1)
        if end_year is None and end.year == today.year and start < today:
            start, end = start.replace(year=start.year + 1), end.replace(year=end.year + 1)
    if start > end:
        raise ValueError("ends before it starts")
    return Period(start, end)


def _forward(start: date, end: date) -> Period:
    """From the start to the next such end."""
    return Period(start, end if end >= start else end.replace(year=start.year + 1))


def _month(month: str | None, year: str | None, today: date) -> Period:
    number, said = month_number(month or ""), _year(year)
    at = said or (today.year if number >= today.month else today.year + 1)
    after = date(at + number // 12, number % 12 + 1, 1)
    return Period(date(at, number, 1), after - timedelta(days=1))


def _part(part: str | None, month: str | None, year: str | None, today: date) -> Period:
    whole = _month(month, year, today)
    first, last = PARTS["mi" if part == "milieu" else part or "mi"]
    return Period(whole.start.replace(day=first), whole.start.replace(day=min(last, whole.end.day)))


def _iso(first: int, last: int, today: date) -> Period:
    year = today.isocalendar().year
    if date.fromisocalendar(year, min(last, 52), 5) < today:
        year += 1
    start = date.fromisocalendar(year, first, 1)
    end = date.fromisocalendar(year + (last < first), last, 5)
    return Period(start, end)


def _weeks_of_month(name: str, g: dict[str, str | None], today: date) -> Period:
    month = _month(g["m1"], g["y1"], today)
    monday = month.start + timedelta(days=(7 - month.start.weekday()) % 7)
    last = month.end - timedelta(days=(month.end.weekday() - 4) % 7)
    if name == "firstweeks":
        count = number_of(g["n"] or "1")
        if (g["o"] or "").startswith("dern"):
            return Period(last - timedelta(days=7 * count - 3), last)
        return Period(monday, monday + timedelta(days=7 * count - 3))
    place = ORDINALS[g["o"] or "premiere"]
    start = last - timedelta(days=4) if place < 0 else monday + timedelta(days=7 * place)
    return Period(start, start + timedelta(days=4))


