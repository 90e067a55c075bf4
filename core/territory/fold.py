"""One way to compare words: without case, accents, ligatures, and with one space for dashes and apostrophes."""

import unicodedata

_SAME = {code: code for code in range(0x250)}  # a table that lacks a character costs ten times one that keeps it
_LIGATURES = _SAME | str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_GAPS = _SAME | dict.fromkeys(map(ord, "'’‘ʼ´`_-‐‑‒–—―"), " ")
_MARKS = _SAME | dict.fromkeys(range(0x300, 0x370))


def fold(text: str) -> str:
    """Lower case without accents (œ is oe); runs of spaces, dashes and apostrophes are one space; none at the ends."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).translate(_MARKS)
    return " ".join(text.translate(_GAPS).split())
