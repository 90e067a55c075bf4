"""The offer: one row of the pool, the history of its changes, and the numbers that name offers."""

from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import JSON, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, validates

from config.errors import GuichetError
from core.database import Base, Stored, UtcDateTime
from core.people.records import Organisation
from core.pool.draft import Callback, Draft, Kind, kind_of

Status = Literal[
    "draft", "to_check", "available", "paused", "to_reconfirm", "filled", "withdrawn", "expired", "rejected", "duplicate"
]

# From each status, the statuses an offer may go to: the code runs on this table and the docs draw it.
LIFE: dict[Status, frozenset[Status]] = {
    "draft": frozenset({"to_check", "available"}),
    "to_check": frozenset({"available", "rejected", "withdrawn", "filled", "expired", "duplicate"}),
    "available": frozenset({"to_check", "paused", "to_reconfirm", "filled", "withdrawn", "expired", "rejected", "duplicate"}),
    "paused": frozenset({"available", "filled", "withdrawn", "expired"}),
    "to_reconfirm": frozenset({"available", "filled", "withdrawn", "expired"}),
    "filled": frozenset({"available", "withdrawn"}),
    "withdrawn": frozenset({"available", "to_check"}),
    "expired": frozenset({"available"}),
    "rejected": frozenset({"available", "to_check"}),
    "duplicate": frozenset({"available", "to_check"}),
}
OPEN: frozenset[Status] = frozenset({"to_check", "available", "paused", "to_reconfirm"})


class OfferClosed(GuichetError):
    """Offer {reference} is {status}: this cannot be done to it any more"""


class Offer(Base):
    """A confirmed offer. Seats left are kept apart from the status; dates are inclusive; `starts_on` is None when flexible."""

    __tablename__ = "offers"
    __table_args__ = (
        Index("ix_offers_search", "pole", "status", "starts_on", "ends_on"),
        Index("ix_offers_of_coordinator", "coordinator", "status", "filed_at"),
        Index("ix_offers_of_start", "starts_on", "filed_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    status: Mapped[Status] = mapped_column(index=True)
    check_reason: Mapped[str | None]  # why it is `to_check`
    twin: Mapped[str | None]  # the reference of the offer that it looks like
    draft: Mapped[Draft] = mapped_column(Stored(Draft))
    seats_left: Mapped[int]
    seats_held: Mapped[int] = mapped_column(default=0)
    kind: Mapped[Kind | None]  # said, or implied by the levels
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    pole: Mapped[str | None] = mapped_column(index=True)
    bassin: Mapped[str | None]
    coordinator: Mapped[str]
    copies: Mapped[list[str]] = mapped_column(JSON, default=list)  # other coordinators who see it
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    callback: Mapped[Callback] = mapped_column(Stored(Callback))
    accessible: Mapped[bool | None]
    channel: Mapped[str]
    filed_at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)
    news_by: Mapped[date]  # the day by which the employer will have heard of it
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    @validates("draft")
    def _note_kind(self, _name: str, draft: Draft) -> Draft:
        self.kind = kind_of(draft)
        return draft

    def go(self, status: Status) -> bool:
        """Move along the LIFE table; False when the offer is already there, OfferClosed when there is no such way."""
        if status == self.status:
            return False
        if status not in LIFE[self.status]:
            raise OfferClosed(reference=self.reference, status=self.status)
        self.status = status
        return True


def lock_offer(session: Session, id: int) -> Offer:
    """An offer with its organisation, read anew and locked until the transaction ends."""
    rows = select(Offer).where(Offer.id == id).options(joinedload(Offer.organisation)).with_for_update(of=Offer)
    return session.scalars(rows.execution_options(populate_existing=True)).one()


class OfferChange(Base):
    """One change of an offer: who, when, by which channel and message, why, and the values before and after."""

    __tablename__ = "offer_changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    author: Mapped[str]  # contact:12, coordinator:c-ouest, clock
    channel: Mapped[str | None]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"), index=True)
    what: Mapped[str]
    reason: Mapped[str | None]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    undone_at: Mapped[datetime | None]


class Number(Base):
    """The last number given of a series, so that references have no gap and no twin."""

    __tablename__ = "numbers"
    series: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


def next_reference(session: Session, year: int) -> str:
    """`OF-2026-00001`: the next reference of the year; the row stays locked until the transaction ends."""
    row = session.get(Number, f"OF-{year}", with_for_update=True)
    if row is None:
        row = Number(series=f"OF-{year}", last=0)
        session.add(row)
    row.last += 1
    return f"OF-{year}-{row.last:05d}"
