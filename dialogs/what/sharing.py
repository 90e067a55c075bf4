"""What a message says once counts for all of its offers: contract, level, speciality, dates, place and kind of house."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from config.pattern import Pattern
from core.territory.programmes import DIPLOMAS
from dialogs.understanding.text import Text
from dialogs.what.names import Lexicon
from dialogs.what.programmes import Trade, at_levels
from dialogs.when.periods import Timing
from dialogs.where.places import Named

# Words for young people of school: their offer is no contract, whatever the rest of the message says.
_CONTRACT = Pattern(r"\b(?:apprent|aprent|alternan|zapranti|appr\b)")
_STAY = Pattern(r"\b(?:stages?|stagiaires?|pfmp)\b")
_SHARED_CONTRACT = Pattern(
    r"^(?!\W*\w+ en )[^.;!?\n]{4,60}\ben (?:alternance|apprentissage|contrat d'(?:alternance|apprentissage))\b"
)
_GOES_ON = Pattern(r"^[^.;!?\n]{3,60}(?: et| ou| puis|,|&) ?$")
_SAME_AS = Pattern(
    r"\bmemes? (?:dates?|periodes?|semaines?) qu(?:e |')(?:pour |a |au |celles? (?:de |du |des |d'))?(?:l'|le |la |les |une? )?"
    r"(?P<word>[a-z0-9]{2,20})"
)
_FIRST = frozenset("premier premiere premiers premieres 1er 1ere".split())
_OF_SCHOOL = Pattern(r"\b(?:stag|stg|eleve|lycee|etudiant|collegien|pfmp|pupil|trainee|observation|intern)")


@dataclass(frozen=True)
class Part:
    """One clause read: what it is for, how many, when, the places it names, and its words."""

    trade: Trade
    seats: int | None
    timing: Timing
    places: tuple[Named, ...]
    text: Text
    like: bool = False


def share(parts: Sequence[Part], around: Part | None, lexicon: Lexicon) -> list[Part]:
    """Each part completed by the words `around` the clauses, then by the parts before it; a lone part stays as it is."""
    if around is None:
        return list(parts)
    done: list[Part] = []
    timings = _timings(parts, around)
    for part, timing in zip(parts, timings, strict=True):
        before = done[-1] if done else None
        trade = before.trade if part.like and before else _trade(part, before, parts, around, lexicon)
        done.append(replace(part, trade=trade, timing=timing, places=part.places or around.places))
    return _contracts(done)


def _contracts(parts: list[Part]) -> list[Part]:
    """« 2 BTS MCO et 1 BTS NDRC en alternance »: a contract told at the end of a list is that of all its members."""
    done: list[Part] = []
    shared = False
    for part in reversed(parts):
        said = part.text.folded
        told = any(sign.search(said) for sign in (_OF_SCHOOL, _STAY, _CONTRACT))
        diploma = bool(part.trade.levels) and set(part.trade.levels) <= set(DIPLOMAS)
        shared = shared and diploma and not told and bool(_GOES_ON.search(said))
        done.insert(0, replace(part, trade=replace(part.trade, kind="apprenticeship")) if shared else part)
        shared = shared or (part.trade.kind == "apprenticeship" and bool(_SHARED_CONTRACT.search(said)))
    return done


def _trade(part: Part, before: Part | None, parts: Sequence[Part], around: Part, lexicon: Lexicon) -> Trade:
    trade = part.trade
    given = [other.trade for other in (before, around) if other]
    if not trade.said and all(name.hint for name in trade.names):  # a row that counts places only: « Brest : 2 places »
        whole = next((other for other in reversed(given) if other.levels or other.programmes), None)
        trade = replace(whole, house=trade.house, spans=()) if whole else trade
    of_school = bool(_OF_SCHOOL.search(part.text.folded))
    given = [replace(one, kind=None) if of_school and one.kind == "apprenticeship" else one for one in given]
    if not trade.kind and not trade.levels:
        source = next((other for other in given if other.levels), None) or next((other for other in given if other.kind), None)
        if source:
            trade = replace(trade, kind=source.kind, levels=source.levels)
            programmes = at_levels([name for name in trade.names if not name.hint], source.levels, lexicon)
            trade = _with_programmes(trade, programmes, lexicon)
    if not trade.programmes and not trade.fields and set(trade.levels) & set(DIPLOMAS):
        named = next((other.names for other in (*given, *(one.trade for one in parts)) if other.fields), ())
        trade = _with_programmes(trade, at_levels([name for name in named if not name.hint], trade.levels, lexicon), lexicon)
    if not trade.fields and len(around.trade.fields) == 1:
        trade = replace(trade, fields=around.trade.fields)
    if trade.kind == "apprenticeship" or of_school:
        return trade
    told_once = around.trade.kind == "apprenticeship" and _says_contract(around.text.folded)
    contract = told_once or (before is not None and before.trade.kind == "apprenticeship")
    diploma = not trade.levels or set(trade.levels) & set(DIPLOMAS)
    return replace(trade, kind="apprenticeship") if contract and diploma else trade


def _says_contract(folded: str) -> bool:
    """Whether a sentence speaks of contracts and of no other stay: « Stages et alternance » promises none."""
    sentences = re.split(r"[.!?\n]", folded)
    return any(_CONTRACT.search(sentence) and not _STAY.search(sentence) for sentence in sentences)


def _with_programmes(trade: Trade, programmes: tuple[str, ...], lexicon: Lexicon) -> Trade:
    if not programmes:
        return trade
    return replace(trade, programmes=programmes, fields=lexicon.programmes.families(programmes))


def _timings(parts: Sequence[Part], around: Part) -> list[Timing]:
    """The dates of each part; what a part does not say is as said around, else as one part alone says."""
    said = [part for part in parts if _says(part.timing)]
    lone = said[0] if len(said) == 1 else None
    common = around.timing if _says(around.timing) else lone.timing if lone else None
    timings: list[Timing] = []
    for part in parts:
        timing = part.timing
        if not _says(timing) and common and not (common is not around.timing and lone and _of_other_kind(lone, part)):
            timing = common
        elif _says(around.timing) and not timing.same:
            timing = timing.filled(around.timing)
        elif timings:
            timing = timing.echo(timings[_pattern_of(part, parts[: len(timings)])])
        timings.append(timing)
    return timings


def _pattern_of(part: Part, before: Sequence[Part]) -> int:
    """« mêmes dates que l'entrepôt »: the part before that tells of it; the last one when none does."""
    said = _SAME_AS.search(part.text.folded)
    if said and said["word"] in _FIRST:
        return 0
    told = [k for k, one in enumerate(before) if said and re.search(rf"\b{said['word']}", one.text.folded)]
    return told[0] if told else len(before) - 1


def _of_other_kind(dated: Part, other: Part) -> bool:
    """The dates of a stay are not those of a contract: « 2 CAP cuisine en mars et un apprenti coiffeur »."""
    return other.trade.kind == "apprenticeship" and dated.trade.kind != "apprenticeship"


def _says(timing: Timing) -> bool:
    return bool(timing.periods or timing.weeks or timing.flexible)
