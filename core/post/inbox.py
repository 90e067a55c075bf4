"""The inbox: what was heard is kept before it is acknowledged, and dealt with once, in order for each person."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, LargeBinary, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, undefer

from core.database import Base, Stored, UtcDateTime, insert_new
from core.post.inbound import Arrival, Inbound

TRIES = 5


class Incoming(Base):
    """One message heard: waiting, done, or parked (after five failed tries, or when it can no longer be read).

    One that was done long ago is emptied (see retention.py): its words and bytes are gone, its key is known.
    """

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("channel", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    key: Mapped[str]
    address: Mapped[str] = mapped_column(index=True)
    inbound: Mapped[Inbound] = mapped_column(Stored(Inbound), deferred=True)  # read one by one: a damaged one stops no other
    raw: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime())
    status: Mapped[str] = mapped_column(default="waiting", index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    error: Mapped[str | None]
    done_at: Mapped[datetime | None]


def record(session: Session, arrivals: Iterable[Arrival], now: datetime) -> int:
    """Keep these messages, each once by its channel's key; how many were new."""
    rows: list[dict[str, Any]] = [
        {
            "channel": a.inbound.channel,
            "key": a.inbound.key,
            "address": a.inbound.address,
            "inbound": a.inbound,
            "raw": a.raw,
            "recorded_at": now,
            "status": "waiting",
            "attempts": 0,
        }
        for a in arrivals
    ]
    if not rows:
        return 0
    new = session.scalars(insert_new(session, Incoming), rows)
    return len(new.all())


_HEADS = select(func.min(Incoming.id)).where(Incoming.status == "waiting").group_by(Incoming.channel, Incoming.address)
_DUE = (Incoming.not_before.is_(None)) | (Incoming.not_before <= bindparam("now", type_=UtcDateTime()))
# « waiting » is asked again outside: a row that another worker has just answered is looked at once more when its lock is free
_NEXT = (
    select(Incoming)
    .where(Incoming.id.in_(_HEADS), _DUE, Incoming.status == "waiting")
    .order_by(Incoming.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_NEXT_READ = _NEXT.options(undefer(Incoming.inbound))


def next_waiting(session: Session, now: datetime, limit: int, *, read: bool = False) -> list[Incoming]:
    """The oldest waiting message of each conversation that is due, oldest first: order is kept for each person.

    A message that failed keeps the later ones of the same person waiting, and nobody else's. On PostgreSQL, rows that
    another worker holds are skipped. `read`: with what they say, all at once; raises Damaged.
    """
    return list(session.scalars(_NEXT_READ if read else _NEXT, {"now": now, "most": limit}))


def finish(row: Incoming, now: datetime) -> None:
    """Mark a message as dealt with."""
    row.status, row.done_at = "done", now


def fail(row: Incoming, error: str, now: datetime) -> None:
    """Count a failed try: again after 1, 4, 9, 16 minutes, then parked for the operator."""
    row.attempts += 1
    row.error = error[:2000]
    row.not_before = now + timedelta(minutes=row.attempts**2)
    row.status = "parked" if row.attempts >= TRIES else "waiting"


def park(row: Incoming, error: str) -> None:
    """Set a message aside for the operator at once: trying it again as it is would change nothing."""
    row.attempts, row.error, row.status = row.attempts + 1, error[:2000], "parked"


def parked(session: Session) -> list[Incoming]:
    """The messages set aside, oldest first."""
    return list(session.scalars(select(Incoming).where(Incoming.status == "parked").order_by(Incoming.id)))


def retry(session: Session, id: int) -> bool:
    """Put a parked message back in the queue; False when there is none of this id."""
    row = session.get(Incoming, id)
    if row is None or row.status != "parked":
        return False
    row.status, row.attempts, row.not_before = "waiting", 0, None
    return True
