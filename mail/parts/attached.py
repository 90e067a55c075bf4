"""The bytes of a file that came with a letter, taken from the raw letter when somebody wants them, and never before."""

from mail.parts.limits import Unreadable
from mail.parts.mime import files, parse
from mail.parts.sealed import opened


def attached(raw: bytes, part: int) -> bytes | None:
    """The file at this place among a letter's attachments, as they are listed; None when there is no such file."""
    try:
        found = files(opened(parse(raw, len(raw))))  # it was taken in: its size is no question any more
    except Unreadable:
        return None
    return found[part][2] if 0 <= part < len(found) else None
