"""Stays from a day counted from today to a date: « de lundi prochain au 18 décembre », « à partir de demain et jusqu’au 11 »."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.date_words import WEEKDAYS
from dialogs.when.dates import DATE, Point, read_point, resolve
from dialogs.when.moments import MOST, Clock, Found
from dialogs.when.relative import coming

_WEEKDAY = "|".join(WEEKDAYS)
_FROM = r"(?:a partir d[eu]s?|a compter d[eu]|des|du|de|d'|from|starting) ?"
_FIRST = (
    rf"(?:(?:la |the )?(?P<tomorrow>demain)|(?P<today>aujourd'hui|ce jour|today|maintenant)"
    rf"|(?P<of_next>{_WEEKDAY}) (?:de )?(?:la )?semaine (?:prochaine|pro|suivante|qui vient)"
    rf"|next (?P<english>{_WEEKDAY})"
    rf"|(?:le )?(?P<day>{_WEEKDAY})(?: (?:prochain|suivant|qui vient)| en (?P<later>8|15))?"
    r"|(?P<week>la semaine (?:prochaine|pro|suivante|qui vient)))"
)
_TO = r",? (?:et |and )?(?:jusqu'(?:au|a)|jusque|au|to|until|till) (?:le |the )?"
_RANGE = Pattern(rf"(?<![a-z0-9]){_FROM}{_FIRST}{_TO}(?P<last>{DATE})(?![a-z0-9])")
_SIGNS = ("demain", "jour", "today", "maintenant", "semaine", *WEEKDAYS)


def find_relative_ranges(said: str, clock: Clock) -> Iterator[Found]:
    """From a day counted from today to a date, both within; a date that comes first makes no stay."""
    if not any(sign in said for sign in _SIGNS):
        return
    for match in islice(_RANGE.finditer(said), MOST):
        last = _last(read_point(match["last"]), clock.received)
        first = _first(match.groupdict(), clock.received)
        if last and first <= last:
            yield Found(match.start(), match.end(), Period(first, last))


def _last(point: Point, received: date) -> date | None:
    period = resolve(point, point, received)
    return period.end if period else None


def _first(said: dict[str, str | None], today: date) -> date:
    monday = today + timedelta(days=7 - today.weekday())
    if said["today"]:
        return today
    if said["tomorrow"]:
        return today + timedelta(days=1)
    if said["week"]:
        return monday
    if said["of_next"]:
        return monday + timedelta(days=WEEKDAYS.index(said["of_next"]))
    day = coming(WEEKDAYS.index(said["english"] or said["day"] or WEEKDAYS[0]), today, bool(said["later"]))
    return day + timedelta(days={"8": 7, "15": 14}.get(said["later"] or "", 0))
