"""Who speaks, and in which talk: what a letter's tokens, its subject and our own mail server prove together. Never From alone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.names import numbers_in
from core.post.threads import Link, Thread, link_of, open_thread
from dialogs.house import House
from dialogs.talk.facts import Expired
from dialogs.wording.words import words_in


@dataclass(frozen=True)
class Standing:
    """What is proved of the sender of a message. Chats prove everything by themselves.

    `proved`: it answers a letter of ours to this very address. `vouched`: our mail server found the From genuine.
    `expired`: it answers a letter, of their own or of somebody else, that is too old to prove anything.
    `stands_for`: the contact whose letter a colleague answers.
    """

    proved: bool = True
    vouched: bool = True
    expired: Expired = ""
    stands_for: int | None = None


def standing_of(session: Session, house: House, inbound: Inbound, now: datetime) -> Standing:
    """What a message proves of who sends it."""
    if inbound.channel != "email":
        return Standing()
    genuine, link = inbound.vouched is True, _link(session, house, inbound, now)
    if link is None:
        return Standing(proved=False, vouched=genuine)
    if link.expired:
        return Standing(proved=False, vouched=genuine, expired="own" if link.own else "other")
    about = session.get(Thread, link.thread.about_id or 0) if link.own else link.thread
    return Standing(proved=link.own, vouched=genuine, stands_for=about.contact_id if about else None)


def known_thread(session: Session, house: House, inbound: Inbound, now: datetime) -> Thread | None:
    """The thread that a letter's token proves for this very sender; None without one, once expired, or for a forged From."""
    link = _link(session, house, inbound, now)
    return link.thread if link and link.good else None


def is_proved(session: Session, house: House, inbound: Inbound, now: datetime) -> bool:
    """Whether a message is surely of the address that it bears: by a token of theirs, or by the word of our mail server."""
    return inbound.vouched is True or known_thread(session, house, inbound, now) is not None


def talk_of(session: Session, house: House, inbound: Inbound, now: datetime) -> Thread | None:
    """The thread that a letter continues: the one its token proves, else « [n° 1042] » of a sender found genuine."""
    known = known_thread(session, house, inbound, now)
    if known is not None or inbound.vouched is not True:
        return known
    numbers = numbers_in(inbound.subject or "")
    hinted = session.get(Thread, numbers[-1]) if numbers else None
    theirs = hinted is not None and hinted.address.lower() == inbound.address.lower() and hinted.digest_id is None
    return hinted if theirs else None


def thread_for(session: Session, house: House, inbound: Inbound, contact_id: int, now: datetime) -> Thread:
    """The thread of a letter: the one it continues, else a new one under its subject."""
    thread = talk_of(session, house, inbound, now)
    if thread is None:
        subject = inbound.subject or words_in("fr").line("letter-subject")
        thread = open_thread(session, inbound.address, subject[:200], now, contact_id=contact_id)
        link = _link(session, house, inbound, now)
        if link and not link.own and not link.expired:
            thread.about_id = link.thread.id  # a colleague's later letters are about the same talk
    return thread


def _link(session: Session, house: House, inbound: Inbound, now: datetime) -> Link | None:
    return link_of(session, inbound, house.ring, now) if inbound.vouched is not False else None
