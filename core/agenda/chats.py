"""A coordinator's chat: linked by a signed link of their digest, one for each function; it gets the digest besides the letter."""

import base64
import hashlib
import hmac
import re
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.territory import Coordinator, Territory
from core.agenda.records import Digest
from core.database import Base
from core.post.tokens import Keyring

LINK_LASTS = timedelta(days=14)
ASKED_FOR = timedelta(hours=1)  # how long the next words are what a button asked for
_TOKEN = re.compile(r"(\d{1,9})-([a-z2-7]{16})")


class Chat(Base):
    """Where a function's coordinator is reached on Telegram; `digest_id` is the digest whose link was followed.

    It was linked by whoever read `email`: when the function passes to another mailbox, the chat serves it no more. A chat that is
    given up leaves its row, with an empty address: the link that made it, and those before, stay used.
    """

    __tablename__ = "coordinator_chats"
    id: Mapped[int] = mapped_column(primary_key=True)
    coordinator: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str]  # lower case
    address: Mapped[str] = mapped_column(index=True)
    digest_id: Mapped[int] = mapped_column(ForeignKey("digests.id"))
    linked_at: Mapped[datetime]
    employer: Mapped[bool] = mapped_column(default=False)  # what is said here is an employer's, for the time being
    asking: Mapped[str | None]  # the button whose words are awaited: ask.12.3
    asked_at: Mapped[datetime | None]


def link_token(ring: Keyring, digest: Digest, person: Coordinator) -> str:
    """What links a chat with the mailbox that got this digest: its number and 80 bits of HMAC-SHA256; 26 characters at most."""
    return f"{digest.id}-{_mac(ring.signing, digest, person)}"


def digest_of_token(session: Session, ring: Keyring, token: str, territory: Territory, now: datetime) -> Digest | None:
    """The digest whose link this is; None when it is forged, older than 14 days, or of a mailbox whose function has passed on."""
    found = _TOKEN.fullmatch(token)
    digest = session.get(Digest, int(found[1])) if found else None
    person = territory.coordinators.get(digest.coordinator) if digest else None
    if found is None or digest is None or person is None or now - digest.made_at > LINK_LASTS:
        return None
    genuine = any(hmac.compare_digest(_mac(key, digest, person), found[2]) for key in (ring.signing, *ring.former))
    return digest if genuine else None


def _mac(key: bytes, digest: Digest, person: Coordinator) -> str:
    said = f"chat:{digest.id}:{digest.coordinator}:{person.email.lower()}".encode()
    return base64.b32encode(hmac.new(key, said, hashlib.sha256).digest()[:10]).decode().lower()


def chat_of(session: Session, person: Coordinator) -> Chat | None:
    """The chat of this function, linked by whoever holds it today."""
    row = select(Chat).where(Chat.coordinator == person.id, Chat.email == person.email.lower(), Chat.address != "")
    return session.scalar(row)


def chats_at(session: Session, address: str, territory: Territory) -> list[Chat]:
    """The functions that this chat serves today, locked; usually none or one."""
    rows = session.scalars(select(Chat).where(Chat.address == address).order_by(Chat.id).with_for_update())
    held = {one.id: one.email.lower() for one in territory.coordinators.values()}
    return [chat for chat in rows if held.get(chat.coordinator) == chat.email]


def all_chats(session: Session) -> list[Chat]:
    """Every linked chat."""
    return list(session.scalars(select(Chat).where(Chat.address != "").order_by(Chat.coordinator)))


def link_chat(session: Session, people: Collection[Coordinator], address: str, digest: Digest, now: datetime) -> bool:
    """These functions are reached in this chat from now on; False when the link, or a later one, has served before."""
    rows = session.scalars(select(Chat).where(Chat.coordinator.in_([one.id for one in people])))
    known = {chat.coordinator: chat for chat in rows}
    if any(chat.digest_id >= digest.id and chat.address != address for chat in known.values()):
        return False
    for one in people:
        chat = known.get(one.id) or Chat(coordinator=one.id, employer=False)
        chat.email, chat.employer = one.email.lower(), False
        chat.address, chat.digest_id, chat.linked_at = address, max(chat.digest_id or 0, digest.id), now
        session.add(chat)
    session.flush()
    return True


def forget_chat(session: Session, address: str) -> list[str]:
    """This chat serves nobody any more; the functions that it served."""
    gone = update(Chat).where(Chat.address == address, Chat.address != "").values(address="", asking=None)
    return list(session.scalars(gone.returning(Chat.coordinator)))


def last_digest(session: Session, coordinators: Collection[str], written: datetime) -> Digest | None:
    """The digest, of a day or urgent, that these functions were sent last when those words were written."""
    latest = select(func.max(Digest.id)).where(Digest.coordinator.in_(coordinators), Digest.made_at <= written)
    return session.get(Digest, session.scalar(latest) or 0)
