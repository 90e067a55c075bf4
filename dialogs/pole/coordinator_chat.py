"""What a coordinator says in their linked chat: words, buttons, a link followed, « délier », « entreprise » and « pôle »."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from config.territory import Coordinator
from core.agenda.chats import ASKED_FOR, Chat, chat_of, chats_at, digest_of_token, forget_chat, last_digest, link_chat
from core.agenda.deeds import Occasion
from core.agenda.records import Digest
from core.post.outbox import Envelope, Message, Outgoing, post
from core.post.parcel import Block, Button
from core.territory.fold import fold
from core.territory.workdays import local_day
from dialogs.arrivals.case import Case
from dialogs.pole.asking import Asker, answer_questions, post_told
from dialogs.pole.card_orders import ORDERS, orders_of, wants_words
from dialogs.pole.chat_digest import buttons_for
from dialogs.pole.counter import Answer, obey
from dialogs.pole.digest import LANGUAGE
from dialogs.pole.orders import Orders, read_orders
from dialogs.post.letter import post_to_coordinator
from dialogs.proof.proposal_words import clean_name
from dialogs.talk.deep_links import deep_link
from dialogs.talk.linking_words import parts
from dialogs.wording.words import words_in

PRESS = "c."
TO_EMPLOYER, TO_POLE, STOP = ("entreprise",), ("pole", "/start"), ("stop", "/stop")
WORDS = words_in(LANGUAGE)


def coordinator_in_chat(case: Case) -> bool:
    """Deal with what a coordinator says in their chat; False when it is nobody's, or speaks for an employer for now."""
    inbound = case.inbound
    on = case.house.settings.coordinators_telegram and inbound.channel == "telegram"
    chats = chats_at(case.session, inbound.address, case.house.territory) if on else []
    if inbound.press and inbound.press.startswith(PRESS):
        return _pressed(case, chats, inbound.press)
    said = fold(inbound.text) if inbound.kind == "message" else ""
    parting = parts(inbound)
    if not chats or inbound.press or (all(chat.employer for chat in chats) and not parting and said not in TO_POLE):
        return False
    if parting:
        return _unlink(case, chats[0])
    if deep_link(inbound):  # an offer's or a poster's: its conversation is an employer's
        for chat in chats:
            chat.employer, chat.asking = True, None
        return False
    if said in STOP:
        return _say(case, (Block(WORDS.line("chat-stop")),))
    if said in (*TO_EMPLOYER, *TO_POLE):
        for chat in chats:
            chat.employer, chat.asking = said in TO_EMPLOYER, None
        return _say(case, (Block(WORDS.line("chat-employer" if said in TO_EMPLOYER else "chat-pole")),))
    if inbound.kind != "message" or not inbound.text.strip():
        return _say(case, (Block(WORDS.line("chat-edited" if inbound.kind == "edited" else "chat-words-only")),))
    return _words(case, chats)


def linked_by_digest(case: Case, token: str) -> bool:
    """The link of a digest was followed: the chat is its coordinator's, for all functions of that mailbox."""
    if not case.house.settings.coordinators_telegram:
        return False
    digest = digest_of_token(case.session, case.house.ring, token, case.house.territory, case.now)
    owner = case.house.territory.coordinators.get(digest.coordinator) if digest else None
    if digest is None or owner is None:
        return _say(case, (Block(WORDS.line("chat-link-old")),))
    functions = [one for one in case.house.territory.coordinators.values() if one.email.lower() == owner.email.lower()]
    before = chat_of(case.session, owner)
    earlier = before.address if before else case.inbound.address
    if not link_chat(case.session, functions, case.inbound.address, digest, case.now):
        return _say(case, (Block(WORDS.line("chat-link-used")),))
    if earlier != case.inbound.address:
        said = Block(WORDS.line("chat-replaced"))
        post(case.session, Message(f"chat-replaced:{case.message_id}", "telegram", earlier, (said,)), case.now)
    _tell_by_letter(case, owner, "chat-linked-letter")
    return _say(case, (Block(WORDS.line("chat-linked", name=owner.name)),))


def _unlink(case: Case, chat: Chat) -> bool:
    person = case.house.territory.coordinators[chat.coordinator]
    forget_chat(case.session, case.inbound.address)
    _tell_by_letter(case, person, "chat-unlinked-letter")
    return _say(case, (Block(WORDS.line("chat-unlinked")),))


def _tell_by_letter(case: Case, person: Coordinator, key: str) -> None:
    subject, name = WORDS.line(f"{key}-subject"), clean_name(case.inbound.name) or "none"
    blocks = (Block(WORDS.line(key, name=name)), Block(WORDS.line("digest-signature", signature=case.house.territory.signature)))
    post_to_coordinator(case.session, case.house, person, subject, blocks, key=f"{key}:{case.message_id}", due=case.now)


def _words(case: Case, chats: list[Chat]) -> bool:
    """Orders for the digest that was last when they were written; else what a button asked for."""
    said, today = case.inbound.text, local_day(case.now, case.house.territory)
    asking = next((chat for chat in chats if chat.asking and _fresh(chat, case.now)), None)
    orders = read_orders(said, today)
    if asking and asking.asking and not (orders.orders or orders.help or orders.own or orders.questions):
        verb, digest_id, number = asking.asking.split(".")
        wanted = orders_of(verb, int(number), today, said)
        if orders.undo or not wanted.unread:  # what is not a day, or a count, is asked for again
            asking.asking = None
        if orders.undo:
            return _say(case, (Block(WORDS.line("chat-left")),))
        return _act(case, case.session.get_one(Digest, int(digest_id)), verb, int(number), wanted)
    for chat in chats:
        chat.asking = None
    digest = last_digest(case.session, [chat.coordinator for chat in chats], case.inbound.received)
    _ask(case, chats[0], orders)
    if orders.only_asks:
        return True
    if digest is None:
        return _say(case, (Block(WORDS.line("chat-nothing-yet")),))
    answer = _obey(case, digest, orders)
    return _say(case, answer.blocks, _undo_button(digest, answer))


def _ask(case: Case, chat: Chat, orders: Orders) -> None:
    """Answers to questions, a message each; a table goes by mail."""
    coordinator = case.house.territory.coordinators[chat.coordinator]
    answers = answer_questions(case.session, case.house, orders.questions, Asker(coordinator, case.message_id, case.now))
    for n, one in enumerate(answers, 0 if orders.only_asks else 1):
        key, blocks = f"{case.key}:{n}" if n else case.key, one.blocks
        if one.enclosures:
            post_told(case, coordinator, one, key=f"{key}:mail")
            blocks = (Block(WORDS.line("asked-table-by-mail")),)
        post(case.session, Message(key, "telegram", case.inbound.address, (Block(one.subject, "heading"), *blocks)), case.now)


def _pressed(case: Case, chats: list[Chat], press: str) -> bool:
    """A button of a card; an old one, one of a chat no longer linked, or one that is none, does no harm."""
    verb, digest_id, number = [*press.removeprefix(PRESS).split("."), "", "", ""][:3]
    digest = case.session.get(Digest, int(digest_id)) if digest_id.isdecimal() and len(digest_id) < 10 else None
    chat = next((chat for chat in chats if digest and chat.coordinator == digest.coordinator), None)
    if digest is None or chat is None or verb not in ORDERS or not (number.isdecimal() and len(number) < 4):
        return _say(case, (Block(WORDS.line("chat-not-here")),))
    for one in chats:
        one.asking = None
    if wants_words(verb):
        chat.asking, chat.asked_at, chat.employer = f"{verb}.{digest.id}.{int(number)}", case.now, False
        return _say(case, (Block(WORDS.line(f"chat-ask-{verb}", number=int(number))),))
    return _act(case, digest, verb, int(number), orders_of(verb, int(number), local_day(case.now, case.house.territory)))


def _act(case: Case, digest: Digest, verb: str, number: int, orders: Orders) -> bool:
    """Do what a button says; its card then shows what was done, with a way back, or its buttons again.

    When nothing is done the card stays as it is, and an answer below says why.
    """
    answer = _obey(case, digest, orders)
    shown = _card(case) if answer.done or answer.undone else None
    if shown is None:
        return _say(case, answer.blocks, _undo_button(digest, answer))
    kept = tuple(block for block in shown.message.blocks if block.number is not None or block.kind == "heading")[:2]
    again = tuple(Button(one.id, one.label) for one in _first_buttons(case, digest, number)) if verb == "undo" else ()
    return _say(case, (*kept, *answer.blocks), again or _undo_button(digest, answer), in_place=True)


def _obey(case: Case, digest: Digest, orders: Orders) -> Answer:
    coordinator = case.house.territory.coordinators[digest.coordinator]
    at = Occasion(coordinator, digest, case.house.territory, case.message_id, case.now, "telegram", case.house.settings.hold_days)
    return obey(case.session, case.house, orders, at)


def _card(case: Case) -> Outgoing | None:
    """The message whose button was pressed."""
    pressed = case.inbound.message_id if case.inbound.press else None
    rows = select(Outgoing).where(Outgoing.address == case.inbound.address, Outgoing.channel == "telegram")
    return case.session.scalar(rows.where(Outgoing.remote_id == pressed).order_by(Outgoing.id).limit(1)) if pressed else None


def _first_buttons(case: Case, digest: Digest, number: int) -> tuple[Button, ...]:
    """Those that the entry had when it was shown first."""
    row = case.session.scalar(select(Outgoing).where(Outgoing.key == f"chat:{digest.occasion}:{number}"))
    return row.message.buttons if row else ()


def _undo_button(digest: Digest, answer: Answer) -> tuple[Button, ...]:
    return buttons_for(("undo",), digest.id, answer.done[0], WORDS) if answer.done else ()


def _fresh(chat: Chat, now: datetime) -> bool:
    return chat.asked_at is not None and now - chat.asked_at <= ASKED_FOR


def _say(case: Case, blocks: tuple[Block, ...], buttons: tuple[Button, ...] = (), *, in_place: bool = False) -> bool:
    inbound = case.inbound
    envelope = Envelope(closes=inbound.reply_handle)
    if in_place and inbound.press:
        envelope = replace(envelope, replaces=inbound.message_id)
    post(case.session, Message(case.key, "telegram", inbound.address, blocks, buttons, envelope), case.now)
    return True
