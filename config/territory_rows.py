"""What each file of a territory holds: its columns, and one record of it as a value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from config.codes import CALENDAR_KINDS, FUNCTIONS, KINDS, LEVELS, SCHOOL_TYPES, SCOPES
from config.rows import Row, is_postcode, is_uai
from config.tables import Columns
from config.territory import AmbiguousPlace, CalendarDay, Commune, Coordinator, Function, Need, Pole, School

_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,24}")


def commune(row: Row) -> Commune:
    """A row of communes.csv; the bassin is required."""
    return Commune(
        insee=row.insee("insee"),
        name=row.required("name"),
        postcodes=postcodes(row, "postcodes"),
        population=row.number("population") or 0,
        bassin=row.required("bassin"),
        aliases=row.many("aliases"),
        lat=row.degrees("lat", 90),
        lon=row.degrees("lon", 180),
    )


def postcodes(row: Row, column: str) -> tuple[str, ...]:
    """Postcodes of five digits, at least one."""
    found = row.many(column)
    if not found:
        row.required(column)
    for code in found:
        if not is_postcode(code):
            row.blame(f"« {code} » is no postcode")
    return found


def pole(row: Row) -> Pole:
    """A row of poles.csv; a pôle without coordinator is refused (circular 2015-035, 2.1)."""
    if not row.many("bassins"):
        row.required("bassins")
    return Pole(
        id=row.required("id"),
        name=row.required("name"),
        bassins=row.many("bassins"),
        kinds=row.words("kinds", ("all", *KINDS)),
        coordinator_id=row.required("coordinator_id"),
        check_all=row.yes("check_all"),
    )


def coordinator(row: Row) -> Coordinator:
    """A row of coordinators.csv; absence dates are inclusive."""
    if row.text("phone") and not _PHONE.fullmatch(row.text("phone")):
        row.blame(f"« {row.text('phone')} » is no telephone number")
    away, back = row.day("absent_from"), row.day("absent_to")
    if back and (away is None or back < away):
        row.blame("absent_to without an earlier absent_from")
    row.yes("placeholder")
    return Coordinator(
        id=row.required("id"),
        pole=row.required("pole"),
        bassins=row.many("bassin"),
        role=row.text("role"),
        function=cast(Function, row.word("function", FUNCTIONS)),
        scope_kinds=row.words("scope_kinds", SCOPES),
        name=row.required("name"),
        email=row.email("email"),
        phone=row.text("phone") or None,
        deputy_id=row.text("deputy_id") or None,
        absent_from=away,
        absent_to=back,
        placeholder=row.text("placeholder") == "yes",
    )


def school(row: Row) -> School:
    """A row of schools.csv; an empty UAI is allowed, a wrong one is not."""
    check_uai(row)
    return School(
        uai=row.text("uai"),
        name=row.required("name"),
        type=row.word("type", SCHOOL_TYPES),
        insee=row.insee("insee"),
        bassin=row.required("bassin"),
        priority_education=row.text("priority_education"),
    )


def check_uai(row: Row) -> None:
    """Blame a UAI whose form or check letter is wrong."""
    if row.text("uai") and not is_uai(row.text("uai")):
        row.blame(f"« {row.text('uai')} » is no UAI: seven digits and their check letter")


def need(row: Row) -> Need | None:
    """A row of needs.csv; None when its dates cannot be read."""
    check_uai(row)
    start, end, students = row.day("start"), row.day("end"), row.number("students")
    for column in ("start", "end", "students"):
        row.required(column)
    if start and end and end < start:
        row.blame(f"the end {end} is before the start {start}")
    if start is None or end is None or students is None:
        return None
    return Need(
        uai=row.text("uai"),
        school=row.required("school"),
        programme=row.required("programme"),
        level=row.word("level", LEVELS),
        class_name=row.text("class"),
        kind=row.word("kind", KINDS),
        students=students,
        start=start,
        end=end,
        weeks=row.number("weeks"),
        origin=row.text("origin"),
    )


def calendar_day(row: Row) -> CalendarDay:
    """A row of calendar.csv; dates may be empty where unknown; `resume` is the first day after."""
    first, resume = row.day("first_day_off"), row.day("resume")
    if first and resume and resume <= first:
        row.blame(f"resume {resume} is not after the first day off {first}")
    return CalendarDay(row.word("kind", CALENDAR_KINDS), row.required("label"), first, resume, row.yes("sure"))


def ambiguous_place(row: Row) -> AmbiguousPlace:
    """A row of ambiguous-places.csv; no commune means « not a place »."""
    return AmbiguousPlace(row.required("place"), row.many("communes"), row.text("note"))


@dataclass(frozen=True)
class Form:
    """One file of a territory: its columns, how a row is read, whether it must be there."""

    columns: Columns
    read: Callable[[Row], Any] | None = None  # None: the check that joins it to others reads its cells
    required: bool = False


FORMS: dict[str, Form] = {
    "communes.csv": Form(
        Columns(("insee", "name", "postcodes", "bassin"), ("lat", "lon", "population", "epci", "aliases")), commune, True
    ),
    "poles.csv": Form(Columns(("id", "name", "bassins", "kinds", "coordinator_id"), ("placeholder", "check_all")), pole, True),
    "coordinators.csv": Form(
        Columns(
            ("id", "pole", "function", "scope_kinds", "name", "email"),
            ("bassin", "role", "phone", "deputy_id", "absent_from", "absent_to", "placeholder"),
        ),
        coordinator,
        True,
    ),
    "postcodes.csv": Form(Columns(("postcode", "insee"), ("locality",))),
    "schools.csv": Form(
        Columns(("uai", "name", "type", "insee", "bassin"), ("commune", "lat", "lon", "priority_education", "source", "note")),
        school,
    ),
    "school-programmes.csv": Form(Columns(("uai", "programme"), ("parcoursup_label",))),
    "needs.csv": Form(
        Columns(("uai", "school", "programme", "level", "class", "kind", "students", "start", "end"), ("weeks", "origin")),
        need,
    ),
    "calendar.csv": Form(Columns(("kind", "label", "first_day_off"), ("resume", "sure", "source")), calendar_day),
    "ambiguous-places.csv": Form(Columns(("place", "communes"), ("note",)), ambiguous_place),
}
