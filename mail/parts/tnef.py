"""winmail.dat, Outlook's own envelope (TNEF): the names of its files and the words of its body, read within bounds.

The library for it walks its input in squares and trusts counts of four billion; what is wanted here is a small part.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from mail.parts.charset import clean, decode
from mail.parts.html import as_text
from mail.parts.rtf import rtf_text, unpacked

SIGNATURE = 0x223E9F78
MAX_OBJECTS = 2_000
MAX_PROPERTIES = 2_000
MAX_BODY = 1_000_000  # bytes
BODY, TITLE, DATA, PROPERTIES, ATTACHMENT, RENDERING = 0x800C, 0x8010, 0x800F, 0x9003, 0x9005, 0x9002
PLAIN, RTF, HTML, LONG_NAME, SHORT_NAME, CODEPAGE = 0x1000, 0x1009, 0x1013, 0x3707, 0x3704, 0x3FDE
FIXED = {0: 0, 1: 0, 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}  # bytes of a MAPI type
COUNTED = (13, 30, 31, 258)  # object, string, Unicode string, binary: with their length before them
MANY = 0x1000


@dataclass(frozen=True)
class Winmail:
    """What an Outlook envelope holds: its words as text, and its files by name and size."""

    text: str
    files: tuple[tuple[str, int], ...]
    contents: tuple[bytes, ...] = field(default=(), repr=False, compare=False)  # of the files, in their order


def read_winmail(data: bytes) -> Winmail | None:
    """The words and the files of a winmail.dat; None for what is none, or is damaged from its start."""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != SIGNATURE:
        return None
    bodies: dict[int, bytes | str] = {}
    files: list[list[str | int]] = []
    contents: list[bytes] = []
    for name, value in _objects(data):
        if name == BODY:
            bodies.setdefault(PLAIN, value)
        elif name == PROPERTIES:
            bodies |= {key: one for key, one in _properties(value) if key in (PLAIN, RTF, HTML, CODEPAGE)}
        elif name == RENDERING:
            files.append(["", 0])
            contents.append(b"")
        elif files and name == TITLE:
            files[-1][0] = files[-1][0] or _text(value)
        elif files and name == DATA:
            files[-1][1], contents[-1] = len(value), value
        elif files and name == ATTACHMENT:
            names = {key: _text(one) for key, one in _properties(value) if key in (LONG_NAME, SHORT_NAME)}
            files[-1][0] = names.get(LONG_NAME) or files[-1][0] or names.get(SHORT_NAME, "")
    return Winmail(_words(bodies), tuple((str(name)[:200], int(size)) for name, size in files[:50]), tuple(contents[:50]))


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and value of each object, up to the first that is cut short."""
    at = 6
    for _ in range(MAX_OBJECTS):
        if at + 11 > len(data):
            return
        _level, name, _kind, size = struct.unpack_from("<BHHI", data, at)
        if at + 9 + size > len(data):
            return
        yield name, data[at + 9 : at + 9 + size]
        at += 9 + size + 2


def _properties(data: bytes) -> list[tuple[int, bytes | str]]:
    """The MAPI properties of an object whose values have a length, up to the first that is damaged."""
    found: list[tuple[int, bytes | str]] = []
    try:
        count, at = struct.unpack_from("<I", data)[0], 4
        for _ in range(min(count, MAX_PROPERTIES)):
            kind, name = struct.unpack_from("<HH", data, at)
            at = _past_name(data, at + 4) if name >= 0x8000 else at + 4
            values, at = _values(data, at, kind)
            found += [(name, _string(value, kind)) for value in values[:1]]
    except (struct.error, KeyError, IndexError):
        pass
    return found


def _past_name(data: bytes, at: int) -> int:
    """Beyond the GUID and the number or the name of a named property."""
    kind, size = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (size + -size % 4 if kind else 0)


def _values(data: bytes, at: int, kind: int) -> tuple[list[bytes], int]:
    single = kind & ~MANY
    count = 1
    if kind & MANY or single in COUNTED:
        count, at = struct.unpack_from("<I", data, at)[0], at + 4
    if single not in COUNTED:
        return [], at + FIXED[single] * count
    found = []
    for _ in range(min(count, MAX_PROPERTIES)):
        size, at = struct.unpack_from("<I", data, at)[0], at + 4
        found.append(data[at : at + size])
        at += size + -size % 4
    return found, at


def _string(value: bytes, kind: int) -> bytes | str:
    return value.decode("utf-16-le", "replace").rstrip("\0") if kind & ~MANY == 31 else value


def _text(value: bytes | str) -> str:
    text = value if isinstance(value, str) else decode(value.rstrip(b"\0"), None)
    return " ".join(clean(text.rstrip("\0")).split())


def _words(bodies: dict[int, bytes | str]) -> str:
    """Plain text if there is any, else HTML, else rich text, as text."""
    plain, html, rich = (bodies.get(key) or b"" for key in (PLAIN, HTML, RTF))
    text = plain if isinstance(plain, str) else decode(plain[:MAX_BODY].rstrip(b"\0"), None)
    if not text.strip() and html:
        text = as_text(html if isinstance(html, str) else decode(html[:MAX_BODY].rstrip(b"\0"), None))
    if not text.strip() and isinstance(rich, bytes) and rich:
        text = rtf_text(unpacked(rich[:MAX_BODY]))
    return clean(text).strip()
