"""Where one offer of a message ends and the next begins: « 2 CAP cuisine en février et 1 bac pro CSR en avril »."""

from dataclasses import dataclass

from dialogs.understanding.levels import find_levels
from dialogs.understanding.names import Lexicon, find_names
from dialogs.understanding.words import Words

MOST = 10  # offers of one message
_NUMBERS = frozenset("un une deux trois quatre cinq six sept huit neuf dix one two three four five a".split())
_FILLERS = frozenset(
    "stagiaire stagiaires stg stgs stage stages eleve eleves place places poste postes jeune jeunes etudiant etudiants etudiante "
    "etudiantes lyceen lyceens personne personnes autre autres contrat contrats de en d du des pour la le l les niveau section "
    "au aux student students trainee trainees in e s candidat candidats h f alternants classe classes".split()
)
_NO_COUNT_BEFORE = frozenset("du au le semaine s rue bp article n numero suis sommes est etes jusqu la comme chez dans".split())
_ALTERNATIVES = frozenset("ou or soit".split())
_PERIOD_OPENERS = frozenset("du en la a au pour des".split())
_REACH = 6  # words between a number and what it counts


@dataclass(frozen=True)
class Clause:
    """The folded characters [start, end) that speak of one offer."""

    start: int
    end: int


_Mentions = dict[int, list[int]]  # index of the first word of a level or trade -> the indexes after its last


@dataclass(frozen=True)
class _Anchor:
    number: int  # index of the number word
    last: int  # index after what it counts
    trade: tuple[str, ...]


def split_clauses(words: Words, lexicon: Lexicon, end: int) -> tuple[Clause, ...]:
    """The clauses of a message, one for each number that counts another trade or level; « un CAP ou un bac pro » is one.

    The first clause opens with the message, the last closes at `end` (in folded characters).
    """
    anchors = _distinct(_anchors(words, lexicon), words)
    if len(anchors) < 2:
        return (Clause(0, end),)
    starts = [0, *(words.tokens[anchor.number].start for anchor in anchors[1:MOST])]
    return tuple(Clause(start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=True))


def _anchors(words: Words, lexicon: Lexicon) -> list[_Anchor]:
    levels = [(hit.first, hit.last) for hit in find_levels(words) if hit.value.levels or hit.value.kind]
    names = [(hit.first, hit.last) for hit in find_names(words, lexicon) if not hit.value.hint]
    by_first: _Mentions = {}
    for first, last in [*levels, *names]:
        by_first.setdefault(first, []).append(last)
    found: list[_Anchor] = []
    for i in range(len(words.list)):
        anchor = _anchor_at(i, words, by_first)
        if anchor and (not found or anchor.number >= found[-1].last):
            found.append(anchor)
    return found


def _anchor_at(i: int, words: Words, by_first: _Mentions) -> _Anchor | None:
    if not _counts(i, words):
        return None
    at = i + 1
    while at < min(i + 1 + _REACH, len(words.list)):
        if at in by_first:
            return _Anchor(i, *_mention(at, words, by_first))
        if words.list[at] not in _FILLERS or any(mark in words.gap(at, at) for mark in ".;:!?\n"):
            return None
        at += 1
    return None


def _mention(at: int, words: Words, by_first: _Mentions) -> tuple[int, tuple[str, ...]]:
    """What is counted: the run of levels and names that follow one another, and where it ends."""
    said: list[str] = []
    last = at
    while at < len(words.list) and at - last <= 2:
        if at in by_first:
            last = max(by_first[at])
            said += words.list[at:last]
            at = last
        elif words.list[at] in ("de", "en", "d", "pro"):
            at += 1
        else:
            break
    return last, tuple(said)


def _counts(i: int, words: Words) -> bool:
    word = words.list[i]
    counts = len(word) <= 2 and 0 < int(word) <= 60 if word.isdigit() else word in _NUMBERS
    before = words.list[i - 1] if i else ""
    if before == "pour" and word in ("un", "une", "1"):
        return False  # « un apprenti pour un CAP boulanger » is one offer
    return counts and not (before in _NO_COUNT_BEFORE and not words.gap(i, i).strip(" -'"))


def _distinct(anchors: list[_Anchor], words: Words) -> list[_Anchor]:
    kept: list[_Anchor] = []
    for anchor in anchors:
        if kept and ((kept[-1].trade == anchor.trade and not _own_dates(kept[-1], anchor, words)) or _alternative(anchor, words)):
            continue
        kept.append(anchor)
    return kept


def _alternative(anchor: _Anchor, words: Words) -> bool:
    return anchor.number > 0 and words.list[anchor.number - 1] in _ALTERNATIVES


def _own_dates(first: _Anchor, second: _Anchor, words: Words) -> bool:
    """The same trade counted twice is two offers when dates stand behind each number."""
    return _dated(first.last, words) and _dated(second.last, words)


def _dated(at: int, words: Words) -> bool:
    following = words.list[at : at + 3]
    return len(following) > 1 and following[0] in _PERIOD_OPENERS and any(word[0].isdigit() for word in following[1:])
