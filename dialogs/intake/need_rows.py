"""A line of a table of needs, read: which school and class, the programme in people's words, how many, from when to when."""

import re
from datetime import date
from typing import cast, get_args

from config.catalogue import Catalogue
from config.territory import Need
from core.intake.sheets import SheetRow
from core.pool.draft import Draft, Kind, Level, Period, kind_of
from core.territory.fold import fold
from dialogs.house import House
from dialogs.intake.school_cells import school_in
from dialogs.understanding.hear import lexicon_of
from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.what.programmes import find_trade
from dialogs.when.periods import find_periods

MOST = 2_000  # pupils of one line: beyond, a number is of something else
KINDS = {
    "observation": "observation", "sequence d'observation": "observation", "pfmp": "pfmp", "stage": None,
    "stage en milieu professionnel": "pfmp", "sts": "sts", "stage bts": "sts", "bts": "sts",
    "apprentissage": "apprenticeship", "contrat d'apprentissage": "apprenticeship", "immersion": "immersion",
}  # fmt: skip


def read_needs(row: SheetRow, house: House, today: date) -> tuple[Need, ...] | str:
    """The needs of a line, one for each of its periods, or why there is none.

    no_school, several_schools, no_programme, several_programmes, no_number, no_period, more_than_students.
    """
    school = school_in(row, house.territory)
    if isinstance(school, str):
        return school
    programme = _programme(row.get("programme"), row.get("level"), row.get("class"), house.catalogue)
    if isinstance(programme, str):
        return programme
    students, still, weeks = (_number(row.get(name)) for name in ("students", "still", "weeks"))
    if students is None:
        return "no_number"
    if still is not None and still > students:
        return "more_than_students"
    periods = _periods(row, house, today)
    if not periods:
        return "no_period"
    code, level = programme
    kind, class_name = _kind(row.get("kind"), level), (row.get("class") or row.get("level"))[:60]
    return tuple(
        Need(
            uai=school.uai, school=school.name, programme=code, level=level, class_name=class_name, kind=kind,
            students=students, start=period.start, end=period.end, weeks=weeks, still_to_place=still,
        )
        for period in periods
    )  # fmt: skip


def _programme(said: str, level: str, class_name: str, catalogue: Catalogue) -> tuple[str, Level] | str:
    """The programme that these words name together: by its code, its label, or as employers say it."""
    for words in (said, class_name):
        for one in catalogue.programmes.values():
            if words and fold(words) in (one.code, fold(one.label)):
                return one.code, cast(Level, one.level)
    for words in (said, f"{level} {said}", f"{said} {level}", f"{level} {class_name}", f"{said} {level} {class_name}"):
        trade = find_trade(words_of(prepare(words)), lexicon_of(catalogue))
        codes = trade.programmes
        if len(codes) == 1:
            return codes[0], cast(Level, catalogue.programmes[codes[0]].level)
        if len(codes) > 1:
            return "several_programmes"
        of_level = [one for one in catalogue.programmes.values() if trade.levels == (one.level,)]
        if len(of_level) == 1:  # « 3e »: a level that is one programme
            return of_level[0].code, cast(Level, of_level[0].level)
    return "no_programme"


def _kind(said: str, level: Level) -> str:
    named = fold(said)
    if named in get_args(Kind):
        return named
    return KINDS.get(named) or kind_of(Draft(levels=(level,))) or "pfmp"


def _number(said: str) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,5})(?:[.,]0+)?(?:\s*[a-zA-Zéèê.]+)?\s*", said)
    return int(found[1]) if found and int(found[1]) <= MOST else None


def _periods(row: SheetRow, house: House, today: date) -> tuple[Period, ...]:
    """From the first to the last day: two cells, or one that says both, of one period or more."""
    start, end = (_day(row.get(name), house, today) for name in ("start", "end"))
    if start and end:
        return (Period(start, end),) if start <= end else ()
    return find_periods(prepare(row.get("period")), today, house.territory).periods


def _day(said: str, house: House, today: date) -> date | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said.strip()):
        try:
            return date.fromisoformat(said.strip())
        except ValueError:
            return None
    found = find_periods(prepare(f"le {said}"), today, house.territory).periods
    return found[0].start if len(found) == 1 and found[0].start == found[0].end else None
