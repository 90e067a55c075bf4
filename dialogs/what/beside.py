"""Which diplomas stand beside the name of a speciality: « CAP ou bac pro cuisine », « maçon CAP », « CAP cuisine ou bac pro »."""

from bisect import bisect_left
from operator import attrgetter

from core.pool.draft import Level
from core.territory.ngrams import Hit
from core.territory.programmes import DIPLOMAS, Name
from dialogs.understanding.words import Words
from dialogs.what.levels import LevelWord

# Words that may stand between a diploma and its speciality: « bac pro métiers de la … », « CAP 2e année en … ».
BETWEEN = frozenset(
    "de du des d en la le l les et ou a option specialite mention filiere section metiers metier niveau 2e 1re 1ere 2eme annee "
    "terminale term tle premiere seconde 2nde pro dans au opt dominante type genre soit domaine profil une un classe e s x "
    "agricole 1 2 3 eleve eleves stagiaire stagiaires apprenti apprentie jeune jeunes constructeur ouvrages technicien "
    "technicienne operateur agent ama tcv univers place places tous toutes h f or in of".split()
)
_FAR = 12  # words between a trade and the « niveau » told after it
_MARKS = frozenset(".;!?\n")
_DIPLOMAS = frozenset(DIPLOMAS)
_first_of = attrgetter("first")


def levels_beside(hit: Hit[Name], levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words) -> list[Level]:
    """The diplomas next to a name: before it, past other names, or behind it."""
    diplomas = [level for level in levels if not _DIPLOMAS.isdisjoint(level.value.levels)]
    before = _group_before(hit.first, diplomas, names, words)
    place = bisect_left(diplomas, hit.last, key=_first_of)
    behind = place < len(diplomas) and _joined_behind(hit.last, diplomas[place].first, words)
    if behind and (not before or _offered_too(hit, diplomas[place], words)):
        run = _run_from(diplomas[place:], words)
        if not any(name.first >= run[-1].last and joined(run[-1].last, name.first, words, 2) for name in names):
            return [*before, *(lv for level in run for lv in level.value.levels)]
    return before


def joined(last: int, first: int, words: Words, most: int) -> bool:
    """Whether the words between are few and only link, and no sentence ends there."""
    between = words.list[last:first]
    gaps = "".join(words.gaps[i] for i in range(last, first + 1) if 0 < i < len(words.list))
    return len(between) <= most and all(word in BETWEEN for word in between) and _MARKS.isdisjoint(gaps)


def _joined_behind(last: int, first: int, words: Words) -> bool:
    """« maçon CAP », « en cuisine pour un élève de bac pro », « en électricité, 4 semaines, niveau bac pro »."""
    if words.list[first - 1] == "niveau" and first - last <= _FAR and sentence(first, words) == sentence(last - 1, words):
        return True
    if "pour" in words.list[last : last + 1]:
        return joined(last + 1, first, words, 4)
    return joined(last, first, words, 3)


def _offered_too(hit: Hit[Name], level: Hit[LevelWord], words: Words) -> bool:
    """« CAP cuisine ou bac pro »: the second diploma is of the same speciality."""
    return "ou" in words.list[hit.last : level.first] or words.gaps[hit.last].strip() == "/"


def _group_before(first: int, diplomas: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words) -> list[Level]:
    end = first
    found: list[Level] = []
    while True:
        level = next((h for h in reversed(diplomas) if h.last <= end), None)
        name = next((h for h in reversed(names) if h.last <= end), None)
        if level and (not name or level.first >= name.last) and joined(level.last, end, words, 6):
            found = [*level.value.levels, *found]
            end = level.first
        elif not found and name and joined(name.last, end, words, 3):
            end = name.first
        else:
            return found


def _run_from(following: list[Hit[LevelWord]], words: Words) -> list[Hit[LevelWord]]:
    run = following[:1]
    for level in following[1:]:
        if not joined(run[-1].last, level.first, words, 2):
            break
        run.append(level)
    return run


def sentence(at: int, words: Words) -> int:
    """Where the sentence or line of a word opens: the index of its first word."""
    return words.once(_openings)[at]


def _openings(words: Words) -> list[int]:
    """For each word, the first word of its sentence or line."""
    opens = [0] if words.list else []
    for at in range(1, len(words.list)):
        opens.append(opens[-1] if _MARKS.isdisjoint(words.gaps[at]) else at)
    return opens
