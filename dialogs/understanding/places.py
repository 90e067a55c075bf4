"""The commune where the youths would work: every place that a message names, weighed by how it is named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from config.lexicon import read_words
from config.territory import Commune
from core.pool.draft import Place
from core.territory.fold import fold
from core.territory.places import Gazetteer
from dialogs.understanding.heard import Doubt
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words

LONGEST = 6  # words of a place name looked at
AT, BESIDE, LINE, BARE, SIGNED = 5.0, 4.0, 3.0, 2.0, 1.0  # weights: « à X », postcode beside, « , X », X, in the signature
_AT = frozenset("a au aux sur vers pres proche cote secteur commune ville at in near situe situee base basee".split())
_LINKS = frozenset("de d du des la le les l".split())
_STREETS = frozenset(
    "rue avenue av route rn rd chemin boulevard bd impasse allee quai lycee college ecole lp cfa academie prefecture rectorat "
    "departement residence lot lotissement ruelle passage village universite pole linge sainte".split()
)
_ELSEWHERE = frozenset("siege holding groupe maison bureaux habite habitant habitants habitent domicile originaire natif".split())
_DENIALS = frozenset("pas plus ni quitte quittons not".split())
_TITLES = frozenset("m mr mme mlle monsieur madame dr docteur maitre me".split())
_DEPARTEMENT = re.compile(r"\((\d{2,3}|2[ab])\)|\bdans l(?:e|a|es|') ?(\d{2,3}|2[ab])\b|\b(97[1-8])\b(?! \d)")
_POSTCODE = re.compile(r"\d{5}")


@dataclass(frozen=True)
class Named:
    """A place that the message names: one commune, or several to choose from, or none known of that name."""

    first: int
    last: int
    start: int
    weight: float
    communes: tuple[Commune, ...]
    said: str
    span: Span


@dataclass(frozen=True)
class Location:
    """Where the youths would work, as far as the message says."""

    place: Place | None = None
    doubt: Doubt | None = None
    span: Span | None = None


@lru_cache(maxsize=4)
def _openings(gazetteer: Gazetteer) -> frozenset[str]:
    """The words that open a name of the territory, with and without article."""
    territory = gazetteer.territory
    names = [name for c in territory.communes.values() for name in (c.name, *c.aliases)]
    names += [name for name, _ in territory.localities] + [place.place for place in territory.ambiguous]
    words = {tuple(re.findall(r"[a-z0-9]+", fold(name))) for name in names}
    opening = {w[0] for w in words if w} | {w[1] for w in words if len(w) > 1 and w[0] in ("l", "le", "la", "les")}
    return frozenset(opening | {"st", "ste", "saint", "sainte"})


def find_places(words: Words, gazetteer: Gazetteer, signature: int) -> list[Named]:
    """Every place named, in order, each with its weight; streets, schools, people's names and denied places are left out."""
    found: list[Named] = []
    departement = _departement(words.text.folded)
    openings = _openings(gazetteer)
    at = 0
    while at < len(words.list):
        named = _named_at(at, words, gazetteer, openings, departement, signature)
        if named:
            found.append(named)
        at = named.last if named else at + 1
    return found
