"""The commune where the youths would work: every place that a message names, weighed by how it is named."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from config.territory import Commune
from core.pool.draft import Place
from core.territory.fold import fold
from core.territory.names import SAINTS
from core.territory.places import Gazetteer
from dialogs.understanding.heard import Doubt
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words
from dialogs.where.departements import find_departements, find_lands
from dialogs.where.ground import Ground
from dialogs.where.place_names import agreeing, is_named, told_apart
from dialogs.where.place_signs import BARE, BESIDE, SIGNED, of_headquarters, weigh

__all__ = ["BARE", "Location", "Named", "choose_place", "find_places", "place_of", "places_of"]

LONGEST = 8  # words of a place name looked at
MOST = 40  # places of one message
_WITHIN = (" ", "-", "'", ". ", "/")
_ARTICLES = frozenset("le la les l".split())
_BEFORE = frozenset("a au aux sur vers pres in near at de d du des dans commune ville le la les l".split())
_SAINTS = {"st": "saint", "ste": "sainte"}
_OPENERS = _ARTICLES | SAINTS | _SAINTS.keys()
_AND = tuple((link, *tie) for link in ("et", "ou") for tie in ((), *((word,) for word in "a au aux de d du des sur".split())))
_WITHIN_A_COMMUNE = (("a",), ("au",), ("in",), ("commune", "de"), ("commune", "du"))
_MONEY = frozenset("euros euro eur e habitants m2 km kg tonnes".split())


class Named(NamedTuple):
    """A place that the message names: one commune, or several to choose from, or none known of that name."""

    first: int
    last: int
    start: int
    weight: float
    communes: tuple[Commune, ...]
    said: str
    span: Span


class Location(NamedTuple):
    """Where the youths would work, as far as the message says."""

    place: Place | None = None
    doubt: Doubt | None = None
    span: Span | None = None


def find_places(words: Words, gazetteer: Gazetteer, signature: int) -> list[Named]:
    """Every place named, in order, each with its weight; streets, schools, people's names and denied places are left out."""
    lands = find_lands(words)
    ground = Ground(words, gazetteer, find_departements(words, lands), {land.first: land for land in lands}, signature)
    found: list[Named] = []
    at = floor = 0
    while at < len(words.list) and len(found) < MOST:
        if at in ground.lands:
            at = ground.lands[at].last
            continue
        if not _may_open(words.list[at], gazetteer):
            at += 1
            continue
        named = _postcode_at(at, floor, ground) or _name_at(at, floor, ground)
        if named and named.weight:
            _add(named, found, words)
        at = named.last if named else at + 1
        floor = at if named else floor
    return found


def _may_open(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a name or a postcode may open with a word: few words can."""
    return word in gazetteer.openings or word in _OPENERS or word[0].isdigit()


def _add(named: Named, found: list[Named], words: Words) -> None:
    """« à Saint-Paul et Saint-Leu »: named as plainly; « Jarry, à Baie-Mahault »: the first lies in the second."""
    between = words.list[found[-1].last : named.first] if found else ()
    if between in _AND:
        named = named._replace(weight=max(named.weight, found[-1].weight))
    elif between in _WITHIN_A_COMMUNE and named.weight >= found[-1].weight:
        found[-1] = found[-1]._replace(weight=min(found[-1].weight, BARE))
    elif between in (("de",), ("d",)) and _lies_in(found[-1], named.communes[0]):
        named = named._replace(weight=found[-1].weight)  # « au Vieux-Port de Marseille »
        found[-1] = found[-1]._replace(weight=min(found[-1].weight, BARE))
    found.append(named)


def _lies_in(place: Named, commune: Commune) -> bool:
    """Whether a name before « de Brest » can be of a part of Brest: a district, a village of the same name as one."""
    own = place.communes[0]
    return own.population < commune.population or fold(place.said) != fold(own.name)


def _name_at(at: int, floor: int, ground: Ground) -> Named | None:
    """The longest name that opens here; of weight 0 when it is a name, but not of the place of work."""
    words, gazetteer = ground.words, ground.gazetteer
    for last in range(at + _reach(at, ground), at, -1):
        said = " ".join(words.list[at:last])
        known, unclear = gazetteer.named(said), gazetteer.ambiguous(said)
        if not known and not unclear:
            continue
        communes = agreeing(at, last, known, ground)
        if unclear and not told_apart(communes, last, ground):
            communes = tuple(commune for commune in map(gazetteer.by_insee, unclear.communes) if commune)
        if not communes:
            continue
        weight = weigh(at, last, ground, floor)
        if weight and not is_named(at, last, communes, weight, ground):
            continue
        settled = told_apart(communes, last, ground) or (communes if unclear else _settled(communes, gazetteer))
        return _make(at, last, weight, settled, words)
    return None


def _reach(at: int, ground: Ground) -> int:
    """How many words may belong to a name that opens here; 0 where none would."""
    words, gazetteer = ground.words, ground.gazetteer
    opens = at + (words.list[at] in _ARTICLES)
    if opens >= len(words.list) or opens in ground.lands:
        return 0
    word = _SAINTS.get(words.list[opens], words.list[opens])
    if word in SAINTS and opens + 1 < len(words.list):
        longest = gazetteer.openings.get(f"{word} {words.list[opens + 1]}", 0)
    elif word[0].isdigit() and words.list[opens + 1 : opens + 2] == ("arrondissement",):
        longest = LONGEST
    else:
        longest = gazetteer.openings.get(word, 0)
    if not longest or not (word in gazetteer.familiar or words.capitals[opens] or (at and words.list[at - 1] in _BEFORE)):
        return 0
    return _together(at, min(longest + 1, LONGEST), words)


def _together(at: int, most: int, words: Words) -> int:
    """How many words from here stand together, up to `most`: no comma and no line end between them."""
    length = 1
    while length < most and at + length < len(words.list) and words.gaps[at + length] in _WITHIN:
        length += 1
    return length


def _settled(communes: tuple[Commune, ...], gazetteer: Gazetteer) -> tuple[Commune, ...]:
    settled = gazetteer.settle(communes)
    return (settled,) if settled else communes


def _postcode_at(at: int, floor: int, ground: Ground) -> Named | None:
    """A postcode with the name that follows it; the name chooses among communes that share the postcode."""
    words, gazetteer = ground.words, ground.gazetteer
    code = words.list[at]
    if not (len(code) == 5 and code.isdigit()) or (at + 1 < len(words.list) and words.list[at + 1] in _MONEY):
        return None
    sharing = gazetteer.by_postcode(code)
    if not sharing:
        return None
    length = 1 if words.list[at + 1 : at + 2] == () or words.list[at + 1][0].isdigit() else _together(at, LONGEST, words)
    weight = SIGNED + 0.5 if words.tokens[at].start >= ground.signature else BESIDE
    weight = 0.0 if of_headquarters(at, words, floor) else weight
    for last in range(at + length, at + 1, -1):
        named = tuple(commune for commune in gazetteer.named(" ".join(words.list[at + 1 : last])) if commune in sharing)
        if named:
            return _make(at, last, weight, named, words)
    if len(sharing) > 1 and length > 1:
        close = gazetteer.closest(" ".join(words.list[at + 1 : at + min(length, 5)]), code)
        sharing = (close[0][0],) if len(close) == 1 else sharing
    return _make(at, at + 1, weight, sharing, words)


def _make(first: int, last: int, weight: float, communes: tuple[Commune, ...], words: Words) -> Named:
    said = words.original(first, last)
    return Named(first, last, words.tokens[first].start, weight, communes, said, words.span(first, last))


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
    return Location(doubt=Doubt("place", chosen.said, places_of(communes[:5])), span=chosen.span)


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
