"""What an offer is for: kind, levels, programmes and fields, from the level words and trade words of one clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.pool.draft import Kind, Level
from core.territory.ngrams import Hit
from core.territory.programmes import DIPLOMAS, Name, stem
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words
from dialogs.what.beside import levels_beside, sentence
from dialogs.what.counts import find_anchors
from dialogs.what.denials import affirmed, requirements
from dialogs.what.levels import LevelWord, find_levels, in_order, kind_of
from dialogs.what.names import Lexicon, find_names

_CLASSES = frozenset("premiere 1ere 1re terminale term tle terminales".split())
_SAME_CLASS = ((), ("de",), ("en",), ("classe",))
_OPTIONS = frozenset("option opt options dominante specialite".split())
_COLLEGE = frozenset(("troisieme", "segpa", "prepa_metiers", "seconde"))
_LISTED = 3  # trades told in a row: an observation that goes round the house


@dataclass(frozen=True)
class Trade:
    """What a clause says of the stay; `house` are families of the kind of house (« garage »), for want of a trade."""

    kind: Kind | None = None
    levels: tuple[Level, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def said(self) -> bool:
        """Whether the clause says anything of the stay itself."""
        return bool(self.kind or self.levels or self.programmes or self.fields)


def find_trade(words: Words, lexicon: Lexicon) -> Trade:
    """Kind, levels, programmes and fields of one clause.

    A programme only where a diploma stands beside a speciality, or an acronym names one diploma; what is denied
    (« pas de Segpa ») or asked of the youth (« ayant le CAP ») does not count; an apprenticeship is one whatever the diploma.
    """
    held = requirements(find_levels(words), words)
    level_hits = [hit for hit in affirmed(find_levels(words), words) if not any(hit.first in region for region in held)]
    names = [hit for hit in affirmed(find_names(words, lexicon), words) if not _inside_level(hit, level_hits)]
    names = [hit for hit in names if not _tells_option(hit, names, words) and not any(hit.first in region for region in held)]
    whole = {hit.first: level for hit in names for level in level_hits if level.first == hit.first and level.value.levels}
    level_hits = [level for level in level_hits if level not in whole.values()]
    level_hits = _offered(level_hits, names, words, lexicon)
    codes = {
        hit.first: _whole_codes(hit, whole[hit.first], lexicon)
        if hit.first in whole
        else _codes(hit, level_hits, names, words, lexicon)
        for hit in names
    }
    codes = _refined(_without_remarks(codes, names, words, lexicon), names, words, lexicon)
    programmes = tuple(dict.fromkeys(code for found in codes.values() for code in found))
    levels = _levels(_as_meant(level_hits, programmes, lexicon), programmes, words, lexicon)
    trades = [hit for hit in names if not hit.value.hint]
    fields = lexicon.programmes.families(programmes) or _fields(trades, names, levels)
    house = tuple(dict.fromkeys(family for hit in names if hit.value.hint for family in hit.value.families[:1]))
    spans = _spans([*level_hits, *whole.values()], trades, codes, words)
    return Trade(_kind(level_hits, levels), levels, programmes, fields, house, tuple(hit.value for hit in names), spans)


def _offered(levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words, lexicon: Lexicon) -> list[Hit[LevelWord]]:
    """Where numbers count levels, a level told alone in another sentence is no part of the offer: « ma fille est en BTS »."""
    runs = [anchor.run for anchor in find_anchors(words, lexicon) if anchor.run.levels]
    counted = [hit for hit in levels if any(run.first <= hit.first < run.last for run in runs)]
    if not counted:
        return levels
    sentences = {sentence(hit.first, words) for hit in counted}
    return [hit for hit in levels if not hit.value.levels or sentence(hit.first, words) in sentences or _named(hit, names, words)]


def _named(level: Hit[LevelWord], names: list[Hit[Name]], words: Words) -> bool:
    """Whether a speciality follows the level closely, in its sentence."""
    start = sentence(level.first, words)
    close = [hit for hit in names if not hit.value.hint and level.last <= hit.first <= level.last + 4]
    return any(sentence(hit.first, words) == start for hit in close)


def at_levels(names: Sequence[Name], levels: Sequence[Level], lexicon: Lexicon) -> tuple[str, ...]:
    """The programmes that names stand for at the diplomas said elsewhere: « 2 CAP cuisine et 1 pâtisserie »."""
    codes = [lexicon.programmes.at_level(name, level) for name in names for level in levels if level in DIPLOMAS]
    return tuple(dict.fromkeys(code for code in codes if code))


def _inside_level(hit: Hit[Name], levels: list[Hit[LevelWord]]) -> bool:
    """A name within a level word (« 3e ») says nothing more; one that opens with it (« CAP petite enfance ») holds it."""
    return any(
        level.first < hit.last and hit.first < level.last and not (level.first == hit.first and level.last < hit.last)
        for level in levels
    )


def _whole_codes(hit: Hit[Name], level: Hit[LevelWord], lexicon: Lexicon) -> tuple[str, ...]:
    codes = [lexicon.programmes.at_level(hit.value, wanted) for wanted in level.value.levels]
    return tuple(code for code in codes if code) or hit.value.codes[:1]


def _codes(
    hit: Hit[Name], levels: list[Hit[LevelWord]], names: list[Hit[Name]], words: Words, lexicon: Lexicon
) -> tuple[str, ...]:
    beside = levels_beside(hit, levels, names, words)
    codes = [lexicon.programmes.at_level(hit.value, level) for level in beside]
    if (
        beside == ["bp"]
        and not any(codes)
        and (whole := lexicon.programmes.named(["bp", *map(stem, words.list[hit.first : hit.last])]))
    ):
        return whole.codes[-1:]
    if beside and not any(codes) and hit.last - hit.first > 1:  # « CAP aéronautique, options avionique, systèmes »
        codes = _of_the_beginning(hit, beside, words, lexicon)
    if beside == ["bp"] and not any(codes):  # « BP ASSP »: no brevet professionnel of that name, « bac pro » cut short
        codes = [lexicon.programmes.at_level(hit.value, "bac_pro")]
    if any(codes):
        return tuple(_with_option(code, hit, words, lexicon) for code in codes if code)
    return (_with_option(hit.value.codes[0], hit, words, lexicon),) if hit.value.acronym and hit.value.codes else ()


def _of_the_beginning(hit: Hit[Name], levels: list[Level], words: Words, lexicon: Lexicon) -> list[str | None]:
    """The programmes of the longest name that opens this one and has these levels."""
    for last in range(hit.last - 1, hit.first, -1):
        name = lexicon.programmes.named([stem(word) for word in words.list[hit.first : last]])
        codes = [lexicon.programmes.at_level(name, level) for level in levels] if name and not name.common else []
        if any(codes):
            return codes
    return []


def _with_option(code: str, hit: Hit[Name], words: Words, lexicon: Lexicon) -> str:
    following = words.list[hit.last : hit.last + 2]
    if len(following) < 2 or following[0] not in _OPTIONS:
        return code
    return lexicon.programmes.option(code, following[1:])


def _tells_option(hit: Hit[Name], names: list[Hit[Name]], words: Words) -> bool:
    """« maintenance des matériels option A (agricoles) »: the words of an option name no other speciality."""
    return any(
        name.last <= hit.first <= name.last + 3 and words.list[name.last] in _OPTIONS and name.value.codes for name in names
    )


def _without_remarks(
    codes: dict[int, tuple[str, ...]], names: list[Hit[Name]], words: Words, lexicon: Lexicon
) -> dict[int, tuple[str, ...]]:
    """« CAP PSR (rapide, collective) », « … aux personnes (SAPAT) »: what a bracket adds is an option or no programme."""
    kept = dict(codes)
    for hit, after in pairwise(names):
        bracket = after.first == hit.last and words.gaps[hit.last].strip() == "("
        told = kept[hit.first] if bracket else ()
        if told and not lexicon.programmes.options(told, kept[after.first]):
            kept[after.first] = ()
    return kept


def _refined(
    codes: dict[int, tuple[str, ...]], names: list[Hit[Name]], words: Words, lexicon: Lexicon
) -> dict[int, tuple[str, ...]]:
    """Of two names side by side in one family, the second says it better: « CAP agricole régions chaudes »."""
    kept = dict(codes)
    for hit, after in pairwise(names):
        beside = hit.last == after.first and not words.gaps[hit.last].strip(" -")
        if beside and kept[hit.first] and kept[after.first] and lexicon.programmes.same(kept[hit.first], kept[after.first]):
            kept[hit.first] = ()
        elif beside and hit.value.acronym and kept[hit.first]:  # « bac pro IPB charpente »: what follows is its option
            kept[after.first] = ()
    for hit in names:
        others = [code for other in names if other is not hit for code in kept[other.first] if code not in kept[hit.first]]
        said = words.list[hit.first : hit.last]
        if lexicon.programmes.is_default(hit.value, said, kept[hit.first], others) and not _has_option(hit, words):
            kept[hit.first] = ()
    return kept


def _has_option(hit: Hit[Name], words: Words) -> bool:
    return words.list[hit.last : hit.last + 1] != () and words.list[hit.last] in _OPTIONS


def _as_meant(hits: list[Hit[LevelWord]], programmes: tuple[str, ...], lexicon: Lexicon) -> list[Hit[LevelWord]]:
    """Without « BP » where it is « bac pro » cut short: programmes of bac pro and none of brevet professionnel."""
    found = lexicon.programmes.levels(programmes)
    if "bac_pro" not in found or "bp" in found:
        return hits
    return [hit for hit in hits if hit.value.levels != ("bp",)]


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
    comma = any(mark in words.gaps[following[0].first] for mark in ",/")
    level, after = hit.value.levels[0], following[0].value.levels
    if level == "seconde" and after == ("bac_pro",):
        return len(between) <= 6 and bool(_CLASSES.intersection(between))
    return level == "troisieme" and after in (("segpa",), ("prepa_metiers",)) and between in _SAME_CLASS and not comma


def _kind(hits: list[Hit[LevelWord]], levels: tuple[Level, ...]) -> Kind | None:
    said = [hit.value.kind for hit in hits if hit.value.kind]
    for strong in ("apprenticeship", "immersion"):
        if strong in said:
            return strong
    return kind_of(levels) or (said[0] if said else None)


def _fields(trades: list[Hit[Name]], names: list[Hit[Name]], levels: tuple[Level, ...]) -> tuple[str, ...]:
    """The families of the trades said; an observation that goes round the departments of a house is of no trade."""
    found = tuple(dict.fromkeys(family for hit in trades for family in hit.value.families[:1]))
    if not levels or not _COLLEGE.issuperset(levels):
        return found
    hinted = any(hit.value.hint for hit in names)
    if (len(names) >= _LISTED and (hinted or len(found) > 1)) or (len(found) > 1 and hinted):
        return ()
    return found


def _spans(
    levels: list[Hit[LevelWord]], names: list[Hit[Name]], codes: dict[int, tuple[str, ...]], words: Words
) -> tuple[tuple[str, Span], ...]:
    """The words that gave each slot: a kind word, a level word, a trade, and a trade that makes a programme."""
    found: list[tuple[str, Span]] = []
    told = any(level.value.kind for level in levels)  # else the level tells the kind
    for level in levels:
        span = words.span(level.first, level.last)
        found += [("kind", span)] if level.value.kind or not told else []
        found += [("levels", span)] if level.value.levels else []
    for name in names:
        span = words.span(name.first, name.last)
        found += [("programmes", span)] if codes[name.first] else []
        found.append(("fields", span))
    return tuple(found)
