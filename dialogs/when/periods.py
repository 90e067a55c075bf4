"""When: the periods of stay that a message asks for, its duration, its open dates, its closed days. Our own grammar.

The text is said plainly, its corrections are made, then each rule reads what the rules before it have left.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from config.pattern import Marked, Pattern
from config.territory import CalendarDay, Territory
from config.zones import load_zones
from core.pool.draft import Period
from dialogs.understanding.heard import Doubt, Evidence
from dialogs.understanding.text import TAKEN, Text
from dialogs.when.corrections import plainly, takes_back
from dialogs.when.date_words import MONTHS, WEEKDAYS
from dialogs.when.dates import is_ahead
from dialogs.when.days import find_bare_day, find_days, find_open_months
from dialogs.when.durations import Duration, find_durations
from dialogs.when.moments import MOST, Clock, Found, Rule
from dialogs.when.months import find_halves, find_months
from dialogs.when.openness import closed_days, leaves_open
from dialogs.when.outside import is_former, is_gone, is_outside
from dialogs.when.ranges import find_day_lists, find_ranges
from dialogs.when.relative import find_later_days, find_relative_days, find_relative_months, find_relative_weeks
from dialogs.when.relative_ranges import find_relative_ranges
from dialogs.when.terms import find_holidays
from dialogs.when.weeks import find_iso_weeks, find_weeks_of, find_weeks_of_month

# Most precise first.
RULES: tuple[Rule, ...] = (
    find_relative_ranges, find_ranges, find_weeks_of, find_day_lists, find_holidays, find_weeks_of_month, find_iso_weeks,
    find_relative_weeks, find_open_months, find_days, find_relative_days, find_later_days, find_bare_day, find_halves,
    find_months, find_relative_months,
)  # fmt: skip
_ZONE = Pattern(r"(?<![a-z])zone (?P<zone>[abc])(?![a-z0-9])")
_SAME = Marked(r"(?<![a-z])(?:memes? (?:date|periode|semaine|jour)|meme debut|same (?:date|period|semaine|start))", "meme|same")
_TIMES = "semaine|mois|vacances|conges|holidays|rentree|demain|dans une"
_ANCHOR = re.compile(rf"\d|(?<![a-z])(?:{'|'.join((*MONTHS, *WEEKDAYS))}|{_TIMES})")
BEFORE, AFTER = 60, 80  # characters around these that a rule may read
_Said = TypeVar("_Said", Found, Duration)
NEAR = 60  # characters between a start and its duration


@dataclass(frozen=True)
class Timing:
    """When: periods (days inclusive), weeks said, dates left open, weekdays closed, and what could not be."""

    periods: tuple[Period, ...] = ()
    weeks: int | None = None
    flexible: bool = False
    closed_days: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    same: bool = False  # « mêmes dates »: those of the offer before

    def echo(self, before: "Timing") -> "Timing":
        """« Mêmes dates », « même date de début »: the periods said before, as long as it is said here."""
        if not self.same or self.periods or not before.periods:
            return self
        start, weeks = before.periods[0].start, self.weeks
        periods = (stay_of(start, weeks),) if weeks and weeks != before.weeks else before.periods
        return replace(self, periods=periods, weeks=weeks or before.weeks)

    def filled(self, around: "Timing") -> "Timing":
        """What is said here, completed by what is said for all: « en mai-juin : 1 CAP, 4 semaines ; 1 BTS, 6 semaines »."""
        weeks, periods = self.weeks or around.weeks, self.periods
        if not periods:
            periods = around.periods
            if weeks and len(periods) == 1 and periods[0].start == periods[0].end:
                periods = (stay_of(periods[0].start, weeks),)
        return replace(self, periods=periods, weeks=weeks, flexible=self.flexible or around.flexible)


def find_periods(text: Text, received: date, territory: Territory | None = None, departement: str = "") -> Timing:
    """All that the text says of when; a year left out is the next occurrence.

    Holidays are those of the zone that is named, else of the département of the place, else of the territory.
    """
    plain = text.once(plainly)
    clock = Clock(date(received.year, received.month, received.day), _calendar(plain.folded, territory, departement))
    found, left = _read(plain.folded, clock)
    kept = [one for one in found if not is_outside(plain.folded, one) and not is_gone(plain.folded, one, clock.received)]
    said_long = list(find_durations(left))
    durations = _standing(plain.folded, said_long)
    kept = _standing(plain.folded, kept)
    ahead = [one for one in kept if one.period and is_ahead(one.period, clock.received)]
    ahead = [one for one in ahead if len(ahead) == 1 or not is_former(plain.folded, one)] or ahead
    others = list({(one.period, one.months > 0): one for one in ahead}.values())[:MOST]
    stays = [_lengthened(one, durations) for one in ahead if not _said_better(one, others)]
    periods = tuple(dict.fromkeys(one.period for one in stays if one.period))
    return Timing(
        periods=periods,
        weeks=durations[0].weeks if durations else None,
        flexible=leaves_open(plain.folded),
        closed_days=closed_days(plain.folded),
        evidence=(*(_show(plain, "periods", one) for one in stays), *(_show(plain, "weeks", one) for one in durations[:1])),
        same=bool(_SAME.search(plain.folded)),
        doubts=tuple(Doubt("periods", plain.span(one.start, one.end).strip()) for one in kept if _doubtful(one, periods)),
    )


def _calendar(said: str, territory: Territory | None, departement: str) -> tuple[CalendarDay, ...]:
    if "vacances" not in said and "rentree" not in said and "conges" not in said and "holidays" not in said:
        return ()
    if zone := _ZONE.search(said):
        return load_zones().calendar(zone["zone"].upper())
    return load_zones().around(departement) or (territory.calendar if territory else ())


def _read(said: str, clock: Clock) -> tuple[list[Found], str]:
    """What the rules find, in the order of the text, and the text without it."""
    found: list[Found] = []
    near = _near_dates(said)
    if not near.strip(TAKEN):
        return found, said
    for rule in RULES:
        for one in list(rule(near, clock)):
            found.append(one)
            near, said = _without(near, one), _without(said, one)
    return sorted(found, key=lambda one: one.start), said


def _near_dates(said: str) -> str:
    """The text where all that is far from a number, a month, a weekday or a unit of time is taken out: rules are long."""
    kept: list[str] = []
    done = 0
    for anchor in _ANCHOR.finditer(said):
        start, end = max(done, anchor.start() - BEFORE), min(len(said), anchor.end() + AFTER)
        if end > done:
            kept += (TAKEN * (start - done), said[start:end])
            done = end
    return "".join((*kept, TAKEN * (len(said) - done)))


def _without(said: str, one: Found) -> str:
    return said[: one.start] + TAKEN * (one.end - one.start) + said[one.end :]


def _standing(said: str, found: list[_Said]) -> list[_Said]:
    """Without what is taken back before the next: « en mars, non, en avril »."""
    starts = sorted(one.start for one in found)
    following = ((one, bisect_left(starts, one.end)) for one in found)
    return [one for one, k in following if k == len(starts) or not takes_back(said[one.end : starts[k]])]


def _said_better(one: Found, others: list[Found]) -> bool:
    """A month around days that are said (« en mai, du 3 au 28 mai »), and days inside a stay that is said, add nothing."""
    if one.relative:
        return any(not other.relative and not other.months for other in others)
    return any(_covers(one, other) if one.months else _covers(other, one) and not other.months for other in others)


def _covers(wide: Found, narrow: Found) -> bool:
    """Whether a month meets days, or a stay or a month holds a shorter one."""
    if not wide.period or not narrow.period or wide.period == narrow.period:
        return False
    if wide.months and not narrow.months:
        return wide.period.start <= narrow.period.end and narrow.period.start <= wide.period.end
    return wide.period.start <= narrow.period.start and narrow.period.end <= wide.period.end


def _lengthened(one: Found, durations: list[Duration]) -> Found:
    """« 4 semaines à partir du lundi 8 mars »: a first day and a duration make a stay, up to a Friday."""
    if one.ends:
        return one
    near = [d for d in durations if abs(d.start - one.end) < NEAR or abs(one.start - d.end) < NEAR]
    if not one.period or not near:
        return one
    start, weeks = one.period.start, near[0].weeks
    if one.months:
        if one.part not in ("debut", "mi") or one.period.end - start > timedelta(days=weeks * 7):
            return one
        start += timedelta(days=-start.weekday() % 7)
    elif one.period.end != start:
        return one
    return one._replace(period=stay_of(start, weeks))


def stay_of(start: date, weeks: int) -> Period:
    """The stay of some weeks from a day on, up to a Friday."""
    last = start + timedelta(days=weeks * 7 - 1)
    return Period(start, last - timedelta(days=max(0, last.weekday() - 4)))


def _doubtful(one: Found, periods: tuple[Period, ...]) -> bool:
    return one.doubtful and not (one.period is None and periods and one.period not in periods and one.opens)


def _show(plain: Text, slot: str, one: Found | Duration) -> Evidence:
    start, end = plain.origin(one.start, one.end)
    return Evidence(slot, start, end, plain.original[start:end])
