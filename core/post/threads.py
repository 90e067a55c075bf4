"""Mail threads: « [n° 1042] », one for each talk, digest or question put apart, and the letters it has seen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base
from core.post.inbound import Inbound
from core.post.tokens import Keyring, read_token, thread_named

CHAIN = 12  # Message-IDs kept for References: enough for every client to thread, short enough for every relay


class Thread(Base):
    """One exchange of letters with one address; `digest_id` when it began with a coordinator's digest.

    `apart`: it puts one question, so that a « oui » in it can mean nothing else; we start no other talk there.
    """

    __tablename__ = "threads"
    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    address: Mapped[str] = mapped_column(index=True)
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("digests.id"))
    subject: Mapped[str]
    last_message_id: Mapped[str | None]
    chain: Mapped[list[str]] = mapped_column(JSON, default=list)
    opened_at: Mapped[datetime]
    about_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"))  # a colleague answered that thread of another person
    hold_id: Mapped[int | None] = mapped_column(ForeignKey("holds.id"))  # it tells a school of seats held for it
    apart: Mapped[bool] = mapped_column(default=False, server_default=false())


@dataclass(frozen=True)
class Link:
    """The thread that a genuine token of a letter names; `own`: it was issued to the very address that writes."""

    thread: Thread
    own: bool
    expired: bool

    @property
    def good(self) -> bool:
        """Issued to the very address that writes, and not expired."""
        return self.own and not self.expired


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
    talks = select(Thread).where(Thread.address == address, Thread.apart.is_(False))
    talks = talks.where(Thread.digest_id.is_(None), Thread.hold_id.is_(None))
    return session.scalar(talks.order_by(Thread.id.desc()).limit(1))


def link_of(session: Session, letter: Inbound, ring: Keyring, now: datetime) -> Link | None:
    """The thread that a letter's tokens name: one issued to its sender first, one still good before one that has expired."""
    links = [link for token in letter.tokens if (link := _link(session, token, letter.address, ring, now))]
    return min(links, key=lambda link: (not link.own, link.expired), default=None)


def _link(session: Session, token: str, sender: str, ring: Keyring, now: datetime) -> Link | None:
    number = thread_named(token)
    thread = session.get(Thread, number) if number is not None else None
    signed = read_token(ring, token, thread.address, now) if thread else None
    if thread is None or signed is None:
        return None
    return Link(thread, thread.address.lower() == sender.lower(), signed.expired)


def hear_letter(thread: Thread, letter: Inbound) -> None:
    """Note a letter of the other side, so that our answer continues its chain."""
    if letter.message_id:
        thread.last_message_id = letter.message_id
        thread.chain = [*letter.references, letter.message_id][-CHAIN:]
