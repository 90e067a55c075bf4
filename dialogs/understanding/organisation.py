"""The organisation that writes: its name as it is said, signed or shown by the sender, and its SIRET."""

import re
from dataclasses import dataclass

from stdnum.fr import siret as siret_rule

from config.lexicon import read_words
from core.territory.fold import fold
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import Words

_SIRET = re.compile(r"(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}(?!\d)")
_CONNECTORS = frozenset("de du des d l la le les et the of and".split())
# Words in small letters that a firm's name may hold between its kind and its own name: « salon de coiffure Tif’Ane ».
_DESCRIPTORS = frozenset(
    "loisirs beaute coiffure tourisme retraite sante sport sports the social sociale sociaux hospitalier communal communale "
    "medical "
    "medicale dentaire veterinaire comptable comptables automobile agricole equestre primaire maternelle elementaire culturel "
    "moto plage camp soins formation avocats notaires architecture architectes analyses voyage voyages immobiliere bancaire "
    "generale vert verte creole reunionnaise de general rural departemental intercommunal artisanale artisanal "
    "familial familiale".split()
)
_OPENERS = frozenset(
    "chez au aux a en sur".split()
)  # they open the own name when they wear a capital: « restaurant Chez Marcel »
_INTRODUCE = frozenset("sommes ici de chez pour c est la le l je suis entreprise societe".split())
_BEFORE_NAME = frozenset("chez societe enseigne".split())
_LONGEST = 7  # words of a name
_INSIDE = re.compile(r"[ '’\-&.+/]{1,3}")
_GENERIC = frozenset(
    "entreprise societe maison caisse service services centre commune ville ecole etablissement groupe auto bar".split()
)


@dataclass(frozen=True)
class Organisation:
    """A name found in the message, and where."""

    name: str
    span: Span


def find_siret(text: Text) -> tuple[str, Span] | None:
    """The first SIRET whose checksum holds (INSEE's rule, La Poste's exception included)."""
    for found in _SIRET.finditer(text.folded):
        digits = re.sub(r"\D", "", found[0])
        if siret_rule.is_valid(digits):
            return digits, text.origin(*found.span())
    return None


def find_organisation(words: Words, signature: int) -> Organisation | None:
    """The writer's firm: a kind of house with its name first, then what opens the message, then « chez X »."""
    return find_house(words) or _holding_house(words) or _opening(words, signature) or _after_chez(words)


def is_firm(name: str) -> bool:
    """Whether a sender's name is a firm's: it holds a kind of house or a legal form."""
    return not read_words("houses").isdisjoint(re.findall(r"[a-z0-9]+", fold(name)))


def find_house(words: Words) -> Organisation | None:
    """A kind of house with its own name: « crèche Les Ti Margouillats »."""
    houses = read_words("houses")
    for i, word in enumerate(words.list):
        if word in houses and not _plain_use(i, words):
            last = _extend(i + 1, words)
            if last > i + 1 and (
                word not in _GENERIC or _capital(i, words) or last > i + 2 or word in ("entreprise", "societe", "groupe")
            ):
                return _make(i if word not in ("societe", "entreprise") else _skip_generic(i, words), last, words)
    return None


def _holding_house(words: Words) -> Organisation | None:
    """A run of capitals that holds a kind of house: « Kréol Informatique »."""
    houses = read_words("houses")
    for i, word in enumerate(words.list):
        if i and word in houses and _name_word(i, words) and _joined(i, words):
            start = i
            while start and _joined(start, words):
                start -= 1
            before = words.list[start - 1] if start else ""
            if start and before not in _INTRODUCE and "\n" not in words.gap(start, start):
                continue
            return _make(start, max(i + 1, _extend(i + 1, words)), words)
    return None


def _joined(i: int, words: Words) -> bool:
    return i > 0 and words.gap(i, i) in (" ", "-", "'", " & ") and _name_word(i - 1, words)


def _skip_generic(i: int, words: Words) -> int:
    return i + 1 if i + 1 < len(words.list) and words.list[i + 1] not in _CONNECTORS else i


def _plain_use(i: int, words: Words) -> bool:
    """« bac pro cuisine », « hôtel de ville »: the word is of a diploma, or names nothing."""
    before = words.list[i - 1] if i else ""
    return before in ("cap", "pro", "bacpro", "bts", "en", "btsa", "option", "cs", "bp", "metiers", "bac") or (
        words.list[i] == "sa" and words.original(i, i + 1) != "SA"
    )


def _extend(at: int, words: Words) -> int:
    """The index after the last capitalised word of a name that goes on at `at`; connectors only inside."""
    last, here = at, at
    while here < len(words.list) and here - at < _LONGEST and _INSIDE.fullmatch(words.gap(here, here)):
        if _name_word(here, words) or (last > at and _number(here, words)):
            last = here + 1
        elif words.list[here] not in _CONNECTORS and (last > at or not _describes(here, words)):
            break
        here += 1
    return last


def _number(i: int, words: Words) -> bool:
    return words.list[i].isdigit() and len(words.list[i]) in (3, 4)


def _describes(i: int, words: Words) -> bool:
    return words.list[i] in _DESCRIPTORS or words.list[i] in read_words("houses")


def _name_word(i: int, words: Words) -> bool:
    if (words.list[i] in _CONNECTORS or words.list[i] in _OPENERS) and _capital(i, words):
        return _capital(i + 1, words)
    return _capital(i, words) and words.list[i] not in read_words("no-names")


def _capital(i: int, words: Words) -> bool:
    return i < len(words.list) and words.original(i, i + 1)[:1].isupper()


def _make(first: int, last: int, words: Words) -> Organisation:
    return Organisation(words.original(first, last).strip(), words.span(first, last))


def _opening(words: Words, signature: int) -> Organisation | None:
    """« La Kuisine de Mémé à Saint-Pierre, 1 CAP… »: capitals up to « à », a comma or a colon, where the message opens."""
    first = 0
    while first < min(3, len(words.list)) and words.list[first] in ("bonjour", "bonsoir", "salut", "slt", "bjr", "hello", "ici"):
        first += 1
    if first >= len(words.list) or not _capital(first, words):
        return None
    start = first + 1 if words.list[first] in _CONNECTORS or words.list[first] == "chez" else first
    if start >= len(words.list) or not _name_word(start, words):
        return None
    last = _extend(start + 1, words) if start + 1 < len(words.list) else start + 1
    last = max(last, start + 1)
    if last >= len(words.list) or last - first < 2 or words.tokens[first].start >= signature:
        return None
    follows = words.gap(last, last).strip()[:1] in (",", ":") or words.list[last] == "a" or " - " in words.gap(last, last)
    person = words.list[start] in read_words("first-names")
    return _make(first, last, words) if follows and not person else None


def _after_chez(words: Words) -> Organisation | None:
    for i, word in enumerate(words.list[:-1]):
        if word in _BEFORE_NAME and _name_word(i + 1, words) and words.gap(i + 1, i + 1) == " ":
            return _make(i + 1, max(_extend(i + 2, words) if i + 2 < len(words.list) else i + 2, i + 2), words)
    return None
