"""Which words speak for which intent, beside the phrases of intents.csv: single words and pairs, by weights that are fitted.

Phrases know what people are sure to say; these weights know what the words around it are like. Each makes up for the other.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import get_args

from config.lexicon import FOLDER
from dialogs.understanding.heard import Intent
from dialogs.wants.sentences import APART, Sentences

INTENTS: tuple[Intent, ...] = get_args(Intent)
ALWAYS = "="  # the line of the table for what speaks before any word does
_STEM = 5  # letters: endings say little of what is wanted


def word_marks(sentences: Sentences) -> Iterator[str]:
    """What is weighed: each word cut short (numbers are one), each pair in a sentence, words of sentences that do not tell."""
    before, place, kinds = "", -2, sentences.kinds  # no word stands before the first
    for word, number in zip(sentences.words, sentences.numbers, strict=True):
        mark = "0" if word[0].isdigit() else word[:_STEM]
        kind = kinds[number >> APART]
        yield mark
        if kind != "s":
            yield f"{kind}:{mark}"
        if number == place + 1:  # numbers jump where a sentence ends
            yield f"{before} {mark}"
        before, place = mark, number


def weigh_words(sentences: Sentences) -> dict[Intent, float]:
    """How strongly the words as a whole speak for each intent; a long message is no louder than a short one."""
    table = _table()
    always = _weights(table[ALWAYS])
    known = sorted(table.keys() & set(word_marks(sentences)))  # sums of numbers depend on their order
    if not known:
        return dict(zip(INTENTS, always, strict=True))
    share = len(known) ** -0.5
    totals = map(sum, zip(*(_weights(table[mark]) for mark in known), strict=True))
    return {intent: own + total * share for intent, own, total in zip(INTENTS, always, totals, strict=True)}


@cache
def _table() -> Mapping[str, str]:
    """What each mark weighs, as written; split by hand, for it has thousands of rows, none with a comma in a cell."""
    lines = (FOLDER / "intent-words.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.partition(",") for line in lines)
    return {mark: weights for mark, _, weights in cells}


@lru_cache(maxsize=10_000)
def _weights(written: str) -> tuple[float, ...]:
    """The weight of each intent, in the order of INTENTS."""
    given = dict(pair.split(":") for pair in written.split())
    return tuple(float(given.get(intent, 0.0)) for intent in INTENTS)
