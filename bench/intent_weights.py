"""How what is heard speaks for each intent: a multinomial logistic model, fitted on labelled messages and told on folds.

`python -m bench.intent_weights` learns from the tables of the tests and from the labelled messages that the rules were made
with, and tells how many intents are right on what each fold left out; with `--fit` it writes config/lexicon/weighing.csv.
"""

import argparse
import csv
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from bench.house import ROOT, questions
from bench.messages import known
from dialogs.understanding.hear import listen
from dialogs.understanding.heard import Setting
from dialogs.wants.intent_words import INTENTS
from dialogs.wants.intents import OTHER_SIGNS, hear_phrases, what_is_heard

FOLDS, SEED = 5, 1
_STEPS, _RATE, _SHRINK = 150, 12.0, 1.0
_SELF = 3.0  # where the weights start, and what they are drawn back to: an intent that is heard speaks for itself
_NAMES = (*INTENTS, *OTHER_SIGNS)
_TABLE = ROOT / "config" / "lexicon" / "weighing.csv"
_TESTS = ROOT / "tests" / "dialogs" / "wants"
_RECEIVED = "2026-11-23T09:00:00+04:00"
# Tables of the tests: the column of the message, and the column of the intent (every row of topics.csv asks).
_TABLES = (("intents", "message", "intent"), ("topics", "message", ""), ("phrases_intents", "phrase", "intent"))

Weights = dict[str, list[float]]
Labelled = tuple[list[dict[str, Any]], list[frozenset[str]]]


@dataclass(frozen=True)
class Example:
    """What is heard in a message, and which intents are right."""

    heard: Mapping[str, float]
    right: frozenset[str]


def labelled_tables() -> Labelled:
    """The messages of the tests, and the intents that are right for each."""
    messages, intents = [], []
    for name, said, wanted in _TABLES:
        with (_TESTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                text = row[said].replace(" // ", "\n")
                messages.append({"id": 0, "received": _RECEIVED, "text": text, "subject": row.get("subject") or None})
                intents.append(frozenset((row[wanted] if wanted else "question",)))
    return messages, intents


def labelled() -> Labelled:
    """The labelled messages that the rules were made with, and the intents that are right for each."""
    messages = known()
    return messages, [_right(message["expect"]["intent"]) for message in messages]


def _right(expected: Any) -> frozenset[str]:
    return frozenset(expected["any_of"] if isinstance(expected, dict) else [expected])


def _examples(messages: list[dict[str, Any]], intents: Sequence[frozenset[str]]) -> list[Example]:
    return [Example(_heard(*asked), right) for asked, right in zip(questions(messages), intents, strict=True)]


def _heard(text: str, setting: Setting) -> Mapping[str, float]:
    listened = listen(text, setting)
    return what_is_heard(hear_phrases(listened.sentences), listened.signs, listened.sentences)


def fit(examples: Sequence[Example]) -> Weights:
    """Weights of a multinomial logistic model, drawn back to « an intent heard speaks for itself », by gradient descent."""
    weights = {name: [_start(name, intent) for intent in INTENTS] for name in _NAMES}
    for step in range(_STEPS):
        slope = {
            name: [_SHRINK * (weight - _start(name, intent)) for weight, intent in zip(row, INTENTS, strict=True)]
            for name, row in weights.items()
        }
        for example in examples:
            _add_slope(slope, example, shares(weights, example.heard))
        rate = _RATE / (1 + step / 60) / len(examples)
        for name, row in weights.items():
            weights[name] = [weight - rate * down for weight, down in zip(row, slope[name], strict=True)]
    return weights


def _start(name: str, intent: str) -> float:
    return _SELF if name == intent else 0.0


def _add_slope(slope: Weights, example: Example, given: Sequence[float]) -> None:
    right = sum(share for share, intent in zip(given, INTENTS, strict=True) if intent in example.right)
    for place, intent in enumerate(INTENTS):
        miss = given[place] - (given[place] / right if intent in example.right else 0.0)
        if abs(miss) > 1e-4:
            for name, value in example.heard.items():
                slope[name][place] += miss * value


def shares(weights: Weights, heard: Mapping[str, float]) -> list[float]:
    """The probability of each intent."""
    totals = [sum(weights[name][place] * value for name, value in heard.items()) for place in range(len(INTENTS))]
    parts = [exp(total - max(totals)) for total in totals]
    return [part / sum(parts) for part in parts]


def on_folds(examples: Sequence[Example]) -> float:
    """The share of intents right, by weights that were fitted without the fold."""
    order = list(examples)
    random.Random(SEED).shuffle(order)
    right = 0
    for fold in range(FOLDS):
        weights = fit([example for place, example in enumerate(order) if place % FOLDS != fold])
        for example in order[fold::FOLDS]:
            given = shares(weights, example.heard)
            right += INTENTS[given.index(max(given))] in example.right
    return right / len(order)


def main() -> None:
    """Tell how the folds do, or fit on everything and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="write config/lexicon/weighing.csv")
    given = parser.parse_args()
    examples = [*_examples(*labelled_tables()), *_examples(*labelled())]
    if not given.fit:
        print(f"{len(examples)} messages, {on_folds(examples):.3f} right on what each fold left out")
        return
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("heard", *INTENTS))
        table.writerows((name, *(f"{weight:.2f}" for weight in row)) for name, row in fit(examples).items())


if __name__ == "__main__":
    main()
