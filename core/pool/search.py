"""Find offers in the pool: by pôle, status, kind, programme, days and words; oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from core.pool.records import Offer
from core.territory.fold import fold


@dataclass(frozen=True)
class Wanted:
    """What is looked for; None is « any ». An offer without dates fits any days."""

    pole: str | None = None
    status: str | None = None
    kind: str | None = None
    programme: str | None = None
    since: date | None = None  # it ends on this day or later
    until: date | None = None  # it starts on this day or earlier
    text: str | None = None


def search_offers(session: Session, wanted: Wanted) -> Iterator[Offer]:
    """The offers that fit, in the order of their references."""
    rows = select(Offer).options(joinedload(Offer.organisation)).order_by(Offer.id)
    if wanted.pole:
        rows = rows.where(Offer.pole == wanted.pole)
    if wanted.status:
        rows = rows.where(Offer.status == wanted.status)
    if wanted.kind:
        rows = rows.where(Offer.kind == wanted.kind)
    if wanted.since:
        rows = rows.where(or_(Offer.ends_on.is_(None), Offer.ends_on >= wanted.since))
    if wanted.until:
        rows = rows.where(or_(Offer.starts_on.is_(None), Offer.starts_on <= wanted.until))
    return (offer for offer in session.scalars(rows.execution_options(yield_per=500)) if _fits(offer, wanted))


def _fits(offer: Offer, wanted: Wanted) -> bool:
    draft, text = offer.draft, fold(wanted.text or "")
    place = draft.place.name if draft.place else ""
    return (not wanted.programme or wanted.programme in draft.programmes) and (
        not text or text in fold(f"{offer.reference} {offer.organisation.name} {place} {offer.callback.name or ''}")
    )
