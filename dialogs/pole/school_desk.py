"""A school's correspondent answers about seats held for it: taken, some of them, or given back; all three hear of it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.promises import forget_promises
from core.people.members import Member
from core.pool.history import Author
from core.pool.holds import Hold, end_hold, groundless_holds, lapsed_holds, settle_hold
from core.pool.records import OPEN, Offer
from core.post.parcel import Block
from core.post.threads import hear_letter, link_of
from core.territory.workdays import local_day
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.school_letters import WORDS, coordinator_words, post_to_member, tell_employer_of_school, tell_school_of_end
from dialogs.pole.school_words import Settled, settled_by
from dialogs.post.notices import offer_words


def school_writes(case: Case) -> bool:
    """Answer a correspondent's letter in the thread of seats held; False when it is none."""
    link = link_of(case.session, case.inbound, case.house.ring, case.now)
    if link is None or not link.own or link.thread.hold_id is None:
        return False
    rows = select(Hold).where(Hold.id == link.thread.hold_id).with_for_update()
    hold = case.session.scalars(rows).one()
    found = select(Member).where(Member.school == hold.school, Member.email == case.inbound.address.lower())
    member = case.session.scalar(found)
    if member is None:
        return False
    hear_letter(link.thread, case.inbound)
    said = settled_by(case.inbound.in_place or case.inbound.text)
    block = Block(_answer(case, hold, member, said, expired=link.expired))
    post_to_member(case.session, case.house, member, link.thread, (block,), key=case.key, due=case.now, solicited=True)
    return True


def _answer(case: Case, hold: Hold, member: Member, said: Settled | None, *, expired: bool) -> str:
    offer = case.session.get_one(Offer, hold.offer_id)
    facts = {"offer": offer_words(offer, case.house, WORDS), "seats": hold.seats, "person": coordinator_words(hold, case.house)}
    if hold.status != "held" or expired:
        return WORDS.line("school-over", **facts)
    if said is None:
        return WORDS.line("school-unread", **facts)
    taken = hold.seats if said.taken is None else said.taken
    if taken > hold.seats:
        return WORDS.line("school-too-many", **facts)
    author = Author(f"member:{member.id}", case.now, "email", case.message_id)
    offer = settle_hold(case.session, hold, taken, author)
    if offer.status == "filled":
        forget_promises(case.session, offer.reference, case.now)
    key = "school-placed" if hold.taken else "school-returned"
    counts = {"taken": hold.taken, "left": offer.seats_left}
    tell_employer_of_school(case.session, case.house, hold, f"notice-{key}", now=case.now, **counts)
    return WORDS.line(key, **facts, taken=hold.taken)


def end_silent_holds(session: Session, house: House, now: datetime) -> int:
    """Seats that no school answered for in time are free again; how many holds."""
    holds = lapsed_holds(session, local_day(now, house.territory))
    for hold in holds:
        end_hold(session, hold, "lapsed", Author("clock", now))
        tell_school_of_end(session, house, hold, "school-lapsed", now)
        tell_employer_of_school(session, house, hold, "notice-school-lapsed", now=now)
    return len(holds)


def end_groundless_holds(session: Session, house: House, now: datetime) -> int:
    """Holds of an offer that has ended, or has fewer seats than held, the latest first; how many were let go."""
    done = 0
    for hold in groundless_holds(session):
        offer = session.get_one(Offer, hold.offer_id)
        if offer.seats_held > offer.seats_left or offer.status not in OPEN:  # an earlier one may have been enough
            end_hold(session, hold, "withdrawn", Author("clock", now))
            tell_school_of_end(session, house, hold, "school-withdrawn", now)
            done += 1
    return done
