"""What an employer is told of what a coordinator did, or of what became due: the Says, and whether they may be told."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy.orm import Session, joinedload

from config.territory import Territory
from core.agenda.deeds import Done
from core.people.acquaintance import address_of
from core.people.records import Contact
from core.pool.commands import Person
from core.pool.filing import UNDO, person_of
from core.pool.records import Offer
from core.territory.schools import school_name
from dialogs.house import House
from dialogs.post.letter import post_to_contact
from dialogs.talk.say import Choice, Say
from dialogs.talk.tell import say_person
from dialogs.wording.describe import describe
from dialogs.wording.period_words import say_day
from dialogs.wording.words import Words, words_in

Told = Literal["told", "stopped", "lost"]
# What came of a deed -> what the employer hears; what is not named here concerns the pôle alone.
NOTICES = {
    "accepted": "notice-accepted",
    "rejected": "notice-rejected",
    "answered": "notice-answer",
    "asked": "notice-question",
    "taken": "notice-taken",
    "filled": "notice-filled",
    "reopened": "notice-reopened",
    "until": "notice-until",
    "held": "notice-held",
    "duplicate": "notice-duplicate",
}
OURS = ("unreachable", "letter", "file", "proposal", "doubtful")  # matters that our words describe, not the employer's
NEWS = ("keep", "dates", "withdraw")
STILL = ("still", "dates", "filled", "withdraw")
ASKED = {"notice-news-to-check": NEWS, "notice-news-some": NEWS, "notice-news-none": NEWS, "notice-still": STILL}


def known_contact(session: Session, id: int) -> Contact:
    """A contact with their organisation."""
    return session.get_one(Contact, id, options=[joinedload(Contact.organisation)])


def reachable(session: Session, contact: Contact) -> Told:
    """Whether this contact may and can be told something they did not just ask for."""
    if contact.stopped_at is not None:
        return "stopped"
    return "told" if address_of(session, contact.id) else "lost"


def announce(session: Session, house: House, done: Done, coordinator_id: str, now: datetime) -> Told | None:
    """Post the notice of a deed, to leave when its 30 minutes of undo are over; None when there is nothing to tell."""
    key = NOTICES.get(done.effect)
    if key is None:
        return None
    contact = known_contact(session, done.contact_id)
    reached = reachable(session, contact)
    if reached == "stopped" and done.effect == "answered" and done.matter:
        reached = "told" if address_of(session, contact.id) else "lost"  # they asked: this is an answer
    if reached == "told":
        says = _deed_says(key, done, coordinator_id, house, words_in(contact.language))
        post_to_contact(
            session,
            house,
            contact,
            says,
            key=f"notice:{done.action.id}",
            due=now + UNDO,
            action_id=done.action.id,
            solicited=done.effect == "answered",
        )
    return reached


def _deed_says(key: str, done: Done, coordinator_id: str, house: House, words: Words) -> tuple[Say, ...]:
    person = say_person(person_of(house.territory, coordinator_id))
    if key in ("notice-answer", "notice-question"):
        facts: dict[str, Any] = {"person": person, "words": done.deed.words or ""}
        if key == "notice-question" and done.offer is None:
            return (Say("notice-question-general", facts),)
        if key == "notice-question" and done.offer:
            return (Say(key, {**facts, "offer": offer_words(done.offer, house, words)}),)
        theirs = done.matter is not None and done.matter.kind not in OURS
        asked = " ".join(done.matter.text.split())[:300] if done.matter and theirs else ""
        return (*((Say("notice-answer-to", {"asked": asked}),) if asked else ()), Say(key, facts))
    if done.offer is None:
        return ()
    facts = {"offer": offer_words(done.offer, house, words), "person": person}
    if done.hold:
        school = school_name(done.hold.school, house.territory)
        date = say_day(done.hold.until, words.language)
        facts |= {"school": school, "seats": done.seats, "date": date}
    return (Say(key, facts | _more_facts(key, done, done.offer, words)),)


def _more_facts(key: str, done: Done, offer: Offer, words: Words) -> dict[str, Any]:
    match key:
        case "notice-accepted":
            return {"date": say_day(offer.news_by, words.language)}
        case "notice-until":
            return {"date": say_day(done.deed.day or offer.news_by, words.language)}
        case "notice-duplicate":
            return {"twin": offer.twin or "none"}
        case "notice-taken":
            return {"seats": done.seats, "left": offer.seats_left}
        case "notice-reopened":
            return {"left": offer.seats_left}
    return {}


def offer_words(offer: Offer, house: House, words: Words) -> str:
    """« OF-2026-00031 : 1 élève de 3e, du lundi 7 au vendredi 11 décembre 2026, à Saint-Leu »."""
    return words.line("reference-offer", reference=offer.reference, offer=describe(offer.draft, house.catalogue, words))


def news_says(offer: Offer, house: House, words: Words) -> tuple[Say, ...]:
    """The news that was promised, even if it is « none yet »: leave open, other dates, or withdraw."""
    taken = (offer.draft.seats or 1) - offer.seats_left
    facts = {"offer": offer_words(offer, house, words), "person": in_charge_words(offer, house.territory)}
    if offer.status == "to_check":
        return (_asked("notice-news-to-check", offer, facts, NEWS, words),)
    if taken > 0:
        return (_asked("notice-news-some", offer, {**facts, "taken": taken, "left": offer.seats_left}, NEWS, words),)
    return (_asked("notice-news-none", offer, facts, NEWS, words),)


def still_says(offer: Offer, house: House, words: Words) -> tuple[Say, ...]:
    """« Still valid? », answered by a button or a word."""
    facts = {"offer": offer_words(offer, house, words), "person": in_charge_words(offer, house.territory)}
    return (_asked("notice-still", offer, facts, STILL, words),)


def expired_says(offer: Offer, house: House, words: Words) -> tuple[Say, ...]:
    """An offer has ended: thanks, and what came of it."""
    taken = (offer.draft.seats or 1) - offer.seats_left
    facts: dict[str, Any] = {"offer": offer_words(offer, house, words), "person": in_charge_words(offer, house.territory)}
    return (Say("notice-expired-some", {**facts, "taken": taken}) if taken > 0 else Say("notice-expired", facts),)


def _asked(key: str, offer: Offer, facts: dict[str, Any], verbs: tuple[str, ...], words: Words) -> Say:
    """A question whose buttons act on this offer whenever they are pressed."""
    return Say(key, facts, tuple(Choice(f"o.{verb}.{offer.reference}", words.label(key, verb)) for verb in verbs))


def in_charge_words(offer: Offer, territory: Territory) -> str:
    """The coordinator of an offer with phone or e-mail; the academy when nobody of that id is known any more."""
    id = offer.coordinator if offer.coordinator in territory.coordinators else territory.academy.id
    person: Person = person_of(territory, id)
    return say_person(person)
