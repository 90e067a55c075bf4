"""A digest in a coordinator's chat: one message that tells what there is, and a card with buttons for each entry to act on.

Each button stands for words of an answer by mail: pressing it and writing them are one and the same.
"""

from sqlalchemy.orm import Session

from core.agenda.chats import chat_of, link_token
from core.agenda.digests import Line, Sheet
from core.agenda.records import Digest
from core.post.bot_name import bot_name
from core.post.outbox import Envelope, Message, post
from core.post.parcel import Block, Button
from dialogs.house import House
from dialogs.pole.digest import LANGUAGE, campaign_blocks, subject_of
from dialogs.pole.entries import write_entry
from dialogs.talk.deep_links import DeepLink, payload
from dialogs.wording.words import Words, words_in

CARDS = 10  # entries with buttons; the letter has them all
ASIDE = ("mine", "wait", "pass")
TO_DECIDE, QUESTION, MATTER = ("ok", "no", "ask", *ASIDE), ("answer", *ASIDE), ("ok", *ASIDE)
OPEN = ("propose", "taken", "full", "until")


def verbs_for(line: Line) -> tuple[str, ...]:
    """The buttons of an entry: what is decided about it by mail."""
    if line.section == "ended" or line.copied:
        return ()
    if line.matter:
        return QUESTION if line.matter.kind in ("question", "human", "privacy") else MATTER
    return TO_DECIDE if line.awaits else OPEN


def buttons_for(verbs: tuple[str, ...], digest: int, number: int, words: Words) -> tuple[Button, ...]:
    """`c.<verb>.<digest>.<number>`."""
    return tuple(Button(f"c.{verb}.{digest}.{number}", words.label("chat-entry", verb)) for verb in verbs)


def post_to_chat(session: Session, house: House, digest: Digest, sheet: Sheet, *, urgent: bool) -> None:
    """Say a digest in the chat of its coordinator, when they have linked one; the letter leaves in any case."""
    chat = chat_of(session, sheet.coordinator) if house.settings.coordinators_telegram else None
    if chat is None:
        return
    words, key = words_in(LANGUAGE), f"chat:{digest.occasion}"
    cards = [(number, line) for number, line in enumerate(sheet.lines, 1) if verbs_for(line)][:CARDS]
    messages = [] if urgent else [Message(key, "telegram", chat.address, _summary(sheet, cards, house, words))]
    for number, line in cards:
        entry = Block(write_entry(line, sheet.coordinator, sheet.day, house, words), "item", number)
        lead = (Block(words.line("chat-urgent"), "heading"),) if urgent else ()
        buttons = buttons_for(verbs_for(line), digest.id, number, words)
        messages.append(Message(f"{key}:{number}", "telegram", chat.address, (*lead, entry), buttons))
    for message in messages:
        post(session, Message(**{**vars(message), "envelope": Envelope(solicited=False)}), digest.made_at)


def offer_chat(session: Session, house: House, digest: Digest) -> tuple[Block, ...]:
    """The line of a digest with the link to a chat: the first, or one that takes the place of a chat that is not theirs."""
    name = bot_name(session) if house.settings.coordinators_telegram else None
    person = house.territory.coordinators[digest.coordinator]
    if name is None:
        return ()
    link = f"https://t.me/{name}?start={payload(DeepLink('c', link_token(house.ring, digest, person)))}"
    key = "chat-offered" if chat_of(session, person) is None else "chat-offered-again"
    return (Block(words_in(LANGUAGE).line(key, link=link), "small", link=link),)


def _summary(sheet: Sheet, cards: list[tuple[int, Line]], house: House, words: Words) -> tuple[Block, ...]:
    """The subject, what needs no button, and how many are in the letter only."""
    carded = {number for number, _ in cards}
    rest = [(number, line) for number, line in enumerate(sheet.lines, 1) if number not in carded]
    quiet = [(number, line) for number, line in rest if not verbs_for(line)][:CARDS]
    lines = [Block(write_entry(line, sheet.coordinator, sheet.day, house, words), "item", number) for number, line in quiet]
    lines += campaign_blocks(sheet, house, words)
    more = len(rest) - len(quiet) + sum(sheet.left_out.values())
    closing = [Block(words.line("chat-more", count=more))] if more else []
    return (Block(subject_of(sheet, house, words), "heading"), *lines, *closing, Block(words.line("chat-how"), "small"))
