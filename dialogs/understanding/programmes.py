"""What an offer is for: kind, levels, programmes and fields, from the level words and trade words of one clause."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from core.pool.draft import Kind, Level
from core.territory.ngrams import Hit
from core.territory.programmes import DIPLOMAS, Name
from dialogs.understanding.levels import LevelWord, find_levels, in_order, kind_of
from dialogs.understanding.names import Lexicon, find_names
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words

# Words that may stand between a diploma and its speciality: « bac pro métiers de la … », « CAP 2e année en … ».
_BETWEEN = frozenset(
    "de du des d en la le l les et ou a option specialite mention filiere section metiers metier niveau 2e 1re 1ere 2eme annee "
    "terminale term tle premiere seconde 2nde pro dans au opt dominante type genre soit domaine profil une classe e s "
    "agricole 1 2 eleve eleves stagiaire stagiaires apprenti apprentie".split()
)
_DENIALS = frozenset("pas ni sans sauf aucun aucune hors jamais plus not no".split())
_NOT_DENIED = frozenset(
    "souci probleme forcement seulement uniquement que grave mal encore besoin de_suite idee tard tot".split()
)
_BREAKS = ".;!?\n:,("
_NEAR = 4  # words between a denial and what it denies
_CLASSES = frozenset("premiere 1ere 1re terminale term tle terminales".split())
_LINKS = (("et",), ("ou",))
_V = TypeVar("_V")


@dataclass(frozen=True)
class Trade:
    """What a clause says of the stay; `house` are families of the kind of house (« garage »), for want of a trade."""

    kind: Kind | None = None
    levels: tuple[Level, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def said(self) -> bool:
        """Whether the clause says anything of the stay itself."""
        return bool(self.kind or self.levels or self.programmes or self.fields)


def find_trade(words: Words, lexicon: Lexicon) -> Trade:
    """Kind, levels, programmes and fields of one clause.

    A programme only where a diploma stands beside a speciality, or an acronym names one diploma; what is denied
    (« pas de Segpa ») does not count; a contract of apprenticeship is one whatever the diploma.
    """
    level_hits = _affirmed(find_levels(words), words)
    names = [hit for hit in _affirmed(find_names(words, lexicon), words) if not _inside_level(hit, level_hits)]
    whole = {hit.first: level for hit in names for level in level_hits if level.first == hit.first}
    level_hits = [level for level in level_hits if level not in whole.values()]
    resolved = {
        hit.first: _whole_codes(hit, whole[hit.first], lexicon)
        if hit.first in whole
        else _codes(hit, level_hits, names, words, lexicon)
        for hit in names
    }
    programmes = tuple(dict.fromkeys(code for codes in resolved.values() for code in codes))
    levels = _levels(level_hits, programmes, words, lexicon)
    trades = [hit for hit in names if not hit.value.hint]
    strong = [family for hit in trades for family in _families(hit, resolved[hit.first], lexicon)]
    fields = lexicon.programmes.families(programmes) if programmes else tuple(dict.fromkeys(strong))
    house = tuple(dict.fromkeys(family for hit in names if hit.value.hint for family in hit.value.families[:1]))
    return Trade(_kind(level_hits, levels), levels, programmes, fields, house, _spans(level_hits, trades, words))


def _inside_level(hit: Hit[Name], levels: list[Hit[LevelWord]]) -> bool:
    """A name within a level word (« 3e ») says nothing more; one that opens with it (« CAP petite enfance ») holds it."""
    return any(
        level.first < hit.last and hit.first < level.last and not (level.first == hit.first and level.last < hit.last)
        for level in levels
    )


def _whole_codes(hit: Hit[Name], level: Hit[LevelWord], lexicon: Lexicon) -> tuple[str, ...]:
    codes = [lexicon.programmes.at_level(hit.value, wanted) for wanted in level.value.levels]
    return tuple(code for code in codes if code) or hit.value.codes[:1]


def _affirmed(hits: "Iterable[Hit[_V]]", words: Words) -> "list[Hit[_V]]":
    return [hit for hit in hits if not _denied(hit.first, words)]


def _denied(first: int, words: Words) -> bool:
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if any(mark in words.gap(i + 1, i + 1) for mark in _BREAKS) or (
            words.list[i] in ("mais", "but", "un", "une") and i < first - 2
        ):
            return False
        if words.list[i] in _DENIALS:
            after = words.list[i + 1] if i + 1 < len(words.list) else ""
            return after not in _NOT_DENIED and not (words.list[i] == "plus" and not _ne_before(i, words))
    return False


def _ne_before(i: int, words: Words) -> bool:
    return any(word in ("ne", "n", "prends", "prend", "prenons") for word in words.list[max(0, i - 3) : i])


def _codes(
    hit: Hit[Name], levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words, lexicon: Lexicon
) -> tuple[str, ...]:
    beside = _levels_beside(hit, levels, names, words)
    codes = [lexicon.programmes.at_level(hit.value, level) for level in beside]
    if any(codes):
        return tuple(code for code in codes if code)
    if hit.value.acronym:
        return hit.value.codes[:1]
    return ()


def _levels_beside(hit: Hit[Name], levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words) -> list[Level]:
    """The diplomas next to a name: before it (« CAP ou bac pro cuisine »), past other names, or behind (« maçon CAP »)."""
    diplomas = [level for level in levels if set(level.value.levels) & set(DIPLOMAS)]
    before = _group_before(hit.first, diplomas, names, words)
    following = [level for level in diplomas if level.first >= hit.last]
    if following and _joined(hit.last, following[0].first, words, 3) and (not before or _offered_too(hit, following[0], words)):
        run = _run_from(following, words)
        if not any(name.first >= run[-1].last and _joined(run[-1].last, name.first, words, 2) for name in names):
            return [*before, *(lv for level in run for lv in level.value.levels)]
    return before


def _offered_too(hit: Hit[Name], level: Hit[LevelWord], words: Words) -> bool:
    """« CAP cuisine ou bac pro »: the second diploma is of the same speciality."""
    return "ou" in words.list[hit.last : level.first] or words.gap(hit.last, hit.last).strip() == "/"


def _group_before(first: int, diplomas: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words) -> list[Level]:
    end = first
    found: list[Level] = []
    while True:
        level = next((h for h in reversed(diplomas) if h.last <= end), None)
        name = next((h for h in reversed(names) if h.last <= end), None)
        if level and (not name or level.first >= name.last) and _joined(level.last, end, words, 6):
            found = [*level.value.levels, *found]
            end = level.first
        elif not found and name and _joined(name.last, end, words, 3):
            end = name.first
        else:
            return found


def _run_from(following: list[Hit[LevelWord]], words: Words) -> list[Hit[LevelWord]]:
    run = following[:1]
    for level in following[1:]:
        if not _joined(run[-1].last, level.first, words, 2):
            break
        run.append(level)
    return run


def _joined(last: int, first: int, words: Words, most: int) -> bool:
    """Whether the words between are few and only link, and no sentence ends there."""
    between = words.list[last:first]
    gaps = "".join(words.gap(i, i) for i in range(last, first + 1) if 0 < i < len(words.list))
    return len(between) <= most and all(word in _BETWEEN for word in between) and not any(c in gaps for c in ".;!?\n")


def _levels(hits: list[Hit[LevelWord]], programmes: tuple[str, ...], words: Words, lexicon: Lexicon) -> tuple[Level, ...]:
    kept = [hit for i, hit in enumerate(hits) if not _is_class(hit, hits[i + 1 :], words)]
    found = {level for hit in kept if len(hit.value.levels) == 1 for level in hit.value.levels}
    found |= {level for level in DIPLOMAS if level in lexicon.programmes.levels(programmes)}
    if not found.intersection(DIPLOMAS):
        found |= {level for hit in kept for level in hit.value.levels}
    return in_order(found)


def _is_class(hit: Hit[LevelWord], following: list[Hit[LevelWord]], words: Words) -> bool:
    """« 2nde ou 1re bac pro » is a class of bac pro, « troisième (Segpa) » a class of Segpa."""
    if not following or not hit.value.levels:
        return False
    between = words.list[hit.last : following[0].first]
    level, after = hit.value.levels[0], following[0].value.levels
    if level == "seconde" and after == ("bac_pro",):
        return len(between) <= 6 and bool(_CLASSES.intersection(between))
    return level == "troisieme" and after in (("segpa",), ("prepa_metiers",)) and len(between) <= 1 and between not in _LINKS


def _kind(hits: list[Hit[LevelWord]], levels: tuple[Level, ...]) -> Kind | None:
    said = [hit.value.kind for hit in hits if hit.value.kind]
    for strong in ("apprenticeship", "immersion"):
        if strong in said:
            return strong
    return kind_of(levels) or (said[0] if said else None)


def _families(hit: Hit[Name], codes: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.programmes.families(codes) or hit.value.families[:1]


def _spans(levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words) -> tuple[tuple[str, Span], ...]:
    return tuple(("levels" if hit.value.levels else "kind", words.span(hit.first, hit.last)) for hit in levels) + tuple(
        ("fields", words.span(hit.first, hit.last)) for hit in names
    )
