"""A parcel's blocks as Telegram's HTML: escaped, in pieces that Telegram accepts, counted as Telegram counts."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from core.post.parcel import Block

PIECE = 4096  # UTF-16 code units of what the reader sees, entities parsed
# What no text may hold: control characters (PostgreSQL refuses NUL, Telegram the others), and halves of a pair.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_JOINER, _FLAG = "\u200d", ("\U0001f1e6", "\U0001f1ff")
_FRAMES = {"text": ("", ""), "item": ("", ""), "heading": ("<b>", "</b>"), "small": ("<i>", "</i>")}


def units(text: str) -> int:
    """The length in UTF-16 code units: an emoji counts two."""
    return len(text) + sum(char > "\uffff" for char in text)


def clean(text: str) -> str:
    """The text without control characters (line breaks and tabs stay) and without halves of a surrogate pair."""
    whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _UNFIT.sub("", whole)


def first_units(text: str, limit: int) -> str:
    """The longest beginning of the text that has at most `limit` UTF-16 units."""
    start = text[:limit]
    while (excess := units(start) - limit) > 0:
        start = start[: -((excess + 1) // 2)]
    return start


def whole_units(text: str, at: int) -> int:
    """The nearest place up to `at` that is not inside what is read as one character: an accent, a flag, a joined emoji."""
    while 0 < at < len(text) and (_joins(text[at]) or text[at - 1] == _JOINER or _splits_flag(text, at)):
        at -= 1
    return at


def _joins(char: str) -> bool:
    return char == _JOINER or unicodedata.category(char) in ("Mn", "Me") or "\U0001f3fb" <= char <= "\U0001f3ff"


def _splits_flag(text: str, at: int) -> bool:
    """Flags are pairs of regional letters: after an odd number of them, one is still open."""
    before = at
    while before and _FLAG[0] <= text[before - 1] <= _FLAG[1]:
        before -= 1
    return _FLAG[0] <= text[at] <= _FLAG[1] and (at - before) % 2 == 1


def cut(text: str, limit: int = PIECE) -> Iterator[str]:
    """The text in parts of at most `limit` units, cut at a line break, else a space, else (a word too long) anywhere."""
    rest = text.strip()
    while units(rest) > limit:
        start = first_units(rest, limit)
        half = len(start) // 2
        room = rest[: len(start) + 1]  # a space just after the limit is a fine place too
        at = next((found for mark in ("\n", " ") if (found := room.rfind(mark)) > half), None)
        at = at or whole_units(rest, len(start)) or len(start)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def lay_out(blocks: Iterable[Block]) -> list[str]:
    """The blocks as one or several HTML texts of at most 4096 units each; tags never span two of them."""
    pieces, room, before = list[str](), 0, ""
    for block in blocks:
        opening, closing = _FRAMES[block.kind]
        for part in cut(_plain(block)):
            gap = "\n" if block.kind == "item" and before == "item" else "\n\n"
            framed = opening + html.escape(part, quote=False) + closing
            size = units(part)
            if pieces and size + len(gap) <= room:
                pieces[-1] += gap + framed
                room -= size + len(gap)
            else:
                pieces.append(framed)
                room = PIECE - size
            before = block.kind
    return pieces


def _plain(block: Block) -> str:
    text = clean(block.text).strip()
    return f"{block.number}. {text}" if text and block.number is not None else text
