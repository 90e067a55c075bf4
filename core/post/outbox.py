"""The outbox: what is to be said is kept with the decision that says it, and delivered until it arrives."""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ForeignKey, Index, Integer, Table, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, defer, mapped_column

from core.database import Base, Damaged, Stored, UtcDateTime, insert_new
from core.post.exchange import Exchange
from core.post.inbound import Channel
from core.post.masked import masked_text
from core.post.parcel import Block, Button, Enclosure, Event, Parcel, Series

LOG = logging.getLogger("guichet.outbox")
TRIES = 14  # over half a day: a relay may be mended, a token renewed
QUICK = 3  # tries after which a fault is no passing one
BACK_OFF, LONGEST = timedelta(minutes=1), timedelta(hours=4)


@dataclass(frozen=True)
class Envelope:
    """What a channel needs beside the words; the mail fields are empty on other channels."""

    silent: bool = False
    solicited: bool = True
    closes: str | None = None
    closes_message: str | None = None
    replaces: str | None = None
    subject: str | None = None
    recipient_name: str | None = None
    thread: int | None = None
    token: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    language: str = "fr"
    series: Series = "news"
    events: tuple[Event, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True)
class Message:
    """Final words for one address. `key` makes it unique: the same thing is said once, however often it is decided."""

    key: str
    channel: Channel
    address: str
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    envelope: Envelope = Envelope()


class Outgoing(Base):
    """A message on its way: waiting, sent, cancelled, or failed (unreachable, refused, or tried too often)."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "channel", "status", "due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"), index=True)
    channel: Mapped[str]
    address: Mapped[str] = mapped_column(index=True)
    message: Mapped[Message] = mapped_column(Stored(Message))
    solicited: Mapped[bool] = mapped_column(default=True)  # an answer: it leaves before what we say of our own accord
    due_at: Mapped[datetime] = mapped_column(UtcDateTime())
    status: Mapped[str] = mapped_column(default="waiting", index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    remote_id: Mapped[str | None]
    # Of an answer to a letter (see quotas.py): whom it answers, when it was given, and what both sides said, as fingerprints.
    answers_to: Mapped[str | None] = mapped_column(index=True)
    answered_at: Mapped[datetime | None]
    exchange: Mapped[Exchange | None] = mapped_column(Stored(Exchange))
    returns: Mapped[int] = mapped_column(default=0)  # times that it came back and was sent again


_SENT = (
    update(_OUTBOX := cast(Table, Outgoing.__table__))
    .where(_OUTBOX.c.id == bindparam("parcel"))
    .values(status="sent", sent_at=bindparam("sent_at"), remote_id=bindparam("remote_id"))
)


def post(
    session: Session, message: Message, due: datetime, *, contact_id: int | None = None, action_id: int | None = None
) -> bool:
    """Keep a message until it is delivered; False when its key was posted before."""
    row: dict[str, Any] = {
        "key": message.key,
        "contact_id": contact_id,
        "action_id": action_id,
        "channel": message.channel,
        "address": message.address,
        "message": message,
        "solicited": message.envelope.solicited,
        "due_at": due,
        "status": "waiting",
        "attempts": 0,
    }
    # straight to the connection: what the session has yet to write need not be written first
    return session.connection().execute(insert_new(session, Outgoing), row).scalar() is not None


_PUT_OFF = select(Outgoing.address).where(
    Outgoing.status == "waiting",
    Outgoing.channel == bindparam("channel"),
    Outgoing.error.is_not(None),
    Outgoing.due_at > bindparam("now", type_=UtcDateTime()),
    Outgoing.returns == 0,
)
_DUE = (
    select(Outgoing)
    .where(
        Outgoing.status == "waiting",
        Outgoing.channel == bindparam("channel"),
        Outgoing.due_at <= bindparam("now", type_=UtcDateTime()),
        Outgoing.address.not_in(_PUT_OFF),
        Outgoing.address.not_in(bindparam("under_way", expanding=True)),
    )
    .order_by(Outgoing.solicited.desc(), Outgoing.id)
    .limit(bindparam("most", type_=Integer))
)
_DUE_ONE_BY_ONE = _DUE.options(defer(Outgoing.message))


def due(session: Session, channel: str, now: datetime, limit: int, under_way: Collection[str] = ()) -> list[Parcel]:
    """What this channel is to deliver now, answers first, then oldest first; a person's later message waits for the earlier one.

    That is one under way, or one whose turn was put off: it has been looked at, so it bears a reason. A letter that came back
    and leaves again in some days holds up nobody: its reader may have written meanwhile. A damaged one stops no other.
    """
    asked = {"channel": channel, "now": now, "under_way": list(under_way), "most": limit}
    try:
        return [parcel(row) for row in session.scalars(_DUE, asked)]
    except Damaged:
        rows = session.scalars(_DUE_ONE_BY_ONE, asked).all()
        return [one for row in rows if (one := _parcel_or_failure(row))]


def _parcel_or_failure(row: Outgoing) -> Parcel | None:
    try:
        return parcel(row)
    except Damaged as error:
        LOG.error("outbox %s cannot be sent: %s", row.id, masked_text(str(error)))
        row.status, row.error = "failed", str(error)[:2000]
        return None


def parcel(row: Outgoing) -> Parcel:
    """A row as its channel takes it."""
    message, envelope = row.message, row.message.envelope
    return Parcel(
        id=row.id,
        channel=message.channel,
        address=message.address,
        blocks=message.blocks,
        buttons=message.buttons,
        **{name: getattr(envelope, name) for name in envelope.__dataclass_fields__},
    )


def cancel_key(session: Session, key: str) -> None:
    """What waits under this key is not said."""
    named = (Outgoing.key == key) | Outgoing.key.startswith(f"{key}:", autoescape=True)  # a chat's message may be several
    session.execute(update(Outgoing).where(named, Outgoing.status == "waiting").values(status="cancelled"))


def mark_sent(session: Session, id: int, now: datetime, remote_id: str | None) -> None:
    """A parcel has left."""
    mark_all_sent(session, [(id, remote_id)], now)


def mark_all_sent(session: Session, left: Iterable[tuple[int, str | None]], now: datetime) -> None:
    """These parcels have left, each with its remote id. Rows that the session has loaded are not refreshed."""
    session.connection().execute(_SENT, [{"parcel": id, "sent_at": now, "remote_id": remote} for id, remote in left])


def mark_later(session: Session, id: int, now: datetime, after: float, error: str) -> bool:
    """A try failed: again after `after` seconds, from the fourth time longer and longer; False when it is given up."""
    row = session.get_one(Outgoing, id)
    row.attempts += 1
    row.error = error[:2000]
    longer = min(BACK_OFF * 2 ** (row.attempts - QUICK - 1), LONGEST) if row.attempts > QUICK else timedelta()
    row.due_at = now + max(timedelta(seconds=after), longer)
    row.status = "failed" if row.attempts >= TRIES else "waiting"
    return row.status == "waiting"


def hasten(session: Session, ids: Collection[int], now: datetime) -> None:
    """These parcels, put off by a fault that seems to be over, are due at once."""
    row = update(Outgoing).where(Outgoing.id.in_(ids), Outgoing.status == "waiting", Outgoing.due_at > now)
    session.execute(row.values(due_at=now))


def postpone(session: Session, id: int, now: datetime, after: float, reason: str) -> None:
    """A parcel's turn comes in `after` seconds: nothing was tried, so no try is counted."""
    row = session.get_one(Outgoing, id)
    row.error, row.due_at = reason[:2000], now + timedelta(seconds=after)


def mark_failed(session: Session, id: int, error: str) -> Outgoing:
    """A parcel cannot be delivered on this channel."""
    row = session.get_one(Outgoing, id)
    row.status, row.error = "failed", error[:2000]
    return row


def cancel(session: Session, action_id: int) -> int:
    """Take back what an action announced and has not left yet; how many messages."""
    waiting = update(Outgoing).where(Outgoing.action_id == action_id, Outgoing.status == "waiting").values(status="cancelled")
    return len(session.scalars(waiting.returning(Outgoing.id)).all())
