"""Builders of letters for the tests."""

from collections.abc import Mapping
from datetime import UTC, datetime

from core.post.inbound import Inbound
from mail.read import read_letter

OWN = "stages@pole.example"
RECEIVED = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
TOKEN = "1042.abcdefghij234567"


def a_letter(body: str | bytes = "Bonjour, oui.", headers: Mapping[str, str] | None = None, **more: str) -> bytes:
    """A plain letter in UTF-8; `more` sets or (when empty) removes headers, `_` for `-`."""
    head = {"From": "Anne Roux <a.roux@atelier.example>", "To": OWN, "Subject": "Stage", "Message-ID": "<l1@atelier.example>"}
    head |= {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"}
    head |= dict(headers or {}) | {name.replace("_", "-"): value for name, value in more.items()}
    lines = [f"{name}: {value}".encode() for name, value in head.items() if value]
    return b"\r\n".join([*lines, b"", body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()])


def read(raw: bytes) -> Inbound:
    """A letter as the pôle reads it."""
    return read_letter(raw, own_address=OWN, received=RECEIVED)
