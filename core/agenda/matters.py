"""Put something about a contact before the person in charge of them, once: what comes after is added to the open matter."""

import re
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
GAP = re.compile(r"\s?\[…(\d{1,9})…\]\s?")
MARK = 20  # characters of the longest gap


def offer_of(session: Session, contact: Contact) -> Offer | None:
    """The offer that this contact is known by: the newest open one, else the newest."""
    offers = session.scalars(select(Offer).where(Offer.contact_id == contact.id).order_by(Offer.id.desc()).limit(50)).all()
    return next((offer for offer in offers if offer.status in OPEN), next(iter(offers), None))


def in_charge_of(session: Session, contact: Contact, territory: Territory, now: datetime) -> Coordinator:
    """The coordinator of the contact's offer; the academy's for whom none is known."""
    return _in_charge(offer_of(session, contact), territory, now)


def _in_charge(offer: Offer | None, territory: Territory, now: datetime) -> Coordinator:
    known = territory.coordinators.get(offer.coordinator) if offer else None
    return known or contact_for("academy", territory, local_day(now, territory))


def put_before(
    session: Session, contact: Contact, kind: MatterKind, text: str, *, territory: Territory, now: datetime
) -> Coordinator:
    """Open a matter of this kind for the contact, or add the text to the one that is open; who sees it."""
    rows = select(Matter).where(Matter.contact_id == contact.id, Matter.kind == kind, Matter.closed_at.is_(None))
    matter = session.scalar(rows.order_by(Matter.id.desc()).limit(1))
    if matter is not None:
        matter.text = matter.text if text in matter.text else shortened(f"{matter.text}\n{text}", LONGEST)
        return territory.coordinators.get(matter.coordinator, territory.academy)
    offer = offer_of(session, contact)
    person = _in_charge(offer, territory, now)
    session.add(
        Matter(
            kind=kind,
            contact_id=contact.id,
            offer_id=offer.id if offer else None,
            coordinator=person.id,
            text=shortened(text, LONGEST),
            opened_at=now,
        )
    )
    session.flush()
    return person


def shortened(text: str, longest: int) -> str:
    """The first and the last words of a text that is too long, and how many words are left out between: « a b […530…] y z »."""
    if len(text) <= longest:
        return text
    room = (longest - MARK) // 2
    gap = GAP.search(text)
    opening, closing = (text[: gap.start()], text[gap.end() :]) if gap else (text, text)
    head, tail = _first_words(opening, room), _first_words(closing[::-1], room)[::-1]
    between = (opening[len(head) :], closing[: -len(tail)]) if gap else (text[len(head) : -len(tail)],)
    left_out = (int(gap[1]) if gap else 0) + sum(len(part.split()) for part in between)
    return f"{head} […{left_out}…] {tail}"


def _first_words(text: str, room: int) -> str:
    """As many whole words as there is room for; a piece of one that is longer than that."""
    if len(text) <= room:
        return text
    cut = text[: room + 1]
    return cut[: max(cut.rfind(" "), cut.rfind("\n"))].rstrip() or text[:room]
