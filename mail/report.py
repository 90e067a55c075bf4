"""What `guichet mail read` prints: one letter, as it was read."""

from dataclasses import asdict
from typing import Any

from core.post.inbound import Inbound

VERDICTS = ("message", "bounce", "auto_reply", "own", "refused")


def as_json(inbound: Inbound) -> dict[str, Any]:
    """The object of the command's contract, ready for JSON."""
    return {
        "verdict": inbound.kind if inbound.kind in VERDICTS else "message",
        "reason": inbound.reason,
        "message_id": inbound.message_id,
        "sender": {"name": inbound.name, "email": inbound.address or None},
        "subject": inbound.subject,
        "token": inbound.tokens[0] if inbound.tokens else None,
        "text": inbound.text,
        "signature": inbound.signature,
        "quoted": inbound.quoted,
        "forwarded": asdict(inbound.forwarded) if inbound.forwarded else None,
        "meetings": [asdict(one) for one in inbound.meetings],
        "attachments": [{"name": one.name, "type": one.type, "size": one.size} for one in inbound.attachments],
        "bounces": [asdict(one) for one in inbound.bounces],
    }
