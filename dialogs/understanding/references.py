"""Small facts of a message: offer references, whether disabled youths are welcome, how many persons to train."""

import re

from config.lexicon import read_cues
from dialogs.understanding.text import Span, Text

_REFERENCE = re.compile(r"\bof[ ._/n°:-]{0,4}(20\d{2})[ ._/-]{0,3}(\d{1,6})\b")
_SHORT = re.compile(r"\b(?:reference|ref|offre)[ .:n°o-]{1,6}(20\d{2})[ ._/-]{1,3}(\d{3,6})\b")
_COUNT = r"(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|one)"
_PEOPLE = re.compile(
    rf"\b{_COUNT} +(?:de (?:nos|mes|leurs) |d'entre nous|autres |futurs |futures |nouveaux |nouvelles |of (?:us|our|my) )?(?!"
    r"(?:heures?|h|jours?|journees?|semaines?|mois|ans?|annees?|fois|minutes?|sessions?|formations?|stages?|stagiaires?|eleves?|apprenti"
    r"|alternant|janv|fevr|mars|avr|mai|juin|juil|aou|sept"
    r"|oct|nov|dec|e|er|euros?|%|questions?|information|renseignement|demande"
    r"|place en|jeunes?|mail|lycee|tuteur (?:peut|doit)|day|hour|week|training|question|courriel|message|entreprise|atelier"
    r"|petite?s?|garage|restaurant|boulangerie|hotel|societe|association|pme|salon|magasin)\b)[a-z]{3}"
)
_TOGETHER = re.compile(
    rf"\b(?:nous (?:sommes|serions|serons)|on (?:est|serait|sera)|pour|we are|we would be) "
    rf"{_COUNT}(?= ?(?:[.,;!)\n]|$|a |tuteur|pers))"
)
_BOTH = re.compile(r"\bmoi et (?:mon|ma|un|une)\b|\b(?:mon|ma) [a-z]{3,20} et moi\b|\b(?:un|une) [a-z]{3,20} et moi\b")
_NUMBERS = {
    "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5,
    "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip
_ALONE = re.compile(
    r"\b(?:me former|je me forme|former mon|forme mon|inscrire (?:mon|ma|notre)|mon (?:salarie|chef|second|employe|adjoint)"
    r"|m'inscrire|je voudrais (?:etre )?forme|mon inscription|for me|myself)\b"
)


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
    if _BOTH.search(folded):
        return 2
    found = _PEOPLE.search(folded) or _TOGETHER.search(folded)
    if found:
        return _NUMBERS.get(found[1]) or int(found[1])
    return 1 if _ALONE.search(folded) else None
