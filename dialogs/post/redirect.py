"""A message that could not be delivered goes to the person's other channel; when they have none, somebody is told to call."""

import logging
from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.chats import forget_chat
from core.agenda.matters import offer_of, put_before
from core.people.acquaintance import address_of
from core.people.records import Address, Contact
from core.post.inbound import Channel
from core.post.masked import masked, masked_text
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.threads import latest_thread, open_thread
from core.territory.routing import contact_for
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.post.letter import NUMBERED, envelope_for, list_choices, post_to_coordinator
from dialogs.wording.words import words_in

LOG = logging.getLogger("guichet.courier")
OTHER = ":other"  # ends the key of what was sent on: it is sent on once
SHOWN = 200  # characters of what was lost


def redirect(session: Session, house: House, row: Outgoing, *, dead: bool, now: datetime) -> bool:
    """Post the same words on the contact's other living address; without one their coordinator is told. False: nobody was."""
    if dead:
        mark_dead(session, row.channel, row.address, row.error or "", now)
    forgotten = forget_chat(session, row.address) if dead and row.channel == "telegram" else []
    contact = session.get(Contact, row.contact_id) if row.contact_id else None
    if contact is None and forgotten:
        return True  # a coordinator's chat: the letter has left in any case
    if contact is None:
        LOG.error("outbox %s to %s failed and has no other way: %s", row.id, masked(row.address), masked_text(row.error or ""))
        return _tell_a_colleague(session, house, row, now)
    other = _other_address(session, contact, row)
    if other is not None:
        return _send_on(session, house, row, contact, other, now=now)
    return tell_to_call(session, house, row, now)


def tell_to_call(session: Session, house: House, row: Outgoing, now: datetime) -> bool:
    """Put before the contact's coordinator what did not reach them, so that somebody calls.

    False when nobody need call: no contact's, or somebody who never said what could be dealt with (a forged sender, noise).
    """
    contact = session.get(Contact, row.contact_id) if row.contact_id else None
    if contact is None or not _worth_a_call(session, contact):
        return False
    lost = " ".join(block.text for block in row.message.blocks[1:] or row.message.blocks)
    text = f"{row.channel}: {row.error or ''}"[:300] + "\n" + " ".join(lost.split())[:SHOWN]
    put_before(session, contact, "unreachable", text, territory=house.territory, now=now)
    return True


def mark_dead(session: Session, channel: str, address: str, reason: str, now: datetime) -> Address | None:
    """An address is not written to any more, until its person writes from it; None when it was dead, or is nobody's."""
    row = session.scalar(select(Address).where(Address.channel == channel, Address.address == address.lower()))
    if row is None or row.dead_at:
        return None
    row.dead_at, row.dead_reason = now, reason[:200]
    return row


def bury(session: Session, house: House, channel: str, address: str, *, reason: str, now: datetime) -> None:
    """An address died without a message on its way: who has no other is put before their coordinator."""
    row = mark_dead(session, channel, address, reason, now)
    contact = session.get_one(Contact, row.contact_id) if row is not None else None
    if contact is not None and address_of(session, contact.id) is None and _worth_a_call(session, contact):
        put_before(session, contact, "unreachable", f"{channel}: {reason}"[:300], territory=house.territory, now=now)


def _worth_a_call(session: Session, contact: Contact) -> bool:
    return bool(contact.phone or (contact.state or {}).get("drafts")) or offer_of(session, contact) is not None


def _other_address(session: Session, contact: Contact, row: Outgoing) -> Address | None:
    if row.key.endswith(OTHER):
        return None
    living = select(Address).where(Address.contact_id == contact.id, Address.dead_at.is_(None))
    rest = living.where((Address.channel != row.channel) | (Address.address != row.address))
    return session.scalar(rest.order_by(Address.heard_at.desc(), Address.id.desc()).limit(1))


def _send_on(session: Session, house: House, row: Outgoing, contact: Contact, other: Address, *, now: datetime) -> bool:
    lasting = tuple(one for one in row.message.buttons if one.id.startswith("o."))  # those that work whenever they are pressed
    message = Message(row.key + OTHER, cast(Channel, other.channel), other.address, row.message.blocks, lasting)
    if other.channel == "email":
        words = words_in(contact.language)
        thread = latest_thread(session, other.address) or open_thread(
            session, other.address, words.line("letter-subject"), now, contact_id=contact.id
        )
        envelope = envelope_for(thread, house, words, name=contact.name, solicited=False, now=now)
        choices = lasting if len(lasting) >= NUMBERED else ()
        listed = list_choices(choices, words) if row.channel != "email" else ()
        message = Message(message.key, "email", other.address, (*row.message.blocks, *listed), choices, envelope)
    return post(session, message, max(now, row.due_at), contact_id=contact.id, action_id=row.action_id)


def _tell_a_colleague(session: Session, house: House, row: Outgoing, now: datetime) -> bool:
    """A coordinator's letter failed: the academy hears that the address needs mending, unless it is its own."""
    territory, words = house.territory, words_in("fr")
    person = next((one for one in territory.coordinators.values() if one.email.lower() == row.address), None)
    colleague = contact_for("academy", territory, local_day(now, territory))
    if person is None or colleague.email.lower() == row.address:
        return False
    said = words.line("colleague-unreachable", name=person.name, address=person.email, reason=row.error or "")
    subject = words.line("colleague-unreachable-subject", name=person.name)
    return post_to_coordinator(session, house, colleague, subject, (Block(said),), key=f"returned:{row.id}", due=now)
