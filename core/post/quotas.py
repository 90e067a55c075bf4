"""The answers that each sender was given, counted on what the outbox holds: no counter that a restart could lose."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.post.exchange import ACKNOWLEDGED, DAY, Exchange, Given, sender_key
from core.post.outbox import Outgoing

MOST_READ = 500


def answers_given(session: Session, address: str, now: datetime, *, proved: bool) -> list[Given]:
    """The answers of the last day to the sender behind this address, those that wait to leave included.

    Either to letters that were proved to be theirs or to those that bear their address without proof: each kind counts apart.
    """
    rows = select(Outgoing.answered_at, Outgoing.exchange).where(
        Outgoing.answers_to == sender_key(address), Outgoing.answered_at > now - DAY, Outgoing.status != "cancelled"
    )
    found = session.execute(rows.order_by(Outgoing.id.desc()).limit(MOST_READ))
    return [Given(at, exchange) for at, exchange in found if at and exchange and exchange.proved == proved]


def acknowledged(session: Session, address: str, now: datetime, *, proved: bool) -> bool:
    """Whether this sender was told within a day that a letter, of those that are proved or not, could not be read."""
    return any(one.exchange.said == ACKNOWLEDGED.said for one in answers_given(session, address, now, proved=proved))


def note_acknowledged(session: Session, key: str, address: str, now: datetime, *, proved: bool) -> None:
    """Write on a message of the outbox that it tells its reader of a letter that could not be read."""
    note_answer(session, key, address, replace(ACKNOWLEDGED, proved=proved), now)


def note_answer(session: Session, key: str, address: str, exchange: Exchange, now: datetime) -> None:
    """Write on a message of the outbox that it is an answer, so that it counts."""
    noted = update(Outgoing).where(Outgoing.key == key)
    session.execute(noted.values(answers_to=sender_key(address), exchange=exchange, answered_at=now))
