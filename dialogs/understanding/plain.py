"""Time words said plainly, before any date is read: « 2 smn fin févr. » becomes « 2 semaine fin fevrier ».

One spelling for each month, unit and number, and single blanks, so that the rules of dates stay short.
"""

import re

from dialogs.understanding.date_words import ENGLISH, LIKELY, MONTHS, SURE, UNITS
from dialogs.understanding.number_words import NUMBER_WORDS
from dialogs.understanding.text import TAKEN, Edit, Text

_PIECE = re.compile(rf"{NUMBER_WORDS}(?![a-z0-9])|[a-z]+|\d+|[ \n]{{2,}}")
_LETTERS = re.compile(r"[a-z]")
_LONG_MONTHS = tuple(month for month in MONTHS if len(month) >= 5)


def say_plainly(text: Text) -> Text:
    """The text with its time words in one spelling; « mars », « may », « sept » that are no month are taken out."""
    words = _pieces(text.folded)
    edits: list[Edit] = []
    for place, (start, end, word) in enumerate(words):
        said = _plain(words, place)
        if said != word or (len(word) > 1 and word.isspace()):
            dotted = word in LIKELY and said in MONTHS and word != said and text.folded[end : end + 1] == "."
            edits.append((start, end + dotted, said))
    return _english_days_first(text.rewritten(edits), {start for start, _, word in words if word in ENGLISH}, edits)


def _pieces(folded: str) -> list[tuple[int, int, str]]:
    return [(found.start(), found.end(), found[0]) for found in _PIECE.finditer(folded)]


def _plain(words: list[tuple[int, int, str]], place: int) -> str:
    word = words[place][2]
    if word.isspace():
        return "\n" if "\n" in word else " "
    if word.isdigit():
        return word
    if word in SURE:
        return SURE[word]
    if word in LIKELY and _near(words, place):
        return LIKELY[word]
    if word in UNITS:
        return UNITS[word]
    if word == "j" and place and _before(words, place).isdigit():
        return "jour"
    if word == "mars":
        return TAKEN * len(word)
    if (typo := _typo(word)) and _near(words, place):
        return typo
    return _digits(word)
