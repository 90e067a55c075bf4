"""The person to call back: named beside a number, announced (« contact : … », « voir avec M. X »), signed, or the sender."""

import re
from dataclasses import dataclass

from config.lexicon import read_words
from core.territory.fold import fold
from dialogs.understanding.organisation import is_firm
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words

_ANNOUNCED = frozenset(
    "contact contacter contactez appeler appelez appelle demander demandez joindre joignez responsable rappeler rappelez".split()
)
_AFTER_ANNOUNCE = frozenset(
    "avec moi de la le est sera a du au chez aupres notre mon directement par telephone mail tel plutot c voir".split()
)
_I_AM = (
    ("je", "m", "appelle"),
    ("moi", "c", "est"),
    ("je", "suis"),
    ("my", "name", "is"),
    ("c", "est"),
    ("ici",),
    ("je", "me", "nomme"),
)
_TITLES = frozenset("m mr mme mlle monsieur madame dr docteur me maitre".split())
_PARTICLES = frozenset("de du des d la le von van".split())
_OF_A_FIRM = frozenset(
    "le la les l du des de chez service services rh drh contact secretariat accueil info infos direction pole et fils freres run "
    "oi reunion bourbon mascarin ocean volcan ile tropic tropical insertion formation conseil habitat distribution net "
    "com".split()
)
_TUTOR = frozenset("tuteur tutrice tuteurs maitre".split())


@dataclass(frozen=True)
class Person:
    """A name found, and where; `strength` orders several."""

    name: str
    span: Span
    strength: int


def find_person(words: Words, signature: int, phones: list[Span]) -> Person | None:
    """The best-supported name: announced as the contact, beside a phone number, said of oneself, then signed."""
    people = list(_people(words, signature, phones))
    return max(people, key=lambda person: person.strength, default=None)


def is_person(name: str) -> bool:
    """Whether a sender's name is a person's: a first name or a title in it, or two plain words, and nothing of a firm's."""
    parts = re.findall(r"[a-z0-9]+", fold(name))
    if not 1 <= len(parts) <= 5 or is_firm(name) or any(c in "@&_/" for c in name):
        return False
    if _TITLES.intersection(parts) or not read_words("first-names").isdisjoint(parts):
        return True
    return 1 <= len(parts) <= 4 and _OF_A_FIRM.isdisjoint(parts) and all(part.isalpha() for part in parts)


def _people(words: Words, signature: int, phones: list[Span]) -> "list[Person]":
    found: list[Person] = []
    at = 0
    while at < len(words.list):
        last = _name_end(at, words, _expected(at, words, signature))
        if last > at:
            strength = _strength(at, last, words, signature, phones)
            if strength:
                found.append(Person(_clean(at, last, words), words.span(at, last), strength))
        at = max(last, at + 1)
    return found


def _clean(first: int, last: int, words: Words) -> str:
    name = words.original(first, last)
    parts = [p for p in name.replace("\n", " ").split(" ") if p]
    shaped = [p.capitalize() if p.isupper() and len(p) > 2 and "." not in p and "-" not in p else p for p in parts]
    return " ".join(p[:1].upper() + p[1:] if len(parts) <= 3 and p.islower() and p not in _PARTICLES else p for p in shaped)


def _expected(at: int, words: Words, signature: int) -> bool:
    """Whether a name stands here even when its first name is not in our list: announced, or alone on a line of the signature."""
    before = list(words.list[max(0, at - 3) : at])
    if before and (before[-1] in _ANNOUNCED or before[-2:] in (["m", "appelle"], ["voir", "avec"], ["c", "est"], ["name", "is"])):
        return before[-1] != "est" or before[-3:] == ["moi", "c", "est"]
    if words.tokens[at].start < signature or (at and "\n" not in words.gap(at, at) and words.tokens[at - 1].start >= signature):
        return False
    line = words.text.folded[words.tokens[at].start :].split("\n")[0]
    parts = re.findall(r"[a-z0-9]+", re.split(r"[,|]| - ", line)[0])
    return 2 <= len(parts) <= 3 and not is_firm(" ".join(parts)) and _OF_A_FIRM.isdisjoint(parts)


def _name_end(at: int, words: Words, expected: bool) -> int:
    """The index after a name that opens here: [title] First Last, First-Last, or M. Last; `at` when none does."""
    title = words.list[at] in _TITLES and (words.list[at] not in ("m", "me") or _capital(at, words))
    here = at + 1 if title else at
    if here >= len(words.list) or not _may_open(here, words, title or expected):
        return at
    last = here + 1
    while last < len(words.list) and last - here < 4:
        gap = words.gap(last, last)
        particle = words.list[last] in _PARTICLES and last + 1 < len(words.list) and _family(last + 1, words)
        if gap not in (" ", "-", "'", ". ") or not (_family(last, words) or particle):
            break
        last += 1
    return last


def _may_open(i: int, words: Words, title: bool) -> bool:
    word = words.list[i]
    if title:
        return _capital(i, words) and word not in read_words("no-names")
    return word in read_words("first-names") and (_capital(i, words) or len(word) > 3)


def _family(i: int, words: Words) -> bool:
    word = words.list[i]
    known = word in read_words("first-names") and len(word) > 3
    return (_capital(i, words) or known) and word not in read_words("no-names") and not word.isdigit()


def _capital(i: int, words: Words) -> bool:
    return words.original(i, i + 1)[:1].isupper()


def _strength(first: int, last: int, words: Words, signature: int, phones: list[Span]) -> int:
    before = list(words.list[max(0, first - 4) : first])
    plain = [word for word in before if word not in _AFTER_ANNOUNCE]
    capital = _capital(first, words)
    _, end = words.span(first, last)
    if before and before[-1] in ("saint", "sainte", "st", "ste", "lycee", "college", "rue", "ecole"):
        return 0
    if plain and plain[-1] in _ANNOUNCED:
        return 9
    if any(0 <= phone[0] - end <= 16 for phone in phones):
        return 8
    if any(tuple(before[-len(said) :]) == said for said in _I_AM) and (capital or last - first == 1):
        return 7
    if plain and plain[-1] in _TUTOR:
        return 2
    if words.tokens[first].start >= signature:
        return 6 if capital else 5
    if before[-2:] == ["voir", "avec"] or (before and before[-1] == "avec" and capital):
        return 7
    last_line = "\n" not in words.text.folded[words.tokens[last - 1].end :].strip("\n ") and capital
    alone = last_line and not words.text.folded[words.tokens[last - 1].end :].strip(" .,!\n\0")
    return 5 if alone and last - first >= 1 and _line_opens(first, words) else 0


def _line_opens(first: int, words: Words) -> bool:
    gap = words.gap(first, first) if first else "\n"
    return "\n" in gap or "." in gap or "," in gap or "-" in gap
