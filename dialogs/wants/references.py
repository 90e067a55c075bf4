"""Small facts of a message: offer references, and whether disabled youths are welcome."""

import re
from itertools import pairwise

from config.pattern import Marked
from config.phrasebook import read_phrasebook
from dialogs.understanding.text import Span, Text

_REFERENCE = Marked(r"\bof[ ._/n°:-]{0,4}(20\d{2})[ ._/-]{0,3}(\d{1,6})\b", "of")
_SHORT = Marked(r"\b(?:reference|ref|offre)[ .:n°o-]{1,6}(20\d{2})[ ._/-]{1,3}(\d{3,6})\b", "ref|offre")
_ABOUT_ACCESS = re.compile(  # most messages say nothing of it
    r"handi|rqth|pmr|fauteuil|accessib|ulis|disab|mobilite|sourd|malent|malvoy|autis|dys|trisom|aesh|wheelchair|deaf|blind"
    r"|special needs|esat|tdah|hearing"
)
_ENDS = re.compile(r"[.!?;\n]")
_APART = 20  # no phrase runs over the end of a sentence


def find_references(folded: str) -> tuple[str, ...]:
    """Offer references as the pool writes them: « OF 2027 140 » is OF-2027-00140; each once, in order."""
    if "20" not in folded:
        return ()
    found = sorted((m.start(), m[1], m[2]) for rule in (_REFERENCE, _SHORT) for m in rule.finditer(folded))
    return tuple(dict.fromkeys(f"OF-{year}-{int(number):05d}" for _, year, number in found))


def find_accessible(text: Text) -> tuple[bool, Span] | None:
    """True when disabled youths are welcome, False when they cannot be hosted; None when the message says nothing."""
    if not _ABOUT_ACCESS.search(text.folded):
        return None
    numbers = _numbers(text)
    places = {number: place for place, number in enumerate(numbers)}
    weights, spans = {"yes": 0.0, "no": 0.0}, {}
    for phrase, spots in read_phrasebook("accessible").matches([token.word for token in text.tokens], numbers):
        if phrase.weight < 0:
            weights["yes"] += phrase.weight
        elif phrase.weight > weights[phrase.label]:
            weights[phrase.label] = phrase.weight
            spans[phrase.label] = (text.tokens[places[spots[0][0]]].start, text.tokens[places[spots[0][1]]].end)
    label = max(weights, key=lambda one: weights[one])
    return (label == "yes", text.origin(*spans[label])) if weights[label] > 0 else None


def _numbers(text: Text) -> list[int]:
    numbers = [0][: len(text.tokens)]
    for before, after in pairwise(text.tokens):
        numbers.append(numbers[-1] + (_APART if _ENDS.search(text.folded, before.end, after.start) else 1))
    return numbers
