"""What an offer is for: kind, levels, programmes and fields, from the level words and trade words of one clause."""

import re
from dataclasses import dataclass
from functools import lru_cache

from config.catalogue import Catalogue
from config.lexicon import read_rows
from core.pool.draft import Kind, Level
from core.territory.ngrams import Hit, Ngrams
from core.territory.programmes import DIPLOMAS, Name, Programmes, stem
from dialogs.understanding.levels import LevelWord, find_levels, in_order, kind_of
from dialogs.understanding.words import Words

# Words that may stand between a diploma and its speciality: « bac pro métiers de la … », « CAP 2e année en … ».
_BETWEEN = frozenset(
    "de du des d en la le l les et ou a option specialite mention filiere section metiers metier niveau 2e 1re 1ere 2eme annee "
    "terminale term tle premiere seconde 2nde pro dans au opt dominante type genre soit domaine profil pour un une classe".split()
)
_DENIALS = frozenset("pas ni sans sauf aucun aucune hors jamais".split())
_NOT_DENIED = frozenset("souci probleme forcement seulement uniquement que grave mal encore".split())
_BREAK = re.compile(r"[.;!?\n:]")
_NEAR = 4  # words between a denial and what it denies


@dataclass(frozen=True)
class Trade:
    """What one clause says of the stay: kind, levels, programmes, families of trades; spans of the words that said so."""

    kind: Kind | None = None
    levels: tuple[Level, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    place_fields: tuple[str, ...] = ()  # families of the kind of house (« garage »): they count where no trade is named
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        """Whether the clause says anything of the stay itself."""
        return bool(self.kind or self.levels or self.programmes or self.fields)


@dataclass(frozen=True)
class Lexicon:
    """The catalogue's names with our own trade words over them."""

    programmes: Programmes
    trades: Ngrams[tuple[str, bool]]  # family or "", and whether it names a house rather than a trade


@lru_cache(maxsize=4)
def _lexicon_of(key: int) -> Lexicon:
    return _built.pop(key)


_built: dict[int, Lexicon] = {}


def find_names(words: Words, lexicon: Lexicon) -> list[Hit[Name]]:
    """Trade words and programme names, the longest first; a word that is common French counts only where a trade may stand."""
    stems = [stem(word) for word in words.words]
    ours = {hit.first: hit for hit in lexicon.trades.scan(stems)}
    names = lexicon.programmes.find(words.words)
    theirs = {hit.first: hit for hit in names}
    found, at = [], 0
    while at < len(stems):
        hit = _longer(ours.get(at), theirs.get(at))
        if hit is None:
            at += 1
            continue
        found.append(hit)
        at = hit.last
    return found


def _longer(ours: "Hit[tuple[str, bool]] | None", theirs: Hit[Name] | None) -> Hit[Name] | None:
    if ours is None or (theirs is not None and theirs.last > ours.last):
        return theirs
    family, house = ours.value
    same = theirs if theirs is not None and theirs.last == ours.last else None
    codes = same.value.codes if same else ()
    families = (family,) if family else ()
    return Hit(ours.first, ours.last, Name(codes, families, hint=house, common=bool(same and same.value.common)))
