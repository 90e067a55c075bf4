"""Numbers that count young people of one trade or level, before it (« 2 CAP cuisine ») or behind (« CAP cuisine : 2 »)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from core.pool.draft import Level
from core.territory.ngrams import Hit
from core.territory.programmes import Name
from dialogs.understanding.text import TAKEN
from dialogs.understanding.words import Words
from dialogs.what.denials import affirmed, requirements
from dialogs.what.levels import LevelWord, find_levels
from dialogs.what.names import Lexicon, find_names
from dialogs.what.numerals import number_at, numbers_of
from dialogs.when.date_words import MONTHS

_PEOPLE = frozenset(
    "stagiaire stagiaires stg stgs eleve eleves place places poste postes jeune jeunes etudiant etudiants etudiante etudiantes "
    "lyceen lyceens contrat contrats candidat candidats alternants student students trainee trainees apprenti "
    "apprentis apprentie apprenties pupil pupils apprentice apprentices".split()
)
_CONTRACTS = frozenset(
    "apprenti apprentis apprentie apprenties aprenti aprentis alternant alternants alternante alternantes apprentice apprentices "
    "zapranti appr".split()
)
_FILLERS = _PEOPLE | frozenset(
    "stage stages personne personnes autre autres nouveau nouvel nouvelle futur future premier second de en d du des "
    "pour la le l les niveau section au aux in e s h f classe classes 1re 1ere premiere terminale tle term 2e 2eme annee "
    "x fois vocational more of".split()
)
_NO_COUNT_BEFORE = frozenset(
    "du au le les ces nos semaine s rue bp article n numero suis sommes est etes jusqu la comme chez dans pas avec apres avant "
    "annee zone lot no salle non not mes".split()
)
_NO_COUNT_AFTER = frozenset("semaine semaines mois jour jours h heures an ans km m2 salaries periode periodes fois euros".split())
_INSIDE_RUN = frozenset("de en d pro option l".split())
_BEHIND = re.compile(r"[:=(|×;\t]|  | [x-] ?$| $")
_CLOSED = re.compile(r"[,;.)(|/\n\t+-]|  ")
_AFTER_COUNT = frozenset("du en des pour sur par entre a".split())
_SITE = frozenset("a au aux dans sur pour chez".split())
_DATE = frozenset("en du debut fin mi des courant".split())
_NEAR_PLACE = re.compile(rf" (?:l'|la |le )?(?:[a-z'-]{{1,14}} ?){{0,3}}\(?{TAKEN}")
_OF_A_CLASS = frozenset("autre autres premiere premieres 1re 1ere terminale terminales tle term".split())
_ENDINGS = frozenset("e s es ne f h".split())
_STAFF = re.compile(
    r"\b(?:equipe|sommes|suis|emplo\w{1,5}|compte|compose\w{0,3}|encadre\w{0,3}|confie\w{0,2}|aupres|form\w{1,3} par"
    r"|suivi\w{0,2}|aide\w{0,3}|(?:nous avons|on a|j'ai|il y a)(?! besoin| une? place| de la place| \d{1,2} (?:place|poste|stag))"
    r"|accompagne\w{0,3}|avec|dont|tuteur|tutrice)\b"
)
_PAUSES = frozenset(",:;(")
_AND_ANOTHER = re.compile(r"[^()\n]{5,60}(?: et|,|;| puis) ?(?:l'autre|une?|deux|\d)\b")
_FEW = 9  # young people at one site or in one period, told without a word for them
_BRACKET = 60  # characters looked at before a number
_ANCHORS = 30  # numbers looked at
_REACH = 7  # words between a number and what it counts


class Run(NamedTuple):
    """Levels and trades told in one go: the words [first, last)."""

    first: int
    last: int
    said: tuple[str, ...]
    levels: frozenset[Level] = frozenset()
    families: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Whether it says the kind of stay only: « apprentis »."""
        return not self.levels and not self.families


@dataclass(frozen=True)
class Anchor:
    """A number and what it counts; `first` is the first word of both. `like` when only a place or dates tell it apart."""

    first: int
    number: int
    last: int
    count: int
    run: Run
    like: bool = False
    behind: bool = False


def find_anchors(words: Words, lexicon: Lexicon) -> list[Anchor]:
    """What the numbers of a message count, left to right; each run of levels and trades is counted once."""
    return words.once(_find_anchors, lexicon)


def _find_anchors(words: Words, lexicon: Lexicon) -> list[Anchor]:
    runs = find_runs(words, lexicon)
    by_first = {run.first: run for run in runs if not run.bare or _CONTRACTS.intersection(run.said)}
    found: list[Anchor] = []
    for i, number in enumerate(numbers_of(words)):
        if (number is None and i not in by_first) or (found and i < found[-1].last):
            continue
        anchor = _behind(by_first[i], by_first, words) if i in by_first else None
        anchor = anchor or _before(i, words, by_first) or (_like(i, words, found[-1]) if found else None)
        if anchor:
            found.append(anchor)
        if len(found) == _ANCHORS:
            break
    return found


def find_runs(words: Words, lexicon: Lexicon) -> list[Run]:
    """The runs of levels and trades of a message."""
    held = requirements(find_levels(words), words)
    levels_said = [hit for hit in find_levels(words) if hit.value.levels or hit.value.kind not in (None, "immersion")]
    named = [hit for hit in find_names(words, lexicon) if not hit.value.hint or (hit.first and words.list[hit.first - 1] == "en")]
    hits: list[Hit[LevelWord] | Hit[Name]] = [*affirmed(levels_said, words), *affirmed(named, words)]
    runs: list[Run] = []
    hits = [hit for hit in hits if not any(hit.first in region for region in held)]
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        levels, families = _meaning(hit)
        if runs and hit.first < runs[-1].last and hit.last <= runs[-1].last:  # the diploma inside « BTS MCO », told as one name
            runs[-1] = runs[-1]._replace(levels=runs[-1].levels | levels)
            continue
        if runs and _same_run(runs[-1], hit.first, words):
            last = runs.pop()
            levels, families = levels | last.levels, families | last.families
            runs.append(Run(last.first, hit.last, words.list[last.first : hit.last], levels, families))
        else:
            runs.append(Run(hit.first, hit.last, words.list[hit.first : hit.last], levels, families))
    return runs


def _meaning(hit: Hit[LevelWord] | Hit[Name]) -> tuple[frozenset[Level], frozenset[str]]:
    value = hit.value
    if isinstance(value, LevelWord):
        return frozenset(value.levels), frozenset()
    return frozenset(), frozenset(value.families[:1])


def _same_run(run: Run, first: int, words: Words) -> bool:
    if first <= run.last:
        return first < run.last or not re.search(r"[,;:|\n/+]", words.gaps[run.last])
    between = words.list[run.last : first]
    gaps = "".join(words.gaps[i] for i in range(run.last, first + 1))
    return len(between) <= 2 and _INSIDE_RUN.issuperset(between) and not re.search(r"[,;:|\n/+]", gaps)


def _before(i: int, words: Words, by_first: Mapping[int, Run]) -> Anchor | None:
    count = number_at(i, words)
    if count is None or _no_count(i, words):
        return None
    at = _past_alternative(i, words)
    first = at
    while at < min(first + _REACH, len(words.list)):
        gap = words.gaps[at]
        if words.list[at - 1] in _ENDINGS:  # « un(e) apprenti(e) »
            gap = gap.replace(")", "").replace(".", "")
        if any(mark in gap for mark in ".;:!?\n)") or (at == first and "," in gap):
            return None
        if at in by_first:
            return None if _is_staff(i, at, by_first[at], words) else Anchor(i, i, by_first[at].last, count, by_first[at])
        if words.list[at] == "ou" and at > first and words.list[at + 1 : at + 2] in (("un",), ("une",)):
            at += 2  # « une élève ou un élève de CAP »
        elif words.list[at] in _FILLERS:
            at += 1
        else:
            return None
    return None


def _is_staff(i: int, at: int, run: Run, words: Words) -> bool:
    """« une équipe de 2 plombiers », « (4 libraires) », « suivi par un cariste »: without a diploma, people of the house."""
    told = run.levels or _CONTRACTS.intersection(run.said) or _PEOPLE.intersection(words.list[i:at])
    if told or words.list[at - 1] in ("en", "in"):
        return False
    before = words.text.folded[max(0, words.tokens[i].start - _BRACKET) : words.tokens[i].start]
    said = re.split(r"[.!?\n;]", before)[-1]
    return before.rfind("(") > max(before.rfind(")"), before.rfind("\n")) or bool(_STAFF.search(said))


def _past_alternative(i: int, words: Words) -> int:
    """« 2 ou 3 élèves », « un ou une élève »: the first number is the sure one; the index after both."""
    following = words.list[i + 1 : i + 3]
    between = following[:1] in (("et",), ("and",)) and i > 0 and words.list[i - 1] in ("entre", "between")
    if len(following) == 2 and (between or following[0] in ("ou", "a", "or", "to")) and number_at(i + 2, words):
        return i + 3
    return i + 1


def _no_count(i: int, words: Words) -> bool:
    before = words.list[i - 1] if i else ""
    if before == "pour" and words.list[i] in ("un", "une", "1") and i > 1 and words.list[i - 2] in _PEOPLE | _CONTRACTS:
        return True  # « un apprenti pour un CAP boulanger » is one offer
    return before in _NO_COUNT_BEFORE and not words.gaps[i].strip(" -'")


def _behind(run: Run, by_first: Mapping[int, Run], words: Words) -> Anchor | None:
    """« Bac pro ASSP : 2 », « CAP boucher (1 place) », « ASSP, terminale | 3 »: a mark, the number, and nothing it counts."""
    for i in range(run.last, min(run.last + _REACH, len(words.list))):
        gap = words.gaps[i]
        count = number_at(i, words)
        people = i + 1 < len(words.list) and words.list[i + 1] in _PEOPLE
        marked = _BEHIND.search(_shown(i, words)) or words.list[i].startswith("x")
        if count and marked and (people or words.list[i][0].isdigit() or _ends(i, words)):
            if _shown(i, words) == " " and not people and not words.list[i].startswith("x"):
                return None
            closed = (people and not _counts_next(i + 1, words, by_first)) or _is_closed(i, words, by_first)
            return Anchor(run.first, i, i + 1 + people, count, run, behind=True) if closed else None
        if i in by_first or any(mark in gap for mark in ",;.!?\n)") or count:
            return None
    return None


def _shown(i: int, words: Words) -> str:
    """What stands before a word, tabs included."""
    start, end = words.tokens[i - 1].end, words.tokens[i].start
    return words.text.span(start, end) if end > start else ""


def _ends(i: int, words: Words) -> bool:
    return i + 1 == len(words.list) or bool(_CLOSED.search(_shown(i + 1, words)))


def _is_closed(i: int, words: Words, by_first: Mapping[int, Run]) -> bool:
    if i + 1 == len(words.list):
        return True
    after, gap = words.list[i + 1], _shown(i + 1, words)
    if re.search(r"[,;.)(|\n\t]|  ", gap):
        return True
    if after in _NO_COUNT_AFTER or after in MONTHS or after.isdigit():
        return False
    return _ends(i, words) or (after in _AFTER_COUNT and not _counts_next(i + 1, words, by_first))


def _counts_next(i: int, words: Words, by_first: Mapping[int, Run]) -> bool:
    """Whether a trade or level follows within two words: then the number counts that one."""
    for at in range(i, min(i + 3, len(words.list))):
        if _CLOSED.search(_shown(at, words)) and at > i:
            return False
        if at in by_first and not by_first[at].bare:
            return True
    return False


def _like(i: int, words: Words, last: Anchor) -> Anchor | None:
    """« 2 apprentis couvreurs à Tours et 1 à Blois », « deux places en janvier et une en juin »."""
    count = number_at(i, words)
    if count is None:
        return None
    opens = i - 1 if words.list[i - 1] == "l" and i > 1 else i  # « l'un du 4 au 29, l'autre du… »
    linked = words.list[opens - 1] in ("et", "puis", "and") or not _PAUSES.isdisjoint(words.gaps[opens])
    listed = i > 1 and words.list[i - 1] == "et" and words.list[i - 2].isdigit() and words.list[i].isdigit()  # « 21 et 22 »
    if count > _FEW or listed or i + 1 >= len(words.list) or not linked:
        return None
    at = i + 1
    while at < len(words.list) - 1 and (words.list[at] in _PEOPLE or words.list[at] in _OF_A_CLASS):
        at += 1
    opener = words.list[at]
    if words.list[at + 1 : at + 2] == ("chaque",):  # « un dans chaque magasin »
        return None
    behind = words.text.folded[words.tokens[at].end : words.tokens[at].end + 40]
    placed = opener in _SITE and bool(_NEAR_PLACE.match(behind))
    if placed or (
        opener in _DATE and _dated(at, words) and (opens < i or _told(opens, last, words) or _has_date(last.last, i, words))
    ):
        return Anchor(i, i, at, count, last.run, like=True)
    return None


def _told(opens: int, last: Anchor, words: Words) -> bool:
    """« deux CAP AEPE : un du 11 janvier…, un du 8 mars », « 2 CAP (1 en mars et 1 en mai) »: what is told apart."""
    apart = opens == last.last and not {":", "("}.isdisjoint(words.gaps[opens])
    return apart and bool(_AND_ANOTHER.match(words.text.folded, words.tokens[opens].start))


def _dated(at: int, words: Words) -> bool:
    following = words.list[at + 1 : at + 3]
    return bool(following) and (following[0] in MONTHS or (words.list[at] == "du" and following[0][0].isdigit()))


def _has_date(first: int, last: int, words: Words) -> bool:
    return any(words.list[at] in _DATE and _dated(at, words) for at in range(first, last))
