"""The commune where the youths would work: every place that a message names, weighed by how it is named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
_WITHIN = (" ", "-", "'", ". ", "/")
_POSTCODE = re.compile(r"\d{5}")


@dataclass(frozen=True)
class _Ground:
    """What every look at a word needs: the words, the gazetteer, the département named, where the signature begins."""

    words: Words
    gazetteer: Gazetteer
    departement: str | None
    signature: int


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
    ground = _Ground(words, gazetteer, _departement(words.text.folded), signature)
    at = 0
    while at < len(words.list):
        named = _named_at(at, ground)
        if named and found and words.list[found[-1].last : named.first] in (("et",), ("ou",), ("et", "a"), ("ou", "a")):
            named = replace(named, weight=found[-1].weight)  # « à Saint-Paul et Saint-Leu »: named as plainly
        if named:
            found.append(named)
        at = named.last if named else at + 1
    return found


def _named_at(at: int, ground: _Ground) -> Named | None:
    words = ground.words
    word = words.list[at]
    if _POSTCODE.fullmatch(word):
        return _by_postcode(at, ground)
    if word not in _openings(ground.gazetteer) and not _capital(at, words) and not (at and words.list[at - 1] in _AT):
        return None
    for length in range(_reach(at, words), 0, -1):
        communes = _communes(at, at + length, ground)
        if communes:
            weight = _weight(at, at + length, words, ground.signature)
            return _make(at, at + length, weight, communes, words) if weight else None
    return None


def _reach(at: int, words: Words) -> int:
    """How many words may belong to one name: no comma or line end between them."""
    length = 1
    while length < LONGEST and at + length < len(words.list) and words.gap(at + length, at + length) in _WITHIN:
        length += 1
    return length


def _communes(first: int, last: int, ground: _Ground) -> tuple[Commune, ...]:
    words, gazetteer = ground.words, ground.gazetteer
    name = " ".join(words.list[first:last])
    if last - first == 1 and not _stands_alone(first, words):
        return ()
    if name == "entre deux" and not _capital(first, words):
        return ()
    unclear = gazetteer.ambiguous(name)
    if unclear:
        known = (gazetteer.by_insee(insee) for insee in unclear.communes)
        return tuple(commune for commune in known if commune)
    communes = gazetteer.named(name)
    if not any(gazetteer.inside(commune) for commune in communes) and not _capital(first, words):
        return communes if ground.departement or (first and words.list[first - 1] in ("a", "pres") and len(name) > 3) else ()
    settled = gazetteer.settle(communes, departement=ground.departement)
    return (settled,) if settled else communes[:5]


def _stands_alone(at: int, words: Words) -> bool:
    """Whether one word may be a place: not a common word, or one with its article (« au Port », not « port de charges »)."""
    if words.list[at] not in read_words("not-places"):
        return True
    before = words.list[at - 1] if at else ""
    after = words.list[at + 1] if at + 1 < len(words.list) else ""
    if words.list[at] in ("port", "possession"):
        return before in ("au", "le", "la", "du") and after not in ("de", "du", "d") and (before != "du" or _capital(at, words))
    return _capital(at, words) and before == "a" and words.list[at] not in read_words("first-names")


def _capital(at: int, words: Words) -> bool:
    return words.original(at, at + 1)[:1].isupper()


def _weight(first: int, last: int, words: Words, signature: int) -> float:
    """How strongly the words before a name make it the place of work; 0 when they make it something else."""
    before = _same_part(first, words)
    if _DENIALS.intersection(before[-3:]) and not {"souci", "probleme", "loin"}.intersection(before[-3:]):
        return 0.0
    if _STREETS.intersection(before[-4:]) or _ELSEWHERE.intersection(before[-5:]) or _person(first, words):
        return 0.0
    if words.tokens[first].start >= signature:
        return SIGNED
    plain = [word for word in before[-3:] if word not in _LINKS]
    if before and (before[-1] in _AT or (plain and plain[-1] in _AT and before[-1] in _LINKS)):
        return AT
    if not before:
        return LINE
    return BARE


def _same_part(first: int, words: Words) -> list[str]:
    """The words before, back to the last comma, line end or sign: at most six."""
    start = first
    while start > 0 and first - start < 6:
        gap = words.gap(start, start)
        if gap.strip(" '\"-") or "\n" in gap or " - " in gap:
            break
        start -= 1
    return list(words.list[start:first])


def _person(first: int, words: Words) -> bool:
    before = words.list[first - 1] if first else ""
    if not before or words.gap(first, first).strip(" .-'"):
        return False
    return before in _TITLES or (before in read_words("first-names") and _capital(first - 1, words) and before not in ("a", "la"))


def _by_postcode(at: int, ground: _Ground) -> Named | None:
    """A postcode with the name that follows it; the name chooses among communes that share the postcode."""
    words, gazetteer = ground.words, ground.gazetteer
    sharing = gazetteer.by_postcode(words.list[at])
    if not sharing:
        return None
    for length in range(_reach(at, words) - 1, 0, -1):
        named = [c for c in gazetteer.named(" ".join(words.list[at + 1 : at + 1 + length])) if c in sharing]
        if named:
            return _make(at, at + 1 + length, _postcode_weight(at, words, ground.signature), tuple(named), words)
    return _make(at, at + 1, _postcode_weight(at, words, ground.signature), sharing, words)


def _postcode_weight(at: int, words: Words, signature: int) -> float:
    return SIGNED + 0.5 if words.tokens[at].start >= signature else BESIDE


def _make(first: int, last: int, weight: float, communes: tuple[Commune, ...], words: Words) -> Named:
    said = words.original(first, last)
    return Named(first, last, words.tokens[first].start, weight, communes, said, words.span(first, last))


def _departement(folded: str) -> str | None:
    found = _DEPARTEMENT.search(folded)
    return next((group for group in found.groups() if group), None) if found else None


def choose_place(named: Sequence[Named]) -> Location:
    """The place that is named most plainly; two named as plainly side by side are for the writer to choose from."""
    if not named:
        return Location()
    best = max(place.weight for place in named)
    top = [place for place in named if place.weight == best]
    clear = {c.insee for place in named if len(place.communes) == 1 for c in place.communes}
    chosen = top[0]
    if len(chosen.communes) > 1:
        meant = [commune for commune in chosen.communes if commune.insee in clear]
        communes = tuple(meant) if len(meant) == 1 else chosen.communes
    else:
        communes = _side_by_side(top)
    if len(communes) == 1:
        return Location(place_of(communes[0]), span=chosen.span)
    return Location(doubt=Doubt("place", chosen.said, tuple(map(place_of, communes))), span=chosen.span)


def _side_by_side(top: Sequence[Named]) -> tuple[Commune, ...]:
    together = [top[0]]
    for place in top[1:]:
        if place.first - together[-1].last > 2:
            break
        together.append(place)
    return tuple(dict.fromkeys(commune for place in together if len(place.communes) == 1 for commune in place.communes))


def place_of(commune: Commune) -> Place:
    """The commune as a slot's value."""
    return Place(commune.insee, commune.name)


def places_of(communes: Iterable[Commune]) -> tuple[Place, ...]:
    """Communes as choices."""
    return tuple(place_of(commune) for commune in communes)
