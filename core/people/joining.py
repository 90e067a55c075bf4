"""Two contacts turn out to be one person, or an address is no longer theirs: everything that belongs to them follows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, select, update
from sqlalchemy.orm import Session

from core.database import Base
from core.people.records import Address, Contact
from core.pool.records import OfferChange
from core.post.threads import Thread

KNOWN = ("organisation_id", "name", "email", "phone", "hours", "language", "prefers")


def join_contacts(session: Session, one: Contact, other: Contact) -> Contact:
    """Make two contacts one: what either offered, asked and said is of the older; the other is gone.

    The conversation under way goes on; of two, the one of `one`. « Stop » said on either side stands.
    """
    first, second = sorted((one, other), key=lambda contact: contact.id)
    both = select(Contact).where(Contact.id.in_([first.id, second.id])).order_by(Contact.id).with_for_update()
    session.scalars(both.execution_options(populate_existing=True)).all()
    state, said = _state(one, other), {one.welcomes_asks, other.welcomes_asks}
    welcomes = False if False in said else True in said or None  # whoever said no once is not asked
    for name in KNOWN:
        setattr(first, name, getattr(one, name) or getattr(other, name))
    first.state, first.first_seen = state, min(first.first_seen, second.first_seen)
    first.welcomes_asks = welcomes
    first.noticed_at, first.stopped_at = first.noticed_at or second.noticed_at, first.stopped_at or second.stopped_at
    session.flush()
    for column in owners():
        session.execute(update(column.table).where(column == second.id).values({column: first.id}))
    own = update(OfferChange).where(OfferChange.author == f"contact:{second.id}")
    session.execute(own.values(author=f"contact:{first.id}"))
    session.delete(second)
    session.flush()
    session.expire_all()
    return first


def _state(one: Contact, other: Contact) -> dict[str, Any] | None:
    """The talk that goes on. Taken from `other`, it goes on as a later turn, so that no old button of `one` answers it."""
    if under_way(one) or not under_way(other):
        return one.state or other.state
    turns = [int((side.state or {}).get("turn", 0)) for side in (one, other)]
    return {**(other.state or {}), "turn": max(turns) + 1}


def owners() -> list[Column[int]]:
    """Every column of every table that names a contact."""
    tables: list[Table] = Base.metadata.sorted_tables
    wanted = Contact.__tablename__
    return [c for table in tables for c in table.columns if any(key.column.table.name == wanted for key in c.foreign_keys)]


def under_way(contact: Contact) -> bool:
    """Whether something is being put together, asked or awaited in this contact's conversation."""
    state = contact.state or {}
    return state.get("phase", "idle") != "idle" or bool(state.get("drafts"))


def other_addresses(session: Session, contact_id: int, channel: str, address: str) -> list[Address]:
    """The addresses of a contact beside this one, oldest first."""
    rows = select(Address).where(Address.contact_id == contact_id, (Address.channel != channel) | (Address.address != address))
    return list(session.scalars(rows.order_by(Address.id)))


def part_addresses(session: Session, contact: Contact, parted: list[Address], now: datetime) -> None:
    """These addresses are no longer the contact's: each becomes a contact of its own that we know nothing of but the name."""
    for address in parted:
        alone = Contact(name=contact.name, language=contact.language, first_seen=now, noticed_at=contact.noticed_at)
        alone.email = address.address if address.channel == "email" else None
        alone.organisation = None
        session.add(alone)
        session.flush()
        address.contact_id = alone.id
        if address.channel == "email":
            session.execute(update(Thread).where(Thread.address == address.address).values(contact_id=alone.id))
            contact.email = None if contact.email == address.address else contact.email
    contact.prefers = None
