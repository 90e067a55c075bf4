"""What a letter asked of an offer without proof: kept as a proposal until the contact who filed the offer says yes or no."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.agenda.records import Matter
from core.database import Base, Stored, UtcDateTime
from core.pool.commands import ChangeOffer, CloseOffer, Command, ConfirmOffer, Unfile
from core.pool.draft import Callback, Draft
from core.pool.history import Author
from core.pool.records import Offer, Status

NOTHING = Draft()
MOST = 5  # open proposals about one offer: what comes after is put before a person only


@dataclass(frozen=True)
class Wish:
    """An act on one offer, as it will be carried out: its end when `status` is said, else new values, else « still valid »."""

    reference: str
    change: Draft = NOTHING
    callback: Callback | None = None
    status: Status | None = None
    reason: str | None = None

    @property
    def command(self) -> ChangeOffer | CloseOffer | ConfirmOffer:
        """The command that does it."""
        if self.status:
            return CloseOffer(self.reference, self.status, self.reason)
        if self.change != NOTHING or self.callback:
            return ChangeOffer(self.reference, self.change, self.callback)
        return ConfirmOffer(self.reference)


class Proposal(Base):
    """A wish, the contact who decides (`contact_id`), whose letter it was (`by_id`), and the thread that puts the question."""

    __tablename__ = "proposals"
    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    wish: Mapped[Wish] = mapped_column(Stored(Wish))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"), index=True)
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matters.id"))
    asked: Mapped[bool] = mapped_column(default=False)  # whoever decides could be asked
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime())
    settled_at: Mapped[datetime | None]
    agreed: Mapped[bool | None]


def wishes_of(command: Command) -> tuple[Wish, ...]:
    """What a command asks of offers in the pool; nothing when it touches none."""
    match command:
        case ChangeOffer():
            return (Wish(command.reference, command.change, command.callback),)
        case CloseOffer():
            return (Wish(command.reference, status=command.status, reason=command.reason),)
        case ConfirmOffer():
            return (Wish(command.reference),)
        case Unfile():
            return tuple(Wish(reference, status="withdrawn", reason="unfiled") for reference in command.references)
    return ()


def propose(session: Session, wish: Wish, offer: Offer, by_id: int, *, author: Author, said: str) -> tuple[Proposal, bool]:
    """Keep a wish, and put it before the coordinator in these words until it is settled; whether it is new.

    The same wish of the same person, still open, is not kept twice.
    """
    known = open_about(session, offer.id)
    for one in known:
        if (one.by_id, one.wish) == (by_id, wish):
            return one, False
    matter = Matter(
        kind="proposal", contact_id=offer.contact_id, offer_id=offer.id, coordinator=offer.coordinator, text=said,
        opened_at=author.now,
    )  # fmt: skip
    session.add(matter)
    session.flush()
    proposal = Proposal(
        offer_id=offer.id, contact_id=offer.contact_id, by_id=by_id, wish=wish, message_id=author.message_id,
        matter_id=matter.id, asked_at=author.now,
    )  # fmt: skip
    session.add(proposal)
    session.flush()
    return proposal, len(known) < MOST


def open_about(session: Session, offer_id: int) -> list[Proposal]:
    """The proposals about an offer that nobody has settled, oldest first."""
    rows = select(Proposal).where(Proposal.offer_id == offer_id, Proposal.settled_at.is_(None))
    return list(session.scalars(rows.order_by(Proposal.id)))


_OPEN_TO = (
    select(Proposal)
    .where(Proposal.contact_id == bindparam("contact"), Proposal.settled_at.is_(None))
    .order_by(Proposal.id)
    .with_for_update()
)


def open_to(session: Session, contact_id: int) -> list[Proposal]:
    """The proposals that this contact is asked about, oldest first, locked."""
    return list(session.scalars(_OPEN_TO, {"contact": contact_id}))


def settle(session: Session, proposal: Proposal, agreed: bool, now: datetime) -> None:
    """Write down the answer; the coordinator need not look any more."""
    proposal.settled_at, proposal.agreed = now, agreed
    matter = session.get(Matter, proposal.matter_id) if proposal.matter_id else None
    if matter is not None and matter.closed_at is None:
        matter.closed_at, matter.outcome = now, "agreed" if agreed else "declined"
