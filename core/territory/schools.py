"""Which school is meant by « Filaos », « lycée Moulin Joli », « 9740001H »: names as people say them."""

import re

from rapidfuzz import fuzz

from config.territory import School, Territory
from core.territory.fold import fold

# What a school is called by besides its name.
SMALL = frozenset(
    "le la les l de du des d a au aux et lycee lycees college lp lpo lgt legt lpa cfa mfr lpr professionnel professionnelle "
    "general generale technologique polyvalent agricole prive privee ecole etablissement".split()
)
ALIKE = 88  # of 100


def key_of(school: School) -> str:
    """By what records name a school: its UAI, else its name."""
    return school.uai or school.name


def school_of(key: str, territory: Territory) -> School | None:
    """The school of a record."""
    return next((school for school in territory.schools if key_of(school) == key), None)


def school_name(key: str, territory: Territory) -> str:
    """The school of a record, as people call it; its key when the territory has lost it."""
    school = school_of(key, territory)
    return school.name if school else key


def schools_named(said: str, territory: Territory) -> tuple[School, ...]:
    """The schools that these words may mean, the closest meaning only: a UAI, the whole name, its words, nearly its words."""
    words = [word for word in re.findall(r"[a-z0-9]+", fold(said)) if word not in SMALL]
    if not words:
        return ()
    wanted = "".join(words)
    for meaning in (_uai, _whole, _part, _nearly):
        found = tuple(school for school in territory.schools if meaning(school, words, wanted))
        if found:
            return _of_kind(said, found)
    return ()


def _of_kind(said: str, found: tuple[School, ...]) -> tuple[School, ...]:
    """« lycée Bellepierre » and « collège Bellepierre » share a name: the kind that is said tells them apart."""
    kinds = [kind for kind in ("college", "lycee") if kind in fold(said)]
    same = tuple(school for school in found if kinds and kinds[0] in fold(school.name))
    return same or found


def _words(school: School) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", fold(school.name)) if word not in SMALL]


def _uai(school: School, words: list[str], wanted: str) -> bool:
    return bool(school.uai) and wanted == school.uai.lower()


def _whole(school: School, words: list[str], wanted: str) -> bool:
    return sorted(_words(school)) == sorted(words)


def _part(school: School, words: list[str], wanted: str) -> bool:
    return set(words) <= set(_words(school))


def _nearly(school: School, words: list[str], wanted: str) -> bool:
    own = _words(school)
    return all(any(len(word) > 3 and fuzz.ratio(word, one) >= ALIKE for one in own) for word in words)
