"""A kind of house with a name of its own in the text: « crèche Les Ti Margouillats », and not « notre agence de Rouen »."""

import re
from collections.abc import Iterator

from config.lexicon import read_words
from dialogs.understanding.words import Words
from dialogs.who.firms import OPENERS, PUBLIC, SITES, Ground, Organisation, house, make
from dialogs.who.people import first_name
from dialogs.who.runs import ARTICLES, CONNECTORS, Run, capital, joined

_LONGEST = 8  # words of a name
GREETINGS = frozenset("bonjour bonsoir salut slt bjr bsr hello hi ici cc coucou alors".split())
_BRANDS = frozenset("super hyper drive".split())  # kinds that are common words when they are written small
_PLAIN = frozenset("societe entreprise enseigne ste".split())
_AREAS = frozenset("commune ville departement region communaute agglomeration metropole".split())
_UNDER_A_SAINT = frozenset("clinique polyclinique hopital ecole foyer maison residence institut creche ehpad institution".split())
_STRANGERS = frozenset("lycee college cfa forum universite voisin voisine ancien ex client fils fille".split())


def find_house(ground: Ground) -> Organisation | None:
    """A kind of house with its own name: « crèche Les Ti Margouillats »."""
    run = next(houses_of(ground), None)
    return make(run, ground.words) if run else None


def houses_of(ground: Ground) -> Iterator[Run]:
    """Every kind of house with its own name, as runs of words, in order."""
    words = ground.words
    for i in range(len(words.list) - 1):
        if not house(i, words) or plain_use(i, words) or (words.list[i] in _BRANDS and not capital(i, words)):
            continue
        last = max(_extend(i + 1, words), _named_place(i, ground), _borne_end(i, ground))
        if last > i + 1 and _own(i, last, ground) and not (words.list[i] in SITES and _house_within(i + 1, last, words)):
            plain = words.list[i] in _PLAIN and not capital(i, words)
            yield (_after_connectors(i + 1, last, words) if plain else i, last)


def _house_within(first: int, last: int, words: Words) -> bool:
    """« l’agence de Limoges de la Caisse Rurale »: the site of a house that is named after it."""
    return any(house(i, words) and capital(i, words) and words.list[i] not in SITES for i in range(first + 1, last - 1))


def _named_place(i: int, ground: Ground) -> int:
    """« la mairie de l'entre deux »: the end of a commune in small letters after its town hall."""
    words = ground.words
    if (
        words.list[i] not in ("mairie", "commune")
        or i + 2 >= len(words.list)
        or words.list[i + 1] not in ("de", "du", "d", "des")
    ):
        return 0
    for last in range(min(len(words.list), i + 6), i + 2, -1):
        if all(joined(j, words) for j in range(i + 2, last)) and ground.is_place(words.original(i + 2, last)):
            return last
    return 0


def _borne_end(i: int, ground: Ground) -> int:
    """« Club des entreprises du bassin », club-entreprises@…: small words that the address bears out."""
    words, domain = ground.words, ground.clues.domain
    if not capital(i, words) or len(words.list[i]) < 4 or words.list[i] not in domain:
        return 0
    last, here = 0, i + 1
    while here < len(words.list) and joined(here, words) and (words.list[here] in CONNECTORS or words.list[here] in domain):
        last = here + 1 if words.list[here] not in CONNECTORS else last
        here += 1
    if last and here < len(words.list) and joined(here, words) and capital(here, words):
        return _end(here, i, words)
    if last and here + 1 < len(words.list) and here > last and joined(here + 1, words) and capital(here + 1, words):
        return _end(here + 1, i, words)  # « de l'océan Indien »
    return last


def plain_use(i: int, words: Words) -> bool:
    """« bac pro cuisine », « le garage de mon voisin »: the word is of a diploma, or of somebody else."""
    before = set(words.list[max(0, i - 2) : i])
    diploma = {"cap", "pro", "bacpro", "bts", "btsa", "option", "cs", "bp", "metiers", "bac", "mention"}
    return bool(diploma & before) or not _STRANGERS.isdisjoint(words.list[max(0, i - 3) : i])


def _own(i: int, last: int, ground: Ground) -> bool:
    """Whether what follows a kind of house is a name of its own, and no place or workmate."""
    words = ground.words
    kind, rest = words.list[i], _after_connectors(i + 1, last, words)
    if kind in SITES and (first_name(rest, words) and rest == i + 1) and not capital(i, words):
        return False
    if rest == i + 1 and words.list[rest] in read_words("descriptions") and not capital(i, words) and last == rest + 1:
        return False
    plain = kind in _PLAIN or (i > 1 and words.list[i - 1] in ("de", "d") and words.list[i - 2] in _PLAIN)
    if plain and not capital(i, words) and _trade_of_a_place(rest, last, ground):
        return False
    if kind in _AREAS or (kind in PUBLIC and ground.is_place(words.original(rest, last))):
        return _itself(i, words)
    if words.list[i + 1] in ("a", "au", "aux", "en") and not capital(i + 1, words) and _at_place(rest, last, ground):
        return False  # « Auberge aux Makes prend… »: a house and where it is
    if not ground.is_place(words.original(rest, last)) or _patron(i, words):
        return True
    return kind not in SITES and (capital(i, words) or rest > i + 1) and opens(i, words)


def _trade_of_a_place(first: int, last: int, ground: Ground) -> bool:
    """« entreprise de peinture de Montreuil »: small words, then a place: what is done and where, no name."""
    words = ground.words
    named = next((i for i in range(first, last) if capital(i, words)), last)
    return (
        first < named < last and words.list[named - 1] in ("de", "d", "a", "du") and ground.is_place(words.original(named, last))
    )


def _patron(i: int, words: Words) -> bool:
    """« la clinique Saint-Vincent », « la brasserie L'Escale »: a saint or an article beside the kind opens a name."""
    if words.list[i + 1] in ARTICLES and capital(i + 1, words):
        return words.list[i] not in SITES
    return words.list[i + 1] in ("saint", "sainte", "st", "ste", "notre") and words.list[i] in _UNDER_A_SAINT


def _at_place(first: int, last: int, ground: Ground) -> bool:
    said = ground.words.original(first, last)
    return ground.is_place(said) or ground.is_place(f"les {said}")


def _itself(i: int, words: Words) -> bool:
    """« La commune de Crozon dispose… », not « dans la commune de Crozon »."""
    before = words.list[i - 1] if i else ""
    if before not in ARTICLES:
        return capital(i, words) or opens(i, words)
    return i < 2 or opens(i - 1, words) or words.list[i - 2] not in ("dans", "sur", "de", "a", "par", "en", "avec")


def opens(i: int, words: Words) -> bool:
    """Whether a sentence opens here, after a greeting at most."""
    while i > 0 and not re.search(r"[.!?:\n]", words.gaps[i]):
        i -= 1
        if words.list[i] not in GREETINGS:
            return False
    return True


def _after_connectors(i: int, last: int, words: Words) -> int:
    while i < last - 1 and words.list[i] in CONNECTORS and not capital(i, words):
        i += 1
    return i


def _extend(at: int, words: Words) -> int:
    """The index after the last capitalised word of a name that goes on at `at`; connectors only inside."""
    return _end(at, at, words)


def whole_name(first: int, words: Words) -> Run:
    """The name that opens with this word."""
    return first, _end(first + 1, first, words)


def _end(at: int, first: int, words: Words) -> int:
    last, here = at, at
    while here < len(words.list) and here - at < _LONGEST and (here == 0 or joined(here, words)):
        if _breton(here, words):
            last = here + 1 if last == here else last
        elif name_word(here, words) or _coupled(here, words) or (last > first and _number(here, words)):
            last = here + 1
        elif not _inside(here, last > first, words):
            break
        here += 1
    return last


def _breton(i: int, words: Words) -> bool:
    """« Kerloc'h »: a letter or two after an apostrophe belong to the word before."""
    return i > 0 and words.gaps[i] == "'" and len(words.list[i]) < 3 and len(words.list[i - 1]) > 3


def _coupled(i: int, words: Words) -> bool:
    """« Hair & Nous »: any word with a capital after « & »."""
    return i > 0 and "&" in words.gaps[i] and capital(i, words)


def _inside(i: int, named: bool, words: Words) -> bool:
    """Whether a small word may stand within a name: « de la » anywhere, a description before the own name."""
    if words.list[i] in CONNECTORS:
        return words.list[i] not in ("a", "au", "aux", "en", "sur", "and") or (not named and words.list[i] in ("aux", "en"))
    return not named and _describes(i, words)


def _number(i: int, words: Words) -> bool:
    before, word = words.list[i - 1], words.list[i]
    return word.isdigit() and before not in CONNECTORS and (len(word) in (2, 3, 4) or before == "numero")


def _describes(i: int, words: Words) -> bool:
    return words.list[i] in read_words("descriptions") or words.list[i] in read_words("houses")


def name_word(i: int, words: Words) -> bool:
    """Whether a word may be of a firm's name: a capital, or a small word with one before another capital."""
    if (words.list[i] in CONNECTORS or words.list[i] in OPENERS) and capital(i, words):
        return capital(i + 1, words)
    return capital(i, words) and words.list[i] not in read_words("no-names")
