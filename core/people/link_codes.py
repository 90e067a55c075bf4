"""Codes that link a chat with an e-mail address: sent to the mailbox, typed in the chat, so the chat's owner reads that mailbox.

No code is kept: it is made again, from the row and the house's key, when one is typed. Old rows go every night.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base, UtcDateTime
from core.post.tokens import Keyring

LASTS = timedelta(minutes=30)
DIGITS = 8  # of which a guesser has five tries an hour
KEPT = timedelta(days=1)  # so long a row tells how many were made, and that a code is too old
A_DAY = 3  # codes for one address, and asked for by one chat, in KEPT
WRONG, WRONG_IN = 5, timedelta(hours=1)  # tries of one chat


class LinkCode(Base):
    """A code on its way to an address; `chat`: only that one may use it, which asked for it."""

    __tablename__ = "link_codes"
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(index=True)
    chat: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)
    used_at: Mapped[datetime | None]


class WrongCode(Base):
    """A code that a chat typed and that was none."""

    __tablename__ = "wrong_codes"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())


@dataclass(frozen=True)
class Typed:
    """What a typed code is: right, or used before, with its address; wrong; too old; one try too many; none was given."""

    verdict: Literal["right", "used", "wrong", "old", "tired", "none"]
    address: str = ""
    row: int = 0


def forget_old(session: Session, now: datetime) -> None:
    """Codes of more than a day ago, and tries of more than an hour ago, serve nothing any more."""
    session.execute(delete(LinkCode).where(LinkCode.made_at < now - KEPT))
    session.execute(delete(WrongCode).where(WrongCode.at < now - WRONG_IN))


def give_back(session: Session, typed: Typed) -> None:
    """A right code could not be used for now: it serves once more."""
    session.get_one(LinkCode, typed.row).used_at = None


def make_code(session: Session, ring: Keyring, address: str, chat: str | None, now: datetime) -> tuple[int, str] | None:
    """A code for this address (lower case) and its row's number; None when enough were made today for it or for this chat."""
    forget_old(session, now)
    here = LinkCode.address == address  # what strangers ask for in chats does not stop a mailbox that asks for itself
    same = (LinkCode.chat == chat) | (here & LinkCode.chat.is_not(None)) if chat else here & LinkCode.chat.is_(None)
    if (session.scalar(select(func.count()).select_from(LinkCode).where(same)) or 0) >= A_DAY:
        return None
    row = LinkCode(address=address, chat=chat, made_at=now)
    session.add(row)
    session.flush()
    return row.id, _digits(ring.signing, row)


def use_code(session: Session, ring: Keyring, code: str, chat: str, now: datetime, *, busy: bool = False) -> Typed:
    """What this code is when this chat types it; a right one is used up.

    Where no code is awaited (the chat asked for none, and nobody by mail did or the chat is `busy` with something else), eight
    digits that are no code are none; they count as a try all the same.
    """
    rows = select(LinkCode).where(LinkCode.chat.is_(None) | (LinkCode.chat == chat), LinkCode.made_at >= now - KEPT)
    known = session.scalars(rows.order_by(LinkCode.id)).all()
    live = [row for row in known if not row.used_at and now - row.made_at <= LASTS]
    awaited = any(row.chat == chat for row in known) or (bool(live) and not busy)
    if not known or _tries(session, chat, now) >= WRONG:
        return Typed("tired" if known and awaited else "none")
    keys = (ring.signing, *ring.former)
    found = next((row.id for row in known if any(_same(_digits(key, row), code) for key in keys)), 0)
    row = session.get(LinkCode, found, with_for_update=True, populate_existing=True)  # that one alone: others go on
    if row and row.used_at:
        return Typed("used", row.address)
    if row and now - row.made_at <= LASTS:
        row.used_at = now
        return Typed("right", row.address, row.id)
    session.add(WrongCode(chat=chat, at=now))
    if row:
        return Typed("old")
    return Typed("wrong" if awaited else "none")


def _tries(session: Session, chat: str, now: datetime) -> int:
    recent = WrongCode.at >= now - WRONG_IN
    return session.scalar(select(func.count()).select_from(WrongCode).where(WrongCode.chat == chat, recent)) or 0


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _digits(key: bytes, row: LinkCode) -> str:
    said = f"link:{row.id}:{row.address}:{row.made_at.isoformat()}".encode()
    return f"{int.from_bytes(hmac.new(key, said, hashlib.sha256).digest()[:8]) % 10**DIGITS:0{DIGITS}}"
