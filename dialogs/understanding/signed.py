"""The firm's line of a signature: capitals, and neither the person, nor a function, a street, a number or a place."""

import re

from config.lexicon import read_words
from dialogs.understanding.organisation import Organisation, is_firm
from dialogs.understanding.text import TAKEN, Text

_PIECE = re.compile(r"[^\n,|;•]+")
_STREET = re.compile(
    r"\b(?:rue|avenue|av|chemin|route|boulevard|impasse|allee|bp|cedex|lotissement|tel|mob|fax|port|siret|siren|www)\b"
)
_LONGEST = 60


def find_signed(text: Text, signature: int) -> Organisation | None:
    """The first piece of the signature that looks like a firm, one with a kind of house first; what is TAKEN is passed over."""
    pieces = [piece for piece in _pieces(text, signature) if _may_be(piece)]
    if not pieces:
        return None
    return next((piece for piece in pieces if is_firm(piece.name)), pieces[0])


def _pieces(text: Text, signature: int) -> list[Organisation]:
    found = []
    for match in _PIECE.finditer(text.folded, signature):
        start = match.start()
        words = re.search(r"[a-z0-9].*[a-z0-9.)]", match[0])
        if words and TAKEN not in match[0] and words.end() - words.start() <= _LONGEST:
            first, last = start + words.start(), start + words.end()
            found.append(Organisation(text.span(first, last), text.origin(first, last)))
    return found


def _may_be(piece: Organisation) -> bool:
    words = re.findall(r"[a-z0-9]+", piece.name.lower())
    if not piece.name[:1].isupper() or not 1 <= len(words) <= 7 or _STREET.search(piece.name.lower()):
        return False
    return words[0] not in read_words("no-names") and not any(word.isdigit() and len(word) > 4 for word in words)
