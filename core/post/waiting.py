"""Who waits for an answer: what they said is not dealt with yet, or the answer has not left."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.post.inbox import Incoming
from core.post.outbox import Outgoing


def unanswered(session: Session, channel: str, addresses: Collection[str]) -> set[str]:
    """Of these addresses, those that wait; one whose message failed is not told that an answer is coming."""
    heard = select(Incoming.address).where(
        Incoming.channel == channel, Incoming.status == "waiting", Incoming.attempts == 0, Incoming.address.in_(addresses)
    )
    said = select(Outgoing.address).where(
        Outgoing.channel == channel, Outgoing.status == "waiting", Outgoing.solicited, Outgoing.address.in_(addresses)
    )
    return {*session.scalars(heard), *session.scalars(said)}
