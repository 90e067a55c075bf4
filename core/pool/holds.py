"""Seats held for a school: proposed, then taken, given back, or free again when nothing is heard until the day that was said."""

from datetime import date, datetime
from typing import Literal

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.territory import Territory
from core.database import Base, UtcDateTime
from core.pool.history import Author, note_change, snapshot
from core.pool.records import OPEN, Offer, lock_offer
from core.territory.workdays import add_working_days

# held -> settled (some or all taken) · returned · lapsed (silence) · withdrawn (the offer has no such seats any more) · undone
HoldStatus = Literal["held", "settled", "returned", "lapsed", "withdrawn", "undone"]
SOON_DAYS = 15  # a start within so many days leaves a school less time


class Hold(Base):
    """So many seats of an offer, held for a school until the end of a day."""

    __tablename__ = "holds"
    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    school: Mapped[str] = mapped_column(index=True)
    seats: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    status: Mapped[HoldStatus] = mapped_column(default="held", index=True)
    until: Mapped[date]
    held_at: Mapped[datetime] = mapped_column(UtcDateTime())
    author: Mapped[str]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"), index=True)
    settled_at: Mapped[datetime | None]


def free_seats(offer: Offer) -> int:
    """Seats that are neither taken nor held."""
    return max(0, offer.seats_left - offer.seats_held)


def held_until(offer: Offer, today: date, days: tuple[int, int], territory: Territory) -> date:
    """The last day of a hold: `days` working days, the second number when the stay starts within 15 days; before it starts."""
    soon = offer.starts_on is not None and (offer.starts_on - today).days <= SOON_DAYS
    last = add_working_days(today, days[1] if soon else days[0], territory)
    return last if offer.starts_on is None else max(today, min(last, offer.starts_on))


def hold_seats(session: Session, offer: Offer, school: str, seats: int, until: date, *, author: Author) -> Hold:
    """Hold free seats for a school, and note it in the offer's history."""
    before = snapshot(offer)
    hold = Hold(
        offer_id=offer.id, school=school, seats=seats, until=until, held_at=author.now, author=author.name,
        action_id=author.action_id,
    )  # fmt: skip
    session.add(hold)
    count_held(session, offer)
    note_change(session, offer, before, author, "held", reason=school)
    session.flush()
    return hold


def count_held(session: Session, offer: Offer) -> None:
    """Bring the offer's count up to date with its holds."""
    session.flush()
    held = select(func.coalesce(func.sum(Hold.seats), 0)).where(Hold.offer_id == offer.id, Hold.status == "held")
    offer.seats_held = session.scalar(held) or 0


def settle_hold(session: Session, hold: Hold, taken: int, author: Author) -> Offer:
    """So many of the seats held are taken, 0 to all; the rest is free again. A hold that has ended changes nothing."""
    status: HoldStatus = "settled" if taken else "returned"
    return _end(session, hold, status, author, taken=min(taken, hold.seats))


def end_hold(session: Session, hold: Hold, status: HoldStatus, author: Author) -> Offer:
    """Seats held are free again: nothing was heard, or the offer has them no more."""
    return _end(session, hold, status, author, taken=0)


def _end(session: Session, hold: Hold, status: HoldStatus, author: Author, *, taken: int) -> Offer:
    offer = lock_offer(session, hold.offer_id)
    if hold.status != "held":
        return offer
    before = snapshot(offer)
    taken = min(taken, offer.seats_left) if offer.status in OPEN else 0
    hold.status, hold.taken, hold.settled_at = status, taken, author.now
    count_held(session, offer)
    offer.seats_left -= taken
    if taken and offer.seats_left == 0:
        offer.go("filled")
    what = ("filled" if offer.seats_left == 0 else "taken") if taken else status
    note_change(session, offer, before, author, what, reason=hold.school)
    session.flush()
    return offer


def lapsed_holds(session: Session, today: date) -> list[Hold]:
    """Holds whose last day has passed."""
    return list(session.scalars(select(Hold).where(Hold.status == "held", Hold.until < today).order_by(Hold.id)))


def groundless_holds(session: Session) -> list[Hold]:
    """Holds of offers that have ended or have fewer seats left than held, the latest of an offer first."""
    held = select(Hold).join(Offer, Offer.id == Hold.offer_id).where(Hold.status == "held")
    held = held.where(Offer.status.not_in(OPEN) | (Offer.seats_left < Offer.seats_held))
    return list(session.scalars(held.order_by(Hold.offer_id, Hold.id.desc())))
