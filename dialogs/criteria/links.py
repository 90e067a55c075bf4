"""Which frames bear on which groups of words: « pas de Comoriens ni de Mahorais », « garçons uniquement », « les filles ne sont
pas acceptées ». Between the two only words of config/lexicon/criteria-between.txt may stand."""

from collections.abc import Iterator
from typing import NamedTuple

from config.lexicon import read_words
from dialogs.criteria.scene import Group, Placed, Scene

_REACH = 9  # words between a frame and its group
_UNKNOWN = 2  # words of any kind said of somebody: « pas de jeune suivi par un psychiatre »
_SLACK = 3  # words of any kind between « une fille … » and « de préférence »
_DENIALS = frozenset("pas pa jamais aucun aucune no not never".split())
_ONLY = frozenset("que qu".split())
_ELSEWHERE = frozenset("aux a de d par".split())
_LISTS = frozenset("de d des du les la le l un une et ou ni en pas or and no".split())
_SOMEBODY = frozenset(
    "la une cette l autre seule premiere bonne chaque toute meme votre notre par de".split()
)  # « une personne de »
_LIST_REACH = 4
_IFS = frozenset("si quand lorsque if when".split())
_HYPOTHESIS = 4  # words between « si » and what it supposes
_JOINS = frozenset("et ou ni or and voire ainsi comme".split())
_GIVEN = frozenset("la le cette ce cet votre notre the this".split())  # « la jeune fille » is known, not sought
_FOLLOWS = frozenset("chez car ici parce sinon mais isi please thanks au aux a dans en sur pour parmi c ca".split())
_ORIGIN_BEFORE = frozenset("de du des d la l habitent habite habitant".split())
_PREFERRED = tuple(
    "habit domicili resid ayant motiv majeur mineur titulaire vehicul sachant parlant dispo dynamique originaire issu age "
    "serieu ponctuel autonome sportif".split()
)
_SAYS_OF = frozenset("qui ki a ait est soit se s un une".split())


class Link(NamedTuple):
    """A criterion that a frame makes: the words [first, last) of its group, `does` what was said of it."""

    criterion: str
    does: str
    first: int
    last: int


def find_links(scene: Scene) -> Iterator[Link]:
    """Every criterion that is said, before anything that opens the choice is looked at."""
    for group in scene.every_group:
        if "always" in group.wording.when and _stands(group, scene):
            yield Link(group.criterion, "always", group.first, group.last)
    for placed in scene.frames:
        if placed.frame.side in ("before", "both") and not _merely_states(placed, scene) and not _supposes(placed, scene):
            yield from _after(placed, scene)
        if placed.frame.side in ("after", "both") and not _bears_elsewhere(placed, scene):
            yield from _before(placed, scene)


def _supposes(placed: Placed, scene: Scene) -> bool:
    """« si vous m'envoyez une fille, prévenez-moi »: nothing is asked for yet."""
    first = max(placed.first - _HYPOTHESIS, 0)
    before = [
        word
        for place, word in enumerate(scene.words(first, placed.first), first)
        if scene.stretch[place] == scene.stretch[placed.first]
    ]
    return placed.frame.does == "seek" and not _IFS.isdisjoint(before)


def _merely_states(placed: Placed, scene: Scene) -> bool:
    words, before = scene.words(placed.first, placed.last), scene.words(placed.first - 1, placed.first)
    if words[0] == "personne":
        return not _SOMEBODY.isdisjoint(before)
    if len(words) == 1 and words[0] in _DENIALS:
        return bool(read_words("criteria-states").intersection(before))
    return bool(_ONLY.intersection(words)) and bool(
        read_words("criteria-states").intersection(scene.words(placed.first - 3, placed.last))
    )


def _after(placed: Placed, scene: Scene) -> Iterator[Link]:
    """The groups that follow a frame, the first and those joined to it."""
    between, place, seen, waited, unknown = read_words("criteria-between"), placed.last, None, 0, 0
    here = scene.clause[placed.first]
    while place < len(scene.tokens) and scene.clause[place] == here and waited <= _REACH:
        if scene.stretch[place] != scene.stretch[place - 1] and not _goes_on(place, seen, scene):
            break
        links = [link for group in scene.groups.get(place, ()) if (link := _link(group, placed, scene))]
        links = [link for link in links if not (unknown and link.criterion == "sex")]
        if links:
            if seen and seen.does == "exclude" and _describes(seen, links[0], scene):
                seen = None
            if seen:
                yield seen
            yield from links[1:]
            seen = links[0]
            place, waited = max(link.last for link in links), 0
        elif scene.tokens[place].word in between or place in scene.groups:
            place, waited = place + 1, waited + 1
        elif unknown < _UNKNOWN and not scene.capital(place) and _says_of_somebody(placed, place, scene):
            place, unknown = place + 1, unknown + 1
        else:
            break
    if seen:
        yield seen
    elif place < len(scene.tokens) and scene.stretch[place] == scene.stretch[placed.last - 1]:
        yield from _named(placed, place, scene)


def _goes_on(place: int, seen: Link | None, scene: Scene) -> bool:
    """Whether a frame reaches over a comma: to another group of the same list, « pas de Comoriens, de Malgaches »."""
    if seen is None:
        return scene.tokens[place].word == "ni"
    for step in range(place, min(place + _LIST_REACH, len(scene.tokens))):
        if step in scene.groups:
            return True
        if scene.tokens[step].word not in _LISTS:
            return False
    return False


def _says_of_somebody(placed: Placed, place: int, scene: Scene) -> bool:
    """Whether a word stands where something is said of a person that a refusal named: after « jeune », « qui » or « est »."""
    before, people = scene.words(placed.first, place), read_words("criteria-people")
    return placed.frame.does == "exclude" and (before[-1] in people or before[-1] in _SAYS_OF) and not people.isdisjoint(before)


def _describes(head: Link, said: Link, scene: Scene) -> bool:
    """« pas de fille voilée »: what is refused is the veil."""
    joined = _JOINS.intersection(scene.words(head.last, said.first)) or scene.stretch[head.first] != scene.stretch[said.first]
    return head.criterion == "sex" and said.criterion != "sex" and not joined


def _before(placed: Placed, scene: Scene) -> Iterator[Link]:
    """The groups that a frame follows, the nearest and those joined to it."""
    between, place, slack = read_words("criteria-between"), placed.first, _slack(placed, scene)
    ends: dict[int, list[Group]] = {}
    here, waited = scene.clause[placed.first], 0
    for first in range(max(0, placed.first - 14), placed.first):
        for group in scene.groups.get(first, ()):
            ends.setdefault(group.last, []).append(group)
    while place > 0 and scene.clause[place - 1] == here and waited <= _REACH:
        links = [link for group in ends.get(place, ()) if (link := _link(group, placed, scene))]
        yield from links
        if links:
            place, slack = min(link.first for link in links), 0
        elif scene.tokens[place - 1].word in between or place in ends:
            place, waited = place - 1, waited + 1
        elif slack:
            place, slack = place - 1, slack - 1
        else:
            return


def _slack(placed: Placed, scene: Scene) -> int:
    if placed.frame.does == "exclude":
        return _SLACK - 1  # « le piercing au nez est refusé »
    return _SLACK if {"preference", "possible"}.intersection(scene.words(placed.first, placed.last)) else 0


def _bears_elsewhere(placed: Placed, scene: Scene) -> bool:
    """« interdit aux mineurs », « refusé par l'école », « non, une fille »: what is refused does not stand before."""
    if _prefers_what_follows(placed, scene):
        return True
    if placed.frame.does != "exclude" or placed.last >= len(scene.tokens):
        return False
    said = scene.words(placed.first, placed.last)
    if scene.sentence[placed.last] != scene.sentence[placed.first]:
        return False
    elsewhere = said[-1].startswith(("interdi", "refus", "exclu")) and scene.tokens[placed.last].word in _ELSEWHERE
    return (said == ["non"] and not _between_commas(placed, scene)) or elsewhere


def _prefers_what_follows(placed: Placed, scene: Scene) -> bool:
    """« une apprentie de préférence habitant Pantin » prefers where she lives, and not that she is a girl."""
    if scene.words(placed.first, placed.last) != ["de", "preference"] or placed.last >= len(scene.tokens):
        return False
    after = scene.tokens[placed.last].word
    return scene.stretch[placed.last] == scene.stretch[placed.first] and after.startswith(_PREFERRED)


def _between_commas(placed: Placed, scene: Scene) -> bool:
    """« un diabétique, non, j'en ai déjà eu un »: what stands before is refused."""
    return (
        scene.stretch[placed.first - 1] != scene.stretch[placed.first]
        and scene.stretch[placed.last] != scene.stretch[placed.first]
    )


def _link(group: Group, placed: Placed, scene: Scene) -> Link | None:
    does = placed.frame.does
    if does not in group.wording.when or not _stands(group, scene):
        return None
    before, after = scene.words(group.first - 1, group.first), scene.words(group.last, group.last + 1)
    if group.criterion == "sex" and scene.words(placed.first, placed.last) == ["non"]:
        return None  # « une fille, non, un garçon » is a slip of the tongue
    if group.criterion == "sex" and does != "exclude" and _GIVEN.intersection(before):
        return None
    if scene.words(placed.first, placed.last) == ["aucune"] and after in (["n"], ["ne"]):
        return None
    return Link(group.criterion, does, group.first, group.last)


def _stands(group: Group, scene: Scene) -> bool:
    """Whether words that must stand alone do: « pas de gros », not « pas de gros travaux »."""
    if "alone" not in group.wording.when or group.last >= len(scene.tokens):
        return True
    following = scene.tokens[group.last].word
    parted = scene.stretch[group.last] != scene.stretch[group.last - 1]
    framed = any(placed.first == group.last for placed in scene.frames)
    return parted or framed or following in _FOLLOWS or following in read_words("criteria-between")


def _named(placed: Placed, place: int, scene: Scene) -> Iterator[Link]:
    """« pas un jeune des Minguettes », « pas de famille Untel »: a capital after « de » is a place, after « famille » a name."""
    word = scene.tokens[place].word
    before = scene.words(placed.first, place)
    if (
        placed.frame.does not in ("exclude", "require")
        or len(before) < 2
        or not scene.capital(place)
        or word in read_words("criteria-no-place")
    ):
        return
    if before[-1] == "famille" and placed.frame.does == "exclude":
        yield Link("surname", "exclude", place - 1, place + 1)
    elif before[-1] in _ORIGIN_BEFORE and _somebody(before[:-1]) and "famille" not in before:
        yield Link("residence", placed.frame.does, place - 1, place + 1)


def _somebody(said: list[str]) -> bool:
    """« pas un jeune de X »; « le bureau de Y, non celui de X » speaks of no person."""
    return said[-1] != "celui" and bool(read_words("criteria-people").intersection(said))
