"""Change an offer and keep what it was: every change can be told, and undone."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import converter
from core.pool.draft import Callback, Draft
from core.pool.records import Offer, OfferChange

KEPT: dict[str, Any] = {
    "status": str,
    "check_reason": str | None,
    "draft": Draft,
    "seats_left": int,
    "seats_held": int,
    "starts_on": date | None,
    "ends_on": date | None,
    "pole": str | None,
    "bassin": str | None,
    "coordinator": str,
    "copies": list[str],
    "callback": Callback,
    "news_by": date,
}


@dataclass(frozen=True)
class Author:
    """Who changes something: `contact:12`, `coordinator:c-ouest` or `clock`; by which message and action."""

    name: str
    now: datetime
    channel: str | None = None
    message_id: int | None = None
    action_id: int | None = None


def snapshot(offer: Offer) -> dict[str, Any]:
    """The values of an offer that a change may touch, as JSON."""
    return {name: converter().unstructure(getattr(offer, name), kind) for name, kind in KEPT.items()}


def note_change(
    session: Session, offer: Offer, before: dict[str, Any], author: Author, what: str, *, reason: str | None = None
) -> None:
    """Write down what differs from `before`; an empty difference is kept too: somebody did say it."""
    after = snapshot(offer)
    differ = [name for name in KEPT if before.get(name) != after[name]]
    fields = {key: value for key, value in asdict(author).items() if key not in ("name", "now")}
    change = OfferChange(
        offer_id=offer.id,
        at=author.now,
        author=author.name,
        what=what,
        reason=reason,
        **fields,
        before={name: before.get(name) for name in differ},
        after={name: after[name] for name in differ},
    )
    session.add(change)


def undo_change(session: Session, change: OfferChange, author: Author) -> Offer:
    """Put the values back that a change replaced; what others changed since stays."""
    offer = session.get_one(Offer, change.offer_id)
    before, now_values = snapshot(offer), snapshot(offer)
    for name, value in change.before.items():
        if now_values[name] == change.after[name]:
            setattr(offer, name, converter().structure(value, KEPT[name]))
    change.undone_at = author.now
    note_change(session, offer, before, author, "undo", reason=change.what)
    return offer


def changes_of_action(session: Session, action_id: int) -> list[OfferChange]:
    """What an action changed and was not undone yet, newest first."""
    rows = select(OfferChange).where(OfferChange.action_id == action_id, OfferChange.undone_at.is_(None))
    return list(session.scalars(rows.order_by(OfferChange.id.desc())))
