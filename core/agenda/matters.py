"""Put something about a contact before the person in charge of them, once: what comes after is added to the open matter."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Coordinator, Territory
from core.agenda.records import Matter, MatterKind
from core.people.records import Contact
from core.pool.records import OPEN, Offer
from core.territory.routing import contact_for
from core.territory.workdays import local_day

LONGEST = 4000  # characters of a matter


def offer_of(session: Session, contact: Contact) -> Offer | None:
    """The offer that this contact is known by: the newest open one, else the newest."""
    offers = session.scalars(select(Offer).where(Offer.contact_id == contact.id).order_by(Offer.id.desc()).limit(50)).all()
    return next((offer for offer in offers if offer.status in OPEN), next(iter(offers), None))


def in_charge_of(session: Session, contact: Contact, territory: Territory, now: datetime) -> Coordinator:
    """The coordinator of the contact's offer; the academy's for whom none is known."""
    offer = offer_of(session, contact)
    known = territory.coordinators.get(offer.coordinator) if offer else None
    return known or contact_for("academy", territory, local_day(now, territory))


def put_before(
    session: Session, contact: Contact, kind: MatterKind, text: str, *, territory: Territory, now: datetime
) -> Coordinator:
    """Open a matter of this kind for the contact, or add the text to the one that is open; who sees it."""
    rows = select(Matter).where(Matter.contact_id == contact.id, Matter.kind == kind, Matter.closed_at.is_(None))
    matter = session.scalar(rows.order_by(Matter.id.desc()).limit(1))
    if matter is not None:
        matter.text = matter.text if text in matter.text else f"{matter.text}\n{text}"[:LONGEST]
        return territory.coordinators.get(matter.coordinator, territory.academy)
    person, offer = in_charge_of(session, contact, territory, now), offer_of(session, contact)
    session.add(
        Matter(
            kind=kind,
            contact_id=contact.id,
            offer_id=offer.id if offer else None,
            coordinator=person.id,
            text=text[:LONGEST],
            opened_at=now,
        )
    )
    session.flush()
    return person
