"""The JSON lines of `guichet understand`: one message in, one answer out."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from config.catalogue import Catalogue
from config.errors import GuichetError
from config.territory import Territory
from core.pool.draft import Callback
from core.territory.places import Gazetteer
from dialogs.understanding.heard import Heard, Setting

LONGEST_LINE = 1_000_000  # characters
CHANNELS = ("telegram", "email", "terminal")


class LineRefused(GuichetError):
    """{reason}"""


def read_line(line: str) -> dict[str, Any]:
    """The object of one line. Raises LineRefused on anything that is no JSON object of a reasonable size."""
    if len(line) > LONGEST_LINE:
        raise LineRefused(reason=f"the line is longer than {LONGEST_LINE} characters")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise LineRefused(reason=f"not JSON: {str(fault) or 'nested too deep'}") from None
    if not isinstance(message, dict):
        raise LineRefused(reason="not a JSON object")
    return message


def read_message(
    message: Mapping[str, Any], territory: Territory, catalogue: Catalogue, gazetteer: Gazetteer
) -> tuple[str, Setting]:
    """The text and the circumstances of a message of the contract. Raises LineRefused, naming the key."""
    text = _string(message, "text", needed=True)
    sender = message.get("sender") or {}
    if not isinstance(sender, Mapping):
        raise LineRefused(reason="sender: an object or null")
    channel = _string(message, "channel") or "telegram"
    if channel not in CHANNELS:
        raise LineRefused(reason=f"channel: one of {', '.join(CHANNELS)}")
    setting = Setting(
        received=_moment(message),
        territory=territory,
        catalogue=catalogue,
        gazetteer=gazetteer,
        channel=channel,
        sender_name=_string(sender, "name"),
        sender_email=_string(sender, "email"),
        subject=_string(message, "subject"),
    )
    return text or "", setting


def _string(message: Mapping[str, Any], key: str, *, needed: bool = False) -> str | None:
    value = message.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str):
        raise LineRefused(reason=f"{key}: " + ("missing" if value is None else "text expected"))
    return value


def _moment(message: Mapping[str, Any]) -> datetime:
    said = _string(message, "received", needed=True) or ""
    try:
        received = datetime.fromisoformat(said)
    except ValueError:
        raise LineRefused(reason=f"received: not an ISO 8601 moment: {said[:40]!r}") from None
    if received.tzinfo is None:
        raise LineRefused(reason="received: an offset is needed, as in 2026-11-24T09:00:00+04:00")
    return received


def write_heard(id: object, heard: Heard) -> dict[str, Any]:
    """The answer of the contract, ready for JSON; what only the dialogue needs is left out."""
    return {
        "id": id,
        "language": heard.language,
        "intent": heard.intent,
        "confidence": heard.confidence,
        "offers": [_offer(asdict(offer)) for offer in heard.offers],
        "organisation": asdict(heard.organisation) if heard.organisation else None,
        "contact": write_contact(heard.contact) if heard.contact else None,
        "accessible": heard.accessible,
        "discrimination": list(heard.discrimination),
        "references": list(heard.references),
        "topic": heard.topic,
        "people": heard.people,
    }


def write_contact(contact: Callback) -> dict[str, str | None]:
    """The person to call back in the slots of the contract."""
    return {"name": contact.name, "email": contact.email, "phone": contact.phone}


def _offer(values: dict[str, Any]) -> dict[str, Any]:
    periods = [{"start": p["start"].isoformat(), "end": p["end"].isoformat()} for p in values["periods"]]
    lists = {key: list(values[key]) for key in ("levels", "programmes", "fields")}
    return values | lists | {"periods": periods}


def write_refusal(id: object, refused: LineRefused) -> dict[str, Any]:
    """The answer to a line that cannot be read: the id when there is one, and the reason."""
    return {"id": id, "error": str(refused)}
