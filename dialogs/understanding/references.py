"""Small facts of a message: offer references, whether disabled youths are welcome, how many persons to train."""

import re

from config.lexicon import read_cues
from dialogs.understanding.text import Span, Text

_REFERENCE = re.compile(r"\bof[ ._/n°:-]{0,4}(20\d{2})[ ._/-]{0,3}(\d{1,6})\b")
_SHORT = re.compile(r"\b(?:reference|ref|offre)[ .:n°o-]{1,6}(20\d{2})[ ._/-]{1,3}(\d{3,6})\b")
_PEOPLE = re.compile(
    r"\b(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s+(?:de nos |de mes |autres |futurs |nouveaux )?"
    r"(?:personnes?|salarie|tuteurs?|tutrices?|maitres? d'apprentissage|collaborat(?:eur|rice)s?|employe|agents?|collegues?"
    r"|chefs?|ouvriers?|people|persons?|tutors?|staff|inscriptions?|inscrits|places?|responsables?|referents?|encadrants?)"
)
_NUMBERS = dict(
    zip("un une deux trois quatre cinq six sept huit neuf dix".split(), (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True)
)
_ALONE = re.compile(r"\b(?:me former|m'inscrire|je voudrais (?:etre )?forme|mon inscription|for me|myself)\b")


def find_references(folded: str) -> tuple[str, ...]:
    """Offer references as the pool writes them: « OF 2027 140 » is OF-2027-00140; each once, in order."""
    found = sorted((m.start(), m[1], m[2]) for rule in (_REFERENCE, _SHORT) for m in rule.finditer(folded))
    return tuple(dict.fromkeys(f"OF-{year}-{int(number):05d}" for _, year, number in found))


def find_accessible(text: Text) -> tuple[bool, Span] | None:
    """True when disabled youths are welcome, False when they cannot be hosted; None when the message says nothing."""
    for cue, match in read_cues("accessible").matches(text.folded):
        return cue.label == "yes", text.origin(*match.span())
    return None


def find_people(folded: str) -> int | None:
    """How many persons a message would have trained as tutors; « me former » is one."""
    found = _PEOPLE.search(folded)
    if found:
        return _NUMBERS.get(found[1]) or int(found[1])
    return 1 if _ALONE.search(folded) else None
