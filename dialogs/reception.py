"""What comes in and gets no dialogue: robots, bounces, a shut channel, refused letters; coordinators have their own desk."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.records import Matter
from core.people.records import Address
from core.pool.records import Offer
from core.post.inbound import Inbound
from core.post.outbox import Message, post
from core.post.parcel import Block
from dialogs.coordinator_desk import coordinator_writes
from dialogs.house import House
from dialogs.restraint import withhold
from dialogs.words import words_in


def receive_otherwise(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Deal with what gets no dialogue; False when a dialogue is wanted."""
    match inbound.kind:
        case "own" | "auto_reply":
            return True
        case "bounce":
            for bounced in inbound.bounces:
                if bounced.permanent:
                    bury(session, "email", bounced.recipient, bounced.status or "bounce", now)
            return True
        case "blocked":
            bury(session, inbound.channel, inbound.address, "blocked", now)
            return True
        case "unblocked":
            return True
        case "refused":
            _refuse(session, inbound, message_id, now)
            return True
    if inbound.channel != "email" or not coordinator_writes(session, house, inbound, message_id, now):
        return False
    withhold(session, house, inbound, f"answer:{message_id}", now)
    return True


def bury(session: Session, channel: str, address: str, reason: str, now: datetime) -> None:
    """An address is dead: the person's other channel is used, and their coordinator is told."""
    row = session.scalar(select(Address).where(Address.channel == channel, Address.address == address.lower()))
    if row is None or row.dead_at:
        return
    row.dead_at, row.dead_reason = now, reason[:200]
    offer = session.scalar(select(Offer).where(Offer.contact_id == row.contact_id).order_by(Offer.id.desc()).limit(1))
    if offer:
        session.add(
            Matter(
                kind="unreachable",
                contact_id=row.contact_id,
                offer_id=offer.id,
                coordinator=offer.coordinator,
                text=f"{channel}: {reason}"[:500],
                opened_at=now,
            )
        )


def _refuse(session: Session, inbound: Inbound, message_id: int, now: datetime) -> None:
    """A letter that cannot be read still gets an answer, when there is somebody to answer."""
    if inbound.channel == "email" and "@" in inbound.address:
        block = Block(words_in("fr").line("LetterUnreadable"))
        post(session, Message(f"refused:{message_id}", "email", inbound.address, (block,)), now)
