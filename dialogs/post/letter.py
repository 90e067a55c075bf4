"""Turn what is said into messages for the channel: a few short ones on a chat, one whole letter by mail; then post them."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.people.acquaintance import address_of
from core.people.records import Address, Contact
from core.post.inbound import Channel
from core.post.outbox import Envelope, Message, post
from core.post.parcel import Block, Button
from core.post.threads import Thread, latest_thread, open_thread
from core.post.tokens import sign
from dialogs.house import House
from dialogs.talk.say import Choice, Say, put_in_words, put_on_buttons
from dialogs.wording.subject import answer_subject, numbered
from dialogs.wording.words import Words, words_in

NUMBERED = 3  # choices from which they are numbered in a letter: « oui » and « non » need none


def compose_chat(says: Sequence[Say], words: Words, turn: int) -> list[tuple[tuple[Block, ...], tuple[Button, ...]]]:
    """Messages of a chat: what stands apart first, then the rest as one message with the buttons of its last question."""
    apart = [((put_in_words(say, words),), ()) for say in says if say.apart]
    rest = [say for say in says if not say.apart]
    buttons = tuple(button for say in rest for button in put_on_buttons(say, words, turn))
    return [*apart, (tuple(put_in_words(say, words) for say in rest), buttons)] if rest else [*apart]


def compose_letter(says: Sequence[Say], words: Words, house: House, name: str | None, *, notice: bool) -> tuple[Block, ...]:
    """The blocks of a letter: greeting, what is said, signature, and at the first letter what becomes of the data."""
    greeting = words.line("letter-greeting-name", name=name) if name else words.line("letter-greeting")
    closing = [Block(words.line("letter-closing", signature=house.territory.signature))]
    if notice:
        closing.append(
            Block(words.line("letter-notice", controller=house.territory.controller, dpo=house.territory.dpo), "small")
        )
    return (Block(greeting), *(block for say in says if say.key != "notice" for block in _in_a_letter(say, words)), *closing)


def _in_a_letter(say: Say, words: Words) -> tuple[Block, ...]:
    """What is said; the buttons that a question has on a chat are numbered in a letter, and a number answers it."""
    return (put_in_words(say, words), *list_choices(numbered_choices((say,)), words))


def list_choices(choices: Sequence[Choice | Button], words: Words) -> tuple[Block, ...]:
    """Choices under their numbers, and that a number is enough; nothing for none."""
    listed = tuple(Block(choice.label, "item", number) for number, choice in enumerate(choices, 1))
    return (*listed, Block(words.line("letter-choices"))) if listed else ()


def numbered_choices(says: Sequence[Say]) -> tuple[Choice, ...]:
    """The choices that a letter numbers: those that act on an offer, where there are more than yes and no."""
    for say in says:
        choices = tuple(one for one in say.buttons if isinstance(one, Choice) and one.id.startswith("o."))
        if len(choices) >= NUMBERED:
            return choices
    return ()


def reply_subject(subject: str | None, thread: Thread, words: Words) -> str:
    """« Re: Stagiaires 2027 [n° 1042] »: the subject is kept, the number survives webmails and forwards."""
    answers = thread.last_message_id is not None or bool(thread.chain)  # else it is our letter that begins the exchange
    return answer_subject((subject or "").strip() or words.line("letter-subject"), thread.id, answers=answers)


def envelope_for(thread: Thread, house: House, words: Words, *, name: str | None, solicited: bool, now: datetime) -> Envelope:
    """The mail fields of a letter in this thread; its token is issued today."""
    return Envelope(
        solicited=solicited,
        subject=reply_subject(thread.subject, thread, words),
        recipient_name=name,
        thread=thread.id,
        token=sign(house.key, thread.id, thread.address, now),
        in_reply_to=thread.last_message_id,
        references=tuple(thread.chain),
        language=words.language,
        series="digest" if thread.digest_id else "news",
    )


def post_to_contact(
    session: Session,
    house: House,
    contact: Contact,
    says: tuple[Say, ...],
    *,
    key: str,
    due: datetime,
    action_id: int | None = None,
    solicited: bool = False,
    thread: Thread | None = None,
) -> bool:
    """Say something to a contact on the address they used last; False when said before, or when no address is left.

    A letter joins the latest talk, unless a `thread` is given.
    """
    address = address_of(session, contact.id)
    if address is None:
        return False
    words = words_in(contact.language)
    turn = int((contact.state or {}).get("turn", 0))
    if address.channel == "email":
        thread = thread or latest_thread(session, address.address)
        thread = thread or open_thread(session, address.address, words.line("letter-subject"), due, contact_id=contact.id)
        blocks = compose_letter(says, words, house, contact.name, notice=False)
        buttons = tuple(Button(one.id, one.label) for one in numbered_choices(says))
        envelope = envelope_for(thread, house, words, name=contact.name, solicited=solicited, now=due)
        message = Message(key, "email", address.address, blocks, buttons, envelope)
        return post(session, message, due, contact_id=contact.id, action_id=action_id)
    pieces = compose_chat(says, words, turn)
    return _post_chat(session, contact, address, pieces, key=key, due=due, action_id=action_id, solicited=solicited)


def _post_chat(
    session: Session,
    contact: Contact,
    address: Address,
    messages: list[tuple[tuple[Block, ...], tuple[Button, ...]]],
    *,
    key: str,
    due: datetime,
    action_id: int | None,
    solicited: bool,
) -> bool:
    envelope = Envelope(solicited=solicited)
    posted = [
        post(
            session,
            Message(f"{key}:{n}", cast(Channel, address.channel), address.address, blocks, buttons, envelope),
            due,
            contact_id=contact.id,
            action_id=action_id,
        )
        for n, (blocks, buttons) in enumerate(messages)
    ]
    return any(posted)


def post_to_coordinator(
    session: Session,
    house: House,
    coordinator: Coordinator,
    subject: str,
    blocks: tuple[Block, ...],
    *,
    key: str,
    due: datetime,
    digest_id: int | None = None,
    thread: Thread | None = None,
    solicited: bool = False,
) -> bool:
    """A letter to a coordinator, in its own thread: any letter may be answered."""
    words, new = words_in("fr"), thread is None
    thread = thread or open_thread(session, coordinator.email.lower(), subject, due, digest_id=digest_id)
    envelope = envelope_for(thread, house, words, name=coordinator.name, solicited=solicited, now=due)
    if new:
        envelope = Envelope(**{**vars(envelope), "subject": numbered(subject, thread.id)})
    return post(session, Message(key, "email", coordinator.email.lower(), blocks, (), envelope), due)
