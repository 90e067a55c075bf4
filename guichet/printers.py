"""The demo's last wires: carriers that print what a channel would send, and real bytes for what people send."""

import html
import json
import re
import textwrap
from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, TextIO

from bot.read import read_update
from bot.text import lay_out
from core.post.inbound import Arrival
from core.post.parcel import Carrier, Parcel
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from mail.read import read_letter

WIDTH = 96


class MessagePrinter(Carrier):
    """Telegram's wire: what the reader would see, buttons in brackets. `buttons` are those of the last message, by label."""

    def __init__(self, out: TextIO):
        self.out, self.buttons = out, dict[str, str]()

    async def send(self, parcel: Parcel) -> str:
        """Print one message."""
        for piece in lay_out(parcel.blocks):
            seen = html.unescape(re.sub(r"</?[bi]>", "", piece))
            for number, line in enumerate(seen.splitlines()):
                head = "    Guichet   < " if number == 0 else "                "
                print(textwrap.fill(line, WIDTH, initial_indent=head, subsequent_indent="                "), file=self.out)
        if parcel.buttons:
            print("                " + "  ".join(f"[{button.label}]" for button in parcel.buttons), file=self.out)
        self.buttons = {button.label: button.id for button in parcel.buttons}
        return str(parcel.id)


class LetterPrinter(Carrier):
    """The relay's wire: the text part of the letter as composed. `last` keeps the last letter to each address."""

    def __init__(self, out: TextIO, identity: MailIdentity, now: Callable[[], datetime]):
        self.out, self.identity, self.now, self.last = out, identity, now, dict[str, EmailMessage]()

    async def send(self, parcel: Parcel) -> str:
        """Print one letter."""
        letter = message_from_bytes(compose(parcel, sender=self.identity, date=self.now()), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.last[parcel.address] = letter
        body = letter.get_body(("plain",))
        text = body.get_content() if body else ""
        print(f"\n    < À : {letter['To']}\n    < Objet : {letter['Subject']}\n    <", file=self.out)
        for line in text.rstrip().splitlines():
            print(
                textwrap.fill(line, WIDTH, initial_indent="    < ", subsequent_indent="    <   ") if line else "    <",
                file=self.out,
            )
        return str(letter["Message-ID"])


def update_arrival(number: int, chat: int, text: str, buttons: dict[str, str], now: datetime) -> Arrival:
    """An update as the Bot API gives it, read as the bot reads it: a press when the text is a button's label."""
    person = {"id": chat, "is_bot": False, "first_name": "Jean-Marc", "language_code": "fr"}
    message = {
        "message_id": number,
        "date": int(now.timestamp()),
        "chat": {"id": chat, "type": "private"},
        "from": person,
        "text": text,
    }
    update: dict[str, Any] = {"update_id": number, "message": message}
    if text in buttons:
        update = {
            "update_id": number,
            "callback_query": {
                "id": str(number),
                "from": person,
                "chat_instance": "1",
                "message": message,
                "data": buttons[text],
            },
        }
    return Arrival(read_update(update, now), json.dumps(update).encode())


def letter_arrival(number: int, sender: str, subject: str, text: str, *, answered: EmailMessage | None, now: datetime) -> Arrival:
    """A letter as a mail program writes it, read as the mailbox reads it; an answer goes to Reply-To and names our Message-ID."""
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Message-ID"] = sender, subject, f"<m{number}@client.example>"
    letter["To"] = str(answered["Reply-To"]) if answered else "stages@example.org"
    if answered:
        letter["In-Reply-To"] = letter["References"] = str(answered["Message-ID"])
    letter.set_content(text)
    raw = letter.as_bytes()
    return Arrival(read_letter(raw, own_address="stages@example.org", received=now), raw)
