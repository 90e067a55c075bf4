"""Why an offer is looked at before schools see it: each reason is stated, and only these make an offer `to_check`."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

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
    start, kind = start_of(draft), kind_of(draft)
    recent = Offer.status.in_(OPEN) & (Offer.filed_at >= now - RECENT) & (Offer.kind == kind)
    recent &= Offer.starts_on == start if start else Offer.starts_on.is_(None)
    with session.no_autoflush:  # nothing that is looked for was just written
        own = select(Offer.id).where(recent, Offer.organisation_id == organisation.id).order_by(Offer.id.desc()).limit(MOST)
        near = _near(session, organisation, recent) if organisation.insee else []
        for id in (*session.scalars(own), *near):
            offer = session.get_one(Offer, id)
            other = session.get_one(Organisation, offer.organisation_id)
            one, two = _as_compared(organisation, callback), _as_compared(other, offer.callback)
            # by name above all, as `_near` has it: one person may offer for several houses from one phone
            if (other.id == organisation.id or judge(one, two) != "other") and _alike(draft, offer.draft):
                return offer
    return None


def _near(session: Session, organisation: Organisation, recent: ColumnElement[bool]) -> list[int]:
    """Offers of employers of that commune whose name is nearly this one."""
    one = likeness(organisation.name, organisation.trade_name)
    rows = select(Offer.id, Organisation.name, Organisation.trade_name).join(
        Organisation, Organisation.id == Offer.organisation_id
    )
    rows = rows.where(recent, Organisation.insee == organisation.insee, Organisation.id != organisation.id)
    found = session.execute(rows.order_by(Offer.id.desc()).limit(MOST))
    return [id for id, name, trade_name in found if names_alike(one, likeness(name, trade_name)) >= NEAR]


def _as_compared(organisation: Organisation, callback: Callback) -> Likeness:
    return likeness(
        organisation.name, organisation.trade_name, siret=organisation.siret, insee=organisation.insee,
        street=organisation.street, phones=(callback.phone,), emails=(callback.email,),
    )  # fmt: skip


def _alike(one: Draft, other: Draft) -> bool:
    """Two drafts that may be one offer said twice; the number of seats may differ."""
    programmes = one.programmes == other.programmes or not (one.programmes and other.programmes)
    return programmes and one.periods == other.periods and (one.levels == other.levels or not (one.levels and other.levels))
