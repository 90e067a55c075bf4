"""What each verb of a coordinator does to an offer: one table of functions, each the rule of one verb."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.deeds import DayPassed, Deed, Effect, EntryClosed, Occasion, OutsideTerritory, TooManySeats
from core.agenda.promises import (
    MORNING,
    forget_promises,
    news_by,
    promise,
    promise_end,
    promise_for,
    revive_promises,
    working_day_before,
)
from core.people.records import Organisation
from core.pool.records import LIFE, OPEN, Offer, OfferChange, Status
from core.territory.fold import fold
from core.territory.workdays import at_local, local_day


def offer_closed(session: Session, deed: Deed, offer: Offer) -> EntryClosed:
    """The refusal for an offer that has ended: how, by whom, when."""
    rows = select(OfferChange).where(OfferChange.offer_id == offer.id).order_by(OfferChange.id.desc()).limit(1)
    last = session.scalars(rows).one()
    return EntryClosed(number=deed.number, status=offer.status, by=last.author, at=last.at)


def _go(session: Session, deed: Deed, offer: Offer, status: Status) -> bool:
    if status != offer.status and status not in LIFE[offer.status]:
        raise offer_closed(session, deed, offer)
    return offer.go(status)


def _accept(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    if offer.pole is None:
        raise OutsideTerritory(number=deed.number)
    if offer.seats_left == 0:  # « reste 1 » says how many there are again
        raise offer_closed(session, deed, offer)
    was: Status = offer.status
    if not _go(session, deed, offer, "available"):
        return "seen"
    _vet(offer.organisation, at)
    offer.check_reason = None
    _renew_news(session, offer, at)
    if was not in OPEN:
        revive_promises(session, offer.reference)
    forget_promises(session, offer.reference, at.now, "unconfirmed")
    return "reconfirmed" if was == "to_reconfirm" else "accepted"


def _renew_news(session: Session, offer: Offer, at: Occasion) -> None:
    """News that were due before the offer was accepted are promised again."""
    today = local_day(at.now, at.territory)
    if offer.news_by <= today:
        offer.news_by = news_by(offer.draft, today, at.territory)
        promise(session, "news", offer.reference, offer.news_by.isoformat(), at_local(offer.news_by, MORNING, at.territory))


def _vet(organisation: Organisation, at: Occasion) -> None:
    organisation.vetted_at = organisation.vetted_at or at.now


def _reject(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    """Not kept; one that only waited for its employer's word is taken back instead, as the offer's life has it.

    « Non : doublon » of one that looks like another says that it is the same.
    """
    if offer.twin and "doublon" in fold(deed.words or ""):
        return _duplicate(session, deed, at, offer)
    _go(session, deed, offer, "rejected" if "rejected" in LIFE[offer.status] else "withdrawn")
    forget_promises(session, offer.reference, at.now)
    return "rejected"


def _duplicate(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    """The same as another offer, which stays: this one counts no more."""
    _go(session, deed, offer, "duplicate")
    forget_promises(session, offer.reference, at.now)
    return "duplicate"


def _take(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    seats = deed.seats or 0
    if not 0 < seats <= offer.seats_left:
        raise TooManySeats(number=deed.number, seats=seats, left=offer.seats_left)
    return _leave(session, at, deed, offer, offer.seats_left - seats)


def _fill(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    return _leave(session, at, deed, offer, 0)


def _remain(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    seats, most = deed.seats or 0, offer.draft.seats or 1
    if seats > most:
        raise TooManySeats(number=deed.number, seats=seats, left=most)
    if offer.status not in (*OPEN, "filled"):
        raise offer_closed(session, deed, offer)
    return "kept" if seats == offer.seats_left else _leave(session, at, deed, offer, seats)


def _leave(session: Session, at: Occasion, deed: Deed, offer: Offer, seats: int) -> Effect:
    """So many seats are left: none fills the offer, more than before opens it again; a place taken vouches for the offer."""
    more, offer.seats_left = seats > offer.seats_left, seats
    if seats == 0:
        _go(session, deed, offer, "filled")
        forget_promises(session, offer.reference, at.now)
    elif offer.pole is not None:
        reopened = offer.status == "filled"
        _go(session, deed, offer, "available")
        if reopened:
            revive_promises(session, offer.reference)
    offer.check_reason = offer.check_reason if offer.status == "to_check" else None
    if offer.status != "to_check":
        _vet(offer.organisation, at)
    return "filled" if seats == 0 else "reopened" if more else "taken"


def _extend(session: Session, deed: Deed, at: Occasion, offer: Offer) -> Effect:
    """Open until that day, inclusive: its end, its news and what was planned follow."""
    today = local_day(at.now, at.territory)
    if deed.day is None or deed.day < today:
        raise DayPassed(number=deed.number, day=deed.day)
    if offer.status in ("to_reconfirm", "expired"):
        _go(session, deed, offer, "available")
    elif offer.status not in OPEN:
        raise offer_closed(session, deed, offer)
    forget_promises(session, offer.reference, at.now)
    offer.ends_on = deed.day
    if offer.news_by <= today:
        offer.news_by = max(news_by(offer.draft, today, at.territory), today)
    last = working_day_before(deed.day, at.territory)
    offer.news_by = min(offer.news_by, last) if last > today else offer.news_by
    promise_for(session, offer, today, at.territory)
    promise_end(session, offer, at.territory)
    return "until"


WORK: dict[str, Callable[[Session, Deed, Occasion, Offer], Effect]] = {
    "ok": _accept,
    "no": _reject,
    "taken": _take,
    "full": _fill,
    "left": _remain,
    "until": _extend,
    "twin": _duplicate,
}
