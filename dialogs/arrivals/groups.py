"""A group is no place for an employer's number: one polite refusal with the way to a private talk, then silence."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.post.bot_name import bot_name
from core.post.inbound import Inbound
from core.post.outbox import Message, post
from core.post.parcel import Block
from dialogs.wording.words import words_in


def decline_group(session: Session, inbound: Inbound, now: datetime) -> bool:
    """Say once in a group that we speak in private; False when it was said before."""
    words = words_in("en" if (inbound.language or "fr").startswith("en") else "fr")
    name = bot_name(session)
    said = Block(words.line("group", link=f"https://t.me/{name}" if name else "none"))
    return post(session, Message(f"group:{inbound.address}", "telegram", inbound.address, (said,)), now)
