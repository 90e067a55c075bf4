"""What belongs to us: in a mailbox shared with people, which letters are for the assistant; and a letter's own fingerprint."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from email.errors import MessageError
from email.parser import BytesHeaderParser
from email.policy import compat32

from core.post.inbound import Inbound
from core.post.names import read_id
from mail.parts import limits
from mail.parts.sender import addresses, base_address, references
from mail.read import read_letter, refused

OWN_LINES = re.compile(rb"(?im)^(?:from|date|subject|message-id):[^\n]*(?:\n[ \t][^\n]*)*")
UNANSWERED = ("own", "auto_reply", "bounce")


def is_for_us(head: bytes, *, own_address: str, folder: str) -> bool:
    """Whether a letter of a shared mailbox is for the assistant, by the lines that say to whom it goes.

    In a folder other than INBOX all are: somebody, or a rule of the server, has put them there. In INBOX those are that
    were sent to our address, with or without a token, and those that answer a letter of ours.
    """
    if folder.upper() != "INBOX":
        return True
    try:
        letter = BytesHeaderParser(policy=compat32).parsebytes(head)
        own = base_address(own_address)
        if any(base_address(one) == own for one in addresses(letter)):
            return True
        domain = own.rpartition("@")[2]
        return any(ours.domain == domain for one in references(letter) if (ours := read_id(one)))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return False  # nobody's letter is taken by mistake


def fingerprint(raw: bytes) -> str:
    """A name for a letter that has none: what its author wrote, without the lines that each relay and server adds."""
    head, blank, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = OWN_LINES.findall(head) if blank else [head]
    return "sha256:" + hashlib.sha256(b"\n".join([*lines, b"", body.rstrip()])).hexdigest()


def too_large(head: bytes, size: int, received: datetime, own_address: str | None, limit: int = limits.MAX_BYTES) -> Inbound:
    """A letter of which only the header was fetched: refused, its author known; a robot's stays a robot's."""
    key = f"{fingerprint(head)}:{size}"
    seen = read_letter(head, own_address=own_address, received=received, uid_key=key)
    if seen.kind in UNANSWERED:
        return replace(seen, key=key)
    return refused(key, received, limits.too_large(limit), seen.address)
