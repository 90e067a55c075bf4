"""Rich text (RTF) as lines of text, and the compression that Outlook wraps it in: enough to read a letter's words."""

import re
import struct
from html import escape

from mail.parts.html import as_text

MAX_TEXT = 200_000  # characters
DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
COMPRESSED = b"LZFu"
TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]{1,1000}|([^\\{}\r\n]{1,100000})"
)
# Groups whose words are not the letter's.
SILENT = frozenset([b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"header", b"footer", b"listtable", b"themedata"])
BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"tab": "\t", b"cell": " ", b"emdash": "—", b"endash": "–", b"bullet": "•"}
BREAKS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"page": "\n"}
ESCAPED = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}


def unpacked(data: bytes) -> bytes:
    """Compressed RTF as RTF; what is not compressed as it is. Stops where its input or a megabyte ends."""
    if len(data) < 16 or data[8:12] != COMPRESSED:
        return data[16:] if data[8:12] == b"MELA" else data
    size = min(struct.unpack_from("<I", data, 4)[0], 1_000_000)
    window = bytearray(DICTIONARY.ljust(4096, b"\0"))
    write, at, out = len(DICTIONARY), 16, bytearray()
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                pair, at = data[at] << 8 | data[at + 1], at + 2
                if pair >> 4 == write % 4096:
                    return bytes(out)
                for n in range((pair & 15) + 2):
                    write = _put(window, write, window[(pair >> 4) + n & 4095], out)
            elif at < len(data):
                write, at = _put(window, write, data[at], out), at + 1
    return bytes(out)


def _put(window: bytearray, write: int, byte: int, out: bytearray) -> int:
    window[write & 4095] = byte
    out.append(byte)
    return write + 1


def rtf_text(data: bytes) -> str:
    """The words of RTF, a line a paragraph; HTML wrapped in RTF is unwrapped and read. At most 200,000 characters."""
    page = _Page(b"\\fromhtml1" in data[:1000])
    for token in TOKEN.finditer(data):
        if page.size > MAX_TEXT:
            break
        word, number, code, symbol, brace, words = token.groups()
        if brace:
            page.nest(brace == b"{")
        elif word:
            page.obey(word, int(number) if number else None)
        elif code:
            page.add(bytes([int(code, 16)]).decode("cp1252", "replace"))
        elif symbol == b"*":
            page.silent = True
        elif symbol:
            page.add(ESCAPED.get(symbol, ""))
        elif words:
            page.add(words.decode("cp1252", "replace"))
    return as_text("".join(page.out)) if page.html else "".join(page.out)


class _Page:
    def __init__(self, html: bool) -> None:
        self.html = html
        self.tag = False  # inside a tag of wrapped HTML
        self.out: list[str] = []
        self.size = 0
        self.silent = False
        self.wrapped = False  # inside \htmlrtf: rich text that the wrapped HTML does not have
        self.skip = 0  # characters that stand in for the Unicode one before them
        self.outer: list[tuple[bool, bool]] = []

    def nest(self, opens: bool) -> None:
        if opens:
            self.outer.append((self.silent, self.tag))
        elif self.outer:
            self.silent, self.tag = self.outer.pop()

    def obey(self, word: bytes, number: int | None) -> None:
        if word in SILENT:
            self.silent = True
        elif word == b"htmltag" and self.html:
            self.silent, self.tag = False, True
        elif word == b"htmlrtf":
            self.wrapped = number != 0
        elif word == b"u" and number is not None:
            self.add(chr(number & 0xFFFF) if not 0xD800 <= number & 0xFFFF < 0xE000 else "")
            self.skip = 1
        elif word in BREAKS:
            self.add(BREAKS[word])

    def add(self, words: str) -> None:
        if self.skip and words:
            words, self.skip = words[1:], 0
        if not self.silent and not self.wrapped:
            self.out.append(escape(words) if self.html and not self.tag else words)
            self.size += len(words)
