"""When: our own grammar beside dateparser, on the same invented phrases of employers, in the same process.

Half of the phrases are set aside by a seeded draw: the rules were written without looking at what they get wrong.
"""

import csv
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from config.territory_files import load_territory
from core.pool.draft import Period
from dialogs.understanding.text import prepare
from dialogs.when.dates import month_end
from dialogs.when.periods import Timing, find_periods

PHRASES = Path(__file__).with_suffix(".csv")
TERRITORY = "reunion"
SEED = 2027
PASSES = 3
MISSING = "dateparser is not installed: pip install 'dateparser>=1.2' (the group `bench` of pyproject.toml) shows its side."
HEADER = ("reader", "phrases", "periods right", "where some are asked for", "ms a phrase", "weeks right", "flexible right")
Periods = tuple[Period, ...]
Read = Callable[[str, date], Periods]


@dataclass(frozen=True)
class Phrase:
    """A phrase, the day it came, and the readings that are right for each slot."""

    text: str
    received: date
    periods: tuple[Periods, ...]
    weeks: tuple[int | None, ...]
    flexible: tuple[bool, ...]


def phrases() -> list[Phrase]:
    """All phrases, in the order of the file."""
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        return [_phrase(row) for row in csv.DictReader(lines)]


def split(every: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Those the rules may be tuned on, and the half that is only measured."""
    aside = set(random.Random(SEED).sample(range(len(every)), len(every) // 2))
    return [p for i, p in enumerate(every) if i not in aside], [p for i, p in enumerate(every) if i in aside]


def _phrase(row: dict[str, str]) -> Phrase:
    return Phrase(
        text=row["text"],
        received=date.fromisoformat(row["received"]),
        periods=tuple(_periods(said) for said in row["periods"].split("|")),
        weeks=tuple(None if said == "-" else int(said) for said in row["weeks"].split("|")),
        flexible=tuple(said == "yes" for said in row["flexible"].split("|")),
    )


def _periods(said: str) -> Periods:
    days = [one.split("/") for one in said.split() if one != "-"]
    return tuple(sorted((Period(date.fromisoformat(a), date.fromisoformat(b)) for a, b in days), key=lambda p: p.start))


class Ours:
    """Guichet's reading, with the calendar of one territory."""

    def __init__(self) -> None:
        self.territory = load_territory(TERRITORY)

    def timing(self, phrase: Phrase) -> Timing:
        return find_periods(prepare(phrase.text), phrase.received, self.territory)

    def __call__(self, text: str, received: date) -> Periods:
        return find_periods(prepare(text), received, self.territory).periods


class Theirs:
    """The dates that dateparser finds, read as kindly as we can: pairs are ranges, a month without day is the whole month."""

    _TO = re.compile(r"\s*(?:au|à|to|until|jusqu.au|et le|and|[-–>])?\s*(?:le|du|the)?\s*", re.IGNORECASE)

    def __init__(self) -> None:
        self.search: Any = import_module("dateparser.search").search_dates

    def __call__(self, text: str, received: date) -> Periods:
        settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": datetime(received.year, received.month, received.day)}
        found = self.search(text, languages=["fr", "en"], settings=settings) or []
        periods: list[Period] = []
        end = 0
        for said, moment in found:
            start = text.find(said, end)
            day = moment.date()
            period = Period(day, day) if any(char.isdigit() for char in said) else _whole_month(day)
            if periods and start >= 0 and self._TO.fullmatch(text[end:start]) and periods[-1].start <= period.end:
                periods[-1] = Period(periods[-1].start, period.end)
            else:
                periods.append(period)
            end = max(start, 0) + len(said)
        return tuple(periods)


def _whole_month(day: date) -> Period:
    return Period(day.replace(day=1), day.replace(day=month_end(day.year, day.month)))


@dataclass(frozen=True)
class Result:
    """Of the phrases read: those whose periods are all right, and none too many; the seconds of all."""

    right: int
    dated: int  # right, among the phrases that ask for some period
    seconds: float


def measure(read: Read, half: Sequence[Phrase]) -> Result:
    """Read every phrase, and keep the quickest of some passes: the first builds tables, and the machine is not ours alone."""
    seconds = []
    for _ in range(PASSES):
        start = time.perf_counter()
        found = [read(phrase.text, phrase.received) for phrase in half]
        seconds.append(time.perf_counter() - start)
    right = [phrase for phrase, periods in zip(half, found, strict=True) if same(periods, phrase)]
    return Result(len(right), sum(bool(phrase.periods[0]) for phrase in right), min(seconds))


def same(found: Periods, phrase: Phrase) -> bool:
    """Whether the periods found are one of the right readings, whatever their order."""
    return tuple(sorted(found, key=lambda period: period.start)) in phrase.periods


def compare() -> list[str]:
    """The rows of the table: each half of the phrases read by Guichet and by dateparser, and how many times better."""
    ours = Ours()
    theirs = Theirs() if find_spec("dateparser") else None
    rows = [_row(*HEADER), _row(*["---"] * len(HEADER))]
    for name, half in zip(("tuned on", "set aside"), split(phrases()), strict=True):
        mine = measure(ours, half)
        timings = [(ours.timing(phrase), phrase) for phrase in half]
        weeks = sum(timing.weeks in phrase.weeks for timing, phrase in timings)
        flexible = sum(timing.flexible in phrase.flexible for timing, phrase in timings)
        rows.append(_row(f"Guichet, {name}", *_cells(mine, half), weeks, flexible))
        if theirs:
            other = measure(theirs, half)
            rows.append(_row(f"dateparser, {name}", *_cells(other, half), "", ""))
            times = mine.dated / max(other.dated, 1), other.seconds / mine.seconds
            rows.append(_row("Guichet is", "", "", f"{times[0]:.1f} times", f"{times[1]:.0f} times faster", "", ""))
    return rows if theirs else [*rows, "", MISSING]


def _cells(result: Result, half: Sequence[Phrase]) -> tuple[object, ...]:
    dated = sum(bool(phrase.periods[0]) for phrase in half)
    each = result.seconds / len(half) * 1000
    return len(half), result.right, f"{result.dated} of {dated}", f"{each:.2f}"


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def errors() -> list[str]:
    """What is read wrong in the half that rules may be tuned on: the other half is not shown."""
    ours = Ours()
    return [line for phrase in split(phrases())[0] for line in _wrong(ours.timing(phrase), phrase)]


def _wrong(timing: Timing, phrase: Phrase) -> list[str]:
    said = (
        ("periods", same(timing.periods, phrase), timing.periods, phrase.periods),
        ("weeks", timing.weeks in phrase.weeks, timing.weeks, phrase.weeks),
        ("flexible", timing.flexible in phrase.flexible, timing.flexible, phrase.flexible),
    )
    head = f"{phrase.received} {phrase.text}"
    return [f"{slot}: {head}\n    {_say(found)} != {_say(right)}" for slot, is_right, found, right in said if not is_right]


def _say(value: object) -> str:
    return re.sub(r"Period\(start=|datetime\.date|end=", "", str(value))


def main(arguments: Sequence[str]) -> None:
    """Print the table; with --errors, what is read wrong in the half to tune on."""
    print("\n".join(errors() if "--errors" in arguments else compare()))


if __name__ == "__main__":
    main(sys.argv[1:])
