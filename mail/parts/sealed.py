"""Signed and encrypted letters: a signature is taken off, so that the words are read; what is encrypted is known as such."""

import re

from mail.parts.limits import Unreadable
from mail.parts.mime import Letter, content, parse

OPAQUE = ("application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
CHUNKS = 50_000  # pieces that the signed content may come in
CLEAR_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]{2,20}: .{0,200}\n){0,10}\n?(?P<words>(?:.{0,2000}\n){0,5000}?)"
    r"-----BEGIN PGP SIGNATURE-----(?:.{0,200}\n?){0,200}"
)
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"


def opened(letter: Letter) -> Letter:
    """The letter inside an S/MIME signature, under the headers of the letter alone; any other letter as it is.

    The headers inside are whatever its author wrote there: none of them may pass for a word of our own server.
    """
    inside = signed_content(content(letter)) if letter.get_content_type() in OPAQUE else None
    if not inside:
        return letter
    try:
        inner = parse(inside)
    except Unreadable:
        return letter
    for name in {one for one in inner if not one.lower().startswith("content-")}:
        del inner[name]
    for name, value in letter.raw_items():
        if not name.lower().startswith("content-") and name.lower() not in ("mime-version",):
            inner[name] = value
    return inner


def signed_content(data: bytes) -> bytes | None:
    """The content of CMS signed data (RFC 5652), in one piece or many; None for encrypted or damaged data."""
    start = data.find(DATA) if SIGNED_DATA in data[:64] else -1
    if start < 0:
        return None
    at = start + len(DATA)
    tag, at, _ = _head(data, at)
    if tag != 0xA0:
        return None
    tag, at, size = _head(data, at)
    if tag == 0x04:
        return data[at : at + size]
    found = bytearray()
    for _ in range(CHUNKS if tag == 0x24 else 0):
        tag, at, size = _head(data, at)
        if tag != 0x04:
            break
        found += data[at : at + size]
        at += size
    return bytes(found) or None


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Tag, start and length of an element; length 0 where it is told at the end, tag 0 beyond the data."""
    if at + 2 > len(data):
        return 0, at, 0
    tag, size, at = data[at], data[at + 1], at + 2
    if size < 0x80:
        return tag, at, size
    width = size & 0x7F
    return tag, at + width, int.from_bytes(data[at : at + width], "big") if width <= 8 else 0


def is_sealed(letter: Letter, words: str) -> bool:
    """True for a letter that only its addressee's key opens; words of its own before the sealed part make it a letter."""
    kind = letter.get_content_type()
    return kind == "multipart/encrypted" or kind in OPAQUE or words.lstrip().startswith(ENCRYPTED)


def unsigned(text: str) -> str:
    """Text without the lines of a PGP signature around it."""
    found = CLEAR_SIGNED.search(text) if "-----BEGIN PGP SIGNED" in text else None
    if found is None:
        return text
    words = re.sub(r"^- ", "", found["words"], flags=re.MULTILINE)
    return f"{text[: found.start()]}{words}{text[found.end() :]}"
