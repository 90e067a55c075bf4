"""Why an offer is looked at before schools see it: each reason is stated, and only these make an offer `to_check`."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from core.people.records import Organisation
from core.people.twins import NEAR, Likeness, judge, likeness, names_alike
from core.pool.draft import Callback, Draft, kind_of, start_of
from core.pool.records import OPEN, Offer

# Code de l'éducation R124-10: three trainees at once under 20 staff; pupils in observation are outside this ceiling.
CEILING = 3
RECENT = timedelta(days=30)
MOST = 200  # offers that are compared
# The order is that of importance: the first that holds is the one that is shown.
REASONS = ("criterion", "sender", "outside", "place", "programme", "twin", "seats", "new_organisation", "pole")


def reasons_to_check(
    draft: Draft, organisation: Organisation, *, doubts: tuple[str, ...], outside: bool, twin: bool
) -> list[str]:
    """The reasons of REASONS that hold for an offer about to be filed, most important first."""
    holds = {*doubts, *(("outside",) if outside else ()), *(("twin",) if twin else ())}
    if organisation.vetted_at is None:
        holds.add("new_organisation")
    if draft.seats is not None and draft.seats > CEILING and draft.kind not in ("observation", "apprenticeship"):
        holds.add("seats")
    return [reason for reason in REASONS if reason in holds]


def find_twin(session: Session, draft: Draft, organisation: Organisation, callback: Callback, now: datetime) -> Offer | None:
    """An open offer of the last 30 days for the same kind, programmes and days, of this employer or of one so like it.

    Whether two records are one employer is told as everywhere (`judge`); here what only may be is enough: a person decides.
    """
    start = start_of(draft)
    rows = select(Offer).where(Offer.status.in_(OPEN), Offer.filed_at >= now - RECENT, Offer.kind == kind_of(draft))
    rows = rows.where(Offer.starts_on == start if start else Offer.starts_on.is_(None))
    own = Offer.organisation_id == organisation.id
    here = organisation.insee is not None and Offer.organisation.has(Organisation.insee == organisation.insee)
    rows = rows.where(own | here if organisation.insee else own).options(joinedload(Offer.organisation))
    with session.no_autoflush:  # nothing that is looked for was just written
        found = session.scalars(rows.order_by(own.desc(), Offer.id.desc()).limit(MOST)).all()
    one = _as_compared(organisation, callback)
    for offer in found:
        same = offer.organisation_id == organisation.id or _one_employer(one, _as_compared(offer.organisation, offer.callback))
        if same and _alike(draft, offer.draft):
            return offer
    return None


def _one_employer(one: Likeness, other: Likeness) -> bool:
    """By name above all: one person may offer for several houses from one phone."""
    return names_alike(one, other) >= NEAR and judge(one, other) != "other"


def _as_compared(organisation: Organisation, callback: Callback) -> Likeness:
    return likeness(
        organisation.name, organisation.trade_name, siret=organisation.siret, insee=organisation.insee,
        street=organisation.street, phones=(callback.phone,), emails=(callback.email,),
    )  # fmt: skip


def _alike(one: Draft, other: Draft) -> bool:
    """Two drafts that may be one offer said twice; the number of seats may differ."""
    programmes = one.programmes == other.programmes or not (one.programmes and other.programmes)
    return programmes and one.periods == other.periods and (one.levels == other.levels or not (one.levels and other.levels))
