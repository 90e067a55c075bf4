"""A message that could not be delivered goes to the person's other channel; a dead address is told to their coordinator."""

import logging
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from core.people.acquaintance import address_of
from core.people.records import Contact
from core.post.inbound import Channel
from core.post.masked import masked, masked_text
from core.post.outbox import Message, Outgoing, post
from core.post.threads import latest_thread, open_thread
from dialogs.house import House
from dialogs.letter import envelope_for
from dialogs.reception import bury
from dialogs.words import words_in

LOG = logging.getLogger("guichet.courier")


def redirect(session: Session, house: House, row: Outgoing, *, dead: bool, now: datetime) -> bool:
    """Post the same words on the contact's other living address; False when there is none."""
    if dead:
        bury(session, row.channel, row.address, row.error or "", now)
    contact = session.get(Contact, row.contact_id) if row.contact_id else None
    if contact is None:
        LOG.error("outbox %s to %s failed and has no other way: %s", row.id, masked(row.address), masked_text(row.error or ""))
        return False
    other = address_of(session, contact.id)
    if other is None or (other.channel, other.address) == (row.channel, row.address):
        return False
    message = Message(f"{row.key}:other", cast(Channel, other.channel), other.address, row.message.blocks)
    if other.channel == "email":
        words = words_in(contact.language)
        thread = latest_thread(session, other.address) or open_thread(
            session, other.address, words.line("letter-subject"), now, contact_id=contact.id
        )
        envelope = envelope_for(thread, house, words, name=contact.name, solicited=False, now=now)
        message = Message(message.key, "email", other.address, row.message.blocks, (), envelope)
    return post(session, message, now, contact_id=contact.id)
