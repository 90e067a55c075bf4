"""« 3 je prends 2 »: a correspondent takes seats from their list: held for the school, undone for 30 minutes, given back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.errors import GuichetError
from config.territory import Territory
from core.agenda.records import Action, Digest, DigestEntry
from core.agenda.undoing import undo_action
from core.people.members import Member
from core.pool.filing import UNDO
from core.pool.history import Author
from core.pool.holds import Hold, free_seats, held_until, hold_seats
from core.pool.records import Offer, lock_offer
from core.territory.workdays import local_day


class TakingRefused(GuichetError):
    """Entry {number} cannot be done"""


class NoSuchEntry(TakingRefused):
    """The letter has no entry {number}"""


class NotAnOffer(TakingRefused):
    """Entry {number} is no offer"""


class SeatsGone(TakingRefused):
    """The offer of entry {number} has {free} free seats"""


class AlreadyHeld(TakingRefused):
    """{seats} seats of entry {number} are held for this school already"""


class NothingHeld(TakingRefused):
    """No seats of entry {number} are held for this school"""


@dataclass(frozen=True)
class SchoolOccasion:
    """A correspondent answers a letter of ours: who, which letter, by which message, when and where."""

    member: Member
    digest: Digest
    territory: Territory
    message_id: int | None
    now: datetime
    hold_days: tuple[int, int]

    def author(self, action: Action | None = None) -> Author:
        """Of what is changed now."""
        return Author(self.member.author, self.now, "email", self.message_id, action.id if action else None)


def find_school_entry(session: Session, number: int, at: SchoolOccasion) -> DigestEntry:
    """The entry behind a number of this letter. Raises NoSuchEntry."""
    rows = select(DigestEntry).where(DigestEntry.digest_id == at.digest.id, DigestEntry.number == number)
    entry = session.scalar(rows)
    if entry is None:
        raise NoSuchEntry(number=number)
    return entry


def take(session: Session, number: int, seats: int | None, at: SchoolOccasion) -> tuple[Hold, Action, Offer]:
    """Hold seats of an offer for the correspondent's school, all that are free unless a number is said.

    Raises NoSuchEntry, NotAnOffer, AlreadyHeld, SeatsGone.
    """
    offer = _offer(session, number, at)
    held = held_by(session, offer, at.member.school)
    if held:
        raise AlreadyHeld(number=number, seats=held.seats, until=held.until)
    free = free_seats(offer) if offer.status == "available" else 0
    wanted = free if seats is None else seats
    if not 0 < wanted <= free:
        raise SeatsGone(number=number, free=free)
    action = Action(
        coordinator=at.member.author, digest_id=at.digest.id, number=number, verb="take", message_id=at.message_id,
        offer_id=offer.id, at=at.now,
    )  # fmt: skip
    session.add(action)
    session.flush()
    until = held_until(offer, local_day(at.now, at.territory), at.hold_days, at.territory)
    return hold_seats(session, offer, at.member.school, wanted, until, author=at.author(action)), action, offer


def _offer(session: Session, number: int, at: SchoolOccasion) -> Offer:
    entry = find_school_entry(session, number, at)
    if entry.offer_id is None:
        raise NotAnOffer(number=number)
    return lock_offer(session, entry.offer_id)


def held_by(session: Session, offer: Offer, school: str) -> Hold | None:
    """The seats of an offer that are held for a school."""
    rows = select(Hold).where(Hold.offer_id == offer.id, Hold.school == school, Hold.status == "held").order_by(Hold.id.desc())
    return session.scalar(rows.limit(1).with_for_update())


def held_of_entry(session: Session, number: int, at: SchoolOccasion) -> Hold:
    """The seats held for the correspondent's school behind a number. Raises NoSuchEntry, NotAnOffer, NothingHeld."""
    hold = held_by(session, _offer(session, number, at), at.member.school)
    if hold is None:
        raise NothingHeld(number=number)
    return hold


def untake(session: Session, hold: Hold, at: SchoolOccasion) -> bool:
    """Undo a taking of the last 30 minutes: nobody hears of it; False when it is older, or was a coordinator's proposal."""
    action = session.get(Action, hold.action_id) if hold.action_id else None
    if action is None or action.verb != "take" or at.now - action.at >= UNDO:
        return False
    undo_action(session, action, at.author(), at.territory)
    return True


def last_taken(session: Session, at: SchoolOccasion) -> list[Hold]:
    """What this correspondent's last message took from this letter and still holds."""
    own = select(Action).where(Action.digest_id == at.digest.id, Action.coordinator == at.member.author)
    rows = own.where(Action.verb == "take", Action.undone_at.is_(None))
    actions = list(session.scalars(rows.order_by(Action.id.desc())))
    last = [action.id for action in actions if action.message_id == actions[0].message_id]
    return list(session.scalars(select(Hold).where(Hold.action_id.in_(last), Hold.status == "held").order_by(Hold.id)))
