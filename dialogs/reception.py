"""What comes in and gets no dialogue: robots, bounces, a shut channel, refused letters, and coordinators who answer a digest."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.records import Digest, Matter
from core.people.records import Address
from core.pool.records import Offer
from core.post.inbound import Inbound
from core.post.outbox import Message, post
from core.post.parcel import Block
from core.post.threads import Thread, hear_letter
from dialogs.counter import answer_digest
from dialogs.house import House
from dialogs.letter import post_to_coordinator
from dialogs.reply import known_thread
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
    return inbound.channel == "email" and _coordinator_writes(session, house, inbound, message_id, now)


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


def _coordinator_writes(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    coordinator = coordinator_at(house, inbound.address)
    if coordinator is None:
        return False
    thread = known_thread(session, house, inbound)
    if thread is not None and thread.digest_id:
        hear_letter(thread, inbound)
        digest = session.get_one(Digest, thread.digest_id)
        blocks = answer_digest(
            session, house, coordinator=coordinator, digest=digest, inbound=inbound, message_id=message_id, now=now
        )
    else:
        blocks = (Block(words_in("fr").line("coordinator-without-digest")),)
    subject = inbound.subject or words_in("fr").line("letter-subject")
    _answer(session, house, coordinator, subject, blocks, thread=thread, key=f"answer:{message_id}", now=now)
    return True


def _answer(
    session: Session,
    house: House,
    coordinator: Coordinator,
    subject: str,
    blocks: tuple[Block, ...],
    *,
    thread: Thread | None,
    key: str,
    now: datetime,
) -> None:
    post_to_coordinator(session, house, coordinator, subject, blocks, key=key, due=now, thread=thread, solicited=True)


def coordinator_at(house: House, address: str) -> Coordinator | None:
    """The coordinator whose address this is."""
    return next((one for one in house.territory.coordinators.values() if one.email.lower() == address.lower()), None)
