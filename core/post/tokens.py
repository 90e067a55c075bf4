"""Signed tokens: they name a mail thread for one recipient, and survive relays that change case."""

import base64
import hashlib
import hmac
import re
import secrets

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base

TOKEN = re.compile(r"(\d{1,9})\.([a-z2-7]{16})")


class Secret(Base):
    """A key kept in the database when the settings give none."""

    __tablename__ = "secrets"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


def secret_key(session: Session, given: str | None) -> bytes:
    """The key that signs: the setting, else one made once and kept."""
    if given:
        return given.encode()
    kept = session.scalar(select(Secret).where(Secret.name == "token"))
    if kept is None:
        kept = Secret(name="token", value=secrets.token_hex(32))
        session.add(kept)
        session.flush()
    return kept.value.encode()


def sign(key: bytes, thread: int, recipient: str) -> str:
    """`<thread>.<mac>`: 80 bits of HMAC-SHA256 over purpose, thread and recipient, in lower-case base32."""
    mac = hmac.new(key, f"thread:{thread}:{recipient.lower()}".encode(), hashlib.sha256).digest()[:10]
    return f"{thread}.{base64.b32encode(mac).decode().lower()}"


def thread_of(key: bytes, token: str, recipient: str) -> int | None:
    """The thread that a token names for this recipient, None when it was not signed for them."""
    found = TOKEN.fullmatch(token.lower())
    if not found or not hmac.compare_digest(sign(key, int(found[1]), recipient), token.lower()):
        return None
    return int(found[1])
