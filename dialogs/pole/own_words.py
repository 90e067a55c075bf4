"""« Absente du 7 au 18 », « de retour », « digest mardi et jeudi à 8 h »: what coordinators say of their own days, read. Pure."""

import re
from datetime import date, time, timedelta

from config.territory import Absence
from core.agenda.own_days import Own
from dialogs.pole.order_words import DAY, day_in
from dialogs.when.date_words import WEEKDAYS

EARLIEST, LATEST = time(5, 0), time(18, 0)  # of a digest
LATELY = timedelta(days=3)  # an absence is told so late at most; an earlier day is next month's
RELATIVE = ("aujourd'hui", "demain", "apres-demain")
_WEEKDAY = "|".join(WEEKDAYS)
_ONE = rf"(?:{DAY}|(?:{_WEEKDAY})(?:\s(?:prochain|{DAY}|\d{{1,2}}))?|\d{{1,2}}(?:er)?|{'|'.join(RELATIVE)})"
_ABSENT = re.compile(r"(?:je\s(?:suis|serai)\s)?absente?\b\s?:?\s?")
_BACK = re.compile(r"(?:je\s(?:ne\s)?suis\s)?(?:plus\sabsente?|de\sretour|presente?|rentree?|revenue?)")
_BETWEEN = re.compile(
    rf"(?:du|de|depuis(?:\sle)?|entre\sle)\s(?P<first>{_ONE})\s(?:jusqu'(?:au|a)|au|a|et\sle)\s(?P<last>{_ONE})"
)
_UNTIL = re.compile(rf"jusqu'(?:au|a)\s(?:la\s)?(?P<last>{_ONE})")
_FROM = re.compile(rf"(?:a\spartir|a\scompter|des)\s?(?:du|de)?\s?(?:le\s)?(?P<first>{_ONE})")
_DAYS = re.compile(rf"(?:(?:le|les)\s)?{_ONE}(?:\s?(?:,|et)\s?(?:(?:le|les)\s)?{_ONE}){{0,9}}")
_INCLUDED = re.compile(r"\s(?:inclus|compris)e?s?$")
_DIGEST = re.compile(
    rf"(?:mon\s|mes\s)?(?:digests?|points?)\b(?P<days>(?:\s?,|\s?(?:et|le|les|tous|chaque|jours?|(?:{_WEEKDAY})s?)\b){{0,12}})"
    r"(?:\s?(?:a|vers)\s(?P<hour>\d{1,2})\s?(?:h(?:eures?)?|:)\s?(?P<minute>\d{2})?)?"
)


def own_days_in(plain: str, today: date) -> Own | None:
    """What a line in lower case without accents says of its writer's days; None when it is something else, or cannot be read."""
    if _BACK.fullmatch(plain):
        return Own("back")
    if absent := _ABSENT.match(plain):
        absences = _absences(_INCLUDED.sub("", plain[absent.end() :]).strip(), today)
        return Own("absent", absences=absences) if absences else None
    return _digest(plain)


def begins_own(plain: str) -> bool:
    """Whether a line is about its writer's days, readable or not."""
    return bool(
        _ABSENT.match(plain) or re.match(r"(?:mon\s|mes\s)?(?:digests?|points?)\s(?:le|les|a|tous|chaque|du|vers)\b", plain)
    )


def _digest(plain: str) -> Own | None:
    found = _DIGEST.fullmatch(plain)
    if not found or not (found["days"].strip() or found["hour"]):
        return None
    days = tuple(number for number, name in enumerate(WEEKDAYS) if name in found["days"])
    every = re.search(r"tous|chaque", found["days"]) is not None
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    if hour > 23 or minute > 59 or not (days or every or found["hour"]) or any(day > 4 for day in days):
        return None
    at = time(hour, minute) if found["hour"] else None
    if at and not EARLIEST <= at <= LATEST:
        return None
    return Own("digest", days=days if days or every else None, at=at)


def _absences(said: str, today: date) -> tuple[Absence, ...]:
    if found := _BETWEEN.fullmatch(said):
        return _between(found["first"], found["last"], today)
    if found := _UNTIL.fullmatch(said):
        last = _day(found["last"], today)
        return ((today, last),) if last else ()
    if found := _FROM.fullmatch(said):
        first = _day(found["first"], today)
        return ((first, None),) if first else ()
    if _DAYS.fullmatch(said):
        days = [_day(one, today) for one in re.findall(_ONE, said)]
        return tuple((day, day) for day in days if day) if all(days) else ()
    return ()


def _between(first: str, last: str, today: date) -> tuple[Absence, ...]:
    """The end is the next such day; the start is the last such day before it, unless that is long past."""
    earliest = today if first in WEEKDAYS else today - LATELY
    since = today
    for _ in range(2):
        end = _day(last, since)
        if end is None:
            return ()
        start = _day(first, today) if first in RELATIVE else _last(first, end)
        if start and earliest <= start <= end:
            return ((start, end),)
        since = end + timedelta(days=1)
    return ()


def _last(said: str, end: date) -> date | None:
    """The last such day until `end`, within a year."""
    days = (end - timedelta(days=back) for back in range(366))
    return next((day for day in days if _day(said, day) == day), None)


def _day(said: str, since: date) -> date | None:
    """The next such day from `since` on."""
    said = re.sub(r"\sprochain$", "", said)
    if said in RELATIVE:
        return since + timedelta(days=RELATIVE.index(said))
    words = said.split()
    if said in WEEKDAYS:
        return since + timedelta(days=(WEEKDAYS.index(said) - since.weekday()) % 7)
    said = " ".join(words[1:] if words[0] in WEEKDAYS else words)
    if bare := re.fullmatch(r"(\d{1,2})(?:er)?", said):
        return next((day for n in range(62) if (day := since + timedelta(days=n)).day == int(bare[1])), None)
    return day_in(said, since)
