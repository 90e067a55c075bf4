"""What coordinators say of their own days in an answer: when they are away, on which days and at what time their digest comes.

It lies over the territory's files: who is asked who acts, and when a digest leaves, asks the territory `as_said`.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.territory import Absence, Coordinator, Territory
from core.agenda.deeds import Occasion
from core.agenda.records import Action
from core.database import Base
from core.territory.routing import acting
from core.territory.workdays import local_day

NUMBER = 0  # of the action: no entry of a digest has it
OWN = ("absent", "back", "digest")


class OwnDays(Base):
    """What one function's holder has said until now; the last row that is not undone counts, while that mailbox holds it."""

    __tablename__ = "own_days"
    id: Mapped[int] = mapped_column(primary_key=True)
    coordinator: Mapped[str] = mapped_column(index=True)
    email: Mapped[str]  # lower case
    absences: Mapped[list[list[str | None]]] = mapped_column(JSON)  # [first day, last day], inclusive, ISO; no last day: open
    back_on: Mapped[date | None]  # said to be back: an absence of the files that began before is over
    digest_days: Mapped[list[int]] = mapped_column(JSON)  # Monday is 0; none: every working day
    digest_at: Mapped[time | None]
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"))


@dataclass(frozen=True)
class Own:
    """« Absente du 7 au 18 », « de retour », « digest mardi et jeudi à 8 h »; only what was said is set."""

    what: Literal["absent", "back", "digest"]
    absences: tuple[Absence, ...] = ()
    days: tuple[int, ...] | None = None
    at: time | None = None


_SAID = select(OwnDays).join(Action, Action.id == OwnDays.action_id).where(Action.undone_at.is_(None)).order_by(OwnDays.id)


def as_said(session: Session, territory: Territory) -> Territory:
    """The territory, with what its coordinators have said of their days."""
    said = {row.coordinator: row for row in session.scalars(_SAID)}
    if not said:
        return territory
    people = {id: _with(one, said.get(id)) for id, one in territory.coordinators.items()}
    return replace(territory, coordinators=people)


def _with(person: Coordinator, said: OwnDays | None) -> Coordinator:
    if said is None or said.email != person.email.lower():
        return person
    over = said.back_on and person.absent_from and person.absent_from <= said.back_on
    person = replace(person, absent_from=None, absent_to=None) if over else person
    return replace(
        person, absences=_read(said.absences), digest_days=tuple(said.digest_days), digest_at=said.digest_at or person.digest_at
    )


def _read(absences: list[list[str | None]]) -> tuple[Absence, ...]:
    return tuple((date.fromisoformat(first or ""), date.fromisoformat(last) if last else None) for first, last in absences)


def keep_own_days(session: Session, own: Own, at: Occasion) -> Coordinator:
    """Keep what somebody says of their days, for all functions of their mailbox; the person as they are from now on."""
    action = Action(
        coordinator=at.coordinator.id, digest_id=at.digest.id, number=NUMBER, verb=own.what, message_id=at.message_id, at=at.now
    )
    session.add(action)
    session.flush()
    email, today = at.coordinator.email.lower(), local_day(at.now, at.territory)
    for one in as_said(session, at.territory).coordinators.values():
        if one.email.lower() == email:
            session.add(_row(one, own, action, today))
    session.flush()
    return as_said(session, at.territory).coordinators[at.coordinator.id]


def _row(person: Coordinator, own: Own, action: Action, today: date) -> OwnDays:
    absences, back_on = [one for one in person.absences if one[1] is None or one[1] >= today], None
    if own.what == "absent":
        absences += own.absences
    elif own.what == "back":
        absences, back_on = [one for one in absences if one[0] > today], today
    return OwnDays(
        coordinator=person.id,
        email=person.email.lower(),
        absences=[[first.isoformat(), last.isoformat() if last else None] for first, last in absences],
        back_on=back_on,
        digest_days=list(person.digest_days if own.days is None else own.days),
        digest_at=own.at or person.digest_at,
        action_id=action.id,
    )


def stand_ins(person: Coordinator, absence: Absence, territory: Territory) -> tuple[Coordinator, ...]:
    """Who acts for this person while they are away, in the order of the days; of an open absence, for its first year."""
    first, last = absence
    days = ((last or first + timedelta(days=365)) - first).days
    people = {one.id: one for day in range(days + 1) if (one := acting(person, territory, first + timedelta(days=day)))}
    return tuple(people.values())
