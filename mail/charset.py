"""Bytes of letters into words: the declared charset is often wrong, so it is a hint and never an error."""

import base64
import binascii
import codecs
import quopri
import re
import unicodedata

TEXT_CODECS = re.compile(
    r"(utf[-_]?(8|16|32)|ascii|iso8859|latin|cp\d|windows|koi8|mac|big5|gb|hz|euc|shift|iso2022|johab|tis|ptcp)"
)
SINGLE_BYTE = re.compile(r"iso8859-(1|15)$|ascii|cp125\d")
ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?\s]{0,2000})\?=")
GAP = re.compile(r"(\?=)[ \t\r\n]{1,200}(=\?[^?\s]{1,60}\?[bBqQ]\?)")
# NUL, zero-width and bidirectional marks, BOM, soft hyphen: invisible, and used to hide words
INVISIBLE = dict.fromkeys([0, 0xAD, 0x34F, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)])
SPACES = dict.fromkeys([0xA0, 0x202F, *range(0x2000, 0x200B)], " ")
NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff]")


def codec_of(declared: str | None) -> str | None:
    """The codec that a charset name stands for, None when it is unknown or no charset of text."""
    try:
        name = codecs.lookup((declared or "").strip("'\" ")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return name if TEXT_CODECS.match(name) else None


def decode(data: bytes, declared: str | None) -> str:
    """Text of `data`: as declared, else UTF-8, else Windows-1252; never an error, no character silently dropped."""
    codec = codec_of(declared)
    # Bytes that are valid UTF-8 beyond ASCII are hardly ever anything else, whatever the label says.
    first = ["utf-8"] if codec is None or SINGLE_BYTE.match(codec) else [codec, "utf-8"]
    # iso-8859-1 and ASCII are what Windows calls its own code page.
    for name in [*first, "cp1252" if codec in (None, "ascii", "iso8859-1") else codec, "cp1252"]:
        try:
            return data.decode(name)
        except (UnicodeError, LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def clean(text: str) -> str:
    """Text with plain spaces and line breaks, composed accents, and without invisible or control characters."""
    text = NEWLINES.sub("\n", text.translate(INVISIBLE).translate(SPACES))
    return unicodedata.normalize("NFC", CONTROLS.sub("", text))


def decode_header(raw: str) -> str:
    """One header's words on one line, RFC 2047 read; `raw` as the parser gives it (8-bit bytes as surrogates)."""
    text = decode(raw.encode("utf-8", "surrogateescape"), None)
    joined = GAP.sub(r"\1\2", text)
    return " ".join(clean(_join_words(joined)).split())


def _join_words(text: str) -> str:
    """Neighbouring encoded words of one charset are joined before decoding: some mailers cut them inside a character."""
    parts: list[str] = []
    pending: tuple[str, bytes] | None = None
    end = 0
    for word in ENCODED_WORD.finditer(text):
        between = text[end : word.start()]
        charset, data = word[1].lower(), _bytes_of(word[2], word[3])
        if pending and not between and pending[0] == charset:
            pending = (charset, pending[1] + data)
        else:
            parts += [_flush(pending), between]
            pending = (charset, data)
        end = word.end()
    return "".join([*parts, _flush(pending), text[end:]])


def _flush(pending: tuple[str, bytes] | None) -> str:
    return decode(pending[1], pending[0]) if pending else ""


def _bytes_of(encoding: str, word: str) -> bytes:
    data = word.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=True)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return data
