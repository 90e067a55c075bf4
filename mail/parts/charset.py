"""Bytes of letters into words: the declared charset is often wrong, so it is a hint and never an error."""

import base64
import binascii
import codecs
import quopri
import re
import unicodedata

TEXT_CODECS = re.compile(
    r"(utf[-_]?(7|8|16|32)|ascii|iso8859|latin|cp\d|windows|koi8|mac|big5|gb|hz|euc|shift|iso2022|johab|tis|ptcp)"
)
SINGLE_BYTE = re.compile(r"iso8859-(1|15)$|ascii|cp125\d")
# Names that mailers use and Python does not know.
ALIASES = {
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "iso-8859-8-i": "iso8859-8",
    "cp-850": "cp850",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "x-unicode": "utf-8",
    "windows-1252http-equivcontent-type": "cp1252",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
}
META = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.:-]{2,40})", re.IGNORECASE)
# « Ã© » is é that was UTF-8, read as Windows-1252 and written again.
MOJIBAKE = re.compile("[ÃÂâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
# A word without its end was cut by a mailer; some leave spaces inside.
ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]{0,2000})(?:\?=|$)")
GAP = re.compile(r"(\?=)[ \t\r\n]{1,200}(=\?[^?\s]{1,60}\?[bBqQ]\?)")
# NUL, zero-width and bidirectional marks, BOM, soft hyphen: invisible, and used to hide words
INVISIBLE = re.compile("[\xad\u034f\u061c\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f]")
SPACES = re.compile("[\xa0\u202f\u2000-\u200a]")
NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff]")


def codec_of(declared: str | None) -> str | None:
    """The codec that a charset name stands for, None when it is unknown or no charset of text."""
    wanted = (declared or "").strip("'\" ").lower()
    try:
        name = codecs.lookup(ALIASES.get(wanted, wanted)).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return name if TEXT_CODECS.match(name) else None


def decode(data: bytes, declared: str | None) -> str:
    """Text of `data`: as declared, else UTF-8, else Windows-1252; never an error, no character silently dropped."""
    codec = codec_of(declared)
    if codec and codec.startswith(("utf-16", "utf-32")) and b"\0" not in data:
        codec = None  # no Latin letter is written in two or four bytes without a zero
    # Bytes that are valid UTF-8 beyond ASCII are hardly ever anything else, whatever the label says.
    first = ["utf-8"] if codec is None or SINGLE_BYTE.match(codec) else [codec, "utf-8"]
    # iso-8859-1 and ASCII are what Windows calls its own code page.
    for name in [*first, "cp1252" if codec in (None, "ascii", "iso8859-1") else codec, "cp1252"]:
        try:
            return _mended(data.decode(name))
        except (UnicodeError, LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def declared_in_html(data: bytes) -> str | None:
    """The charset that HTML itself names, for letters whose headers name none."""
    found = META.search(data[:4000])
    return found[1].decode("ascii", "replace") if found else None


def _mended(text: str) -> str:
    """Text that was encoded twice, decoded once more; only when all of it can be."""
    if not MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def clean(text: str) -> str:
    """Text with plain spaces and line breaks, composed accents, and without invisible or control characters."""
    if not text.isascii():
        text = INVISIBLE.sub("", SPACES.sub(" ", text))
    text = CONTROLS.sub("", NEWLINES.sub("\n", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def decode_header(raw: str) -> str:
    """One header's words on one line, RFC 2047 read; `raw` as the parser gives it (8-bit bytes as surrogates)."""
    if raw.isascii() and "=?" not in raw:
        return " ".join(clean(raw).split())
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
