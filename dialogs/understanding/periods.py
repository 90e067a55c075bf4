"""When: the periods of stay that a message asks for, its duration, its open dates, its closed days. Our own grammar."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.pool.draft import Period
from dialogs.understanding.calendar_words import ANY_MONTH
from dialogs.understanding.durations import closed_days, leaves_open, take_duration
from dialogs.understanding.heard import Doubt, Evidence
from dialogs.understanding.period_rules import RULES
from dialogs.understanding.text import TAKEN, Text

RANGE = rf"(?P<head>\b(?:du|de|le)?\s*\d{{1,2}}(?:er)?(?:\s+(?:{ANY_MONTH}))?\s*(?:au|a|-)\s*\d{{1,2}}(?:er)?\s+)(?:{ANY_MONTH})\b"
SORRY = r"[\s,.(]*(?:(?:euh|heu|non|pardon|plutot|enfin|je veux dire|en fait)[\s,.)]*)+(?:en\s+)?"
DENIED_DAYS = r"(?:\d{1,2}\s*(?:au\s*\d{1,2}\s*)?)?(?:debut\s+|fin\s+)?"
DENIAL = r"\b(?:et |mais |plutot )?(?:pas|ni|sauf|hors|except|not)\s+(?:en\s+|au\s+mois\s+de\s+|le\s+|du\s+|in\s+)?"


def _repaired(found: re.Match[str]) -> str:
    return f"{found['head']}{found['new']}".ljust(len(found[0]))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


# Corrections inside the message, made before anything is read; the length of the text never changes.
REPAIRS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(RANGE + SORRY + rf"(?P<new>{ANY_MONTH})\b"), _repaired),
    (re.compile(rf"{DENIAL}{DENIED_DAYS}(?:{ANY_MONTH})\b"), _blank),
    (re.compile(r"\bet (?:pas|non) (?:du|le|de) \d{1,2}\b(?:\s+au\s+\d{1,2})?"), _blank),
)
# Dates that are not of the stay: deadlines, the past, opening hours.
OUT = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:avant|d'ici|jusqu'au|jusqu'en|before|by|depuis|since|lors du)\s+(?:le\s+|la\s+|fin\s+|the\s+)?"
        rf"(?:\d{{1,2}}(?:er)?\s+)?(?:{ANY_MONTH})\b(?:\s+20\d\d)?",
        rf"\b(?:{ANY_MONTH})\s+(?:dernier|passe|last)\b",
        r"\bsemaine\s+(?:derniere|passee)\b",
        r"\b\d{1,2}\s*h(?:eures?)?\s*(?:\d\d)?\s*(?:-|a|et)\s*\d{1,2}\s*h(?:\d\d)?",
    )
)


@dataclass(frozen=True)
class Timing:
    """When: periods (days inclusive), weeks said, dates left open, weekdays closed, and what could not be."""

    periods: tuple[Period, ...] = ()
    weeks: int | None = None
    flexible: bool = False
    closed_days: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Said:
    start: int
    end: int
    period: Period
    open_ended: bool


def find_periods(text: Text, received: datetime) -> Timing:
    """Everything that the text says of when; years not said are those of the next occurrence after `received`."""
    folded = text.folded
    for pattern, repair in REPAIRS:
        folded = pattern.sub(repair, folded)
    weeks, folded = take_duration(folded)
    for pattern in OUT:
        folded = pattern.sub(lambda found: TAKEN * len(found[0]), folded)
    said, doubts = _read(folded, received)
    periods = tuple(dict.fromkeys(one.period for one in said))
    if weeks and len(said) == 1 and said[0].open_ended:
        start = periods[0].start
        periods = (Period(start, start + timedelta(days=weeks * 7 - 3)),)
    evidence = tuple(_show(text, one) for one in said)
    return Timing(periods, weeks, leaves_open(text.folded) and not periods, closed_days(text.folded), evidence, doubts)


def _read(folded: str, received: datetime) -> tuple[list[_Said], tuple[Doubt, ...]]:
    """What the rules read, in the order of the text; what one has read, the next does not see."""
    said: list[_Said] = []
    doubts: list[Doubt] = []
    for name, pattern, reader in RULES:
        for found in list(pattern.finditer(folded)):
            folded = folded[: found.start()] + TAKEN * len(found[0]) + folded[found.end() :]
            try:
                said.append(_Said(found.start(), found.end(), reader(found.groupdict(), received.date()), name == "since"))
            except (ValueError, OverflowError):
                doubts.append(Doubt("periods", found[0].strip()))
    return sorted(said, key=lambda one: one.start), tuple(doubts)


def _show(text: Text, one: _Said) -> Evidence:
    start, end = text.origin(one.start, one.end)
    return Evidence("periods", start, end, text.original[start:end])
