"""Weeks: ISO numbers, « la semaine du 14 juin », « les deux premières semaines de mars ».

A week of stay runs from Monday to Friday.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.dates import BARE_DAY, DATE, MONTH, YEAR, Point, read_point, read_year, resolve
from dialogs.when.moments import MOST, Clock, Found, found_period

_COUNTED = (
    "jour|mois|semaine|eleve|stag|place|jeune|apprenti|poste|personne|cap(?![a-z])|bac(?![a-z])|bts|collegien|lyceen|fille|garcon"
)
_PAIRS = "|".join(f"{week}/{week + 1}" for week in range(1, 53))  # « semaines 21/22 » is no date
_NOT_A_WEEK = rf"(?!\d| ?h(?![a-z])| ?[:/]\d|(?:e|eme|er|nde|de)(?![a-z])| (?:{_COUNTED}))"
_N = rf"(?:(?:{_PAIRS})(?![\d/])|(?:0[1-9]|[1-4]?\d|5[0-3]){_NOT_A_WEEK})"
_WORD = (
    r"(?<!\d )(?<!\d)(?<!une )(?<![a-z])"
    r"(?:semaine ?(?:iso |n° ?|no ?|numero |calendaires? )?|s ?(?=\d\d)|s(?=\d ?(?:a|au|-|et|,|/) ?s ?\d))"
)
_ISO = Pattern(
    rf"{_WORD}(?P<all>{_N}(?:(?: ?[,/-] ?| ?[-=]?> ?| et | ou | a | au | to | and | & ?| )(?:la )?(?:semaine ?|s ?)?"
    rf"{_N}){{0,9}})"
    rf"(?P<year>{YEAR})?(?: de 20\d\d)?"
)
_NUMBERED = re.compile(r"semaine|s ?\d")
_OF = r"(?:du|de|of|commencant le|debutant le|starting|beginning|commencing|qui commence le)"
_DAY = rf"(?:{DATE}|{BARE_DAY})"
_WEEK_OF = Pattern(
    rf"(?<!\d )(?:l[ae]s? )?(?:semaine {_OF}|w/[cb])(?: on)? (?:the )?"
    rf"(?P<all>{BARE_DAY}(?:, ?{BARE_DAY}){{0,5}},? (?:et|ou) {DATE}|"
    rf"{_DAY}(?:(?:,| et| ou| and| or|/)(?: une?| l'| the)? ?(?:autre )?(?:(?:celle |semaine )?du {_DAY}|{DATE})){{0,5}})"
)
_ONE_DAY = Pattern(_DAY)
_RANK = {"premiere": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4, "derniere": -1,
         "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_RANKS = "|".join(rank for rank in _RANK if rank.isalpha()) + r"|[1-4](?= ?(?:ere|re|er|eme|e|nde|de)s? )"
_IN_MONTH = Pattern(
    rf"(?:(?P<before>\d) )?(?P<rank>{_RANKS})(?: ?(?:ere|re|er|eme|e|nde|de))?s? (?:(?P<after>\d) )?semaine "
    rf"(?:du mois |complete )?(?:de |d'|of |in |en )(?P<month>{MONTH}{YEAR}?)"
)
_FRIDAY = timedelta(days=4)
_WEEK = timedelta(days=7)


def work_week(day: date) -> Period:
    """Monday to Friday of the week of a day; a Saturday or a Sunday announces the next week."""
    monday = day - timedelta(days=day.weekday()) + (_WEEK if day.weekday() > 4 else timedelta(0))
    return Period(monday, monday + _FRIDAY)


def find_iso_weeks(said: str, clock: Clock) -> Iterator[Found]:
    """« semaine 7 », « S48 à S51 », « semaines 6 et 7 »: ISO weeks not yet over."""
    if not _NUMBERED.search(said):
        return
    for match in islice(_ISO.finditer(said), MOST):
        weeks = _rising(match["all"])
        through = len(weeks) == 2 and not re.search(r"[,/&]|ou", match["all"])
        year = read_year(match["year"])
        runs = [(weeks[0], weeks[1])] if through else _runs(weeks)
        yield from (found_period(match.start(), match.end(), _iso(first, last, year, clock)) for first, last in runs)


def _rising(said: str) -> list[int]:
    """Weeks up to the first number that counts something else: it goes back, or follows a blank and is not the next week."""
    rising: list[int] = []
    for link, number in re.findall(r"(\D*)(\d+)", said):
        week = int(number)
        if rising and ((week <= rising[-1] and rising[-1] < 48) or (not link.strip() and week != rising[-1] + 1)):
            break
        rising.append(week)
    return rising


def _runs(weeks: list[int]) -> list[tuple[int, int]]:
    """Consecutive weeks as one."""
    runs: list[tuple[int, int]] = []
    for week in weeks:
        if runs and week == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], week)
        else:
            runs.append((week, week))
    return runs


def _iso(first: int, last: int, said: int | None, clock: Clock) -> Period | None:
    for year in (said,) if said else range(clock.received.year, clock.received.year + 3):
        try:
            start = date.fromisocalendar(year, first, 1)
            period = Period(start, date.fromisocalendar(year + (last < first), last, 5))
        except ValueError:
            return None
        if said or period.end >= clock.received:
            return period
    return None


def find_weeks_of(said: str, clock: Clock) -> Iterator[Found]:
    """« la semaine du 14 juin », « les semaines du 7 et du 14 décembre »: the weeks of these days."""
    if "semaine" not in said and "w/" not in said:
        return
    for match in islice(_WEEK_OF.finditer(said), MOST):
        points = [read_point(one[0]) for one in _ONE_DAY.finditer(match["all"])]
        month = next((point for point in points if point.month), Point())
        for point in points:
            day = point if point.month else point._replace(month=month.month, year=month.year)
            period = resolve(day, day, clock.received) if day.month else _next_such(day.day or 0, clock.received)
            yield found_period(match.start(), match.end(), work_week(period.start) if period else None)


def _next_such(day: int, received: date) -> Period | None:
    """« la semaine du 8 »: the next day of that number."""
    for ahead in range(62):
        if (one := received + timedelta(days=ahead)).day == day:
            return Period(one, one)
    return None


def find_weeks_of_month(said: str, clock: Clock) -> Iterator[Found]:
    """« la première semaine de février »: from the first Monday of the month; the last is the one whose Wednesday is in it."""
    if "semaine" not in said:
        return
    for match in islice(_IN_MONTH.finditer(said), MOST):
        month = read_point(match["month"])
        whole = resolve(month, month, clock.received)
        count, rank = int(match["before"] or match["after"] or 1), _RANK[match["rank"]]
        yield found_period(match.start(), match.end(), _weeks_in(whole, rank, count) if whole and count else None)


def _weeks_in(whole: Period, rank: int, count: int) -> Period:
    if rank < 0:
        wednesday = whole.end - timedelta(days=(whole.end.weekday() - 2) % 7)
        return Period(wednesday - timedelta(days=2) - (count - 1) * _WEEK, wednesday + timedelta(days=2))
    monday = whole.start + timedelta(days=-whole.start.weekday() % 7) + (rank - 1) * _WEEK
    return Period(monday, monday + (count - 1) * _WEEK + _FRIDAY)
