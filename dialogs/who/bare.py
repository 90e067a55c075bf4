"""Bare answers, read in the light of what was asked: « deux », « Chaussures Bourbon », « jean-marc », « lycée pro »."""

import re

from config.lexicon import read_words
from config.pattern import Pattern
from dialogs.understanding.text import TAKEN, Text
from dialogs.understanding.words import Words
from dialogs.when.number_words import NUMBER_WORDS, to_number

_LEAD = Pattern(
    r"^\W*(?:(?:alors|ben|bah|euh|oui|ok|donc|voila|well) ?,? ?)*"
    r"(?:(?:c'est|cest|c est|c'est pour|nous sommes|on est|je suis|on s'appelle|ca s'appelle|elle s'appelle"
    r"|le nom (?:c'est|est|de [^,]{3,20} est)|nom ?:|entreprise ?:|chez|pour|a|au|aux|a la|je m'appelle|moi c'est|appelez"
    r"|demandez|demander|voir avec|contactez|contact ?:?|it's|we are|my name is) +)?"
)
_UNKNOWN = Pattern(
    r"\b(?:sais pas|aucune idee|comprends? (?:pas|rien)|quoi|peu importe|comme vous|n'importe|j'ai dit|je vous ai|deja dit)\b"
)
_ENOUGH = Pattern(r"[,;\n(]|\.(?: |$)| - ")
_LONGEST = 60
_NUMBER = Pattern(rf"^\W{{0,5}}(?:(?:oui|ben|disons|euh|alors) ,? ?)?(\d{{1,2}}|une?|{NUMBER_WORDS})(?= ?(?:[,.;!\n]|$))")
_MOST = 60
_NOT_A_NAME = Pattern(r"[a-z]")


def bare_name(text: Text, said: Words) -> str | None:
    """The name of a firm or person that a short answer is, as written, without « c’est »; None when it is no name."""
    folded = text.folded
    if len(said.list) > 8 or "?" in folded or _UNKNOWN.search(folded):
        return None
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    stop = _ENOUGH.search(folded, start)
    end = min(stop.start() if stop else len(folded), start + _LONGEST)
    cut = folded.find(TAKEN, start, end)
    end = cut if cut >= 0 else end
    words = set(re.findall(r"[a-z0-9]+", folded[start:end]))
    if not words or not _NOT_A_NAME.search(folded[start:end]) or words <= read_words("no-names"):
        return None
    return text.span(start, end).strip(" .,:!-'\"") or None


def bare_number(folded: str) -> int | None:
    """The number that an answer to « combien ? » opens with: « 2, du 5 au 30 avril »."""
    found = _NUMBER.match(folded)
    return to_number(found[1]) if found and 0 < to_number(found[1]) <= _MOST else None


def person_case(name: str) -> str:
    """« jean-marc » as people write it: Jean-Marc; mixed case stays."""
    return "-".join(" ".join(w[:1].upper() + w[1:] for w in p.split(" ")) for p in name.split("-")) if name.islower() else name
