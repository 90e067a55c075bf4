"""Stays from one point to another: « du 8 au 26 février », « mi-mai à fin juin », « from 1 to 5 March »."""

import re
from collections.abc import Iterator
from itertools import islice

from config.pattern import Pattern
from dialogs.when.date_words import MONTHS, WEEKDAYS
from dialogs.when.dates import MONTH, MONTH_PART, POINT, YEAR, Point, names_a_month, read_point, resolve
from dialogs.when.moments import MOST, Clock, Found, found_period

_OPEN = r"(?P<open>(?:du|de|d'|des|entre|from|between|le|les|la|the)(?: mois d[e']| l[ea]s?| the)?[ \n]?)?"
_UP_TO = "jusqu'(?:au|a|en)|jusque|au|a|o|et|to|until|till|through|thru|and"
_ENDS = (
    r"(?:(?:qui|ca|il|elle|on|le stage) )?(?:(?:se )?termine\w*|finit|finissant|prend fin|s'acheve|s'arrete|"
    r"end(?:s|ing)|finish\w*|"
    r"date de fin|fin date|(?:fin|depart)(?= l[ea] | ?:| on| (?:lundi |mardi |mercredi |jeudi |vendredi )?\d))"
)
# « (lundi) », « inclus », « à 8 h » between the first day and what follows.
_ASIDE = r"(?: inclus\w*| \([^()\n]{1,60}\)| (?:a )?\d{1,2} ?h(?:\d\d)?| (?:au )?(?:matin|soir))?"
_TO = (
    rf"(?P<to>{_ASIDE}(?:,?[ \n](?:et |and )?(?:{_UP_TO})[ \n](?:le |la |the |mois d[e'] ?)?|[ \n]?(?:[-=]?>|-|/)[ \n]?"
    rf"|[,;]?[ \n](?:et |and )?{_ENDS}(?: ?:)?(?: le| au| on| the)? ))"
)
_TO_A_DAY = ("au", "to", "jusqu'au", "jusqu'a", "-", "o", "until", "till", "through", "thru")
_END = Pattern(r"termine|acheve|arrete|end|fin|depart")
_LINKS = frozenset((*_TO_A_DAY, "et", "and", "a", "jusqu'en", "jusque"))
_RANGE = Pattern(rf"(?<![a-z0-9/.,-]){_OPEN}(?P<first>{POINT}){_TO}(?P<last>{POINT})(?![a-z0-9])")
_MONTH_AFTER = Pattern(rf"[ ,(]{{1,3}}(?:en |au mois de |de |d'|of |pour |courant )?(?P<month>{MONTH_PART})")
_MONTH_BEFORE = Pattern(rf"(?P<month>{MONTH}{YEAR}?)[ ,:(]{{1,3}}$")
_SOME_MONTH = Pattern(rf"(?<![a-z]){MONTH}{YEAR}?")
_ONE_OF = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}}(?:er|st|nd|rd|th)?"
_JOIN = "(?:, ?| et | ou | and | or | & |, et )(?:le |the )?"
# Most numbers are joined to nothing: without one of these there is no range, and no list.
_LINKED = (
    Pattern(rf"\d(?: ?er| ?°|st|nd|rd|th)?{_TO}(?=[\da-z])"),
    Pattern(rf"(?:{'|'.join(MONTHS)}){_TO}(?=[\da-z])"),
    Pattern(rf"premier{_TO}(?=[\da-z])"),
)
_LISTED = Pattern(rf"\d(?:er|st|nd|rd|th)?{_JOIN}(?:(?:{'|'.join(WEEKDAYS)}) )?\d")
_LIST = Pattern(
    rf"(?<![a-z0-9/.,-])(?:les? |the )?(?P<days>{_ONE_OF}(?:{_JOIN}{_ONE_OF}){{1,9}}) "
    rf"(?:de |of )?(?P<month>{MONTH}{YEAR}?)"
)
_FAR = 120  # characters between a range without month and the month that it is of


def find_ranges(said: str, clock: Clock) -> Iterator[Found]:
    """Ranges; a month said once for several of them, or just before or after the days, counts for all."""
    if not any(linked.search(said) for linked in _LINKED):
        return
    waiting: list[tuple[re.Match[str], Point, Point]] = []
    before: Point | None = None
    for match in islice(_RANGE.finditer(said), MOST):
        first, last = read_point(match["first"]), read_point(match["last"])
        if not _holds(match, first, last):
            continue
        start, end = match.span()
        if not last.month and not first.month:
            month, start, end = _neighbour(said, match)
            month = month or _same_or_next_month(before, first)
            if not month:
                waiting.append((match, first, last))
                continue
            last = last._replace(month=month.month, year=month.year)
        found = _read(start, end, first, last, clock)
        yield from (_read(m.start(), m.end(), a, _with_month(b, first, last), clock) for m, a, b in waiting)
        waiting, before = [], last if last.day and last.month else last._replace(month=first.month, year=first.year)
        yield found
    for match, first, last in waiting:
        month = _far_month(said, match)
        end_point = _with_month(last, month, month) if month else last
        yield _read(match.start(), match.end(), first, end_point, clock) if month else Found(*match.span(), doubtful=True)


def _same_or_next_month(before: Point | None, first: Point) -> Point | None:
    """« du 8 au 12 mars ou du 15 au 19 »: the days that follow are of the month before, while they come later in it."""
    return before if before and before.day and before.month and (first.day or 0) > before.day else None


def _far_month(said: str, match: re.Match[str]) -> Point | None:
    """« Pour le stage de mars, ce sera du 8 au 26 »: the last month said before, when no other is said."""
    months = {found[0] for found in _SOME_MONTH.finditer(said, max(0, match.start() - _FAR), match.start())}
    return read_point(months.pop()) if len(months) == 1 else None


def find_day_lists(said: str, clock: Clock) -> Iterator[Found]:
    """« les 8, 9 et 10 février »: a stay when the days follow each other, else each day by itself."""
    if not names_a_month(said) or not _LISTED.search(said):
        return
    for match in islice(_LIST.finditer(said), MOST):
        month = read_point(match["month"])
        days = [month._replace(day=int(number)) for number in re.findall(r"\d+", match["days"])]
        numbers = [point.day or 0 for point in days]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            days = [days[0], days[-1]]
            yield found_period(match.start(), match.end(), resolve(days[0], days[-1], clock.received))
        else:
            yield from (found_period(match.start(), match.end(), resolve(day, day, clock.received)) for day in days)


def _holds(match: re.Match[str], first: Point, last: Point) -> bool:
    """Whether two points make a range: « en mars à 8 km », « entre A et B » without « entre », « de 8 à 12 » do not."""
    opening, link = (match["open"] or "").strip(), _link(match["to"])
    between = opening.startswith(("entre", "between"))
    if link in ("et", "and") and not between:
        return False
    if link == "/":
        return bool(first.day and first.month and last.day and last.month)
    if last.month:
        return bool(first.day or first.month)
    if not last.day or (first.month and not first.day):
        return False
    return opening in ("du", "from") and link in _TO_A_DAY if not first.month else link in _TO_A_DAY


def _link(said: str) -> str:
    """The one word that joins two points: « au », « - »; « et se termine le » is worth a dash."""
    joins = [word for word in said.split() if word in _LINKS]
    if said.strip() == "/":
        return "/"
    return joins[-1] if joins and not _END.search(said) else "-"


def _neighbour(said: str, match: re.Match[str]) -> tuple[Point | None, int, int]:
    """The month next to « du 8 au 26 », and the characters of both."""
    if after := _MONTH_AFTER.match(said, match.end()):
        return read_point(after["month"]), match.start(), after.end()
    before = _MONTH_BEFORE.search(said, max(0, match.start() - 24), match.start())
    return (read_point(before["month"]), before.start(), match.end()) if before else (None, match.start(), match.end())


def _with_month(last: Point, first: Point, end: Point) -> Point:
    return last._replace(month=first.month or end.month, year=first.year or end.year)


def _read(start: int, end: int, first: Point, last: Point, clock: Clock) -> Found:
    if not last.month:
        last = last._replace(month=first.month, year=first.year)
    if not first.month:
        first = first._replace(month=last.month, year=None if (first.day or 0) > (last.day or 32) else last.year)
    found = found_period(start, end, resolve(first, last, clock.received), first)
    return found if first.day or last.day else found._replace(months=2)
