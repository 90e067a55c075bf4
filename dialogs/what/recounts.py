"""Numbers of young people changed on the way: « passer de 1 à 2 places », « 2 apprentis… non attend 3 »."""

import re

from config.pattern import Marked, Pattern
from dialogs.understanding.text import Text

_FROM = Marked(
    r"\b(?:pass|mont|augment|redui|descend|redescend)\w{0,6} (?:le nombre (?:de \w+ )?)?"
    r"(?P<old>(?:de |d')(?:\d{1,2}|une?) (?:\w+ )?a )(?=\d)",
    "pass|mont|augment|redui|descend",
)
_BETWEEN = re.compile(r"\b(?:entre|between) (?P<n>\d{1,2}) (?:et|and) (?=\d{1,2} (?!\d|h\b|heure|semaine|mois|ans\b))")
_SORRY = r"\b(?:non|pardon|oups|euh|erreur|finalement|plutot)[ ,.!:]{1,4}"
_HOLD_ON = r"(?:(?:at{1,2}end\w{0,3}|pardon|non|plutot|c'est|disons|en fait|mets?) ?[,.]? ?){0,3}"
_INSTEAD = Pattern(rf"{_SORRY}{_HOLD_ON}(?P<n>\d{{1,2}})(?= ?(?:[,.;!\n]|$| places?| eleves?))")
_ONLY = Marked(
    r"\bn(?:'en|e|') ?[^.;!?\n]{0,40}?\bqu(?:'|e )(?P<n>une?|\d{1,2})\b"
    r"(?! ?(?:semaine|jour|mois|heure|fois|peu|date|h\b|partie|\d))",
    "qu'|que ",
)
_OURSELVES = Pattern(r"n'(?:est|etait)|ne (?:sommes|serons|etions)")  # « on n'est que deux encadrants »
_YOUTHS = Pattern(r" ?(?:eleve|stag|jeune|apprent|alternan|place|etudiant|collegien|lyceen)")
_FAR = 90  # characters between a number and the one that replaces it


def without_old(plain: Text) -> Text:
    """The text without the former number of « passer de 1 à 2 »: the second stands; « entre 4 et 6 » said « 4 à 6 »."""
    old = [(*match.span("old"), "a ") for match in _FROM.finditer(plain.folded)]
    return plain.rewritten(sorted([*old, *((*match.span(), f"{match['n']} a ") for match in _BETWEEN.finditer(plain.folded))]))


def find_instead(said: str, end: int) -> re.Match[str] | None:
    """The bare number that replaces, soon after `end`, the one that was told (group n)."""
    return _INSTEAD.search(said, end, end + _FAR)


def find_only(said: str) -> re.Match[str] | None:
    """The number of « je n'en prends qu'une », « nous ne pouvons accueillir que 2 élèves » (group n)."""
    found = _ONLY.search(said)
    if found and _OURSELVES.match(found[0]) and not _YOUTHS.match(said, found.end()):
        return None
    return found
