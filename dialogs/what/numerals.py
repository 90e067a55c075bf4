"""Words that may each say a number of young people: « 2 », « deux », « x2 », « l’autre »; most words of a message do not."""

from collections.abc import Sequence

from dialogs.understanding.words import Words
from dialogs.when.number_words import NUMBERS, ONES

MOST = 60  # young people
_NAMED = {word: value for word, value in (NUMBERS | ONES).items() if "+" not in word and value <= 20} | {"in": 1}
_GLUED = frozenset(said for digit in "123456789" for said in (f"d{digit}", f"x{digit}", f"{digit}x"))  # « besoin d1 apprenti »
_MAY_SAY = frozenset((*_NAMED, *_GLUED, "autre", "a"))
_ENGLISH = frozenset("student pupil trainee apprentice intern vocational middle high young second third".split())
_CREOLE = frozenset("zapranti marmay apprenti".split())


def number_at(i: int, words: Words) -> int | None:
    """The number of young people that a word may say, by itself."""
    return numbers_of(words)[i]


def numbers_of(words: Words) -> Sequence[int | None]:
    """The number that each word may say, by itself."""
    return words.once(_numbers)


def _numbers(words: Words) -> list[int | None]:
    return [_number(word, i, words) if word in _MAY_SAY or word.isdigit() else None for i, word in enumerate(words.list)]


def _number(word: str, i: int, words: Words) -> int | None:
    if word.isdigit():
        return int(word) if len(word) <= 2 and 0 < int(word) <= MOST else None
    if word in _GLUED:
        return int(word.strip("dx"))
    if word == "autre":
        return 1 if i and words.list[i - 1] == "l" else None
    after = words.list[i + 1] if i + 1 < len(words.list) else ""
    if word == "a":  # mostly « à »
        return 1 if after in _ENGLISH else None
    if word == "in" and after not in _CREOLE:
        return None
    return _NAMED.get(word)
