"""flufl.bounce, asked when our own reading finds no recipient; it raises on broken letters, and its answer is only a help."""

import logging
import re

from core.post.inbound import Bounced
from mail.parts.mime import Letter
from mail.robots.bounce_reason import judged
from mail.robots.bounce_words import body

MAX_TEXT = 100_000  # characters: its expressions are not bounded
NOT_AN_ADDRESS = re.compile(r"[\s<>,;\"()]")


def second_opinion(letter: Letter, own_address: str | None) -> tuple[Bounced, ...]:
    """The recipients that flufl.bounce finds; none when it fails."""
    from flufl.bounce import all_failures

    text = body(letter)
    if len(text) > MAX_TEXT:
        return ()
    logging.getLogger("flufl.bounce").disabled = True  # it logs each exception with its trace before it raises it
    try:
        temporary, permanent = all_failures(letter)
    except Exception:  # IndexError, AttributeError, LookupError…: any letter may break it
        return ()
    passing, for_good = _addresses(temporary, own_address), _addresses(permanent, own_address)
    said = [judged(one, text, told=True) for one in for_good]
    return (*said, *(judged(one, text, delayed=True, told=True) for one in passing if one not in for_good))


def _addresses(found: object, own_address: str | None) -> list[str]:
    raw = found if isinstance(found, (set, frozenset)) else ()
    texts = sorted((one.decode("ascii", "replace") if isinstance(one, bytes) else str(one)).lower() for one in raw)
    return [one for one in texts if "@" in one and not NOT_AN_ADDRESS.search(one) and one != own_address][:50]
