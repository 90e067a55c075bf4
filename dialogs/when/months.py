"""Whole months, thirds and halves of them: « en mai-juin », « début mars », « la première quinzaine d’avril »."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.dates import MONTH, MONTH_PART, YEAR, Point, month_end, names_a_month, read_point, resolve
from dialogs.when.moments import MOST, Clock, Found

_LINK = r"(?:/| ?- ?|, ?|,? et (?:en )?| ou (?:en )?| and (?:in )?| or (?:in )?| & | (?=[a-z])(?!mi |debut |fin ))"
_LEAD = r"(?:(?:en|au mois d[e']|du mois d[e']|courant|pour|pendant|durant|sur|in|during|d[e']|le mois d[e']|la|le|au) ?)?"
_MONTHS = Pattern(rf"(?<![a-z0-9']){_LEAD}(?P<all>{MONTH_PART}(?:{_LINK}{MONTH_PART}){{0,11}})")
_ONE = Pattern(MONTH_PART)
_HALF = Pattern(
    r"(?P<which>premiere|first|1 ?(?:ere|re)|deuxieme|seconde?|2 ?(?:e|eme|nde|de)) (?:quinzaine|moitie|half) (?:du mois )?"
    rf"(?:de |d'|of |in )(?P<month>{MONTH}{YEAR}?)"
)
_THIRDS = {"debut": (1, 10), "mi": (11, 20), "fin": (21, 31)}


def find_months(said: str, clock: Clock) -> Iterator[Found]:
    """Months one by one, those that follow each other as one period."""
    if not names_a_month(said):
        return
    for match in islice(_MONTHS.finditer(said), MOST):
        points = [read_point(one[0]) for one in _ONE.finditer(match["all"])]
        for period in _joined([period for point in _same_year(points) if (period := _month(point, clock))]):
            yield Found(match.start(), match.end(), period, months=len(points), part=points[0].part)


def find_halves(said: str, clock: Clock) -> Iterator[Found]:
    """« la première quinzaine de mars »: the 1st to the 15th; the second runs to the end of the month."""
    if not names_a_month(said):
        return
    for match in islice(_HALF.finditer(said), MOST):
        month = read_point(match["month"])
        first = match["which"].startswith(("p", "1", "f"))
        start, end = (month._replace(day=1), month._replace(day=15)) if first else (month._replace(day=16), month)
        yield Found(match.start(), match.end(), resolve(start, end, clock.received), months=1)


def _same_year(points: list[Point]) -> list[Point]:
    """A year said after the last month counts for those before it: « mars et avril 2027 »."""
    last = points[-1]
    return [p._replace(year=last.year) if last.year and not p.year and (p.month or 0) <= (last.month or 0) else p for p in points]


def _month(point: Point, clock: Clock) -> Period | None:
    whole = resolve(point._replace(part=""), point._replace(part=""), clock.received)
    if whole is None or not point.part:
        return whole
    first, last = _THIRDS[point.part]
    return Period(
        whole.start.replace(day=first), whole.start.replace(day=min(last, month_end(whole.start.year, whole.start.month)))
    )


def _joined(periods: list[Period]) -> list[Period]:
    joined: list[Period] = []
    for period in periods:
        if joined and timedelta(0) <= period.start - joined[-1].end <= timedelta(days=1):
            joined[-1] = Period(joined[-1].start, period.end)
        else:
            joined.append(period)
    return joined
