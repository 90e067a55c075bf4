"""How much of a letter is taken in, so that none costs more than a moment; each refusal says in plain words what was too much."""

import re
from email._policybase import Compat32
from email.message import Message

MIB = 1024 * 1024
MAX_BYTES = 20 * MIB
MAX_PARTS = 200
MAX_DEPTH = 50
MAX_HEAD = 256 * 1024  # bytes before the first empty line
MAX_HEADERS = 2_000  # in all parts together; a letter that passed ten lists and filters has two hundred
MAX_ADDRESSES = 2_000  # in From, To and Cc
MAX_BOUNDARIES = 20_000  # lines that may open a part: parsing more takes seconds
MAX_MULTIPARTS = 300
MULTIPART = re.compile(rb"(?i)multipart/|message/rfc822")
LONGEST_TAG = 4_000  # characters of one HTML tag, values left out: libxml2 takes minutes over 60,000 attributes
VALUE = re.compile(r"=\s{0,3}(?:\"[^\"]*\"|'[^']*'|[^\s>]*)")
TAG = re.compile(r"<[A-Za-z]")
EMPTY_LINE = re.compile(rb"\r?\n\r?\n")


class Unreadable(Exception):
    """A letter over a limit, or that cannot be parsed; the text of the error says which."""


class CountedHeaders(Compat32):
    """Headers as they came, counted as they are parsed: each costs time, wherever it stands."""

    seen = 0

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """One header more; raises Unreadable over the limit."""
        vars(self)["seen"] = self.seen + 1  # a policy forbids to be changed by its users; this one only counts
        if self.seen > MAX_HEADERS:
            raise Unreadable(f"more than {MAX_HEADERS:,} headers")
        return super().header_source_parse(sourcelines)


def check_bytes(raw: bytes, max_bytes: int) -> None:
    """Before parsing: size, head, parts that may open; raises Unreadable."""
    if len(raw) > max_bytes:
        raise Unreadable(too_large(max_bytes))
    if not raw.strip():
        raise Unreadable("empty")
    head = EMPTY_LINE.search(raw, 0, MAX_HEAD + 4)
    if head is None and len(raw) > MAX_HEAD:
        raise Unreadable(f"header longer than {MAX_HEAD // 1024} KiB")
    if raw.count(b"\n--") > MAX_BOUNDARIES or len(MULTIPART.findall(raw)) > MAX_MULTIPARTS:
        raise Unreadable("too many parts")


def check_tree(letter: "Message[str, str]") -> None:
    """After parsing: parts, levels, addresses; raises Unreadable."""
    known = [str(value) for name, value in letter.raw_items() if name.lower() in ("from", "to", "cc")]
    if sum(value.count("@") for value in known) > MAX_ADDRESSES:
        raise Unreadable(f"more than {MAX_ADDRESSES:,} addresses")
    seen, level = 0, [letter]
    for _ in range(MAX_DEPTH):
        seen += len(level)
        if seen > MAX_PARTS:
            raise Unreadable(f"more than {MAX_PARTS} parts")
        level = [child for part in level for child in children(part)]
        if not level:
            return
    raise Unreadable(f"nested deeper than {MAX_DEPTH} levels")


def children(part: "Message[str, str]") -> "list[Message[str, str]]":
    """The parts directly inside, of a multipart or an attached message."""
    payload = part.get_payload() if part.is_multipart() else None  # words would be decoded, by whatever charset they name
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def too_large(max_bytes: int) -> str:
    """The reason for a refusal by size."""
    return f"larger than {max_bytes // MIB} MiB"


def has_endless_tag(html: str) -> bool:
    """True for HTML with more attributes on one tag than any mailer writes."""
    if len(html) < 2 * LONGEST_TAG:
        return False
    pieces = VALUE.sub("", html).split(">")
    return any(
        len(piece) - found.start() > LONGEST_TAG for piece in pieces if len(piece) > LONGEST_TAG and (found := TAG.search(piece))
    )
