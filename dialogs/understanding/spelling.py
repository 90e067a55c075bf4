"""Time words in one spelling, before any date is read: « 2 smnes fin févr. » becomes « 2 semaines fin fevrier. ».

Runs of blanks become one, so that no rule of dates needs more; what is rewritten still points at what was written.
"""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from dialogs.understanding.date_words import BEFORE_MONTH, COUNTED, LIKELY, MONTHS, SURE, WEEK_FORMS
from dialogs.understanding.number_words import NUMBERS
from dialogs.understanding.text import Edit, Text

_PIECE = re.compile(r"[a-z]+|\d+|\s{2,}")
_DISTINCT = tuple(month for month in (*MONTHS, "january", "february") if len(month) >= 7)  # one slip makes no other word of them
_LONGEST = max(map(len, _DISTINCT)) + 1

Piece = tuple[int, int, str]


def spell_out(text: Text) -> Text:
    """The text with its months in French, its weeks as « semaines », one typing slip mended, single blanks."""
    pieces = [(found.start(), found.end(), found[0]) for found in _PIECE.finditer(text.folded)]
    words = [piece for piece in pieces if not piece[2].isspace()]
    edits: list[Edit] = [(start, end, "\n" if "\n" in blank else " ") for start, end, blank in pieces if blank.isspace()]
    for place, (start, end, word) in enumerate(words):
        said = _spelt(words, place)
        if said != word:
            edits.append((start, end, said))
    return text.rewritten(sorted(edits))


def _spelt(words: Sequence[Piece], place: int) -> str:
    word = words[place][2]
    if word in SURE:
        return SURE[word]
    if word in LIKELY:
        return LIKELY[word] if _beside_a_date(words, place) else word
    if word in WEEK_FORMS:
        return "semaines" if place and _is_number(words[place - 1][2]) else word
    if word[0] == "a" and len(word) in (5, 6) and OSA.distance(word, "avril", score_cutoff=1) <= 1:
        return "avril" if _beside_a_date(words, place) else word
    return _mended(word) if 6 <= len(word) <= _LONGEST else word


def _mended(word: str) -> str:
    """A long month, or « semaines », typed with one slip."""
    for month in _DISTINCT:
        if month[0] == word[0] and OSA.distance(word, month, score_cutoff=1) <= 1:
            return SURE[month]
    return "semaines" if word[0] == "s" and word != "semaine" and OSA.distance(word, "semaines", score_cutoff=1) <= 1 else word


def _is_number(word: str) -> bool:
    return word.isdigit() or word in NUMBERS or word in ("un", "une")


def _beside_a_date(words: Sequence[Piece], place: int) -> bool:
    """A doubtful spelling is a month beside a day, a preposition, a year or another month, or nearly alone."""
    word = words[place][2]
    before = words[place - 1][2] if place else ""
    after, then = (words[at][2] if at < len(words) else "" for at in (place + 1, place + 2))
    if after in COUNTED or (after in ("ou", "a") and _is_number(then) and word == "sept") or (word == "mar" and after.isdigit()):
        return False
    if before in BEFORE_MONTH or before in NUMBERS or (before.isdigit() and len(before) <= 2):
        return True
    beside = {before, after, then if after in ("et", "a", "ou", "and", "to") else ""}
    return any(one in SURE or one in LIKELY for one in beside) or (after[:2] == "20" and len(after) == 4) or len(words) <= 2
