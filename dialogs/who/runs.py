"""Runs of words that belong together: the pieces that signatures and senders' names are made of."""

import re

from config.lexicon import read_words
from dialogs.understanding.words import Words

_NO_HOUSES = frozenset("messagerie billetterie lingerie plaisanterie hotellerie batterie artillerie infanterie loterie".split())
Run = tuple[int, int]  # the words [first, last)

CONNECTORS = frozenset("de du des d la l le les et the of and en a au aux sur".split())
ARTICLES = frozenset("la l le les the".split())
_JOIN = re.compile(r" {1,2}|'|-| ?& ?| ?\+ ?|/|' | '")
_DOTTED = re.compile(r"\.[ -]{0,2}")
_ABBREVIATED = frozenset(
    "m mr mme mlle dr me pr st ste ets sgt cne ltn adj ass boulang ref assoc gar pharm jp jc jf jm jl jy".split()
)


def house_word(word: str) -> bool:
    """Whether a word is a kind of house: listed, or a trade that ends as they do, « miellerie »."""
    if word.endswith(("erie", "eries", "iculture")) and len(word) > 6:
        return word not in _NO_HOUSES and word not in read_words("first-names")
    return word in read_words("houses")


def shouted(said: str) -> bool:
    """Whether a text is written in capitals, which then tell nothing."""
    letters = sum(map(str.isalpha, said))
    return letters > 40 and sum(map(str.isupper, said)) > 0.7 * letters


def capital(i: int, words: Words) -> bool:
    """Whether the word opens with a capital."""
    return i < len(words.capitals) and words.capitals[i]


def upper(i: int, words: Words) -> bool:
    """Whether the word is written in capitals."""
    return words.original(i, i + 1).isupper() and len(words.list[i]) > 1


def joined(i: int, words: Words) -> bool:
    """Whether the word continues the one before it: only a space, a hyphen, an apostrophe or « & » in between."""
    gap = words.gaps[i]
    if _JOIN.fullmatch(gap):
        return True
    before = words.list[i - 1]
    return bool(_DOTTED.fullmatch(gap)) and (len(before) == 1 or before in _ABBREVIATED)


def pieces(first: int, last: int, words: Words) -> list[Run]:
    """The words [first, last) cut at every comma, dash, bar, bracket, line end or hidden number."""
    found: list[Run] = []
    start = first
    for i in range(first, last):
        if i + 1 == last or not joined(i + 1, words):
            found.append((start, i + 1))
            start = i + 1
    return found


def content(run: Run, words: Words) -> list[str]:
    """The words of a run without articles and prepositions."""
    return [word for word in words.list[run[0] : run[1]] if word not in CONNECTORS]
