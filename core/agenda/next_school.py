"""Seats given back, or not answered for, go to the next school in line: whom the offer suits best, not asked yet."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.members import Member
from core.pool.history import Author
from core.pool.holds import Hold, free_seats, held_until, hold_seats
from core.pool.matching import NeedIndex
from core.pool.records import Offer
from core.territory.schools import key_of
from core.territory.workdays import local_day

IN_LINE = 12  # classes that are looked at


def pass_on(session: Session, ended: Hold, needs: NeedIndex, now: datetime, days: tuple[int, int]) -> Hold | None:
    """Hold the free seats of an ended hold for the next school that has a correspondent; None when nobody is in line."""
    offer = session.get_one(Offer, ended.offer_id)
    seats = min(ended.seats - ended.taken, free_seats(offer))
    today = local_day(now, needs.territory)
    if offer.status != "available" or seats < 1 or (offer.starts_on is not None and offer.starts_on <= today):
        return None
    been = set(session.scalars(select(Hold.school).where(Hold.offer_id == offer.id, Hold.status != "undone")))
    known = set(session.scalars(select(Member.school).distinct()))
    line = (key_of(match.school) for match in needs.matches(offer.draft, today, IN_LINE))
    school = next((key for key in line if key in known and key not in been), None)
    if school is None:
        return None
    until = held_until(offer, today, days, needs.territory)
    return hold_seats(session, offer, school, seats, until, author=Author("clock", now))
