"""What Amazon SES tells in JSON instead of a report: whom a letter did not reach, who complained, who was reached."""

import json
from typing import Any

from core.post.inbound import Bounced
from mail.parts.mime import Letter, content
from mail.robots.bounce_reason import judged
from mail.robots.bounce_words import body

KINDS = {"bounce": "bounce", "complaint": "feedback report", "delivery": "receipt"}
LONGEST = 64 * 1024  # characters


def notice_kind(letter: Letter) -> str | None:
    """`bounce`, `feedback report` or `receipt`; None for what is no notice."""
    notice = _notice(letter)
    return KINDS.get(str(notice.get("notificationType") or notice.get("eventType")).lower()) if notice else None


def gone(letter: Letter) -> tuple[Bounced, ...]:
    """The recipients that a notice of a bounce names."""
    try:
        rows = _notice(letter)["bounce"]["bouncedRecipients"][:50]
        return tuple(_one(row) for row in rows if "@" in str(row["emailAddress"]))
    except (KeyError, TypeError, AttributeError):
        return ()


def _one(row: dict[str, Any]) -> Bounced:
    return judged(
        str(row["emailAddress"]).lower()[:320], f"{row.get('status', '')} {row.get('diagnosticCode', '')}"[:2_000], told=True
    )


def _notice(letter: Letter) -> dict[str, Any]:
    if letter.get_content_maintype() != "text":
        return {}
    if not content(letter).lstrip().startswith(b"{"):
        return {}
    text = body(letter).lstrip()
    if not text.startswith("{") or not ("notificationType" in text[:500] or "eventType" in text[:500]):
        return {}
    try:
        read, _ = json.JSONDecoder(strict=False).raw_decode(text[:LONGEST])
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
