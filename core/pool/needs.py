"""What schools state of their classes' needs after the territory's files were written: new classes, other numbers.

It lies over the files: whoever counts needs or looks for classes asks the index `needs_as_stated`.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Literal
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.territory import Need
from core.database import Base, insert_new
from core.pool.matching import NeedIndex
from core.territory.fold import fold

NeedKey = tuple[str, str, str, str, date]  # school, programme, class, kind, first day


class StatedNeed(Base):
    """One class's need as it was stated last; `school` is its UAI, else its name. No pupils: the class seeks nothing any more."""

    __tablename__ = "needs"
    __table_args__ = (UniqueConstraint("school", "programme", "class_name", "kind", "start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    school: Mapped[str]
    programme: Mapped[str]
    class_name: Mapped[str]
    kind: Mapped[str]
    start: Mapped[date]
    end: Mapped[date]
    level: Mapped[str]
    students: Mapped[int]
    still_to_place: Mapped[int | None]
    weeks: Mapped[int | None]
    author: Mapped[str]  # operator, member:12, coordinator:c-ouest
    stated_at: Mapped[datetime]


class NeedsStamp(Base):
    """One row, another stamp after every change: an index built under the same is up to date; "" while nothing was said."""

    __tablename__ = "needs_stamp"
    id: Mapped[int] = mapped_column(primary_key=True)
    stamp: Mapped[str]


_YEARS = {  # a class's year at the head of its name, as schools write it
    "2": r"(?:cap|bts|cs|bma) ?2|.*\b(?:2e|2eme|deuxieme) annee",
    "1": r"(?:cap|bts|cs|bma) ?1|.*\b(?:1e|1re|1ere|premiere) annee",
    "2de": r"(?:2n?de|seconde)\b",
    "1re": r"(?:1e?re|premiere)\b",
    "tle": r"(?:tle|terminale|term|t)\b",
}
_BUILT: WeakKeyDictionary[Engine, tuple[NeedIndex, str, NeedIndex]] = WeakKeyDictionary()


def key_of_need(need: Need) -> NeedKey:
    """By what a need is known again, in a file and in an answer."""
    return (need.school_key, need.programme, need.class_name, need.kind, need.start)


def kept_key(need: Need) -> list[str]:
    """The key in a form that records keep."""
    *words, start = key_of_need(need)
    return [*map(str, words), start.isoformat()]


def needs_as_stated(session: Session, files: NeedIndex) -> NeedIndex:
    """The index of all needs, with what was stated; built anew only when something was."""
    stamp = session.scalar(select(NeedsStamp.stamp))
    if not stamp:
        return files
    engine = session.get_bind().engine
    built = _BUILT.get(engine)
    if built is None or built[0] is not files or built[1] != stamp:
        built = (files, stamp, files.with_needs(_overlaid(session, files)))
        _BUILT[engine] = built
    return built[2]


def _overlaid(session: Session, files: NeedIndex) -> tuple[Need, ...]:
    found = {key_of_need(need): need for need in files.needs}
    for row in session.scalars(select(StatedNeed).order_by(StatedNeed.id)):
        school = files.schools.get(row.school)
        if school is None:
            continue  # the territory has lost it
        need = Need(
            uai=school.uai,
            school=school.name,
            programme=row.programme,
            level=row.level,
            class_name=row.class_name,
            kind=row.kind,
            students=row.students,
            start=row.start,
            end=row.end,
            weeks=row.weeks,
            origin=row.author,
            still_to_place=row.still_to_place,
        )
        found[key_of_need(need)] = need
    return tuple(need for need in found.values() if need.students)


def same_class(need: Need, known: Mapping[NeedKey, Need]) -> Need:
    """The need under the name that its class is known by: « T MELEC » is the « tle » of that programme and those days."""
    alike = [
        one for key, one in known.items() if key[:2] == key_of_need(need)[:2] and (one.kind, one.start) == (need.kind, need.start)
    ]
    alike = [one for one in alike if _year(one.class_name) == _year(need.class_name) or "" in (one.class_name, need.class_name)]
    if len(alike) != 1 or any(one.class_name == need.class_name for one in alike):
        return need
    return replace(need, class_name=alike[0].class_name)


def _year(class_name: str) -> str:
    """The year of a class: « 2de », « 1re », « tle », « 2 » of « CAP 2 » or « BTS2 », else its folded name."""
    said = fold(class_name)
    for year, pattern in _YEARS.items():
        if re.match(pattern, said):
            return year
    return said


def state_need(
    session: Session, need: Need, known: Need | None, author: str, now: datetime
) -> Literal["added", "merged", "known"]:
    """Keep what is stated of a need; `known` is what was known of it until now. Nothing new leaves no trace."""
    if known is not None:
        need = replace(need, weeks=need.weeks or known.weeks, origin=known.origin)
        still = known.still_to_place if need.students == known.students else None
        need = replace(need, still_to_place=still if need.still_to_place is None else need.still_to_place)
        if need == replace(known, uai=need.uai, school=need.school):
            return "known"
    values = {
        "end": need.end, "level": need.level, "students": need.students, "still_to_place": need.still_to_place,
        "weeks": need.weeks, "author": author, "stated_at": now,
    }  # fmt: skip
    school, programme, class_name, kind, start = key_of_need(need)
    key = {"school": school, "programme": programme, "class_name": class_name, "kind": kind, "start": start}
    row = session.scalar(select(StatedNeed).filter_by(**key))
    if row is None:
        session.add(StatedNeed(**key, **values))
    else:
        for name, value in values.items():
            setattr(row, name, value)
    _stamp(session)
    return "added" if known is None else "merged"


def _stamp(session: Session) -> None:
    """A random one: a number counted up could come again after an undone transaction."""
    session.execute(insert_new(session, NeedsStamp), {"id": 1, "stamp": ""})
    session.execute(update(NeedsStamp).values(stamp=secrets.token_hex(8)))
    session.flush()
