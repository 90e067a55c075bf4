"""What awaits somebody: matters for a coordinator, digests with their numbered entries, actions taken on them, due dates."""

from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, UtcDateTime

# question: one that only a person can answer · answer: to what a coordinator asked · human: asks to be called
# incident, feedback, event, privacy: as said
# training: people to train · school, need…: a person who is not an employer · unreachable: an address that died
# proposal: what a letter asked without proof, not yet confirmed · doubtful: a letter that our mail server found forged
# overflow: letters that were too many to be answered · letter: one that could not be read · file: files that came along
MatterKind = Literal[
    "question", "answer", "human", "incident", "feedback", "event", "training", "privacy", "unreachable", "overflow", "letter",
    "file", "proposal", "doubtful",
]  # fmt: skip


class Matter(Base):
    """Something that a person must deal with; it stays in their digest until it is closed."""

    __tablename__ = "matters"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[MatterKind]
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"))
    coordinator: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    people: Mapped[int | None]
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime())
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str | None]


class Digest(Base):
    """One letter with numbered entries to a coordinator, or to a school's correspondent (`member:12`).

    Of a day, or `urgent` for something that cannot wait for it, or the answer to what was asked.
    """

    __tablename__ = "digests"
    id: Mapped[int] = mapped_column(primary_key=True)
    coordinator: Mapped[str] = mapped_column(index=True)
    day: Mapped[date]
    occasion: Mapped[str] = mapped_column(unique=True)  # digest:c-ouest:2026-11-24, school:12:2026-11-30, asked:418
    made_at: Mapped[datetime] = mapped_column(UtcDateTime())


class DigestEntry(Base):
    """The number under which a letter shows an offer, a matter, or a class's need; `awaits`: a decision is asked."""

    __tablename__ = "digest_entries"
    __table_args__ = (UniqueConstraint("digest_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    digest_id: Mapped[int] = mapped_column(ForeignKey("digests.id"), index=True)
    number: Mapped[int]
    section: Mapped[str]
    awaits: Mapped[bool]
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"))
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matters.id"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"))
    need: Mapped[list[str] | None] = mapped_column(JSON)  # the key of the need, its day in ISO


class Action(Base):
    """What a coordinator did by answering; it may be undone for 30 minutes, and its notices leave only then."""

    __tablename__ = "actions"
    id: Mapped[int] = mapped_column(primary_key=True)
    coordinator: Mapped[str] = mapped_column(index=True)
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("digests.id"))
    number: Mapped[int]
    verb: Mapped[str]
    words: Mapped[str | None]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"))
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matters.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    undone_at: Mapped[datetime | None]
    until: Mapped[date | None]  # of « je m'en occupe » and « attendre »: the day on which the entry comes back
    passed_from: Mapped[str | None]  # whose it was before it was passed on


class Due(Base):
    """Something to do at a moment: « due and not yet done »: a missed run catches up, a double run does nothing."""

    __tablename__ = "due"
    __table_args__ = (UniqueConstraint("kind", "object", "step"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    object: Mapped[str]
    step: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    done_at: Mapped[datetime | None]
    result: Mapped[str | None]
