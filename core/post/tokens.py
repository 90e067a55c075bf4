"""Signed tokens: each names a mail thread for one recipient, says when it was issued, and survives relays that change case."""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base

# <thread>.<key id: 1><day of issue: 3><mac: 16>, all in lower-case base32: 30 characters at most, the thread's number included
TOKEN = re.compile(r"(\d{1,9})\.([a-z2-7])([a-z2-7]{3})([a-z2-7]{16})")
DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
FIRST_DAY = date(2020, 1, 1)  # day 0; three digits last until 2109


class Secret(Base):
    """A key kept in the database when the settings give none."""

    __tablename__ = "secrets"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


@dataclass(frozen=True)
class Keyring:
    """The key that signs, those before it (accepted, never signing), and for how many days a token is good."""

    signing: bytes
    former: tuple[bytes, ...] = ()
    days: int = 180


@dataclass(frozen=True)
class Signed:
    """What a genuine token says: its thread, and whether it is too old to prove anything."""

    thread: int
    expired: bool = False


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


def former_keys(session: Session, given: str | None, old: str | None) -> tuple[bytes, ...]:
    """Keys that signed earlier and are still accepted: the setting, and the one kept here before a key was set."""
    kept = session.scalar(select(Secret.value).where(Secret.name == "token")) if given else None
    return tuple(key.encode() for key in (old, kept) if key)


def sign(key: bytes, thread: int, recipient: str, now: datetime) -> str:
    """A token issued today for this thread and recipient: 80 bits of HMAC-SHA256 over purpose, thread, day and recipient."""
    day = (now.astimezone(UTC).date() - FIRST_DAY).days
    return f"{thread}.{key_id(key)}{_written(day)}{_mac(key, thread, day, recipient)}"


def read_token(ring: Keyring, token: str, recipient: str, now: datetime) -> Signed | None:
    """What a token says when it was signed for this recipient, by today's key or a former one; None when it was not."""
    found = TOKEN.fullmatch(token.lower())
    if not found:
        return None
    thread, day = int(found[1]), _read(found[3])
    keys = [key for key in (ring.signing, *ring.former) if key_id(key) == found[2]]
    if not any(hmac.compare_digest(_mac(key, thread, day, recipient), found[4]) for key in keys):
        return None
    return Signed(thread, now.astimezone(UTC).date() - FIRST_DAY > timedelta(days=day + ring.days))


def thread_named(token: str) -> int | None:
    """The thread that a token claims to be of: to look up for whom it may have been signed, nothing more."""
    found = TOKEN.fullmatch(token.lower())
    return int(found[1]) if found else None


def key_id(key: bytes) -> str:
    """One character that tells keys apart: five bits of a hash, which say nothing of the key."""
    return DIGITS[hashlib.sha256(b"key id:" + key).digest()[0] & 31]


def _mac(key: bytes, thread: int, day: int, recipient: str) -> str:
    said = f"thread:{thread}:{day}:{recipient.lower()}".encode()
    return base64.b32encode(hmac.new(key, said, hashlib.sha256).digest()[:10]).decode().lower()


def _written(day: int) -> str:
    return DIGITS[day >> 10 & 31] + DIGITS[day >> 5 & 31] + DIGITS[day & 31]


def _read(digits: str) -> int:
    high, middle, low = (DIGITS.index(one) for one in digits)
    return high << 10 | middle << 5 | low
