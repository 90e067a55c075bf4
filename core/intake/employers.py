"""Employers of a table: which are new, which are known already and completed, which may be twins; decided first, then kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from core.intake.records import Origin
from core.people.acquaintance import organisation_key
from core.people.known_employers import KnownEmployers, joined
from core.people.records import Address, Contact, Organisation
from core.people.twins import Likeness, likeness

Effect = Literal["added", "merged", "known"]  # merged: known, and completed by this line · known: the line adds nothing


@dataclass(frozen=True)
class EmployerRow:
    """One employer as a line says it: SIRET of 14 digits, INSEE code, phone in E.164, mail in lower case."""

    line: int
    name: str
    trade_name: str | None = None
    siret: str | None = None
    street: str | None = None
    insee: str | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Decided:
    """What becomes of a line. `id`: the employer's number, negative while it is not kept; `like`: its twin, perhaps."""

    row: EmployerRow
    effect: Effect
    id: int
    like: int | None = None
    fills: tuple[str, ...] = ()  # columns that were not known
    person: bool = False  # somebody who answers there, not known yet


@dataclass
class EmployerDesk:
    """Decides line after line: what is decided is known for the next, so that a file's own twins are found too."""

    known: KnownEmployers
    numbers: dict[int, int] = field(default_factory=dict)  # of the new ones, once they are kept
    _new: int = 0

    def decide(self, row: EmployerRow) -> Decided:
        """What becomes of a line; nothing is written."""
        one = _likeness_of(row)
        verdict, twin = self.known.twin_of(one)
        if verdict != "same" or twin is None:
            self._new -= 1
            self.known.add(joined(Likeness((), id=self._new), one))
            return Decided(row, "added", self._new, twin.id if twin else None, person=bool(row.phone or row.email))
        whole = joined(twin, one)
        self.known.add(whole)
        fills = tuple(name for name in ("siret", "insee", "street") if getattr(whole, name) != getattr(twin, name))
        person = whole.phones != twin.phones or whole.emails != twin.emails
        effect: Effect = "merged" if fills or person else "known"
        return Decided(row, effect, twin.id, fills=fills, person=person)

    def keep(self, session: Session, import_id: int, decided: Iterable[Decided], now: datetime) -> None:
        """Write what was decided: employers, who answers there, and where each came from."""
        lines = [one for one in decided if one.effect != "known"]
        self._keep_new(session, lines, now)
        for one in lines:
            if one.fills:
                values = {name: getattr(one.row, name) for name in one.fills}
                session.execute(update(Organisation).where(Organisation.id == self.number(one.id)).values(values))
        people = self._keep_people(session, [one for one in lines if one.person], now)
        origins = [
            {
                "import_id": import_id, "line": one.row.line, "effect": one.effect, "organisation_id": self.number(one.id),
                "contact_id": people.get(one.row.line), "like_id": self.number(one.like) if one.like else None,
                "before": dict.fromkeys(one.fills) or None,
            }
            for one in lines
        ]  # fmt: skip
        if origins:
            session.execute(insert(Origin), origins)

    def number(self, id: int) -> int:
        """The record of an employer that was decided on."""
        return self.numbers.get(id, id)

    def _keep_new(self, session: Session, lines: list[Decided], now: datetime) -> None:
        added = [(one, _organisation(one.row, now)) for one in lines if one.effect == "added"]
        session.add_all(organisation for _, organisation in added)
        session.flush()
        self.numbers.update({one.id: organisation.id for one, organisation in added})

    def _keep_people(self, session: Session, lines: list[Decided], now: datetime) -> dict[int, int]:
        """By line, the contact that it made or found; whoever has spoken for another employer stays there."""
        emails = [one.row.email for one in lines if one.row.email]
        rows = select(Address.address, Address.contact_id).where(Address.channel == "email", Address.address.in_(emails))
        heard, made = dict(session.execute(rows).all()), dict[int, Contact]()
        for one in lines:
            contact = session.get_one(Contact, heard[one.row.email]) if one.row.email in heard else None
            if contact is None:
                made[one.row.line] = _contact(one.row, self.number(one.id), now)
            elif contact.organisation_id is None:
                contact.organisation_id, contact.phone = self.number(one.id), contact.phone or one.row.phone
                heard[str(one.row.email)] = contact.id
        session.add_all(made.values())
        session.flush()
        new = {contact.email: contact.id for contact in made.values() if contact.email}
        session.add_all(Address(contact_id=id, channel="email", address=email, heard_at=now) for email, id in new.items())
        session.flush()
        return {line: contact.id for line, contact in made.items()}


def _likeness_of(row: EmployerRow) -> Likeness:
    phones, emails = (row.phone,), (row.email,)
    return likeness(row.name, row.trade_name, siret=row.siret, insee=row.insee, street=row.street, phones=phones, emails=emails)


def _contact(row: EmployerRow, organisation: int, now: datetime) -> Contact:
    return Contact(name=row.contact, email=row.email, phone=row.phone, first_seen=now, organisation_id=organisation)


def _organisation(row: EmployerRow, now: datetime) -> Organisation:
    return Organisation(
        name=row.name, key=organisation_key(row.name), trade_name=row.trade_name, siret=row.siret, insee=row.insee,
        street=row.street, first_seen=now,
    )  # fmt: skip
