"""Letters to a school's correspondents: seats held for it, with whom to call and before when; and what came of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.next_school import pass_on
from core.people.members import Member, members_of
from core.pool.filing import person_of
from core.pool.holds import Hold
from core.pool.records import Offer
from core.post.outbox import Message, post
from core.post.parcel import Block
from core.post.threads import Thread, open_thread
from core.territory.schools import school_name
from dialogs.house import House
from dialogs.pole.digest import framed
from dialogs.pole.entries import person_name, short_day, who_to_call
from dialogs.post.letter import envelope_for, post_to_contact
from dialogs.post.notices import known_contact, offer_words, reachable
from dialogs.talk.say import Say
from dialogs.talk.tell import say_person
from dialogs.wording.period_words import say_day
from dialogs.wording.words import words_in

LANGUAGE = "fr"  # schools are written to in French
WORDS = words_in(LANGUAGE)


@dataclass(frozen=True)
class Letter:
    """What all correspondents of a school are told; `key` says it once."""

    key: str
    subject: str
    blocks: tuple[Block, ...]


def school_facts(session: Session, hold: Hold, house: House) -> dict[str, Any]:
    """For the echo: the school, who is told there, `none` when nobody is known."""
    people = ", ".join(member.name for member in members_of(session, hold.school))
    return {"school": school_name(hold.school, house.territory), "people": people or "none"}


def tell_school(session: Session, house: House, hold: Hold, coordinator: Coordinator, *, due: datetime) -> None:
    """Each correspondent gets a letter, a thread of its own: the employer's name and phone, how many seats, until when."""
    offer = session.get_one(Offer, hold.offer_id)
    contact = known_contact(session, offer.contact_id)
    facts = {
        "seats": hold.seats,
        "offer": offer_words(offer, house, WORDS),
        "employer": contact.organisation.name if contact.organisation else "none",
        "contact": who_to_call(offer, contact, WORDS),
        "date": short_day(hold.until, WORDS),
        "person": say_person(person_of(house.territory, coordinator.id)),
    }
    subject = WORDS.line("school-held-subject", seats=hold.seats, date=short_day(hold.until, WORDS))
    how = WORDS.line("school-held-how", seats=hold.seats, school=school_name(hold.school, house.territory))
    letter = Letter("held", subject, (Block(WORDS.line("school-held", **facts)), Block(how)))
    _tell_members(session, house, hold, members_of(session, hold.school), letter, due=due, action=hold.action_id)


def tell_school_of_end(session: Session, house: House, hold: Hold, key: str, now: datetime) -> None:
    """Each correspondent hears, in the thread of the seats, that they are held no more."""
    offer = session.get_one(Offer, hold.offer_id)
    facts = {"seats": hold.seats, "offer": offer_words(offer, house, WORDS)}
    letter = Letter(key, WORDS.line(f"{key}-subject"), (Block(WORDS.line(key, **facts)),))
    _tell_members(session, house, hold, members_of(session, hold.school), letter, due=now)


def tell_colleagues(session: Session, house: House, hold: Hold, taker: Member, *, due: datetime) -> None:
    """The other correspondents of the school hear that one of them took seats; the first to answer settles it."""
    offer = session.get_one(Offer, hold.offer_id)
    facts = {"seats": hold.seats, "offer": offer_words(offer, house, WORDS), "date": short_day(hold.until, WORDS)}
    subject = WORDS.line("school-colleague-subject", name=taker.name)
    letter = Letter("colleague", subject, (Block(WORDS.line("school-colleague", name=taker.name, **facts)),))
    others = [member for member in members_of(session, hold.school) if member.id != taker.id]
    _tell_members(session, house, hold, others, letter, due=due, action=hold.action_id)


def _tell_members(
    session: Session, house: House, hold: Hold, members: list[Member], letter: Letter, *, due: datetime, action: int | None = None
) -> None:
    """The same to each, in a thread of its own in which these seats are answered for."""
    for member in members:
        thread = open_thread(session, member.email, letter.subject, due)
        thread.hold_id = hold.id
        key = f"{letter.key}:{hold.id}:{member.id}"
        post_to_member(session, house, member, thread, letter.blocks, key=key, due=due, action=action)


def tell_employer_of_school(
    session: Session, house: House, hold: Hold, key: str, *, now: datetime, action: int | None = None, **facts: object
) -> None:
    """The employer hears what became of seats held for a school, unless they said stop."""
    offer = session.get_one(Offer, hold.offer_id)
    contact = known_contact(session, offer.contact_id)
    if reachable(session, contact) != "told":
        return
    words = words_in(contact.language)
    said = {
        "offer": offer_words(offer, house, words),
        "school": school_name(hold.school, house.territory),
        "seats": hold.seats,
        **facts,
    }
    post_to_contact(session, house, contact, (Say(key, said),), key=f"{key}:{hold.id}", due=now, action_id=action)


def tell_employer_who_calls(
    session: Session, house: House, hold: Hold, coordinator_id: str, *, due: datetime, action: int | None = None
) -> None:
    """Which school has seats held, until when it calls, whom of the pôle they may reach."""
    contact = known_contact(session, session.get_one(Offer, hold.offer_id).contact_id)
    date, person = (
        say_day(hold.until, words_in(contact.language).language),
        say_person(person_of(house.territory, coordinator_id)),
    )
    tell_employer_of_school(session, house, hold, "notice-held", now=due, action=action, date=date, person=person)


def offer_to_next(session: Session, house: House, ended: Hold, now: datetime) -> bool:
    """Seats given back go to the next school in line; both sides hear of it at once."""
    hold = pass_on(session, ended, house.needs, now, house.settings.hold_days)
    if hold is None:
        return False
    offer = session.get_one(Offer, hold.offer_id)
    coordinator = house.territory.coordinators.get(offer.coordinator, house.territory.academy)
    tell_school(session, house, hold, coordinator, due=now)
    tell_employer_who_calls(session, house, hold, coordinator.id, due=now)
    return True


def post_to_member(
    session: Session,
    house: House,
    member: Member,
    thread: Thread,
    blocks: tuple[Block, ...],
    *,
    key: str,
    due: datetime,
    action: int | None = None,
    solicited: bool = False,
) -> None:
    """A letter to a correspondent; any letter may be answered."""
    envelope = envelope_for(thread, house, WORDS, name=member.name, solicited=solicited, now=due)
    post(session, Message(key, "email", member.email, framed(member.name, blocks, house), (), envelope), due, action_id=action)


def coordinator_words(hold: Hold, offer: Offer, house: House) -> str:
    """Who proposed the seats, else who is in charge of the offer."""
    kind, _, id = hold.author.partition(":")
    return person_name(id if kind == "coordinator" else offer.coordinator, house.territory)
