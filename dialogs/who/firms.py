"""Names of firms as people write them: what a run of words holds that no person's name does, and where its own name begins."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from config.lexicon import read_words
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words
from dialogs.who.clues import FULL, NO_CLUES, Clues
from dialogs.who.people import TITLES
from dialogs.who.runs import ARTICLES, CONNECTORS, Run, capital, content, house_word, upper

_WITHIN = CONNECTORS | {"et", "chez"}
OPENERS = frozenset("chez au aux a en".split())  # they open a name when they wear a capital: « Chez Marcel »
_ENGLISH_FORMS = frozenset("ltd limited llc inc plc gmbh".split())  # they end a name, and are no part of it
_RANKS = frozenset("coordinator supervisor manager director officer executive lead leader head trainer recruiter".split())
_INSTITUTIONS = frozenset("chambre mission conseil caisse affaires tribunal tresorerie commissariat gendarmerie".split())
SURE, BORNE_OUT, LIKELY, WEAK = 4, 3, 2, 1
_LONGEST = 8  # words of a name
# Kinds that are one place of a firm among others: « agence de Rouen » names no firm.
SITES = frozenset(
    "magasin magasins agence agences boutique boutiques site sites atelier ateliers depot bureau bureaux entrepot antenne "
    "chantier succursale usine office station centre commune ville region departement entreprise societe groupe maison "
    "residence studio studios concession".split()
)
PUBLIC = frozenset(
    "mairie commune ville departement region communaute agglomeration metropole hopital ch chu chr ccas cias ecole musee "
    "mediatheque bibliotheque theatre cinema office caserne gendarmerie brigade brigades golf domaine centre prefecture "
    "chambre crous parc zoo aeroport port".split()
)
_STREET = re.compile(
    r"\b(?:rue|avenue|av|bd|chemin|route|boulevard|impasse|allees?|bp|cs|cedex|lotissement|zac|zi|za|quai|place|parc d'activites?"
    r"|lieu-dit|cours|ruelle|rn|batiment|bat|etage|residence les|immeuble)\b"
)
_POSTCODE = re.compile(r"\b\d{5}\b")


class Organisation(NamedTuple):
    """A name found in the message, where, and how sure it is a firm's."""

    name: str
    span: Span
    sure: int = SURE


def nowhere(_: str) -> bool:
    """No name is a place: for want of a gazetteer."""
    return False


@dataclass(frozen=True)
class Ground:
    """What every look needs: the words, the header's clues, whether a name is a place, where text and signature begin."""

    words: Words
    clues: Clues = NO_CLUES
    is_place: Callable[[str], bool] = nowhere
    signature: int = 10**9
    start: int = 0


def house(i: int, words: Words) -> bool:
    """Whether a kind of house stands here, and not the word of a diploma or another meaning."""
    word = words.list[i]
    if word == "bureau":  # « Bureau d'études Sigma »
        return words.list[i + 1 : i + 3] in (("d", "etudes"), ("d", "etude"))
    if word == "office":  # « Office Manager »
        return i + 1 < len(words.list) and words.list[i + 1] in ("de", "du", "des", "notarial", "national", "public", "municipal")
    return house_word(word) and (word != "sa" or words.original(i, i + 1) == "SA")


def office(i: int, opens: bool, last: int, ground: Ground) -> bool:
    """Whether a service or desk stands here: « RH », « Accueil »; « Logistique » only after one, or before a kind of house."""
    words = ground.words
    if words.list[i] == "bureau" and i + 1 < last and capital(i + 1, words) and words.list[i + 1] not in read_words("offices"):
        return False  # « Bureau Vallier Topographie »
    if opens and i + 1 < last and ground.clues.domain.startswith(words.list[i] + words.list[i + 1]):
        return False  # « Voirie Atlantique », …@voirie-atlantique…
    if words.list[i] not in read_words("offices") or (house(i, words) and own_name((i, last), ground)):
        return False
    if not opens or words.list[i] == "services" or words.list[i] not in read_words("house-words"):
        return True
    return i + 1 < last and house(i + 1, words) and own_name((i + 1, last), ground)


def firm_in(run: Run, ground: Ground) -> Organisation | None:
    """The firm that a piece of a signature or of a sender's name is, articles included; None when it is none."""
    first, last = _trimmed(run, ground)
    if first >= last or last - first > _LONGEST or _elsewhere((first, last), ground):
        return None
    sure = _sure((first, last), ground)
    return make((first, last), ground.words, sure) if sure else None


def make(run: Run, words: Words, sure: int = SURE) -> Organisation:
    """The organisation that these words name, as they were written."""
    return Organisation(words.original(*run).strip(), words.span(*run), sure)


def _trimmed(run: Run, ground: Ground) -> Run:
    """A run without the small words at its ends: « de la », « chez » in small letters, postcodes, « à Gérardmer »."""
    words = ground.words
    first, last = run
    while first < last and words.list[first] in CONNECTORS | {"chez", "pour", "at", "from"} and not capital(first, words):
        first += 1
    for i in range(first + 1, last):
        if words.list[i] in ("a", "at", "in") and ground.clues.speaks_for(content((first, i), words)) == FULL:
            last = i  # « Verrerie du Lac à Gérardmer »
            break
    for i in range(first + 1, last - 1):  # « Brasserie du Port à Vannes », unless the header says all of it
        if words.list[i] == "a" and not capital(i, words) and ground.is_place(words.original(i + 1, last)):
            whole = ground.clues.speaks_for(content((first, last), words)) == FULL
            known = len(content((first, i), words)) > 1 and own_name((first, i), ground)  # « Le Bar à Ongles » has no name before
            last = i if known and not whole else last
            break
    for i in range(first + 1, last):  # « METALSUD LE TAMPON »
        if set(content((first, i), words)) == ground.clues.firm and ground.is_place(words.original(i, last)):
            last = i
            break
    while last > first and (words.list[last - 1] in CONNECTORS | _ENGLISH_FORMS or _POSTCODE.fullmatch(words.list[last - 1])):
        last -= 1
    return first, last


def _elsewhere(run: Run, ground: Ground) -> bool:
    """Whether the words are an address or a place."""
    words = ground.words
    said = " ".join(words.list[run[0] : run[1]])
    if _STREET.search(said) and not house(run[0], words) and ground.clues.speaks_for(content(run, words)) < FULL:
        return True
    return bool(_POSTCODE.search(said)) or (
        ground.is_place(words.original(*run)) and ground.clues.speaks_for(content(run, words)) < FULL
    )


def _sure(run: Run, ground: Ground) -> int:
    words = ground.words
    own = content(run, words)
    if (own and words.list[run[0]] in TITLES) or all(word.isdigit() for word in own):
        return 0
    if not any(len(word) > 2 for word in own):
        return SURE if own and ground.clues.speaks_for(own) == FULL else 0
    borne = ground.clues.speaks_for(own)
    if own_name(run, ground):
        return SURE
    if borne < FULL and own[-1] in _RANKS and read_words("functions", "offices", "house-words").issuperset(own):
        return 0  # « Production Coordinator »
    if all(house(i, words) or words.list[i] in CONNECTORS for i in range(*run)):
        return BORNE_OUT if borne == FULL else 0
    if own[0] in _INSTITUTIONS and capital(run[0], words) and 1 < len(own) < 5:  # « Chambre d'agriculture »
        return LIKELY
    shape = named(run, words, borne == FULL)
    if borne and shape:
        return SURE if borne == FULL else BORNE_OUT
    if shape and not read_words("house-words").isdisjoint(own) and len(own) > 1:
        return BORNE_OUT
    if shape and (words.list[run[0]] in ARTICLES | OPENERS or any(word.isdigit() for word in own) or "&" in words.original(*run)):
        return LIKELY
    return WEAK if shape else 0


def own_name(run: Run, ground: Ground) -> bool:
    """Whether a kind of house stands in the run with a name of its own, and not just « magasin de Rouen »."""
    words = ground.words
    kinds = [i for i in range(*run) if house(i, words) and (capital(i, words) or i == run[0])]
    if not kinds:
        return False
    at = kinds[0]
    rest = _skip(at + 1, run[1], words)
    if rest < run[1] and words.list[rest] == "chez" and not capital(rest, words):  # « chef d'atelier chez X »
        return False
    if rest >= run[1]:
        return at > run[0] and any(capital(i, words) and not house(i, words) for i in range(run[0], at))
    if words.list[at] in SITES and words.list[at] not in PUBLIC and ground.is_place(words.original(rest, run[1])):
        return False
    return any(capital(i, words) or words.list[i].isdigit() for i in range(rest, run[1]))


def _skip(i: int, last: int, words: Words) -> int:
    while i < last and words.list[i] in CONNECTORS and not capital(i, words):
        i += 1
    return i


def named(run: Run, words: Words, borne_out: bool = False) -> bool:
    """Whether the run is written as a name: a capital first, and capitals on all but small words and descriptions."""
    first, last = run
    if words.list[first] in OPENERS and capital(first, words):
        return last - first > 1 and any(capital(i, words) for i in range(first + 1, last))
    elided = last - first > 1 and words.gaps[first + 1] == "'" and capital(first + 1, words)  # « Cap'Nature »
    unnamed = words.list[first] in read_words("no-names") - ARTICLES and not elided
    if unnamed or not (capital(first, words) or words.list[first].isdigit()):
        return False
    if words.list[first] in read_words("functions") and not upper(first, words) and not borne_out:
        return False
    small = [i for i in range(first, last) if not capital(i, words) and not words.list[i].isdigit()]
    described = read_words("house-words")
    return all(words.list[i] in described or words.list[i] in _WITHIN for i in small) and not calling(run, words)


def calling(run: Run, words: Words) -> bool:
    """Whether a single word ends as professions do: « Paysagiste », « Apicultrice »."""
    word = words.list[run[0]]
    return run[1] - run[0] == 1 and len(word) > 6 and bool(re.search(r"(?:iste|eur|euse|trice|ier|iere|ienne?|logue)$", word))
