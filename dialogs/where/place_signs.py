"""How strongly the words around a name make it the place of work; 0 when they make it something else."""

import re
from functools import cache
from itertools import pairwise

from config.lexicon import read_rows, read_words
from dialogs.understanding.words import Words
from dialogs.where.ground import Ground

# Weights: « poste basé à X », « à X » and « notre agence de X », « l'équipe de X », « près de X », postcode beside, « , X », X,
# in the signature, in a run of capitals.
BASED, AT, OF, NEAR, BESIDE, LINE, BARE, SIGNED, RUN = 6.0, 5.0, 4.8, 4.5, 4.0, 3.0, 2.0, 1.0, 0.8
_AGAIN = 0.5  # what a second thought weighs more
_LINKS = frozenset("de d du des la le les l".split())
_OF = frozenset("de d du des".split())
_INSTEAD = (("lieu", "de"), ("lieu", "d"), ("plutot", "que"), ("plutot", "qu"))
_BOUNDS = " '\"-"
_DONE = frozenset("stage stages travail chantier chantiers poste postes font passe fait travaille travaillent".split())
_MORNINGS = (("chaque", "matin"), ("les", "matins"))
# « le second magasin, à Romans, ne prend personne »: what follows the name of a site that is closed to youths.
_NOBODY = re.compile(
    r"[ ,)]{1,4}(?:(?:lui|elle|par contre|en revanche|cette annee) ?,? ){0,2}(?:"
    r"n(?:e |'en |')(?:prend|prendra|prendront|prennent|accueille|accueillent|accueillera|recoit|recrute|participe)"
    r" (?:personne\b|(?:pas|plus)(?! (?:de |d'|que |qu'|avant |en )))"
    r"|(?:est|sera) (?:complete?|pleine?|fermee?)\b)"
)


@cache
def _signs() -> dict[str, frozenset[str]]:
    """The words of `config/lexicon/place-signs.csv`, by what they make of a place."""
    found: dict[str, frozenset[str]] = {}
    for _, row in read_rows("place-signs"):
        found[row["sign"]] = found.get(row["sign"], frozenset()) | frozenset(row["words"].split())
    return found


def weigh(first: int, last: int, ground: Ground, floor: int) -> float:
    """The weight of the name at the words [first, last); `floor` is where the name before it ends."""
    words = ground.words
    before = _same_part(first, words, floor)
    if before[-2:-1] == ["jusqu"] or _person(first, last, ground) or _denied(before) or _takes_nobody(last, words):
        return 0.0
    if _elsewhere(before) or of_headquarters(first, words, floor):
        return 0.0
    run = _in_a_run(first, ground) and not _LINKS.intersection(before[-1:])
    if words.tokens[first].start >= ground.signature:
        return RUN if run else SIGNED
    if not before:
        return LINE
    if _contrasted(before):
        return BASED + _AGAIN
    weight = _tied_weight(before, first, ground) or (RUN if run else BARE)
    return weight + _AGAIN if _second_thought(first - len(before), words) else weight


def _second_thought(start: int, words: Words) -> bool:
    """« à X ? non, à Y »: what is said again counts more."""
    return start > 0 and words.list[start - 1] in _signs()["again"]


def _contrasted(before: list[str]) -> bool:
    """« basée à X mais l'entrepôt c'est à Y », « mais les stages se font à Y »: the work is at the second."""
    if "mais" not in before or not _signs()["at"].intersection(before[-2:]):
        return False
    after = before[before.index("mais") + 1 :]
    return not _signs()["site"].union(_DONE).isdisjoint(after)


def _takes_nobody(last: int, words: Words) -> bool:
    """Whether a site is named only to say that it takes nobody."""
    return bool(_NOBODY.match(words.text.folded, words.tokens[last - 1].end))


def _tied_weight(before: list[str], first: int, ground: Ground) -> float:
    """The weight of a name that the words before tie to what is said; 0 when nothing does."""
    head = _head(before)
    if before[-2:] in (["c", "est"], ["ce", "sera"], ["ca", "sera"]) or before[-1] in ("base", "lieu"):
        return BASED  # « pas X, c'est Y »
    if (head == "depart" and {"au", "point"}.intersection(before)) or _each_morning(before):
        return BASED  # « chantiers à X et Y, au départ de Z », « chaque matin au dépôt de Z »
    if before[-1] in _signs()["at"] or (before[-1] in _LINKS and head in _signs()["at"]) or before[-2:] == ["out", "of"]:
        return BASED if _signs()["based"].intersection(before) else AT
    if before[-1] in _signs()["near"] or head in _signs()["near"]:
        return NEAR
    if head is None:
        return 0.0
    if head == "siege" and not {"au", "dans"}.intersection(before):
        return BARE  # « le siège de X » hosts, unless another place is named
    if head in _signs()["site"] or _signs()["site"].intersection(before[-5:]):
        return BASED if _signs()["based"].intersection(before) else AT
    links = len(before) - before[::-1].index(head)
    return OF if before[links] in _OF and not ground.capital(first - (len(before) - links) - 1) and len(head) > 2 else 0.0


def _each_morning(before: list[str]) -> bool:
    return any(pair in _MORNINGS for pair in pairwise(before)) and not _signs()["site"].isdisjoint(before)


def _head(before: list[str]) -> str | None:
    """The word that « de », « de la »… ties to the name; None when nothing ties."""
    at = len(before)
    while at and before[at - 1] in _LINKS:
        at -= 1
    return before[at - 1] if at and at < len(before) else None


def _same_part(first: int, words: Words, floor: int) -> list[str]:
    """The words before, back to the last comma, line end or sign: at most eight."""
    start = first
    while start > floor and first - start < 8:
        gap = words.gaps[start]
        if gap.strip(_BOUNDS) or "\n" in gap or " - " in gap:
            break
        start -= 1
    return list(words.list[start:first])


def _person(first: int, last: int, ground: Ground) -> bool:
    """« M. Saint-Louis », « Florence Valence », « J. Albi », « Nancy Dupont »."""
    words, firsts = ground.words, read_words("first-names")
    before = words.list[first - 1] if first else ""
    if before and words.gaps[first] in (" ", "-", ". ", "."):
        if before in _signs()["title"] or (len(before) == 1 and before not in "aldy" and ground.capital(first - 1)):
            return True
        opens = first < 2 or words.list[first - 2] in firsts or words.gaps[first - 1] != " " or not ground.capital(first - 2)
        if before in firsts and opens and ground.capital(first - 1) and before not in ("a", "la"):
            return True  # but « Leroy Merlin Saint-Paul » is a shop
    follows = last < len(words.list) and words.gaps[last] == " " and ground.capital(last)
    return follows and last - first == 1 and words.list[first] in firsts and before not in _signs()["at"]


def _denied(before: list[str]) -> bool:
    """« et non à X », « pas à X », « au lieu de X », « plutôt que X », « avant, à X »; « mais » and « est » open anew."""
    for back, word in enumerate(reversed(before[-6:])):
        if word in _signs()["new-start"]:
            return False
        if word in _signs()["denial"]:
            after = before[len(before) - back :]
            spoken_of = word != "plus" or not after or after[0] in _OF or after[0] in _signs()["at"]
            return spoken_of and _signs()["able"].isdisjoint(after)
        if word in ("anciennement", "auparavant"):
            return True
    return any(pair in _INSTEAD for pair in pairwise(before[-4:]))


def _elsewhere(before: list[str]) -> bool:
    """A street, a school, where somebody lives or comes from, a headquarters: read back from the name to what ties it."""
    crossed = 0  # words since an « à » was passed: beyond it a street no longer matters, a headquarters still does
    for back, word in enumerate(reversed(before[-6:])):
        ahead = before[: len(before) - back - 1]
        if word == "siege" or (word == "mere" and ahead[-1:] == ["maison"]):
            here = {"au", "notre", "dans"}.intersection(ahead) and not (crossed and "notre" in ahead)
            return "social" in before or not (here or (word == "siege" and _tied(before, back)))
        if word in _signs()["dwelling"] or (word == "en" and ahead[-1:] == ["est"] and crossed):
            return True
        if word in _signs()["school"] or (word in ("ecole", "ecoles") and {"eleve", "eleves"}.intersection(ahead)):
            return crossed <= 1 and not _signs()["own"].intersection(ahead)
        if word == "salon" and ahead[-1:] in (["au"], ["du"]) and _tied(before, back):
            return True  # « au salon de Paris » is a fair
        if word in _signs()["site"] or crossed > 3:
            return False
        if crossed == 0 and (_is_street(word, ahead, back) or (word in _signs()["origin"] and _tied(before, back))):
            return True
        crossed += 1 if crossed or word in _signs()["at"] else 0
    return False


def _is_street(word: str, ahead: list[str], back: int) -> bool:
    """« 8 place de X » is an address, « une place à X » and « un cours à X » are not."""
    if word in _signs()["street-after-number"]:
        return back <= 2 and bool(ahead) and ahead[-1].isdigit() and len(ahead[-1]) <= 3
    return word in _signs()["street"]


def _tied(before: list[str], back: int) -> bool:
    """Whether only « de », « du », « des » stand between a word and the name."""
    return back > 0 and before[len(before) - back] in _OF and set(before[len(before) - back :]) <= _LINKS


def of_headquarters(first: int, words: Words, floor: int) -> bool:
    """« Siège social : 12 rue de la Paix, 75002 Paris »: the whole line is of the headquarters."""
    if "siege" not in words.list[max(first - 13, floor) : first]:
        return False
    for at in range(first - 1, max(first - 14, floor - 1), -1):
        if "\n" in words.gaps[at + 1] or any(mark in words.gaps[at + 1] for mark in ".;("):
            return False
        if words.list[at] == "siege":
            own = {"au", "notre", "dans"}.intersection(words.list[max(at - 2, 0) : at])
            tied = set(words.list[at + 1 : first]) <= _LINKS
            return not own and not tied and not _signs()["site"].intersection(words.list[at + 1 : first])
    return False


def _in_a_run(first: int, ground: Ground) -> bool:
    """Whether a capital stands just before: the name belongs to that of a firm, « Le Shaker Annecy »."""
    return first > 0 and ground.words.gaps[first] in (" ", "-", "'", " & ") and ground.capital(first - 1)
