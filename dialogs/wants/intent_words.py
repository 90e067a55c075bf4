"""Which words speak for which intent, beside the phrases of intents.csv: single words and pairs, by weights that are fitted.

Phrases know what people are sure to say; these weights know what the words around it are like. Each makes up for the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from config.lexicon import read_rows
from dialogs.wants.sentences import Sentences

ALWAYS = "="  # the line of the table for what speaks before any word does
_STEM = 5  # letters: endings say little of what is wanted


def word_marks(sentences: Sentences) -> Iterator[str]:
    """What is weighed: each word cut short (numbers are one), each pair in a sentence, words of sentences that do not tell."""
    before, place = "", -1
    for word, number in zip(sentences.words, sentences.numbers, strict=True):
        mark = "0" if word[0].isdigit() else word[:_STEM]
        kind = sentences.kind(number)
        yield mark
        if kind != "s":
            yield f"{kind}:{mark}"
        if number == place + 1:  # numbers jump where a sentence ends
            yield f"{before} {mark}"
        before, place = mark, number


def weigh_words(sentences: Sentences) -> dict[str, float]:
    """How strongly the words as a whole speak for each intent; a long message is no louder than a short one."""
    table = _table()
    known = table.keys() & set(word_marks(sentences))
    totals: defaultdict[str, float] = defaultdict(float)
    for mark in sorted(known):  # sums of numbers depend on their order
        for intent, weight in _weights(table[mark]):
            totals[intent] += weight
    share = len(known) ** -0.5 if known else 0.0
    always = dict(_weights(table[ALWAYS]))
    return {intent: always.get(intent, 0.0) + totals[intent] * share for intent in (*always, *totals)}


@cache
def _table() -> Mapping[str, str]:
    return {row["words"]: row["weights"] for _, row in read_rows("intent-words")}


@lru_cache(maxsize=10_000)
def _weights(written: str) -> tuple[tuple[str, float], ...]:
    pairs = (pair.split(":") for pair in written.split())
    return tuple((intent, float(weight)) for intent, weight in pairs)
