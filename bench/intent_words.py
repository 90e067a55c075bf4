"""Which words speak for which intent: a multinomial logistic model of words and pairs, fitted on labelled messages.

`python -m bench.intent_words` learns from the tables of the tests and from the labelled messages that the rules were made with,
and writes config/lexicon/intent-words.csv; words and pairs of one message alone are left out, and weights too small to matter.
"""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from bench.house import ROOT, questions
from bench.intent_weights import labelled, labelled_tables
from dialogs.understanding.hear import listen
from dialogs.wants.intent_words import ALWAYS, INTENTS, word_marks

_TABLE = ROOT / "config" / "lexicon" / "intent-words.csv"
_ROUNDS, _RATE, _SHRINK, _SEED = 40, 1.0, 1e-5, 1
_LEAST = 1.5  # a weight of less is left out

Weights = dict[str, list[float]]


@dataclass(frozen=True)
class Example:
    """The marks of a message, and which intents are right."""

    marks: frozenset[str]
    right: frozenset[str]


def examples() -> list[Example]:
    """The messages of the tests and of the bench; marks of one message alone teach nothing."""
    messages, intents = labelled_tables()
    more, their = labelled()
    asked = questions([*messages, *more])
    marks = [frozenset(word_marks(listen(*question).sentences)) for question in asked]
    often = Counter(mark for some in marks for mark in some)
    kept = [frozenset(mark for mark in some if often[mark] > 1) for some in marks]
    return [Example(some, right) for some, right in zip(kept, [*intents, *their], strict=True)]


def fit(learnt: Sequence[Example]) -> Weights:
    """Weights by stochastic descent, each mark with a pace of its own (it slows as the mark is met)."""
    weights: Weights = defaultdict(lambda: [0.0] * len(INTENTS))
    met: Weights = defaultdict(lambda: [1e-6] * len(INTENTS))
    order = list(learnt)
    dice = random.Random(_SEED)
    for _ in range(_ROUNDS):
        dice.shuffle(order)
        for example in order:
            _learn(weights, met, example)
    return dict(weights)


def _learn(weights: Weights, met: Weights, example: Example) -> None:
    value = len(example.marks) ** -0.5 if example.marks else 0.0
    marks = [(ALWAYS, 1.0), *((mark, value) for mark in example.marks)]
    given = _shares(weights, marks)
    right = sum(share for share, intent in zip(given, INTENTS, strict=True) if intent in example.right)
    for place, intent in enumerate(INTENTS):
        miss = given[place] - (given[place] / right if intent in example.right else 0.0)
        if abs(miss) < 1e-3:
            continue
        for mark, much in marks:
            slope = miss * much + _SHRINK * weights[mark][place]
            met[mark][place] += slope * slope
            weights[mark][place] -= _RATE * slope / met[mark][place] ** 0.5


def _shares(weights: Weights, marks: Sequence[tuple[str, float]]) -> list[float]:
    totals = [0.0] * len(INTENTS)
    for mark, much in marks:
        totals = [total + much * weight for total, weight in zip(totals, weights[mark], strict=True)]
    parts = [exp(total - max(totals)) for total in totals]
    return [part / sum(parts) for part in parts]


def write(weights: Mapping[str, Sequence[float]]) -> None:
    """The table, in the order of the alphabet."""
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("words", "weights"))
        for mark in sorted(weights):
            said = zip(INTENTS, weights[mark], strict=True)
            kept = " ".join(f"{intent}:{weight:.1f}" for intent, weight in said if abs(weight) >= _LEAST or mark == ALWAYS)
            if kept:
                table.writerow((mark, kept))


if __name__ == "__main__":
    write(fit(examples()))
