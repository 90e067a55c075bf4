"""A coordinator writes: a digest is answered, anything else is told where answers go."""

from datetime import datetime

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.records import Digest
from core.post.inbound import Inbound
from core.post.parcel import Block
from core.post.threads import Thread, hear_letter
from dialogs.counter import answer_digest
from dialogs.house import House
from dialogs.letter import post_to_coordinator
from dialogs.reply import known_thread
from dialogs.words import words_in


def coordinator_writes(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Answer a letter from a coordinator's address; False when it is nobody of the pôle's."""
    coordinator = coordinator_at(house, inbound.address)
    if coordinator is None:
        return False
    thread = known_thread(session, house, inbound, now)
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
