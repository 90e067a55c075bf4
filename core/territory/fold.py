"""One way to compare words: without case, accents, ligatures, and with one space for dashes and apostrophes."""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_GAPS = dict.fromkeys(map(ord, "'’‘ʼ´`_-‐‑‒–—―"), " ")
_MARKS = dict.fromkeys(range(0x300, 0x370))


def fold(text: str) -> str:
    """Lower case without accents (œ is oe); runs of spaces, dashes and apostrophes are one space; none at the ends."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).translate(_MARKS)
    return " ".join(text.translate(_GAPS).split())
