"""A letter whose From our own mail server found forged: it acts on nothing, whatever token it carries, and a person sees it."""

import logging
from datetime import datetime

from sqlalchemy.orm import Session

from core.agenda.matters import in_charge_of, put_before
from core.people.acquaintance import known_at
from core.pool.filing import person_of
from core.post.inbound import Inbound
from core.post.masked import masked
from core.post.outbox import Envelope, Message, post
from core.post.parcel import Block
from core.post.threads import link_of
from core.territory.routing import contact_for
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.pole.coordinator_desk import coordinator_at
from dialogs.post.notices import known_contact
from dialogs.talk.tell import say_person
from dialogs.wording.words import words_in

LOG = logging.getLogger("guichet.desk")
SHOWN = 600  # characters of the letter that a coordinator is shown


def receive_forged(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Deal with a letter that claims an address we know, or holds a token, and failed DMARC; False for any other.

    The address that it claims hears of it once a day, without a word of the letter: it may be a victim's.
    """
    if inbound.channel != "email" or inbound.vouched is not False:
        return False
    contact, link = known_at(session, inbound.channel, inbound.address), link_of(session, inbound, house.ring, now)
    if contact is None and link and link.thread.contact_id:
        contact = known_contact(session, link.thread.contact_id)
    if contact is None and link is None and coordinator_at(house, inbound.address) is None:
        return False  # nobody we know: a stranger may talk to us
    LOG.warning("message %s: nothing done, the sender %s was found forged", message_id, masked(inbound.address))
    today = local_day(now, house.territory)
    person = in_charge_of(session, contact, house.territory, now) if contact else contact_for("academy", house.territory, today)
    if contact is not None:
        said = " ".join(inbound.text.split())[:SHOWN] or (inbound.subject or "")[:SHOWN]
        put_before(session, contact, "doubtful", said, territory=house.territory, now=now)
    words = words_in(contact.language if contact else None)
    block = Block(words.line("forged-sender", person=say_person(person_of(house.territory, person.id))))
    key, envelope = f"forged:{today.isoformat()}:{inbound.address}", Envelope(language=words.language)
    post(session, Message(key, "email", inbound.address, (block,), (), envelope), now)
    return True
