"""Single days, and open starts: « le 8 mars », « à partir du 1er septembre », « dès janvier »."""

from collections.abc import Iterator
from itertools import islice

from config.pattern import Pattern
from core.pool.draft import Period
from dialogs.when.date_words import MONTHS
from dialogs.when.dates import DATE, MONTH_PART, Point, names_a_month, read_point, resolve
from dialogs.when.moments import MOST, Clock, Found, found_period

_START = (
    r"(?:a partir|a compter|starting|debutant|commencant|des|from|as of)"
    r"(?: d[ue]| d'| le| la| on| from| the| du mois de| le mois de){0,3} ?"
)
_CUE = rf"(?P<opens>{_START})|(?:le|du|on|au|the|pour le|ce) "
_ENDING = Pattern(
    r"\b(?:(?:date|jour) de fin|fin(?:it|ira|issant)?|termine\w*|end(?:s|ing)|last jour|dernier jour)(?: [a-z]{2,8}){0,2} ?:? ?$"
)
_DAY = Pattern(rf"(?<![a-z0-9/.,-])(?:{_CUE})?(?P<day>{DATE})(?![a-z0-9])")
_DAY_AND_MONTH = Pattern(rf"[\dr](?: ?er| ?°|st|nd|rd|th)?[ \n-]?(?:du mois de |de |d'|of )?(?:{'|'.join(MONTHS)})")
_FIGURES = Pattern(r"\d ?[/.-] ?\d")
_OPEN_MONTH = Pattern(rf"(?<![a-z0-9])(?P<opens>{_START})(?P<month>{MONTH_PART})")
_BARE = Pattern(r"[ \n]{0,3}(?:c'est |plutot |a partir du |des )?le \d{1,2}[ \n.!?]{0,3}")


def find_days(said: str, clock: Clock) -> Iterator[Found]:
    """Days with their month; in figures (08/02) only after « le », « du »…, with a year, or as the whole message."""
    if not _DAY_AND_MONTH.search(said) and not _FIGURES.search(said):
        return
    for match in islice(_DAY.finditer(said), MOST):
        point = read_point(match["day"])
        figures = not any(char.isalpha() for char in match["day"])
        alone = match.start() == match.start("day") and said.strip(" \n.!?") != match["day"]
        if figures and alone and not point.year:
            continue
        found = found_period(match.start(), match.end(), resolve(point, point, clock.received), point)
        if _ENDING.search(said, max(0, match.start() - 30), match.start()):
            yield found._replace(ends=True)
        elif match["opens"]:
            yield Found(found.start, found.end, found.period, opens=True, doubtful=found.doubtful)
        elif found.period != Period(clock.received, clock.received):  # « Saint-Denis, le … » heads a letter
            yield found
        else:
            yield Found(found.start, found.end)


def find_open_months(said: str, clock: Clock) -> Iterator[Found]:
    """« à partir de janvier »: its first day."""
    if not names_a_month(said):
        return
    for match in islice(_OPEN_MONTH.finditer(said), MOST):
        point = read_point(match["month"])
        first = Point(point.first(), point.month, point.year)
        yield Found(match.start(), match.end(), resolve(first, first, clock.received), opens=True, months=1)


def find_bare_day(said: str, _clock: Clock) -> Iterator[Found]:
    """« le 5 » and nothing else: which month?"""
    if len(said) < 40 and (match := _BARE.fullmatch(said)):
        yield Found(match.start(), match.end(), doubtful=True)
