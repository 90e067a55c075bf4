"""« Stop » without words: the unsubscribe link of a mail program, a complaint reported by a provider; and welcome back."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from core.people.acquaintance import living_address
from core.people.records import Contact
from core.pool.commands import ChangeOffer, ConfirmOffer, FileOffer, Start
from core.post.inbound import Inbound
from core.post.marks import parcel_of
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.returned import find_returned
from core.post.threads import latest_thread, open_thread
from dialogs.house import House
from dialogs.post.letter import compose_letter, envelope_for
from dialogs.talk.facts import Facts
from dialogs.talk.say import Say, Turn
from dialogs.understanding.heard import Heard
from dialogs.wording.words import words_in

AGAIN = (FileOffer, ChangeOffer, ConfirmOffer)  # who does one of these wants to hear what becomes of it


def stop_by_link(session: Session, house: House, letter: Inbound, message_id: int, now: datetime) -> bool:
    """Obey a letter to the address of a List-Unsubscribe, whoever sends it and whatever it says; False when it is none.

    Confirmed once, to the address that the link was given to.
    """
    number = parcel_of(house.ring, "s", letter.marks) if letter.kind != "bounce" else None
    row = session.get(Outgoing, number) if number is not None else None
    if row is None:
        return False
    contact = session.get(Contact, row.contact_id) if row.contact_id else None
    if contact is None:
        said = Block(words_in("fr").line("stop-coordinator", person=house.territory.academy.name))
        post(session, Message(f"stopped:{row.id}", "email", row.address, (said,)), now)
        return True
    if contact.stopped_at is None:
        contact.stopped_at = now
        _confirm(session, house, row, contact, f"stopped:{message_id}", now=now)
    return True


def complain(session: Session, house: House, report: Inbound, now: datetime) -> None:
    """A provider reports that a person calls our letter unwanted: nothing of our own initiative any more, and no answer."""
    for one in find_returned(session, report, house.ring, now):
        contact = session.get(Contact, one.row.contact_id) if one.row.contact_id and one.proven else None
        if contact is not None:
            contact.stopped_at = contact.stopped_at or now


def welcome_back(turn: Turn, heard: Heard, facts: Facts) -> Turn:
    """Who said stop and now deals with an offer, or says « reprendre », is written to again."""
    if not facts.stopped:
        return turn
    if any(isinstance(command, AGAIN) for command in turn.do):
        return replace(turn, do=(*turn.do, Start()))
    if heard.wish == "resume" and facts.trusted:
        return replace(turn, do=(Start(),), say=())
    return turn


def _confirm(session: Session, house: House, row: Outgoing, contact: Contact, key: str, *, now: datetime) -> None:
    """Tell the address of the letter that it is done, and how to come back; a dead one is told nothing."""
    if not living_address(session, "email", row.address):
        return
    words = words_in(contact.language)
    thread = latest_thread(session, row.address) or open_thread(
        session, row.address, words.line("letter-subject"), now, contact_id=contact.id
    )
    blocks = compose_letter((Say("stopped-by-link"),), words, house, contact.name, notice=False)
    envelope = envelope_for(thread, house, words, name=contact.name, solicited=True, now=now)
    post(session, Message(key, "email", row.address, blocks, (), envelope), now, contact_id=contact.id)
