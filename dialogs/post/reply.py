"""Post the answer to a message on the channel it came by: short messages on a chat, a letter in its thread by mail."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from core.database import Damaged
from core.people.acquaintance import known_at
from core.people.records import Contact
from core.post.inbound import Channel, Inbound
from core.post.inbox import Incoming
from core.post.outbox import Envelope, Message, post
from core.post.parcel import Block, Button, Event
from core.post.quotas import acknowledged, note_acknowledged
from core.post.threads import Thread, hear_letter
from dialogs.house import House
from dialogs.post.letter import compose_chat, compose_letter, envelope_for
from dialogs.post.speaker import is_proved, thread_for
from dialogs.talk.say import Say
from dialogs.wording.words import words_in

SPOKEN = ("message", "press", "edited", "contact", "location", "media")  # what people do; the rest gets no dialogue


def post_reply(
    session: Session,
    house: House,
    contact: Contact,
    inbound: Inbound,
    says: tuple[Say, ...],
    *,
    key: str,
    now: datetime,
    thread: Thread | None = None,
    events: tuple[Event, ...] = (),
) -> tuple[Message, ...]:
    """Say this to the person who wrote, with who we are the first time; the messages as posted.

    A letter goes into `thread`, with the `events` that it tells.
    """
    if not says:
        return ()
    words, first = words_in(contact.language), contact.noticed_at is None
    contact.noticed_at = contact.noticed_at or now
    if inbound.channel == "email":
        thread = thread or thread_for(session, house, inbound, contact.id, now)
        hear_letter(thread, inbound)
        blocks = compose_letter(says, words, house, contact.name, notice=first)
        envelope = envelope_for(thread, house, words, name=contact.name, solicited=True, now=now)
        messages = [Message(key, "email", inbound.address, blocks, (), replace(envelope, events=events))]
    else:
        turn = int((contact.state or {}).get("turn", 0))
        notice = (Say("notice", _notice_facts(house), apart=True),) if first else ()
        in_place = all(say.in_place for say in says)
        messages = _on_a_chat(inbound, key, compose_chat((*notice, *says), words, turn), in_place=in_place)
    for message in messages:
        if inbound.channel != "terminal":
            post(session, message, now, contact_id=contact.id)
    return tuple(messages)


def _on_a_chat(
    inbound: Inbound, key: str, pieces: list[tuple[tuple[Block, ...], tuple[Button, ...]]], *, in_place: bool
) -> list[Message]:
    pressed = inbound.message_id if inbound.press else None
    closes = Envelope(closes=inbound.reply_handle, closes_message=pressed)
    if in_place and len(pieces) == 1:
        closes = Envelope(closes=inbound.reply_handle, replaces=pressed)
    return [
        Message(f"{key}:{n}", inbound.channel, inbound.address, blocks, buttons, closes if n == len(pieces) - 1 else Envelope())
        for n, (blocks, buttons) in enumerate(pieces)
    ]


def apology(session: Session, channel: Channel, address: str, key: str) -> Message:
    """What a person hears of a message that we could not answer, in their language."""
    contact = known_at(session, channel, address)
    words = words_in(contact.language if contact else None)
    said = Block(words.line("trouble"))
    return Message(f"trouble:{key}", channel, address, (said,), envelope=Envelope(language=words.language))


def apologise(session: Session, house: House, row: Incoming, now: datetime) -> None:
    """Tell whoever wrote a message that it was set aside; a letter that nobody can read may be a robot's and gets no answer."""
    channel = cast(Channel, row.channel)
    try:
        spoken, proved = row.inbound.kind in SPOKEN, is_proved(session, house, row.inbound, now)
    except Damaged:
        spoken, proved = channel == "telegram", False
    if not spoken or channel == "terminal" or (channel == "email" and acknowledged(session, row.address, now, proved=proved)):
        return
    message = apology(session, channel, row.address, str(row.id))
    post(session, message, now)
    if channel == "email":
        note_acknowledged(session, message.key, row.address, now, proved=proved)


def _notice_facts(house: House) -> dict[str, str]:
    territory = house.territory
    return {
        "signature": territory.signature,
        "controller": territory.controller,
        "mail": house.settings.mail_address or territory.dpo,
    }
