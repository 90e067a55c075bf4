"""A coordinator's linked chat in tests: what is said and pressed there, and what is answered."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.agenda.chats import link_chat
from core.agenda.records import Digest
from core.post.inbound import Arrival, Inbound, InboundKind
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from dialogs.arrivals.case import Case
from dialogs.house import House
from tests.builders import NOW, a_house
from tests.day import WEST, a_digest, an_offer, shown

ON = a_house(GUICHET_COORDINATORS_TELEGRAM="yes")
CHAT = "77"


def case(session: Session, text: str = "", press: str | None = None, *, chat: str = CHAT, house: House = ON) -> Case:
    """A message of this chat, recorded as it came."""
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    kind: InboundKind = "press" if press else "message"
    heard = Inbound("telegram", str(number), chat, NOW, kind, text=text, press=press, name="Doriane", message_id="5")
    record(session, [Arrival(heard, b"")], NOW)
    return Case(session, house, heard, number, NOW)


def a_linked_digest(session: Session) -> Digest:
    """One entry; the coordinator of the West has linked a chat."""
    an_offer(session, vetted=True)
    digest = a_digest(session)
    assert link_chat(session, [WEST], CHAT, digest, NOW)
    return digest


def last_said(session: Session, chat: str = CHAT) -> str:
    row = session.scalars(select(Outgoing).where(Outgoing.address == chat).order_by(Outgoing.id.desc()).limit(1)).one()
    return shown(row.message.blocks)
