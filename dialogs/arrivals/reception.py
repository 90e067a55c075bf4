"""What comes in and gets no dialogue: robots, bounces, a shut channel, letters without words; a coordinator's desk."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.agenda.chats import forget_chat
from core.post.inbound import ENCRYPTED, Inbound
from dialogs.arrivals.asked_for import receive_asked
from dialogs.arrivals.by_link import opened_by_link
from dialogs.arrivals.case import Case
from dialogs.arrivals.forged import receive_forged
from dialogs.arrivals.groups import decline_group
from dialogs.arrivals.linking import receive_linking
from dialogs.arrivals.restraint import withhold
from dialogs.arrivals.returned import CHALLENGE, receive_challenge, receive_returned
from dialogs.arrivals.stopping import complain, stop_by_link
from dialogs.arrivals.wordless import acknowledge, receive_wordless
from dialogs.house import House
from dialogs.pole.coordinator_chat import coordinator_in_chat
from dialogs.pole.coordinator_desk import coordinator_writes
from dialogs.pole.school_desk import school_writes
from dialogs.post.redirect import bury


def receive_otherwise(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Deal with what gets no dialogue; False when a dialogue is wanted."""
    if inbound.channel == "email" and stop_by_link(session, house, inbound, message_id, now):
        return True
    match inbound.kind:
        case "own" | "auto_reply":
            if inbound.reason == "feedback report":
                complain(session, house, inbound, now)
            elif inbound.reason == CHALLENGE:
                receive_challenge(session, house, inbound, now)
            return True
        case "bounce":
            receive_returned(session, house, inbound, now)
            return True
        case "blocked":
            forget_chat(session, inbound.address)
            bury(session, house, inbound.channel, inbound.address, reason="blocked", now=now)
            return True
        case "unblocked":
            return True
        case "refused" if inbound.reason == "group":
            decline_group(session, inbound, now)
            return True
        case "refused":
            acknowledge(session, house, inbound, message_id, "sealed" if inbound.reason == ENCRYPTED else "refused", now=now)
            return True
    case = Case(session, house, inbound, message_id, now)
    if inbound.channel != "email":
        return opened_by_link(case) or coordinator_in_chat(case) or receive_linking(case) or receive_asked(case)
    if receive_forged(session, house, inbound, message_id, now):
        return True
    if school_writes(case) or coordinator_writes(case):
        withhold(session, house, inbound, f"answer:{message_id}", now)
        return True
    if receive_linking(case) or receive_asked(case):
        return True
    return receive_wordless(session, house, inbound, message_id, now)
