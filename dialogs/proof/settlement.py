"""A « oui » or a « non » to a proposal: by a button, or by the answer to the very letter that asked; then both sides are told."""

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.proposals import Proposal, open_to, settle
from core.carry_out import Circumstances, carry_out
from core.people.acquaintance import address_of
from core.people.records import Contact
from core.pool.commands import NotDone, Outcome
from core.post.inbound import Inbound
from core.post.threads import Thread, open_thread
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.post.letter import post_to_contact
from dialogs.post.notices import in_charge_words, known_contact
from dialogs.post.speaker import talk_of
from dialogs.proof.proposal_words import offer_of, question_of, what_is_asked
from dialogs.proof.proposals import Put
from dialogs.talk.facts import Facts
from dialogs.talk.say import Say
from dialogs.talk.state import State
from dialogs.talk.tell import Telling, tell
from dialogs.understanding.text import prepare
from dialogs.wants.assent import find_assent
from dialogs.wording.words import words_in

BUTTON = re.compile(r"o\.(agree|refuse)\.(\d{1,9})")
GREETING = re.compile(
    r"^(?:(?:bonjour|bonsoir|madame|monsieur|mme|m|hello|hi|dear|good (?:morning|afternoon|evening)|a tous)\W{0,5}){1,4}"
)
RESERVE = re.compile(r"\b(?:mais|sauf|plutot|seulement|par contre|but|except|only|rather)\b")
REVERSED = re.compile(r"\W{0,5}(?:(?:absolument|certainement|surtout|vraiment) pas|(?:absolutely|certainly|definitely) not)\b")


def settle_proposals(session: Session, house: House, inbound: Inbound, state: State, facts: Facts, *, at: Circumstances) -> Put:
    """What is said when a message answers proposals; nothing when it does not."""
    if pressed := BUTTON.fullmatch(facts.press or ""):
        chosen = [one for one in open_to(session, at.contact.id) if one.id == int(pressed[2])]
        return Put(_settle_all(session, house, chosen, pressed[1] == "agree", at) or (Say("proposal-settled"),))
    assent = clear_answer(inbound.text)
    if assent is None:
        return Put()
    waiting = open_to(session, at.contact.id)
    if inbound.channel != "email":
        here = [one for one in waiting if one.thread_id is None]  # what a letter asked is answered there, or by a button
        free = len(here) == 1 and state.phase == "idle" and not facts.reminded
        return Put(_settle_all(session, house, here, assent, at) if free else ())
    thread = talk_of(session, house, inbound, at.author.now)
    here = [one for one in waiting if thread and one.thread_id in _asking(thread)]
    if here:
        return Put(_settle_all(session, house, here, assent, at), thread)
    if thread and thread.apart and session.scalar(select(Proposal.id).where(Proposal.thread_id.in_(_asking(thread))).limit(1)):
        return Put((Say("proposal-settled"),), thread)
    if waiting and state.phase == "idle" and not facts.reminded:
        return _ask_again(session, house, waiting[-1], inbound, at.contact, now=at.author.now)
    return Put()


def still_open(session: Session, house: House, inbound: Inbound, contact: Contact, now: datetime) -> Put:
    """The question once more, at the end of an answer in the thread that puts it."""
    thread = talk_of(session, house, inbound, now) if inbound.channel == "email" else None
    here = [one for one in open_to(session, contact.id) if one.thread_id in _asking(thread)] if thread and thread.apart else []
    return _ask_again(session, house, here[-1], inbound, contact, now=now) if here else Put()


def clear_answer(words: str) -> bool | None:
    """« Bonjour, oui, merci » is a yes, « absolument pas » a no; a yes with a reserve (« oui, mais ») is neither."""
    plain = GREETING.sub("", prepare(words[:400].strip()).folded, count=1)
    if RESERVE.search(plain):
        return None
    return False if REVERSED.match(plain) else find_assent(prepare(plain))


def _asking(thread: Thread) -> tuple[int, ...]:
    """The threads whose question this one puts: its own, and the one that it repeats for another address of the contact."""
    return (thread.id, thread.about_id) if thread.apart and thread.about_id else (thread.id,)


def _ask_again(session: Session, house: House, proposal: Proposal, inbound: Inbound, contact: Contact, *, now: datetime) -> Put:
    """The question once more. A token is good for one address: another one of the contact gets a thread of its own."""
    address = address_of(session, proposal.by_id)
    question = question_of(session, house, proposal, address.address if address else "", words_in(contact.language))
    first = session.get(Thread, proposal.thread_id or 0)
    if first is None and inbound.channel == "email":  # asked in a chat so far: from now on in a letter of its own
        first = open_thread(
            session, inbound.address, words_in(contact.language).line("letter-subject"), now, contact_id=contact.id
        )
        first.apart, proposal.thread_id = True, first.id
    if first is None or first.address.lower() == inbound.address.lower():
        return Put((question,), first)
    theirs = select(Thread).where(Thread.about_id == first.id, Thread.apart, Thread.address == inbound.address)
    thread = session.scalar(theirs.limit(1)) or open_thread(session, inbound.address, first.subject, now, contact_id=contact.id)
    thread.apart, thread.about_id = True, first.id
    return Put((question,), thread)


def _settle_all(session: Session, house: House, proposals: list[Proposal], agreed: bool, at: Circumstances) -> tuple[Say, ...]:
    return tuple(say for proposal in proposals for say in _settle_one(session, house, proposal, agreed, at))


def _settle_one(session: Session, house: House, proposal: Proposal, agreed: bool, at: Circumstances) -> tuple[Say, ...]:
    """Do it, or leave the offer as it is; a colleague hears of it."""
    settle(session, proposal, agreed, at.author.now)
    words, offer = words_in(at.contact.language), offer_of(session, proposal)
    outcome: Outcome | None = carry_out(session, proposal.wish.command, at) if agreed else None
    done = outcome is not None and not isinstance(outcome, NotDone)
    if proposal.by_id != proposal.contact_id:
        colleague = known_contact(session, proposal.by_id)
        facts = {
            "what": what_is_asked(proposal.wish, offer, house, words_in(colleague.language)),
            "reference": offer.reference,
            "person": in_charge_words(offer, house.territory),
        }
        told = Say("proposal-agreed" if done else "proposal-declined", facts)
        key = f"proposal:{proposal.id}:settled"
        post_to_contact(session, house, colleague, (told,), key=key, due=at.author.now, solicited=True)
    if outcome is None:
        return (Say("kept-as-is", {"reference": offer.reference}),)
    return tell((outcome,), Telling(words, house.catalogue, local_day(at.author.now, house.territory), at.author.channel or ""))
