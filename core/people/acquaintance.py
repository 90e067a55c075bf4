"""Find or make the contact behind an address, and the organisation behind a name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, select
from sqlalchemy.orm import Session, joinedload

from core.people.records import Address, Contact, Organisation
from core.pool.draft import Callback, Employer
from core.territory.fold import fold

LEGAL_FORMS = {"sarl", "sas", "sasu", "eurl", "sa", "ets", "etablissements", "entreprise", "societe", "la", "le", "l", "les"}


@dataclass(frozen=True)
class Doorstep:
    """Where somebody stands: the channel, the address and the name it gives them."""

    channel: str
    address: str
    name: str | None = None


_HERE = (
    select(Contact, Address)
    .join(Address, Address.contact_id == Contact.id)
    .options(joinedload(Contact.organisation))
    .where(Address.channel == bindparam("channel"), Address.address == bindparam("address"))
    .with_for_update(of=Contact)
)


def meet(session: Session, at: Doorstep, now: datetime) -> Contact:
    """The contact of this address, made at the first message; locked until the transaction ends."""
    here = {"channel": at.channel, "address": at.address}
    # asked twice: while this waited for the lock, two contacts may have become one (see joining.py)
    known = session.execute(_HERE, here).one_or_none() or session.execute(_HERE, here).one_or_none()
    if known is None:
        return _welcome(session, at, now)
    contact, address = known
    address.heard_at, address.dead_at, address.dead_reason = now, None, None
    return contact


def known_at(session: Session, channel: str, address: str) -> Contact | None:
    """The contact of this address; None when nobody has spoken to us from it."""
    here = select(Contact).join(Address, Address.contact_id == Contact.id)
    return session.scalar(here.where(Address.channel == channel, Address.address == address))


def _welcome(session: Session, at: Doorstep, now: datetime) -> Contact:
    email = at.address if at.channel == "email" else None
    contact = Contact(name=at.name, first_seen=now, email=email, organisation=None)
    session.add(contact)
    session.flush()
    session.add(Address(contact_id=contact.id, channel=at.channel, address=at.address, heard_at=now))
    session.flush()
    return contact


def address_of(session: Session, contact_id: int) -> Address | None:
    """The living address of the channel that this contact prefers, else the one used last; None when none is left."""
    living = select(Address).join(Contact, Contact.id == Address.contact_id)
    living = living.where(Address.contact_id == contact_id, Address.dead_at.is_(None))
    preferred = case((Address.channel == Contact.prefers, 1), else_=0)
    return session.scalar(living.order_by(preferred.desc(), Address.heard_at.desc(), Address.id.desc()).limit(1))


def living_address(session: Session, channel: str, address: str) -> bool:
    """Whether this address is known and nothing has come back from it."""
    row = session.scalar(select(Address).where(Address.channel == channel, Address.address == address))
    return row is not None and row.dead_at is None


def organisation_key(name: str) -> str:
    """A name without legal form, articles, case and accents: « SARL La Kuisine » and « Kuisine » are one."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in LEGAL_FORMS) or " ".join(words)


def find_organisation(session: Session, employer: Employer, insee: str | None) -> Organisation | None:
    """The organisation already known: by SIRET, else by folded name in the same commune."""
    if employer.siret:
        by_siret = session.scalar(select(Organisation).where(Organisation.siret == employer.siret))
        if by_siret:
            return by_siret
    if not employer.name:
        return None
    same = select(Organisation).where(Organisation.key == organisation_key(employer.name))
    return session.scalar(
        same.where((Organisation.insee == insee) | (Organisation.insee.is_(None))).order_by(Organisation.id).limit(1)
    )


def contacts_of(session: Session, ids: Collection[int]) -> dict[int, Contact]:
    """These contacts with their organisations, by id."""
    rows = select(Contact).where(Contact.id.in_(ids)).options(joinedload(Contact.organisation))
    return {contact.id: contact for contact in session.scalars(rows)}


def join_organisation(session: Session, contact: Contact, employer: Employer, insee: str | None, now: datetime) -> Organisation:
    """The organisation that the contact speaks for, made when it is new."""
    found = find_organisation(session, employer, insee)
    if found is None:
        name = employer.name or contact.name or ""
        found = Organisation(name=name, key=organisation_key(name), siret=employer.siret, insee=insee, first_seen=now)
        session.add(found)
        session.flush()
    found.siret, found.insee = found.siret or employer.siret, found.insee or insee
    contact.organisation = found
    return found


def remember(contact: Contact, callback: Callback | None, language: str | None, *, proved: bool = True) -> None:
    """Keep what a person said of themselves, so that it is never asked again; unproved, it only adds to what was known."""
    for name in ("name", "phone", "email", "hours") if callback else ():
        said, known = getattr(callback, name), getattr(contact, name)
        setattr(contact, name, (said or known) if proved else (known or said))
    contact.language = language or contact.language
