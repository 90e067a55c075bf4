"""« 3 proposer Filaos 2 »: a coordinator holds seats of an offer for a school."""

from sqlalchemy.orm import Session

from config.territory import School
from core.agenda.deeds import Deed, FewerFreeSeats, NobodyOfThatSchool, NoOffer, NotYetAvailable, Occasion, SeveralSchools
from core.agenda.records import Action
from core.pool.history import Author
from core.pool.holds import Hold, free_seats, held_until, hold_seats
from core.pool.records import Offer
from core.territory.schools import key_of, schools_named
from core.territory.workdays import local_day


def propose(session: Session, deed: Deed, at: Occasion, offer: Offer | None, *, action: Action) -> Hold:
    """Hold seats, all that are free unless a number is said.

    Raises NoOffer, NotYetAvailable, NobodyOfThatSchool, SeveralSchools, FewerFreeSeats.
    """
    if offer is None:
        raise NoOffer(number=deed.number)
    if offer.status not in ("available", "paused"):
        raise NotYetAvailable(number=deed.number, status=offer.status)
    school = _school(deed, at)
    free = free_seats(offer)
    seats = deed.seats or free
    if not 0 < seats <= free:
        raise FewerFreeSeats(number=deed.number, seats=seats, free=free)
    author = Author(f"coordinator:{at.coordinator.id}", at.now, at.channel, at.message_id, action.id)
    action.until = held_until(offer, local_day(at.now, at.territory), at.hold_days, at.territory)
    return hold_seats(session, offer, key_of(school), seats, action.until, author=author)


def _school(deed: Deed, at: Occasion) -> School:
    said = (deed.words or "").strip()
    found = schools_named(said, at.territory)
    if not found:
        raise NobodyOfThatSchool(number=deed.number, said=said)
    if len(found) > 1:
        raise SeveralSchools(number=deed.number, said=said, schools=", ".join(one.name for one in found[:5]))
    return found[0]
