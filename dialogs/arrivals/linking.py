"""One person, two channels: a code sent to the mailbox and typed in the chat makes two contacts one; and the way back."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select, update

from core.agenda.proposals import Proposal
from core.people.acquaintance import Doorstep, known_at, meet
from core.people.joining import join_contacts, other_addresses, part_addresses, under_way
from core.people.link_codes import give_back, make_code, use_code
from core.people.records import Address, Contact
from core.post.bot_name import bot_name
from core.post.inbound import Channel
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.threads import Thread, open_thread
from dialogs.arrivals.case import Case
from dialogs.arrivals.restraint import withhold
from dialogs.pole.coordinator_desk import coordinator_at
from dialogs.post.letter import compose_letter, envelope_for
from dialogs.post.redirect import redirect
from dialogs.post.reply import post_reply
from dialogs.post.speaker import is_proved
from dialogs.proof.proposal_words import clean_name
from dialogs.talk.deep_links import DeepLink, payload
from dialogs.talk.linking_words import asked_of, spaced
from dialogs.talk.say import Say
from dialogs.wording.words import words_in


def receive_linking(case: Case) -> bool:
    """Deal with a message about one's channels; False when it is none, or is better understood as part of the talk."""
    asked = asked_of(case.inbound) if case.inbound.channel != "terminal" else None
    return asked is not None and _answer(case, SERVE[asked.what](case, _who(case), asked.rest))


def linked_by_link(case: Case, code: str) -> bool:
    """The link of a letter was followed: it bears the code."""
    return _answer(case, _use(case, _who(case), code) or (Say("link-old"),))


def _answer(case: Case, says: tuple[Say, ...] | None) -> bool:
    if says is None:
        return False
    post_reply(case.session, case.house, _who(case), case.inbound, says, key=case.key, now=case.now)
    if case.inbound.channel == "email":
        withhold(case.session, case.house, case.inbound, case.key, case.now)
    return True


def _who(case: Case) -> Contact:
    """The one who asks; after a link, the one that two became."""
    return meet(case.session, Doorstep(case.inbound.channel, case.inbound.address, case.inbound.name), case.now)


def _link(case: Case, contact: Contact, address: str) -> tuple[Say, ...] | None:
    """By chat, a code goes to the mailbox that is named; by mail, to the mailbox that writes."""
    if case.inbound.channel == "email":
        return _code_by_mail(case)
    settings = case.house.settings
    if not settings.mail_address:
        return (Say("link-no-mail"),)
    if not address:
        return (Say("link-which"),)
    if _plain(address) == _plain(settings.mail_address) or coordinator_at(case.house, address):
        return (Say("link-not-this"),)
    if any(one.address == address for one in _others(case, contact)):
        return (Say("link-already", {"address": address}),)
    made = make_code(case.session, case.house.ring, address, case.inbound.address, case.now)
    if made is None:
        return (Say("link-enough", {"channel": case.inbound.channel}),)
    number, code = made
    facts = {"code": spaced(code), "name": _name(case), "link": _link_to_the_bot(case, code)}
    _write_to(case, contact.language, address, Say("link-letter", facts), f"link:{number}")
    return (Say("link-sent", {"address": address}),)


def _code_by_mail(case: Case) -> tuple[Say, ...]:
    if bot_name(case.session) is None:
        return (Say("link-no-chat"),)
    made = make_code(case.session, case.house.ring, case.inbound.address.lower(), None, case.now)
    if made is None:
        return (Say("link-enough", {"channel": case.inbound.channel}),)
    return (Say("link-code", {"code": spaced(made[1]), "link": _link_to_the_bot(case, made[1])}),)


def _link_to_the_bot(case: Case, code: str) -> str:
    name = bot_name(case.session)
    return f"https://t.me/{name}?start={payload(DeepLink('k', code))}" if name else "none"


def _use(case: Case, contact: Contact, code: str) -> tuple[Say, ...] | None:
    typed = use_code(case.session, case.house.ring, code, case.inbound.address, case.now, busy=under_way(contact))
    if typed.verdict == "none":
        return None
    if typed.address and any(one.address == typed.address for one in _others(case, contact)):
        return (Say("link-already", {"address": typed.address}),)
    if typed.verdict != "right":
        return (Say(f"link-{typed.verdict.replace('used', 'wrong')}"),)
    known = known_at(case.session, "email", typed.address)
    if known is not None and under_way(contact) and under_way(known):
        give_back(case.session, typed)
        return (Say("link-busy"),)
    told = Say("linked-letter", {"name": _name(case)})
    _write_to(case, contact.language, typed.address, told, f"linked:{case.message_id}")
    _join(case, contact, known, typed.address)
    return (Say("link-done", {"address": typed.address}),)


def _join(case: Case, contact: Contact, known: Contact | None, address: str) -> None:
    """The mailbox and what it said are this person's too."""
    if known is None:
        heard = contact.first_seen  # nothing has come from it yet: the chat is what was used last
        case.session.add(Address(contact_id=contact.id, channel="email", address=address, heard_at=heard))
        contact.email = contact.email or address
        case.session.flush()
    else:
        join_contacts(case.session, contact, known)


def _unlink(case: Case, contact: Contact, address: str) -> tuple[Say, ...] | None:
    """The side that asks keeps everything; the other side hears of it."""
    if not is_proved(case.session, case.house, case.inbound, case.now) and case.inbound.channel == "email":
        return (Say("unlink-unproved"),)
    parted = [one for one in _others(case, contact) if address in (one.address, case.inbound.address.lower(), "")]
    if not parted:
        return (Say("unlink-none"),)
    part_addresses(case.session, contact, parted, case.now)
    _forget_threads(case, contact, parted)
    _send_what_waits_here(case, contact, parted)
    words = words_in(contact.language)
    here = words.line("side", channel=case.inbound.channel, address=case.inbound.address)
    for number, one in enumerate(parted):
        key, say = f"unlinked:{case.message_id}:{number}", Say("unlinked", {"side": here})
        if one.channel == "email":
            _write_to(case, contact.language, one.address, say, key)
        else:
            block = Block(words.line(say.key, **say.facts))
            post(case.session, Message(key, cast(Channel, one.channel), one.address, (block,)), case.now)
    sides = ", ".join(words.line("side", channel=one.channel, address=one.address) for one in parted)
    return (Say("unlink-done", {"sides": sides}),)


def _forget_threads(case: Case, contact: Contact, parted: list[Address]) -> None:
    """What was asked in the threads of a mailbox that is gone is not answered from there any more."""
    theirs = select(Thread.id).where(Thread.address.in_([one.address for one in parted]))
    asked = update(Proposal).where(Proposal.contact_id == contact.id, Proposal.thread_id.in_(theirs))
    case.session.execute(asked.values(thread_id=None))


def _send_what_waits_here(case: Case, contact: Contact, parted: list[Address]) -> None:
    """The news of the offers that were to be told at an address that is gone are told at one that stays; answers leave."""
    waiting = select(Outgoing).where(Outgoing.contact_id == contact.id, Outgoing.status == "waiting")
    waiting = waiting.where(Outgoing.solicited.is_(False))
    for row in case.session.scalars(waiting.where(Outgoing.address.in_([one.address for one in parted]))).all():
        row.status, row.error = "cancelled", "the address was parted"
        redirect(case.session, case.house, row, dead=False, now=case.now)


def _prefer(case: Case, contact: Contact, channel: str) -> tuple[Say, ...] | None:
    """What we say of our own accord goes there first, when there is an address; else the words belong to the talk."""
    reached = {case.inbound.channel, *(one.channel for one in _others(case, contact) if one.dead_at is None)}
    proved = case.inbound.channel != "email" or is_proved(case.session, case.house, case.inbound, case.now)
    if len(reached) == 1 or channel not in reached or not proved:
        return None
    contact.prefers = channel
    return (Say("prefer-noted", {"channel": channel}),)


SERVE: dict[str, Callable[[Case, Contact, str], tuple[Say, ...] | None]] = {
    "link": _link,
    "unlink": _unlink,
    "prefer": _prefer,
    "code": _use,
}


def _name(case: Case) -> str:
    """As the profile says, without marks or links: it goes to a mailbox that may be a stranger's."""
    return clean_name(case.inbound.name) or "none"


def _plain(address: str) -> str:
    """An address without what stands after a plus: our own is ours with any."""
    local, _, domain = address.lower().partition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _others(case: Case, contact: Contact) -> list[Address]:
    return other_addresses(case.session, contact.id, case.inbound.channel, case.inbound.address)


def _write_to(case: Case, language: str | None, address: str, say: Say, key: str) -> None:
    """A letter of its own; whoever answers it is heard like anybody who writes."""
    words = words_in(language)
    thread = open_thread(case.session, address, words.line(f"{say.key}-subject"), case.now)
    envelope = envelope_for(thread, case.house, words, name=None, solicited=True, now=case.now)
    blocks = compose_letter((say,), words, case.house, None, notice=False)
    post(case.session, Message(key, "email", address, blocks, (), envelope), case.now)
