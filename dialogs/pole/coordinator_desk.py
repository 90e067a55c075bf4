"""Coordinators, and whoever uses their words: orders are obeyed from the right address, in the right thread, and nowhere else."""

import logging
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.chats import chat_of, forget_chat
from core.agenda.deeds import Occasion
from core.agenda.records import Digest
from core.people.acquaintance import known_at
from core.pool.records import Offer
from core.post.inbound import Inbound
from core.post.masked import masked
from core.post.outbox import Message, post
from core.post.parcel import Block
from core.post.threads import Link, Thread, hear_letter, link_of, open_thread
from core.territory.workdays import local_day
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.asking import Asker, answer_questions, post_told
from dialogs.pole.bringing import Bearer, bring
from dialogs.pole.counter import answer_digest
from dialogs.pole.digest import LANGUAGE
from dialogs.pole.orders import Orders, read_orders
from dialogs.post.files import receive_coordinators_files
from dialogs.post.letter import envelope_for, post_to_coordinator
from dialogs.talk.linking_words import parts
from dialogs.talk.say import put_in_words
from dialogs.wording.words import words_in

LOG = logging.getLogger("guichet.desk")
SHOWN = 300  # characters of a stranger's answer that the coordinator is shown


def coordinator_writes(case: Case) -> bool:
    """Answer a letter from a coordinator's address, or with a coordinator's orders; False when it is neither.

    Orders are obeyed from the address that the digest was sent to, with that digest's own token, not expired. Questions are
    answered whatever the thread: the answers go to the coordinator's mailbox, whoever asked.
    """
    session, house, inbound, now = case.session, case.house, case.inbound, case.now
    coordinator, link = coordinator_at(house, inbound.address), link_of(session, inbound, house.ring, now)
    if coordinator is None:
        return _refuse_stranger(session, house, inbound, link, message_id=case.message_id, now=now)
    orders = read_orders(inbound.in_place or inbound.text, local_day(now, house.territory))
    if not orders.decides and not parts(inbound):
        bearer = Bearer(f"coordinator:{coordinator.id}", coordinator.name, coordinator.email)
        brought = bring(case, link, bearer)
        if brought is not None:
            thread, said = brought
            post_to_coordinator(
                session, house, coordinator, thread.subject, said, key=case.key, due=now, thread=thread, solicited=True
            )
            return True
    subject = (inbound.subject or words_in(LANGUAGE).line("letter-subject"))[:200]
    files = receive_coordinators_files(session, inbound, case.message_id, now)
    blocks = (*_echo(case, coordinator, link, orders), *(put_in_words(say, words_in(LANGUAGE)) for say in files))
    if blocks:
        thread = link.thread if link and _obeyed(link) else open_thread(session, coordinator.email.lower(), subject, now)
        hear_letter(thread, inbound)
        post_to_coordinator(session, house, coordinator, subject, blocks, key=case.key, due=now, thread=thread, solicited=True)
    told = answer_questions(session, house, orders.questions, Asker(coordinator, case.message_id, now))
    for n, one in enumerate(told, 1 if blocks else 0):
        post_told(case, coordinator, one, key=f"{case.key}:{n}" if n else case.key)
    return True


def _obeyed(link: Link) -> bool:
    return link.good and link.thread.digest_id is not None


def _echo(case: Case, coordinator: Coordinator, link: Link | None, orders: Orders) -> tuple[Block, ...]:
    """What was done, or why nothing may be done here; nothing for questions, which have answers of their own."""
    if link is not None and _obeyed(link) and (parted := _unlinked(case.session, coordinator, case.inbound)):
        return parted
    if orders.only_asks:
        return ()
    if link is not None and _obeyed(link):
        digest, days = case.session.get_one(Digest, link.thread.digest_id), case.house.settings.hold_days
        at = Occasion(coordinator, digest, case.house.territory, case.message_id, case.now, hold_days=days)
        return answer_digest(case.session, case.house, orders, at)
    if gives_orders(case.inbound, case.house, case.now):
        LOG.warning("message %s: orders of %s refused, %s", case.message_id, masked(case.inbound.address), _why_not(link))
    return (Block(words_in(LANGUAGE).line(_why_not(link), days=case.house.settings.token_days)),)


def _unlinked(session: Session, coordinator: Coordinator, inbound: Inbound) -> tuple[Block, ...]:
    """« Délier » in answer to a digest ends the chat; nothing when there is none, or something else is said."""
    chat = chat_of(session, coordinator) if parts(inbound) else None
    if chat is None:
        return ()
    forget_chat(session, chat.address)
    return (Block(words_in(LANGUAGE).line("chat-unlinked")),)


def _why_not(link: Link | None) -> str:
    if link is None or link.thread.digest_id is None:
        return "coordinator-without-digest"
    return "coordinator-old-digest" if link.own else "coordinator-other-digest"


def _refuse_stranger(
    session: Session, house: House, inbound: Inbound, link: Link | None, *, message_id: int, now: datetime
) -> bool:
    """Orders from an address that is no coordinator's: nothing is done, and the writer is told who may give them.

    With a digest at hand, they may be of a colleague or of the coordinator's other address: the coordinator sees them.
    """
    thread = link.thread if link and link.thread.digest_id else None
    if not gives_orders(inbound, house, now) or (thread is None and (link or _in_talk(session, inbound))):
        return False
    LOG.warning("message %s: orders of %s refused, no coordinator's address", message_id, masked(inbound.address))
    key = "orders-of-a-stranger" if thread is None else "orders-from-elsewhere"
    words = words_in(LANGUAGE)
    talk = open_thread(session, inbound.address, (inbound.subject or words.line("letter-subject"))[:200], now)
    hear_letter(talk, inbound)
    envelope = envelope_for(talk, house, words, name=inbound.name, solicited=True, now=now)
    post(session, Message(f"answer:{message_id}", "email", inbound.address, (Block(words.line(key)),), (), envelope), now)
    if thread is not None and link and not link.expired and inbound.vouched is not False:
        _show(session, house, inbound, thread, now)
    return True


def _show(session: Session, house: House, inbound: Inbound, thread: Thread, now: datetime) -> None:
    """Tell the coordinator, once an address and digest, what came from elsewhere in answer to their digest."""
    owner = coordinator_at(house, thread.address)
    if owner is None:
        return
    said = " / ".join(line.strip() for line in inbound.text.splitlines() if line.strip())[:SHOWN]
    words = words_in(LANGUAGE)
    blocks = (Block(words.line("digest-answered-elsewhere", address=inbound.address, words=said)),)
    key = f"elsewhere:{thread.id}:{inbound.address}"
    post_to_coordinator(session, house, owner, thread.subject, blocks, key=key, due=now, thread=thread)


def gives_orders(inbound: Inbound, house: House, now: datetime) -> bool:
    """Whether a letter reads as an answer to a digest, and as nothing else; « annuler » alone is said by everybody."""
    orders = read_orders(inbound.in_place or inbound.text, local_day(now, house.territory))
    return bool(orders.orders or any(orders.undo)) and not orders.unread


def _in_talk(session: Session, inbound: Inbound) -> bool:
    """Whether this address has a conversation with us, in which a number answers a question of ours."""
    contact = known_at(session, inbound.channel, inbound.address)
    if contact is None:
        return False
    offered = select(Offer.id).where(Offer.contact_id == contact.id).limit(1)
    return (contact.state or {}).get("phase", "idle") != "idle" or session.scalar(offered) is not None


def coordinator_at(house: House, address: str) -> Coordinator | None:
    """The coordinator whose address this is."""
    return next((one for one in house.territory.coordinators.values() if one.email.lower() == address.lower()), None)
