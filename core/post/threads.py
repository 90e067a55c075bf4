"""Mail threads: « [n° 1042] », one for each talk or digest, and the letters it has seen."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base
from core.post.inbound import Inbound

CHAIN = 12  # Message-IDs kept for References: enough for every client to thread, short enough for every relay


class Thread(Base):
    """One exchange of letters with one address; `digest_id` when it began with a coordinator's digest."""

    __tablename__ = "threads"
    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    address: Mapped[str] = mapped_column(index=True)
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("digests.id"))
    subject: Mapped[str]
    last_message_id: Mapped[str | None]
    chain: Mapped[list[str]] = mapped_column(JSON, default=list)
    opened_at: Mapped[datetime]


def open_thread(
    session: Session, address: str, subject: str, now: datetime, *, contact_id: int | None = None, digest_id: int | None = None
) -> Thread:
    """A new thread with this address."""
    thread = Thread(contact_id=contact_id, address=address, subject=subject, opened_at=now, digest_id=digest_id, chain=[])
    session.add(thread)
    session.flush()
    return thread


def latest_thread(session: Session, address: str) -> Thread | None:
    """The newest thread with this address, for a message of our own that continues the talk."""
    return session.scalar(
        select(Thread).where(Thread.address == address, Thread.digest_id.is_(None)).order_by(Thread.id.desc()).limit(1)
    )


def hear_letter(thread: Thread, letter: Inbound) -> None:
    """Note a letter of the other side, so that our answer continues its chain."""
    if letter.message_id:
        thread.last_message_id = letter.message_id
        thread.chain = [*letter.references, letter.message_id][-CHAIN:]
