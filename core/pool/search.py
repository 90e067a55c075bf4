"""Find offers in the pool: by pôle, place, status, kind, trade, days and words; oldest first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, Text, cast, or_, select
from sqlalchemy.orm import Session, joinedload

from core.pool.draft import Draft
from core.pool.records import Offer
from core.territory.fold import fold


@dataclass(frozen=True)
class Seen:
    """What somebody may see: offers of these coordinators, of these pôles, and copies of theirs."""

    coordinators: Collection[str]
    poles: Collection[str]


@dataclass(frozen=True)
class Wanted:
    """What is looked for; None and () are « any ». An offer without dates fits any days, one without programme its family's."""

    pole: str | None = None
    bassin: str | None = None
    insee: str | None = None
    statuses: tuple[str, ...] = ()
    kind: str | None = None
    levels: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    since: date | None = None  # it ends on this day or later
    until: date | None = None  # it starts on this day or earlier
    text: str | None = None  # words of its reference, employer, place or contact
    organisation: int | None = None
    seen: Seen | None = None


def search_offers(session: Session, wanted: Wanted) -> Iterator[Offer]:
    """The offers that fit, in the order of their references."""
    rows = _where(select(Offer).options(joinedload(Offer.organisation)).order_by(Offer.id), wanted)
    return (offer for offer in session.scalars(rows.execution_options(yield_per=500)) if _fits(offer, wanted))


def _where(rows: Select[Offer], wanted: Wanted) -> Select[Offer]:
    for column, value in (
        (Offer.pole, wanted.pole),
        (Offer.bassin, wanted.bassin),
        (Offer.kind, wanted.kind),
        (Offer.organisation_id, wanted.organisation),
    ):
        rows = rows.where(column == value) if value else rows
    if wanted.statuses:
        rows = rows.where(Offer.status.in_(wanted.statuses))
    if wanted.since:
        rows = rows.where(or_(Offer.ends_on.is_(None), Offer.ends_on >= wanted.since))
    if wanted.until:
        rows = rows.where(or_(Offer.starts_on.is_(None), Offer.starts_on <= wanted.until))
    if wanted.seen:
        copied = (cast(Offer.copies, Text).contains(f'"{one}"', autoescape=True) for one in wanted.seen.coordinators)
        rows = rows.where(or_(Offer.coordinator.in_(wanted.seen.coordinators), Offer.pole.in_(wanted.seen.poles), *copied))
    return rows


def _fits(offer: Offer, wanted: Wanted) -> bool:
    draft = offer.draft
    place = draft.place.name if draft.place else ""
    found = fold(f"{offer.reference} {offer.organisation.name} {place} {offer.callback.name or ''}") if wanted.text else ""
    return (
        (not wanted.insee or (draft.place is not None and draft.place.insee == wanted.insee))
        and (not wanted.levels or not draft.levels or bool(set(wanted.levels) & set(draft.levels)))
        and _of_trade(draft, wanted)
        and all(word in found for word in fold(wanted.text or "").split())
    )


def _of_trade(draft: Draft, wanted: Wanted) -> bool:
    """One of the programmes, or of the families where the offer names no programme; without programmes, one of the families."""
    if wanted.programmes and (draft.programmes or not wanted.fields):
        return bool(set(wanted.programmes) & set(draft.programmes))
    return not wanted.fields or bool(set(wanted.fields) & set(draft.fields))
