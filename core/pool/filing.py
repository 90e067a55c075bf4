"""File, change, end and confirm offers: what the pool does when an employer has said so."""

from dataclasses import fields, replace
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from config.territory import Territory
from core.agenda.promises import forget_promises, news_by, promise_for, urgent
from core.people.acquaintance import join_organisation
from core.people.records import Contact, Organisation
from core.pool.checks import find_twin, reasons_to_check
from core.pool.commands import (
    Changed,
    ChangeOffer,
    Closed,
    CloseOffer,
    Confirmed,
    ConfirmOffer,
    Filed,
    FileOffer,
    NotDone,
    Outcome,
    Person,
    Unfile,
    Unfiled,
)
from core.pool.draft import Draft, end_of, start_of
from core.pool.history import Author, note_change, snapshot
from core.pool.records import OPEN, Offer, OfferClosed, next_reference
from core.territory.routing import Route, route
from core.territory.workdays import local_day

UNDO = timedelta(minutes=30)


def person_of(territory: Territory, coordinator_id: str) -> Person:
    """A coordinator as the words name them."""
    one = territory.coordinators[coordinator_id]
    return Person(id=one.id, name=one.name, email=one.email, phone=one.phone, role=one.role)


def file_offer(session: Session, command: FileOffer, contact: Contact, author: Author, territory: Territory) -> Filed:
    """File one offer: number it, route it, say whether it needs checking, and promise news."""
    today = local_day(author.now, territory)
    insee = command.draft.place.insee if command.draft.place else None
    organisation = join_organisation(session, contact, command.employer, insee, author.now)
    way = route(command.draft, territory, today)
    doubts = (*command.doubts, *(("pole",) if way.pole and territory.poles[way.pole].check_all else ()))
    twin = find_twin(session, command.draft, organisation, command.callback, author.now)
    reasons = reasons_to_check(command.draft, organisation, doubts=doubts, outside=way.outside, twin=twin is not None)
    offer = Offer(
        reference=next_reference(session, today.year),
        status="to_check" if reasons else "available",
        check_reason=reasons[0] if reasons else None,
        twin=twin.reference if twin else None,
        draft=command.draft,
        seats_left=command.draft.seats or 1,
        organisation_id=organisation.id,
        contact_id=contact.id,
        callback=command.callback,
        accessible=command.accessible,
        channel=author.channel or "",
        filed_at=author.now,
        **_dates(command.draft, today, territory),
        **_way(way),
    )
    session.add(offer)
    session.flush()
    note_change(session, offer, {}, author, "filed")
    promise_for(session, offer, today, territory)
    return _filed(offer, organisation, territory, today)


def _filed(offer: Offer, organisation: Organisation, territory: Territory, today: date) -> Filed:
    return Filed(
        reference=offer.reference,
        status=offer.status,
        check_reason=offer.check_reason,
        draft=offer.draft,
        organisation=organisation.name,
        pole=territory.poles[offer.pole].name if offer.pole else None,
        coordinator=person_of(territory, offer.coordinator),
        news_by=offer.news_by,
        urgent=urgent(offer.draft, today),
        callback=offer.callback,
    )


def _dates(draft: Draft, today: date, territory: Territory) -> dict[str, date | None]:
    return {"starts_on": start_of(draft), "ends_on": end_of(draft), "news_by": news_by(draft, today, territory)}


def _way(way: Route) -> dict[str, object]:
    return {"pole": way.pole, "bassin": way.bassin, "coordinator": way.coordinator, "copies": list(way.copies)}


def offer_named(session: Session, reference: str) -> Offer | None:
    """The offer of this reference, whoever filed it: to look at, and to know who is in charge."""
    return session.scalar(select(Offer).where(Offer.reference == reference).options(joinedload(Offer.organisation)))


def own_offer(session: Session, reference: str, contact: Contact) -> Offer | None:
    """The offer of this reference if this very contact filed it: the name of an organisation can be claimed by anybody."""
    offer = session.scalar(
        select(Offer).where(Offer.reference == reference).options(joinedload(Offer.organisation)).with_for_update(of=Offer)
    )
    return offer if offer and offer.contact_id == contact.id else None


_OF_CONTACT = select(Offer).where(Offer.contact_id == bindparam("contact")).options(joinedload(Offer.organisation))


def own_offers(session: Session, contact: Contact) -> list[Offer]:
    """The offers of this contact, open ones first, then the newest."""
    rows = session.scalars(_OF_CONTACT, {"contact": contact.id})
    return sorted(rows, key=lambda offer: (offer.status not in OPEN, -offer.id))


def merge(draft: Draft, change: Draft) -> Draft:
    """The draft with the slots that the change says; new dates replace « flexible », and the reverse."""
    said = {f.name: getattr(change, f.name) for f in fields(Draft) if getattr(change, f.name) not in (None, (), False)}
    if change.periods:
        said["flexible"] = False
    elif change.flexible:
        said["periods"] = ()
    return replace(draft, **said)


def change_offer(session: Session, command: ChangeOffer, contact: Contact, author: Author, territory: Territory) -> Outcome:
    """Give an offer its new values; a new place routes it again, new dates promise news again."""
    offer = own_offer(session, command.reference, contact)
    if offer is None:
        return NotDone("UnknownOffer", command.reference)
    if offer.status not in OPEN:
        return NotDone("OfferClosed", command.reference, offer.status)
    before, today, taken = snapshot(offer), local_day(author.now, territory), (offer.draft.seats or 1) - offer.seats_left
    offer.draft, offer.callback = merge(offer.draft, command.change), command.callback or offer.callback
    offer.seats_left = max(0, (offer.draft.seats or 1) - taken)
    if offer.seats_left == 0:  # fewer seats than before, and these are taken
        offer.go("filled")
    way = route(offer.draft, territory, today)
    rerouted = way.coordinator != offer.coordinator
    for name, value in {**_dates(offer.draft, today, territory), **_way(way)}.items():
        setattr(offer, name, value)
    note_change(session, offer, before, author, "changed")
    forget_promises(session, offer.reference, author.now)
    promise_for(session, offer, today, territory)
    return Changed(
        offer.reference, offer.draft, offer.organisation.name, person_of(territory, way.coordinator) if rerouted else None
    )


def close_offer(session: Session, command: CloseOffer, contact: Contact, author: Author) -> Outcome:
    """End an offer as its employer says: withdrawn, or filled by their own means."""
    offer = own_offer(session, command.reference, contact)
    if offer is None:
        return NotDone("UnknownOffer", command.reference)
    before = snapshot(offer)
    try:
        offer.go(command.status)
    except OfferClosed:
        return NotDone("OfferClosed", command.reference, offer.status)
    offer.seats_left = 0 if command.status == "filled" else offer.seats_left
    note_change(session, offer, before, author, command.status, reason=command.reason)
    forget_promises(session, offer.reference, author.now)
    return Closed(offer.reference, offer.status, offer.draft)


def confirm_offer(session: Session, command: ConfirmOffer, contact: Contact, author: Author) -> Outcome:
    """An offer still stands: what waited for this answer goes on."""
    offer = own_offer(session, command.reference, contact)
    if offer is None:
        return NotDone("UnknownOffer", command.reference)
    if offer.status not in OPEN:
        return NotDone("OfferClosed", command.reference, offer.status)
    before = snapshot(offer)
    if offer.status in ("to_reconfirm", "paused"):
        offer.go("available")
    note_change(session, offer, before, author, "confirmed")
    forget_promises(session, offer.reference, author.now, "unconfirmed")
    return Confirmed(offer.reference, offer.draft)


def unfile(session: Session, command: Unfile, contact: Contact, author: Author) -> Outcome:
    """Undo filings that are less than 30 minutes old."""
    offers = [own_offer(session, reference, contact) for reference in command.references]
    undone = [o for o in offers if o and o.status in OPEN and author.now - o.filed_at <= UNDO]
    for offer in undone:
        before = snapshot(offer)
        offer.go("withdrawn")
        note_change(session, offer, before, author, "withdrawn", reason="unfiled")
        forget_promises(session, offer.reference, author.now)
    return Unfiled(tuple(o.reference for o in undone)) if undone else NotDone("TooLateToUndo")
