"""Letters that came back: who was not reached and for how long, by the report of RFC 3464 or the words of older servers."""

import re
from collections.abc import Iterator

from core.post.inbound import Bounced
from mail.parts.charset import clean, decode
from mail.parts.mime import Letter, walk
from mail.robots.bounce_reason import judged
from mail.robots.bounce_words import body, heads, told
from mail.robots.daemon import is_from_daemon
from mail.robots.notice import gone, notice_kind
from mail.robots.second_opinion import second_opinion

MAX_REPORT = 64 * 1024
MAX_RECIPIENTS = 50
REPORTS = ("message/delivery-status", "message/global-delivery-status")
FIELD = re.compile(
    r"(?im)^[ \t]{0,8}(final-recipient|original-recipient|action|status|diagnostic-code)"
    r"[ \t]{0,5}:[ \t]{0,5}([^\n]{0,1000}(?:\n[ \t][^\n]{0,1000}){0,8})"
)
ADDRESS = re.compile(r"\"[^\"\s@]{1,64}\"@[\w.-]{1,253}\w|[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[\w.-]{1,253}\w", re.IGNORECASE)
ORIGINAL = re.compile(rb"(?im)^message-id[ \t]*:\s{0,200}(<[^<>\s]{1,500}>)")
REACHED = ("delivered", "relayed", "expanded", "deliverable")


def read_bounce(letter: Letter, own_address: str | None) -> tuple[Bounced, ...] | None:
    """The recipients that were not reached; None when the letter is no bounce. A delay is a bounce that is not permanent."""
    reported = _reported(letter)
    if reported is not None:
        return reported or None
    if notice_kind(letter) == "bounce":
        return gone(letter)
    if not is_from_daemon(letter):
        return None
    text = body(letter)
    # A report whose parts were cut or badly joined still has its fields.
    named = _recipients(text)
    return named or told(letter, text, own_address) or second_opinion(letter, own_address)


def original_id(letter: Letter) -> str | None:
    """The Message-ID of the letter that came back, when its head was joined to the report."""
    for leaf in walk(letter):
        if leaf.type in ("message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"):
            found = ORIGINAL.search(heads(leaf.message)[:MAX_REPORT])
            if found:
                return found[1].decode("ascii", "replace")
    return None


def _reported(letter: Letter) -> tuple[Bounced, ...] | None:
    """Those that the report names, none when all were reached; None without a report."""
    parts = [leaf.message for leaf in walk(letter) if leaf.type in REPORTS][:MAX_RECIPIENTS]
    texts = [clean(decode(heads(part)[:MAX_REPORT], None)) for part in parts]
    failed = [one for text in texts for one in _recipients(text)]
    if not failed and not any(_reached(fields) for text in texts for fields in _groups(text)):
        return None
    return tuple({one.recipient: one for one in failed}.values())[:MAX_RECIPIENTS]


def _recipients(report: str) -> tuple[Bounced, ...]:
    """One a group of fields; those relayed or delivered are no bounces."""
    found = [one for fields in _groups(report) if (one := _one(fields)) is not None]
    return tuple(found[:MAX_RECIPIENTS])


def _groups(report: str) -> Iterator[dict[str, str]]:
    """The fields of each recipient; some servers leave no empty line between two of them."""
    group: dict[str, str] = {}
    for name, value in FIELD.findall(report):
        if name.lower() in group:
            yield group
            group = {}
        group[name.lower()] = " ".join(value.split())
    if group:
        yield group


def _reached(fields: dict[str, str]) -> bool:
    return fields.get("action", "").lower().startswith(REACHED)


def _one(fields: dict[str, str]) -> Bounced | None:
    named = ADDRESS.search(fields.get("final-recipient", "")) or ADDRESS.search(fields.get("original-recipient", ""))
    action = fields.get("action", "failed").lower()
    if not named or _reached(fields):
        return None
    reason = fields.get("status", "") + " " + fields.get("diagnostic-code", "")
    return judged(named[0].strip("'").lower(), reason, delayed=action.startswith("delayed"))
