"""Where one offer of a message ends and the next begins: « 2 CAP cuisine en mars et 1 bac pro CSR en avril », lists, tables."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from config.pattern import Pattern
from dialogs.understanding.rows import Row, find_rows
from dialogs.understanding.text import TAKEN, Span
from dialogs.understanding.words import Words
from dialogs.what.counts import Anchor, find_anchors, find_runs
from dialogs.what.listed import find_listed
from dialogs.what.names import Lexicon
from dialogs.when.date_words import MONTHS

_ALTERNATIVES = frozenset("ou or soit".split())
_SENTENCE = re.compile(r"[!?\n]|\.(?= |\n|$)")
_PHRASE = Pattern(r"[!?\n(;:,]|\.(?= |\n|$)")
_STOP = Pattern(r"[!?\n]|(?<![ .(](?:appr|stag))(?<![ .(](?:env|max|min|stg|sem|tel))\.(?= |\n|$)")
_PAST = Pattern(
    r"\b(?:avons|avait|avions|ai|a) (?:deja |bien )?(?:eu|recu|pris|accueilli|forme|embauche)|l'an (?:dernier|passe)|last year"
    r"|l'annee (?:derniere|passee)|\bavions (?:deja )?(?=une? |\d)"
)
# « (deux apprentis reçus à leur examen) », « 3 apprentis ont eu leur CAP »
_PASSED = Pattern(
    r" ?(?:[a-z]{2,12} )?(?:recue?s? a (?:l|s)|diplomee?s? |ont (?:reussi|obtenu|eu |ete (?:recu|embauch))|(?:sont|est) reste)"
)
_NOW = Pattern(r"\bcette (?:annee|fois)|maintenant|desormais|\b20\d\d\b|this year")
_LEAD = Pattern(
    rf"(?:[,;]| et| puis) ?(?P<lead>(?:{TAKEN}|(?:a|au|aux|en|du|sur) )[^,;.!?\n]{{0,40}}?) ?[:,]? ?$"
    r"|[;.]\s(?P<rest>[^;.!?\n]{0,60})$"
)
_KINDS = Pattern(r"\b(?:stages?|alternances?|apprentissages?|apprentis?|pfmp|observations?)\b")
_HEADING = 80  # characters
_DATED = Pattern(rf"{TAKEN}|\d|\b(?:{'|'.join(MONTHS)})\b")


@dataclass(frozen=True)
class Clause:
    """The folded characters [start, end) that speak of one offer; its number of young people when the clause counts them."""

    start: int
    end: int
    count: int | None = None
    counted: Span | None = None  # folded characters of the number
    like: bool = False  # the trade is the one of the clause before


def split_clauses(words: Words, lexicon: Lexicon, end: int) -> tuple[Clause, ...]:
    """The clauses of a message, one for each number that counts another trade or level; « un CAP ou un bac pro » is one.

    A single clause is the whole message up to `end` (in folded characters); of several, each holds what is said of it alone.
    """
    rows = find_rows(words.text)
    anchors = _distinct(find_anchors(words, lexicon), words, rows, lexicon)
    if len(anchors) < 2:
        one = next((anchor for anchor in anchors if not _is_past(anchor, words)), None)  # « 3 BTS l'an passé » counts nobody now
        return (Clause(0, end, one.count or None, _number(one, words)) if one else Clause(0, end),)
    starts = [_start(k, anchors, words, rows) for k in range(len(anchors))]
    stops = [*starts[1:], _end(anchors, starts, words, rows, end)]
    return tuple(
        Clause(start, max(stop, start), anchor.count or None, _number(anchor, words), anchor.like)
        for anchor, start, stop in zip(anchors, starts, stops, strict=True)
    )


def _number(anchor: Anchor, words: Words) -> Span | None:
    if not anchor.count:
        return None
    token = words.tokens[anchor.number]
    return token.start, token.end


def _distinct(anchors: list[Anchor], words: Words, rows: Sequence[Row], lexicon: Lexicon) -> list[Anchor]:
    """Without the numbers of other years, totals, alternatives and what is said again."""
    present = [anchor for anchor in anchors if not _is_past(anchor, words)] or anchors
    present = [anchor for anchor in present if not _is_alternative(anchor, words)]
    if len(present) < 2:
        listed = find_listed(words, rows, find_runs(words, lexicon))
        return listed if len(listed) > 1 and (not present or present[0].first < listed[0].first) else present
    if len(present) > 2 and _is_total(present[0], present[1:], words, rows):
        present = present[1:]
    present = [
        anchor
        for k, anchor in enumerate(present)
        if not (anchor.run.bare and any(set(anchor.run.said) & set(other.run.said) for other in present[k + 1 :]))
    ]
    kept: list[Anchor] = []
    for anchor in present:
        again = next((one for one in kept if _says_again(one, anchor, words, rows)), None)
        if again is None:
            kept.append(anchor)
        elif _is_heading(again, words, rows) and again.run.said != anchor.run.said:
            kept = [*(one for one in kept if one is not again), anchor]
    return kept


def _is_total(first: Anchor, others: Sequence[Anchor], words: Words, rows: Sequence[Row]) -> bool:
    """« 3 apprentis : 2 en CAP maçon, 1 en BP »: the first number is the sum of the others, and says nothing that they do not."""
    if first.behind or first.count != sum(anchor.count for anchor in others) or _listed(first, others[0], words, rows):
        return False
    between = words.text.folded[words.tokens[first.last - 1].end : words.tokens[others[0].first].start]
    if not first.run.bare and not re.search(r"[:(\n]|\bdont\b|\bsoit\b|l'$", between):
        return False
    levels = frozenset(level for anchor in others for level in anchor.run.levels)
    families = frozenset(family for anchor in others for family in anchor.run.families)
    return first.run.families <= families and first.run.levels <= levels


def _is_past(anchor: Anchor, words: Words) -> bool:
    start, end = words.tokens[anchor.first].start, words.tokens[anchor.last - 1].end
    before, after = words.text.folded[max(0, start - 90) : start], words.text.folded[end : end + 60]
    said = _SENTENCE.split(before)[-1]
    past = [match.end() for match in _PAST.finditer(said)]
    stop = _PHRASE.search(after)
    if past and not _NOW.search(said, past[-1]):
        return True
    return bool(_PAST.search(after[: stop.start() if stop else 60]) or _PASSED.match(after))


def _is_alternative(anchor: Anchor, words: Words) -> bool:
    at = anchor.first - 1
    if at > 0 and words.list[at] in ("d", "de", "pour", "en"):  # « d'un 3e ou d'un CAP »
        at -= 1
    return at >= 0 and words.list[at] in _ALTERNATIVES and not anchor.behind


def _says_again(first: Anchor, second: Anchor, words: Words, rows: Sequence[Row]) -> bool:
    """The same trade counted twice is one offer unless each has its own row, dates or place."""
    if second.like:
        return False
    if _is_part(first, second, words):
        return True
    one, other = first.run, second.run
    if one.said == other.said:
        own = _own(first, second.first, words) and _own(second, len(words.list), words)
        led = _dated_before(first, words, rows) and _dated_before(second, words, rows)
        led = led and _row(first, words, rows) != _row(second, words, rows)
        return not (own or led or _listed(first, second, words, rows))
    if first.count == second.count and _completes(first, second, words):
        return True
    ended = _SENTENCE.search(words.text.folded, words.tokens[first.last - 1].end, words.tokens[second.first].start)
    if first.count != second.count or not ended or _listed(first, second, words, rows):
        return False
    return (
        _within(one.levels, other.levels)
        and _within(one.families, other.families)
        and bool(one.levels & other.levels or one.families & other.families or one.bare or other.bare)
    )


def _is_part(first: Anchor, second: Anchor, words: Words) -> bool:
    """« 4 bac pro ASSP : 2 en EHPAD et 2 en SSIAD »: fewer, of the same trade and no other level, after a colon."""
    one, other = first.run, second.run
    between = words.text.folded[words.tokens[first.last - 1].end : words.tokens[second.first].start]
    same = bool(other.families) and other.families <= one.families and bool(one.levels) and not other.levels
    return same and second.count < first.count and ":" in between and "\n" not in between


def _completes(first: Anchor, second: Anchor, words: Words) -> bool:
    """« un stage en boulangerie, 1 place, CAP »: a trade, then its diploma, with commas only between."""
    between = words.text.folded[words.tokens[first.last - 1].end : words.tokens[second.first].start]
    one, other = first.run, second.run
    apart = (one.families and not one.levels and other.levels and not other.families) or (
        one.levels and not one.families and other.families and not other.levels
    )
    return bool(apart) and bool(re.fullmatch(r" ?[,:(] ?", between))


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _own(anchor: Anchor, end: int, words: Words) -> bool:
    """Whether dates or a place stand close behind what a number counts."""
    last = words.tokens[anchor.last - 1].end
    stop = words.tokens[end].start if end < len(words.list) else len(words.text.folded)
    return bool(_DATED.search(words.text.folded[last : min(stop, last + 40)]))


def _dated_before(anchor: Anchor, words: Words, rows: Sequence[Row]) -> bool:
    """« Période 2 (mars) : 3 ASSP »: whether dates or a place open the row of a number."""
    start = rows[_row(anchor, words, rows)].start if rows else 0
    return bool(_DATED.search(words.text.folded[start : words.tokens[anchor.first].start]))


def _listed(first: Anchor, second: Anchor, words: Words, rows: Sequence[Row]) -> bool:
    """Two rows of one list or table: near each other, and marked, or both opening with what they count."""
    one, other = _row(first, words, rows), _row(second, words, rows)
    if one == other or other - one > 4:
        return False
    if rows[one].marked and rows[other].marked:
        return True
    return one > 0 and _opens(first, rows[one], words) and _opens(second, rows[other], words)


def _is_heading(anchor: Anchor, words: Words, rows: Sequence[Row]) -> bool:
    return _row(anchor, words, rows) == 0


def _row(anchor: Anchor, words: Words, rows: Sequence[Row]) -> int:
    start = words.tokens[anchor.first].start
    return max(0, bisect_right(rows, start, key=_start_of) - 1)


_start_of = attrgetter("start")


def _opens(anchor: Anchor, row: Row, words: Words) -> bool:
    """Whether a row begins with what is counted, a few words aside."""
    return words.tokens[anchor.first].start - row.start <= 3 or row.marked


def _start(k: int, anchors: Sequence[Anchor], words: Words, rows: Sequence[Row]) -> int:
    """Where the clause of an anchor opens: at its row, at a place or date told just before, or at the number."""
    anchor = anchors[k]
    row = rows[_row(anchor, words, rows)]
    start = words.tokens[anchor.first].start
    last = words.tokens[anchors[k - 1].last - 1].end if k else 0
    if row.start >= last and (row.marked or k or _rows_of(anchors, words, rows) == len(anchors)):
        return _under_heading(row, last, rows, words)
    before = words.text.folded[max(last, row.start) : start]
    lead = _LEAD.search(before)
    if lead:
        told = lead["lead"] or lead["rest"] or ""
        if told and _DATED.search(told):
            return start - len(before) + lead.start("lead" if lead["lead"] else "rest")
    return start


def _under_heading(row: Row, last: int, rows: Sequence[Row], words: Words) -> int:
    """« Stages : », « B/ Alternance »: a short line that names the kind of stay belongs to the rows below it."""
    place = rows.index(row)
    if not place or rows[place - 1].start < last:
        return row.start
    heading = words.text.folded[rows[place - 1].start : rows[place - 1].end]
    return rows[place - 1].start if len(heading) <= _HEADING and _KINDS.search(heading[:30]) else row.start


def _rows_of(anchors: Sequence[Anchor], words: Words, rows: Sequence[Row]) -> int:
    return len({_row(anchor, words, rows) for anchor in anchors})


def _end(anchors: Sequence[Anchor], starts: Sequence[int], words: Words, rows: Sequence[Row], end: int) -> int:
    """Where the last clause closes: like the ones before it, at a line, a paragraph or the end; else with its sentence."""
    folded = words.text.folded
    last = words.tokens[anchors[-1].last - 1].end
    if _rows_of(anchors, words, rows) == len(anchors):
        before = [folded[start:stop].strip() for start, stop in pairwise(starts)]
        mark = "\n\n" if any("\n" in piece for piece in before) else "\n"
        found = -1 if any("\n\n" in piece for piece in before) else folded.find(mark, last)
        return found if found >= 0 else end
    stop = _STOP.search(folded, last)
    return stop.start() if stop else end
