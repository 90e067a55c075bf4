"""A correspondent answers a numbered letter: seats taken, confirmed, given back, classes counted; said back line by line."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from core.agenda.promises import forget_promises
from core.agenda.school_lists import need_of
from core.agenda.taking import (
    NoSuchEntry,
    NothingHeld,
    SchoolOccasion,
    TakingRefused,
    find_school_entry,
    held_of_entry,
    last_taken,
    take,
    untake,
)
from core.pool.filing import UNDO
from core.pool.history import Author
from core.pool.holds import Hold, settle_hold
from core.pool.needs import state_need
from core.pool.records import Offer
from core.post.parcel import Block
from dialogs.house import House
from dialogs.pole.entries import clock, quoted, short_day, who_to_call
from dialogs.pole.school_answers import Said, SchoolAnswer
from dialogs.pole.school_letters import WORDS, offer_to_next, tell_colleagues, tell_employer_of_school, tell_employer_who_calls
from dialogs.pole.school_list import class_words
from dialogs.post.notices import known_contact, offer_words


class NotThatMany(TakingRefused):
    """Entry {number}: {count} are more than {students}"""


@dataclass(frozen=True)
class Counter:
    """Where orders are carried out."""

    session: Session
    house: House
    at: SchoolOccasion


def obey_school(session: Session, house: House, answer: SchoolAnswer, at: SchoolOccasion) -> tuple[Block, ...]:
    """Carry out what an answer says; what was done, line by line, and what was not understood."""
    counter = Counter(session, house, at)
    blocks = [block for numbers in answer.undo for block in _undo(counter, numbers)]
    blocks += [_carry_out(counter, said) for said in answer.said]
    if answer.stop:
        at.member.lists = False
        blocks.append(Block(WORDS.line("school-stopped")))
    if answer.help or not (blocks or answer.again):
        blocks.append(Block(WORDS.line("school-list-help")))
    if answer.unread:
        blocks.append(Block(WORDS.line("digest-unread", lines=quoted(answer.unread))))
    return tuple(blocks)


def _carry_out(counter: Counter, said: Said) -> Block:
    try:
        words = {"take": _take, "settle": _settle, "back": _back, "still": _still}[said.verb](counter, said)
    except TakingRefused as refusal:
        facts = {name: short_day(value, WORDS) if isinstance(value, date) else value for name, value in refusal.facts.items()}
        words = WORDS.line(f"school-{type(refusal).__name__}", **facts)
    return Block(words, "item", said.number)


def _take(counter: Counter, said: Said) -> str:
    session, house, at = counter.session, counter.house, counter.at
    hold, action, offer = take(session, said.number, said.count, at)
    due = at.now + UNDO
    contact = known_contact(session, offer.contact_id)
    tell_employer_who_calls(session, house, hold, offer.coordinator, due=due, action=action.id)
    tell_colleagues(session, house, hold, at.member, due=due)
    return WORDS.line(
        "school-took",
        seats=hold.seats,
        offer=offer_words(offer, house, WORDS),
        employer=offer.organisation.name,
        contact=who_to_call(offer, contact, WORDS),
        date=short_day(hold.until, WORDS),
        number=said.number,
        time=clock(due, house.territory, WORDS),
    )


def _settle(counter: Counter, said: Said) -> str:
    """« 3 pris »: what is held is taken; with nothing held it is « je prends »."""
    try:
        hold = held_of_entry(counter.session, said.number, counter.at)
    except NothingHeld:
        return _take(counter, replace(said, verb="take"))
    return settle_held(counter.session, counter.house, hold, said.count, counter.at.author())


def _back(counter: Counter, said: Said) -> str:
    hold = held_of_entry(counter.session, said.number, counter.at)
    offer = offer_words(counter.session.get_one(Offer, hold.offer_id), counter.house, WORDS)
    if untake(counter.session, hold, counter.at):
        return WORDS.line("school-undone", offer=offer)
    return settle_held(counter.session, counter.house, hold, 0, counter.at.author())


def settle_held(session: Session, house: House, hold: Hold, taken: int | None, author: Author) -> str:
    """So many of the seats held are taken, all when no number is said; the rest is free again; the employer hears of it."""
    offer = session.get_one(Offer, hold.offer_id)
    facts = {"offer": offer_words(offer, house, WORDS), "seats": hold.seats}
    if taken is not None and taken > hold.seats:
        return WORDS.line("school-too-many", **facts)
    offer = settle_hold(session, hold, hold.seats if taken is None else taken, author)
    if offer.status == "filled":
        forget_promises(session, offer.reference, author.now)
    key = "school-placed" if hold.taken else "school-returned"
    tell_employer_of_school(session, house, hold, f"notice-{key}", now=author.now, taken=hold.taken, left=offer.seats_left)
    offer_to_next(session, house, hold, author.now)
    return WORDS.line(key, **facts, taken=hold.taken)


def _still(counter: Counter, said: Said) -> str:
    """How many of a class still seek: counted from now on; nought: it is asked no more."""
    session, house, at = counter.session, counter.house, counter.at
    need = need_of(find_school_entry(session, said.number, at), house.needs.needs)
    if need is None:
        raise NoSuchEntry(number=said.number)
    if (said.count or 0) > need.students:
        raise NotThatMany(number=said.number, count=said.count, students=need.students)
    state_need(session, replace(need, still_to_place=said.count or 0), need, at.member.author, at.now)
    return WORDS.line("school-counted", name=class_words(replace(need, still_to_place=None), house), count=said.count or 0)


def _undo(counter: Counter, numbers: tuple[int, ...]) -> list[Block]:
    if numbers:
        return [_carry_out(counter, Said(number, "back")) for number in numbers]
    holds = [hold for hold in last_taken(counter.session, counter.at) if untake(counter.session, hold, counter.at)]
    if not holds:
        return [Block(WORDS.line("school-nothing-to-undo"))]
    session, house = counter.session, counter.house
    return [
        Block(WORDS.line("school-undone", offer=offer_words(session.get_one(Offer, hold.offer_id), house, WORDS)))
        for hold in holds
    ]
