"""Letters without words that can be read: one acknowledgement a day, and somebody looks; a person is never met with silence."""

import logging
from datetime import datetime

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.matters import put_before
from core.people.acquaintance import Doorstep, meet
from core.pool.filing import person_of
from core.post.exchange import PATIENCE
from core.post.inbound import NOBODY, Inbound
from core.post.parcel import Block
from core.post.quotas import acknowledged, note_acknowledged
from core.post.threads import hear_letter, open_thread
from core.territory.routing import contact_for
from core.territory.workdays import local_day
from dialogs.arrivals.restraint import withhold
from dialogs.house import House
from dialogs.pole.coordinator_desk import coordinator_at
from dialogs.post.files import receive_files
from dialogs.post.letter import post_to_coordinator
from dialogs.post.reply import post_reply
from dialogs.post.speaker import is_proved
from dialogs.talk.say import Say
from dialogs.talk.tell import say_person
from dialogs.understanding.hear import is_reply
from dialogs.wording.words import words_in

LOG = logging.getLogger("guichet.desk")
SEALED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
FURNITURE = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/x-vcard")
SHOWN = 300  # characters of a subject or of names of files


def why_wordless(inbound: Inbound) -> str | None:
    """Why nothing of a letter can be read: sealed, files, picture, quotes or empty; None when it has words.

    The subject of a new letter is words enough.
    """
    subject = (inbound.subject or "").strip()
    if inbound.text.strip() or inbound.forwarded or (subject and not is_reply(subject)):
        return None
    if any(one.type in SEALED for one in inbound.attachments):
        return "sealed"
    files = [one for one in inbound.attachments if one.type not in FURNITURE]
    if files:
        return "picture" if all(one.type.startswith("image/") for one in files) else "files"
    return "quotes" if inbound.quoted else "empty"


def receive_wordless(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Acknowledge a letter without words; False when it has some."""
    why = why_wordless(inbound)
    if why == "files":
        _receive_files_alone(session, house, inbound, message_id, now)
    elif why is not None:
        acknowledge(session, house, inbound, message_id, why, now=now)
    return why is not None


def _receive_files_alone(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> None:
    contact = meet(session, Doorstep("email", inbound.address, inbound.name), now)
    says = receive_files(session, house, contact, inbound, message_id, now=now)
    if not says:
        acknowledge(session, house, inbound, message_id, "empty", now=now)
        return
    key = f"answer:{message_id}"
    post_reply(session, house, contact, inbound, says, key=key, now=now)
    withhold(session, house, inbound, key, now, patience=PATIENCE)


def acknowledge(session: Session, house: House, inbound: Inbound, message_id: int, why: str, *, now: datetime) -> None:
    """Say once a day that a letter came and could not be read, and put each such letter before the coordinator."""
    if "@" not in inbound.address:
        LOG.warning(
            "message %s cannot be read (%s), and says of nobody that they wrote it: left aside", message_id, inbound.reason
        )
        if inbound.reason == NOBODY:
            _tell_academy(session, house, inbound, message_id, now)
        return
    coordinator = coordinator_at(house, inbound.address)
    if coordinator is not None:
        _tell_coordinator(session, house, coordinator, inbound, message_id, now=now)
        return
    contact = meet(session, Doorstep("email", inbound.address, inbound.name), now)
    person = put_before(session, contact, "letter", _told(inbound, why), territory=house.territory, now=now)
    proved = is_proved(session, house, inbound, now)
    if acknowledged(session, inbound.address, now, proved=proved):
        return
    key = f"answer:{message_id}"
    says = (Say(f"letter-{why}", {"person": say_person(person_of(house.territory, person.id))}),)
    post_reply(session, house, contact, inbound, says, key=key, now=now)
    note_acknowledged(session, key, inbound.address, now, proved=proved)


def _tell_coordinator(
    session: Session, house: House, coordinator: Coordinator, inbound: Inbound, message_id: int, *, now: datetime
) -> None:
    """A coordinator's own letter is nobody's matter, and makes no contact of them: they hear that nothing was done."""
    proved = is_proved(session, house, inbound, now)
    if acknowledged(session, inbound.address, now, proved=proved):
        return
    words, key = words_in("fr"), f"answer:{message_id}"
    subject = (inbound.subject or words.line("letter-subject"))[:200]
    thread = open_thread(session, coordinator.email.lower(), subject, now)
    hear_letter(thread, inbound)
    said = (Block(words.line("coordinator-unreadable")),)
    post_to_coordinator(session, house, coordinator, subject, said, key=key, due=now, thread=thread, solicited=True)
    note_acknowledged(session, key, inbound.address, now, proved=proved)


def _tell_academy(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> None:
    """Who wrote it is not known, so it can be no contact's matter: the academy hears of it by a letter, once a day."""
    today, words = local_day(now, house.territory), words_in("fr")
    said = words.line("letter-of-nobody", subject=(inbound.subject or "-")[:SHOWN], number=str(message_id))
    subject, key = words.line("letter-of-nobody-subject"), f"nobody:{today.isoformat()}"
    post_to_coordinator(session, house, contact_for("academy", house.territory, today), subject, (Block(said),), key=key, due=now)


def _told(inbound: Inbound, why: str) -> str:
    """What a coordinator is told of the letter, in their language."""
    words = words_in("fr")
    names = ", ".join(one.name for one in inbound.attachments if one.type not in FURNITURE)[:SHOWN]
    told = words.line("letter-why", why=why, subject=(inbound.subject or "-")[:SHOWN])
    return f"{told} {words.line('letter-files', names=names)}" if names else told
