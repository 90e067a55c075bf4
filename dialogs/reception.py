"""What comes in and gets no dialogue: robots, bounces, a shut channel, refused letters; coordinators have their own desk."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.outbox import Message, post
from core.post.parcel import Block
from dialogs.coordinator_desk import coordinator_writes
from dialogs.house import House
from dialogs.redirect import bury
from dialogs.restraint import withhold
from dialogs.returned import receive_returned
from dialogs.stopping import complain, stop_by_link
from dialogs.words import words_in


def receive_otherwise(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Deal with what gets no dialogue; False when a dialogue is wanted."""
    if inbound.channel == "email" and stop_by_link(session, house, inbound, message_id, now):
        return True
    match inbound.kind:
        case "own" | "auto_reply":
            if inbound.reason == "feedback":
                complain(session, house, inbound, now)
            return True
        case "bounce":
            receive_returned(session, house, inbound, now)
            return True
        case "blocked":
            bury(session, house, inbound.channel, inbound.address, reason="blocked", now=now)
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


def _refuse(session: Session, inbound: Inbound, message_id: int, now: datetime) -> None:
    """A letter that cannot be read still gets an answer, when there is somebody to answer."""
    if inbound.channel == "email" and "@" in inbound.address:
        block = Block(words_in("fr").line("LetterUnreadable"))
        post(session, Message(f"refused:{message_id}", "email", inbound.address, (block,)), now)
