"""What a letter asks of an offer without proof: set apart, put to whoever filed the offer by a letter of its own, and settled."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from core.agenda.proposals import Proposal, Wish, propose, wishes_of
from core.carry_out import Circumstances
from core.people.acquaintance import address_of
from core.people.records import Contact
from core.pool.commands import ChangeOffer, Command, ConfirmOffer, FileOffer, OpenMatter, Unfile
from core.pool.records import Offer
from core.post.inbound import Inbound
from core.post.masked import masked
from core.post.threads import Thread, open_thread
from dialogs.house import House
from dialogs.pole.digest import LANGUAGE
from dialogs.post.letter import post_to_contact
from dialogs.post.notices import in_charge_words, known_contact, reachable
from dialogs.proof.proposal_words import question_of, what_is_asked, who_asks
from dialogs.talk.facts import Facts
from dialogs.talk.say import Say, Turn
from dialogs.wording.describe import describe
from dialogs.wording.words import Words, words_in

LOG = logging.getLogger("guichet.desk")


@dataclass(frozen=True)
class Put:
    """What is said to the sender, and the thread in which their own « oui » will count."""

    says: tuple[Say, ...] = ()
    thread: Thread | None = None


def set_apart(turn: Turn, facts: Facts) -> tuple[Turn, tuple[Wish, ...]]:
    """The turn with the commands that may be carried out at once, and the wishes that somebody must confirm first. Pure."""
    unproved = [command for command in turn.do if not _may_do(command, facts)]
    wishes = tuple(wish for command in unproved for wish in wishes_of(command))
    return replace(turn, do=tuple(command for command in turn.do if command not in unproved)), wishes


def concerning(turn: Turn, facts: Facts) -> Turn:
    """What a colleague says to a person goes to whoever is in charge of the offer that the letter they answer is about."""
    if not facts.shared:
        return turn
    about = facts.shared[0].reference
    do = (replace(one, reference=about) if isinstance(one, OpenMatter) and not one.reference else one for one in turn.do)
    return replace(turn, do=tuple(do))


def doubting(turn: Turn, inbound: Inbound) -> Turn:
    """Offers of a stranger whose From was found forged are filed to be checked."""
    if inbound.vouched is not False:
        return turn
    do = tuple(replace(one, doubts=(*one.doubts, "sender")) if isinstance(one, FileOffer) else one for one in turn.do)
    return replace(turn, do=do)


def _may_do(command: Command, facts: Facts) -> bool:
    """A chat proves who speaks. A letter that answers ours may change an offer, not end it; one found genuine may confirm it."""
    wishes = wishes_of(command)
    if facts.channel != "email" or not wishes:
        return True
    own = {offer.reference for offer in facts.offers}
    if any(wish.reference not in own for wish in wishes):
        return False
    match command:
        case ConfirmOffer():
            return facts.trusted or facts.vouched
        case ChangeOffer() | Unfile():
            return facts.trusted
    return False


def put_forward(
    session: Session, house: House, wishes: tuple[Wish, ...], facts: Facts, inbound: Inbound, *, at: Circumstances
) -> Put:
    """Keep these wishes and ask whoever filed the offers; a sender who did so themselves is asked by the answer they get."""
    sender, author = at.contact, at.author
    says: list[Say] = []
    thread: Thread | None = None
    for wish in wishes:
        rows = select(Offer).where(Offer.reference == wish.reference).options(joinedload(Offer.organisation))
        offer = session.scalars(rows).one()
        own, words = offer.contact_id == sender.id, words_in(LANGUAGE)
        key = "matter-proposal-own" if own else "matter-proposal-colleague"
        said = words.line(key, what=what_is_asked(wish, offer, house, words), **who_asks(sender, inbound.address, words))
        by = masked(inbound.address)
        LOG.info("message %s: what %s asks of %s is kept as a proposal", author.message_id, by, offer.reference)
        proposal, new = propose(session, wish, offer, sender.id, author=author, said=said)
        if own:
            thread = thread or session.get(Thread, proposal.thread_id or 0) or _apart(session, inbound, sender, author.now)
            proposal.thread_id, proposal.asked = proposal.thread_id or thread.id, True
            says += _own_question(wish, offer, facts, house, words_in(sender.language))
        else:
            if new:
                proposal.asked = _ask_the_other(session, house, proposal, offer, by=inbound.address, now=author.now)
            says.append(_told(proposal, offer, house))
    return Put(tuple(says), thread)


def _ask_the_other(session: Session, house: House, proposal: Proposal, offer: Offer, *, by: str, now: datetime) -> bool:
    """Ask the contact who filed the offer; False when they want no message, or cannot be reached: the coordinator sees it."""
    contact = known_contact(session, proposal.contact_id)
    address = address_of(session, contact.id)
    if address is None or reachable(session, contact) != "told":
        return False
    words = words_in(contact.language)
    if address.channel == "email":
        subject = words.line("proposal-subject", reference=offer.reference)
        thread = open_thread(session, address.address, subject, now, contact_id=contact.id)
        thread.apart, proposal.thread_id = True, thread.id
    else:
        thread = None
    says = (question_of(session, house, proposal, by, words),)
    return post_to_contact(session, house, contact, says, key=f"proposal:{proposal.id}", due=now, thread=thread)


def _apart(session: Session, inbound: Inbound, contact: Contact, now: datetime) -> Thread:
    """A thread that puts one question: an earlier token cannot answer it."""
    subject = inbound.subject or words_in(contact.language).line("letter-subject")
    thread = open_thread(session, inbound.address, subject[:200], now, contact_id=contact.id)
    thread.apart = True
    return thread


def _own_question(wish: Wish, offer: Offer, facts: Facts, house: House, words: Words) -> tuple[Say, ...]:
    if facts.trusted and wish.status:
        said = {"reference": offer.reference, "offer": describe(offer.draft, facts.catalogue, words)}
        return Say("confirm-filled" if wish.status == "filled" else "confirm-withdraw", said), Say("proposal-how")
    what = what_is_asked(wish, offer, house, words)
    if facts.expired == "own":
        return (Say("proposal-own-old", {"what": what, "days": house.settings.token_days}),)
    return (Say("proposal-own", {"what": what}),)


def _told(proposal: Proposal, offer: Offer, house: House) -> Say:
    if proposal.asked:
        return Say("proposed", {"reference": offer.reference})
    return Say("proposed-to-person", {"reference": offer.reference, "person": in_charge_words(offer, house.territory)})
