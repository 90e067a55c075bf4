"""Time words said plainly, before any date is read: « 2 smn fin févr. » becomes « 2 semaine fin fevrier ».

One spelling for each month, unit and number, and single blanks, so that the rules of dates stay short.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from config.pattern import Pattern
from dialogs.understanding.text import TAKEN, Edit, Text
from dialogs.when.date_words import (
    BEFORE_MONTH,
    COUNTED,
    ELIDED,
    ENGLISH,
    LIKELY,
    LINKS,
    MONTHS,
    ORDINALS,
    SHORT_WEEKDAYS,
    SURE,
    UNITS,
)
from dialogs.when.number_words import NUMBER_WORDS, NUMBERS, to_number

_PIECE = re.compile(r"\d+|[ \n]{2,}|[a-z]+")
# « deux mille vingt-sept », « twenty twenty-seven »: years said aloud; numbers of several words; « week-end » is no week.
_YEAR = rf"(?:deux mille |two thousand (?:and )?|twenty[ -](?=twenty[ -])){NUMBER_WORDS}"
_LONG_PIECE = Pattern(rf"(?:week[ -]ends?|{_YEAR}|{NUMBER_WORDS})(?![a-z0-9])")
_YEAR_START = Pattern(r"deux mille |two thousand (?:and )?|twenty[ -](?=twenty)")
_BY_LETTER = {month[0]: [other for other in MONTHS if len(other) >= 5 and other[0] == month[0]] for month in MONTHS}
_FIRST_NUMBERS = frozenset(word.split("+")[0] for word in NUMBERS)

_OPENERS = _FIRST_NUMBERS | {"week"}
_SHORT = ENGLISH & {word for word in LIKELY if len(word) == 3} - {"may"}  # « Feb. 8 »
_DOTTED = {"sem", "smn", *SHORT_WEEKDAYS}  # their full stop goes with them
_KNOWN = {*SHORT_WEEKDAYS, *SURE, *LIKELY, *UNITS, *_FIRST_NUMBERS, "j", "d", "l", "mars"}

Piece = tuple[int, int, str]
_THE_DAY = re.compile(r",? {0,3}(?:the )?")
MOST = 10_000  # characters read for dates and numbers


def say_plainly(text: Text) -> Text:
    """The text with its time words in one spelling; a « Mars » that is no month is taken out."""
    text = text.first(MOST)
    blanks, words = _pieces(text.folded)
    edits: list[Edit] = []
    days: list[Edit] = []  # « February   8 », said again as a whole
    for place, (start, end, word) in enumerate(words):
        if days and start < days[-1][1]:
            continue
        if word not in _KNOWN and (len(word) < 5 or word.isdigit()):
            continue
        said = _plain(text.folded, words, place)
        if said is word or (said.startswith(TAKEN) and text.span(start, end).islower()):
            continue
        if said in MONTHS and word in ENGLISH and (day := _day_after(text.folded, words, place)):
            days.append((start, day[1], f"{int(day[2])} {said}"))
        elif said != word:
            dotted = (
                (word in LIKELY and word != "mars") or word in _DOTTED or _cut_short(text.folded, word, end)
            ) and text.folded[end : end + 1] == "."
            edits.append((start, end + (dotted or said.endswith("'")), said))
    inside = {at for start, end, _ in days for at in range(start, end)}
    return text.rewritten(sorted((*edits, *days, *(edit for edit in blanks if edit[0] not in inside))))


def _pieces(said: str) -> tuple[list[Edit], list[Piece]]:
    """Runs of blanks as one blank, and the words and numbers; a number of several words is one."""
    blanks: list[Edit] = []
    words: list[Piece] = []
    read = 0
    for found in _PIECE.finditer(said):
        start, end, word = found.start(), found.end(), found[0]
        if start < read:
            continue
        if word in _OPENERS and (longer := _LONG_PIECE.match(said, start)):
            end, word = longer.end(), longer[0]
            read = end
        if word.isspace():
            blanks.append((start, end, "\n" if "\n" in word else " "))
        else:
            words.append((start, end, word))
    return blanks, words


def _plain(text: str, words: list[Piece], place: int) -> str:
    _, end, word = words[place]
    if word not in _KNOWN and (" " in word or "-" in word):
        return word if word.startswith("week") else _number(word)
    if word not in _KNOWN:
        nearly = word[0] in _BY_LETTER and 5 <= len(word) <= 11 and _nearly(word)
        return nearly if nearly and _beside_a_date(text, words, place) else word
    if word in SURE:
        return SURE[word]
    if word in LIKELY and (_beside_a_date(text, words, place) or (word in ENGLISH and _day_after(text, words, place))):
        return LIKELY[word]
    if word in UNITS:
        return UNITS[word]
    if word in SHORT_WEEKDAYS:
        return SHORT_WEEKDAYS[word] if _before_a_day(words, place) else word
    if word == "j" and place and words[place - 1][2].isdigit():
        return "jour"
    if word in ("d", "l") and text[end : end + 1] == " " and place + 1 < len(words) and words[place + 1][2] in ELIDED:
        return f"{word}'"
    if word == "mars":
        return TAKEN * len(word)
    return _number(word) if word in NUMBERS else word


def _before_a_day(words: list[Piece], place: int) -> bool:
    """Whether a day of a month follows, or a day that another is joined to: « Mon 8 to Fri 26 March »."""
    following = [word for _, _, word in words[place + 1 : place + 4] if word not in ("st", "th", "rd")]
    if len(following) < 2 or not _is_day(following[0]):
        return False
    return following[1] in SURE or following[1] in LIKELY or following[1] in ("to", "au", "until")


def _cut_short(text: str, word: str, end: int) -> bool:
    """« lun. 8 »: the full stop of a weekday before its day is no end of a sentence."""
    return word in ("lun", "ven", "dim") and text[end + 1 : end + 3].strip()[:1].isdigit()


def _number(word: str) -> str:
    """Digits for a number in words; a year said aloud is of this century."""
    year = _YEAR_START.match(word)
    return str(2000 + to_number(word[year.end() :])) if year else str(to_number(word))


def _first_word(said: str) -> str:
    return said.partition(" ")[0].partition("-")[0]


@lru_cache(4096)
def _nearly(word: str) -> str | None:
    return next((month for month in _BY_LETTER[word[0]] if OSA.distance(word, month, score_cutoff=1) <= 1), None)


def _beside_a_date(text: str, words: list[Piece], place: int) -> bool:
    """A doubtful spelling is a month beside a day, a preposition, a year or another month, or all alone."""
    before = [word for _, _, word in words[max(0, place - 3) : place]]
    after = words[place + 1][2] if place + 1 < len(words) else ""
    last = before[-1] if before else ""
    if words[place][2] == "sept" and (
        after in COUNTED or after in SURE or after in LIKELY or last == "du" or _new_sentence(text, words, place)
    ):
        return False
    if last in BEFORE_MONTH or last in ORDINALS or _is_day(last):
        return True
    linked = any(word in SURE or word in LIKELY for word in before) and (last in LINKS or last in SURE or last in LIKELY)
    return linked or after in SURE or (after.startswith("20") and len(after) == 4) or len(words) <= 2


def _new_sentence(text: str, words: list[Piece], place: int) -> bool:
    return place > 0 and any(mark in text[words[place - 1][1] : words[place][0]] for mark in ".;:!?\n")


def _is_day(word: str) -> bool:
    return 1 <= int(word[:4]) <= 31 if word.isdigit() else _first_word(word) in _FIRST_NUMBERS


def _day_after(text: str, words: list[Piece], place: int) -> Piece | None:
    """The day of « March 1st », up to the end of its ending; None when its day came before, or the number counts something."""
    following = words[place + 1 : place + 3]
    if not following or not following[0][2].isdigit() or not 1 <= int(following[0][2][:4]) <= 31:
        return None
    start, end, day = following[0]
    month = words[place]
    dot = text.startswith(".", month[1]) and month[2] in _SHORT
    if not _THE_DAY.fullmatch(text, month[1] + dot, start) or _follows_a_day(text, words, place):
        return None
    after = following[1][2] if len(following) > 1 else ""
    if after in ORDINALS and following[1][0] == end:
        return start, following[1][1], day
    return None if after in COUNTED else (start, end, day)


def _follows_a_day(text: str, words: list[Piece], place: int) -> bool:
    """Whether « May » of « 31 May – 18 June » has its day before it."""
    before = [piece for piece in words[max(0, place - 3) : place] if piece[2] not in ("st", "nd", "rd", "th", "of")]
    if not before or not before[-1][2].isdigit() or "\n" in text[before[-1][1] : words[place][0]]:
        return False
    return 1 <= int(before[-1][2][:4]) <= 31
