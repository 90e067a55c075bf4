"""Why an offer is looked at before schools see it: each reason is stated, and only these make an offer `to_check`."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.records import Organisation
from core.pool.draft import Draft
from core.pool.records import OPEN, Offer

# Code de l'éducation R124-10: three trainees at once under 20 staff; pupils in observation are outside this ceiling.
CEILING = 3
RECENT = timedelta(days=30)
# The order is that of importance: the first that holds is the one that is shown.
REASONS = ("criterion", "sender", "outside", "place", "programme", "twin", "seats", "new_organisation", "pole")


def reasons_to_check(
    session: Session, draft: Draft, organisation: Organisation, *, doubts: tuple[str, ...], outside: bool, now: datetime
) -> list[str]:
    """The reasons of REASONS that hold for an offer about to be filed, most important first."""
    holds = set(doubts)
    if outside:
        holds.add("outside")
    if organisation.vetted_at is None:
        holds.add("new_organisation")
    if draft.seats is not None and draft.seats > CEILING and draft.kind not in ("observation", "apprenticeship"):
        holds.add("seats")
    with session.no_autoflush:  # nothing that is looked for was just written
        twin = find_twin(session, draft, organisation.id, now)
    if twin is not None:
        holds.add("twin")
    return [reason for reason in REASONS if reason in holds]


def find_twin(session: Session, draft: Draft, organisation_id: int, now: datetime) -> Offer | None:
    """An open offer of the same organisation for the same kind, programmes and days, filed in the last 30 days."""
    rows = select(Offer).where(Offer.organisation_id == organisation_id, Offer.status.in_(OPEN), Offer.filed_at >= now - RECENT)
    for offer in session.scalars(rows.order_by(Offer.id.desc())):
        other = offer.draft
        if (other.kind, other.programmes, other.periods) == (
            draft.kind,
            draft.programmes,
            draft.periods,
        ) and other.levels == draft.levels:
            return offer
    return None
