"""Days counted from the day of the message: « la semaine prochaine », « lundi en huit », « dans 15 jours », « fin du mois »."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.date_words import WEEKDAYS
from dialogs.when.dates import month_end
from dialogs.when.moments import MOST, Clock, Found

_WEEKDAY = "|".join(WEEKDAYS)
_STARTING = r"(?:a partir d[eu]|a compter d[eu]|des|du|de|le|starting|from|on)"
_WEEK = Pattern(
    r"(?:l[ae] |the )?semaine (?P<next>prochaine|pro|suivante|qui vient|d'apres)(?![a-z])|(?P<in_english>next) semaine"
    r"|(?:cette|this) semaine(?! la(?![a-z]))(?P<this>)"
)
_DAY = Pattern(
    rf"(?P<cue>{_STARTING} )?(?P<day>{_WEEKDAY}) (?:(?P<next>prochain|suivant|qui vient)|en (?P<later>8|15))(?![a-z0-9])"
    rf"|(?:{_STARTING} )?next (?P<english>{_WEEKDAY})"
    rf"|(?:a partir d[eu]|a compter d[eu]|des) (?:(?P<bare>{_WEEKDAY})(?! ?\d| au| et| ou|,)|(?P<tomorrow>demain))"
)
_LATER = Pattern(
    r"(?<![a-z])(?:dans|in) (?:(?:environ|a peu pres|about) )?(?P<count>\d{1,2}|une|a) (?P<unit>jour|semaine|quinzaine)(?![a-z])"
)
_MONTH = Pattern(
    r"(?:(?P<part>debut|mi|fin) (?:du |de |of |of the |de ce )?|(?P<whole>le |courant |ce |next |this |du ))"
    r"mois(?P<next> prochain| suivant|(?<=next mois))?(?![a-z])"
)
_THIRDS = {"debut": (1, 10), "mi": (11, 20), "fin": (21, 31)}


def find_relative_weeks(said: str, clock: Clock) -> Iterator[Found]:
    """« la semaine prochaine »: Monday to Friday after this week; « cette semaine »: those of this one."""
    if "semaine" not in said:
        return
    monday = clock.received - timedelta(days=clock.received.weekday())
    for match in islice(_WEEK.finditer(said), MOST):
        week = monday if match["this"] is not None else monday + timedelta(days=7)
        yield Found(match.start(), match.end(), Period(week, week + timedelta(days=4)), relative=True)


def find_relative_days(said: str, clock: Clock) -> Iterator[Found]:
    """« à partir de lundi prochain »: the first such day after today; « lundi en huit »: a week after the Monday to come."""
    if "demain" not in said and not any(day in said for day in WEEKDAYS):
        return
    for match in islice(_DAY.finditer(said), MOST):
        day = clock.received + timedelta(days=1)
        if name := match["day"] or match["english"] or match["bare"]:
            day = coming(WEEKDAYS.index(name), clock.received, bool(match["later"]))
            day += timedelta(days={"8": 7, "15": 14}.get(match["later"] or "", 0))
        yield Found(match.start(), match.end(), Period(day, day), opens=True, relative=True)


def find_later_days(said: str, clock: Clock) -> Iterator[Found]:
    """« dans quinze jours » is two weeks from today, « dans 3 semaines » three: a first day."""
    if not any(unit in said for unit in ("jour", "semaine", "quinzaine")):
        return
    for match in islice(_LATER.finditer(said), MOST):
        count = int(match["count"]) if match["count"].isdigit() else 1
        days = {"semaine": 7 * count, "quinzaine": 14 * count}.get(match["unit"], {8: 7, 15: 14}.get(count, count))
        day = clock.received + timedelta(days=days)
        yield Found(match.start(), match.end(), Period(day, day), opens=True, relative=True)


def find_relative_months(said: str, clock: Clock) -> Iterator[Found]:
    """« le mois prochain » whole, « fin du mois »: its last third, from today on."""
    if "mois" not in said:
        return
    for match in islice(_MONTH.finditer(said), MOST):
        ahead = bool(match["next"]) or (match["whole"] or "").startswith("next")
        if not match["part"] and not ahead and match["whole"] not in ("ce ", "this "):
            continue
        year, month = clock.received.year, clock.received.month
        if ahead:
            year, month = year + month // 12, month % 12 + 1
        first, last = _THIRDS.get(match["part"] or "", (1, 31))
        start, end = date(year, month, first), date(year, month, min(last, month_end(year, month)))
        if end >= clock.received:
            yield Found(match.start(), match.end(), Period(start, end), months=1, part=match["part"] or "", relative=True)


def coming(weekday: int, today: date, counting_today: bool) -> date:
    """The next such weekday: today itself counts for « en huit », not for « prochain »."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead or counting_today else 7)
