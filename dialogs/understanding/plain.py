"""Time words said plainly, before any date is read: « 2 smn fin févr. » becomes « 2 semaine fin fevrier ».

One spelling for each month, unit and number, and single blanks, so that the rules of dates stay short.
"""

import re

from rapidfuzz.distance import OSA

from dialogs.understanding.date_words import BEFORE_MONTH, COUNTED, ELIDED, ENGLISH, LIKELY, LINKS, MONTHS, ORDINALS, SURE, UNITS
from dialogs.understanding.number_words import NUMBER_WORDS, NUMBERS, to_number
from dialogs.understanding.text import TAKEN, Edit, Text

# « deux mille vingt-sept », « twenty twenty-seven »: years said aloud.
_YEAR = rf"(?:deux mille |two thousand (?:and )?|twenty[ -](?=twenty[ -])){NUMBER_WORDS}(?![a-z0-9])"
_PIECE = re.compile(rf"\d+|[ \n]{{2,}}|(?:week[ -]ends?|{_YEAR}|{NUMBER_WORDS}|[a-z]+)(?![a-z0-9])|[a-z]+")
_YEAR_START = re.compile(r"deux mille |two thousand (?:and )?|twenty[ -](?=twenty[ -])")
_LONG_MONTHS = tuple(month for month in MONTHS if len(month) >= 5)
_FIRST_LETTERS = frozenset(month[0] for month in _LONG_MONTHS)
_FIRST_NUMBERS = frozenset(word.split("+")[0] for word in NUMBERS)

Piece = tuple[int, int, str]
_THE_DAY = re.compile(r"[.,]? {0,3}(?:the )?")
MOST = 10_000  # characters read for dates and numbers


def say_plainly(text: Text) -> Text:
    """The text with its time words in one spelling; a « Mars » that is no month is taken out."""
    text = text.first(MOST)
    pieces = [(found.start(), found.end(), found[0]) for found in _PIECE.finditer(text.folded)]
    words = [piece for piece in pieces if not piece[2].isspace()]
    edits: list[Edit] = [(start, end, "\n" if "\n" in blank else " ") for start, end, blank in pieces if blank.isspace()]
    skipped = 0
    for place, (start, end, word) in enumerate(words):
        if start < skipped:
            continue
        said = _plain(text.folded, words, place)
        if said.startswith(TAKEN) and text.span(start, end).islower():
            said = word
        if said in MONTHS and word in ENGLISH and (day := _day_after(text.folded, words, place)):
            skipped = day[1]
            edits.append((start, skipped, f"{int(day[2])} {said}"))
        elif said != word:
            dotted = ((word in LIKELY and word != "mars") or word in ("sem", "smn")) and text.folded[end : end + 1] == "."
            edits.append((start, end + (dotted or said.endswith("'")), said))
    return text.rewritten(sorted(edit for edit in edits if not _inside(edit, edits)))


def _inside(edit: Edit, edits: list[Edit]) -> bool:
    """Whether a run of blanks lies inside « February   8 », said again as a whole."""
    return edit[2].isspace() and any(start < edit[0] < end for start, end, said in edits if said[:1].isdigit() and " " in said)


def _plain(text: str, words: list[Piece], place: int) -> str:
    _, end, word = words[place]
    if word.isdigit():
        return word
    if word in SURE:
        return SURE[word]
    if word in LIKELY and (_beside_a_date(words, place) or (word in ENGLISH and _day_after(text, words, place))):
        return LIKELY[word]
    if word in UNITS:
        return UNITS[word]
    if word == "j" and place and words[place - 1][2].isdigit():
        return "jour"
    if word in ("d", "l") and text[end : end + 1] == " " and place + 1 < len(words) and words[place + 1][2] in ELIDED:
        return f"{word}'"
    if word == "mars":
        return TAKEN * len(word)
    if word[0] in _FIRST_LETTERS and 5 <= len(word) <= 11 and (month := _nearly(word)) and _beside_a_date(words, place):
        return month
    return _number(word) if _first_word(word) in _FIRST_NUMBERS else word


def _number(word: str) -> str:
    """Digits for a number in words; a year said aloud is of this century."""
    year = _YEAR_START.match(word)
    return str(2000 + to_number(word[year.end() :])) if year else str(to_number(word))


def _first_word(said: str) -> str:
    return said.partition(" ")[0].partition("-")[0]


def _nearly(word: str) -> str | None:
    return next((month for month in _LONG_MONTHS if OSA.distance(word, month, score_cutoff=1) <= 1), None)


def _beside_a_date(words: list[Piece], place: int) -> bool:
    """A doubtful spelling is a month beside a day, a preposition, a year or another month, or all alone."""
    before = [word for _, _, word in words[max(0, place - 3) : place]]
    after = words[place + 1][2] if place + 1 < len(words) else ""
    last = before[-1] if before else ""
    if words[place][2] == "sept" and (after in COUNTED or after in SURE or after in LIKELY or last == "du"):
        return False
    if last in BEFORE_MONTH or last in ORDINALS or _is_day(last):
        return True
    linked = any(word in SURE or word in LIKELY for word in before) and (last in LINKS or last in SURE or last in LIKELY)
    return linked or after in SURE or (after.startswith("20") and len(after) == 4) or len(words) <= 2


def _is_day(word: str) -> bool:
    return 1 <= int(word[:4]) <= 31 if word.isdigit() else _first_word(word) in _FIRST_NUMBERS


def _day_after(text: str, words: list[Piece], place: int) -> Piece | None:
    """The day of « March 1st », up to the end of its ending; None when its day came before, or the number counts something."""
    following = words[place + 1 : place + 3]
    if not following or not following[0][2].isdigit() or not 1 <= int(following[0][2][:4]) <= 31:
        return None
    start, end, day = following[0]
    if not _THE_DAY.fullmatch(text, words[place][1], start) or _follows_a_day(text, words, place):
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
