"""Whether `confidence` means what it says: fitted by folds on labelled messages, and measured on what each fold left out.

`python -m bench.calibration --fit` writes config/lexicon/confidence.csv from the messages set aside: on those that the rules
were written with, nothing is ever wrong.
"""

import argparse
import csv
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from typing import Any

from bench.house import ROOT, answers, questions
from bench.messages import set_aside
from bench.score import score
from dialogs.understanding.confidence import signs
from dialogs.understanding.hear import understand

BINS, FOLDS, SEED = 10, 10, 7
_STEPS, _RATE, _SHRINK = 600, 0.5, 0.01
_TABLE = ROOT / "config" / "lexicon" / "confidence.csv"

Signs = Mapping[str, float]


@dataclass(frozen=True)
class Example:
    """A message's signs of doubt, the confidence that it was given, and whether its frame was right."""

    signs: Signs
    given: float
    right: bool


def examples(messages: Sequence[dict[str, Any]]) -> list[Example]:
    """The labelled messages as they are understood today."""
    found = score(messages, answers(messages)).right
    made = []
    for message, (text, setting) in zip(messages, questions(messages), strict=True):
        heard = understand(text, setting)
        made.append(Example(signs(heard, text, setting), heard.confidence, message["id"] in found))
    return made


def fit(learnt: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic model of « the frame is right », shrunk towards none, by plain gradient descent."""
    weights = dict.fromkeys(learnt[0].signs, 0.0)
    for _ in range(_STEPS):
        slope = {name: _SHRINK * weight if name != "always" else 0.0 for name, weight in weights.items()}
        for example in learnt:
            miss = (_probability(weights, example.signs) - example.right) / len(learnt)
            for name, value in example.signs.items():
                slope[name] += miss * value
        weights = {name: weight - _RATE * slope[name] for name, weight in weights.items()}
    return weights


def _probability(weights: Mapping[str, float], seen: Signs) -> float:
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in seen.items())))


def on_folds(all_of_them: Sequence[Example]) -> list[tuple[float, bool]]:
    """Each example's probability by weights that were fitted without its fold, and whether it was right."""
    order = list(all_of_them)
    random.Random(SEED).shuffle(order)
    found = []
    for fold in range(FOLDS):
        weights = fit([example for place, example in enumerate(order) if place % FOLDS != fold])
        found += [(_probability(weights, example.signs), example.right) for example in order[fold::FOLDS]]
    return found


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: over ten bins of equal count, the mean distance of confidence and share of right ones."""
    ranked = sorted(pairs, key=lambda pair: pair[0])
    edges = [round(len(ranked) * place / BINS) for place in range(BINS + 1)]
    bins = [ranked[a:b] for a, b in pairwise(edges) if a < b]
    gaps: list[tuple[int, float]] = [(len(one), abs(_mean(one, _said) - _mean(one, _was))) for one in bins]
    return sum(count * gap for count, gap in gaps) / len(ranked)


def noise(pairs: Sequence[tuple[float, bool]], draws: int = 200) -> float:
    """The error that a perfect confidence would show on so few messages, by drawing right and wrong from it."""
    dice = random.Random(SEED)
    return sum(calibration_error([(p, dice.random() < p) for p, _ in pairs]) for _ in range(draws)) / draws


def _mean(pairs: Sequence[tuple[float, bool]], of: Callable[[tuple[float, bool]], float]) -> float:
    return sum(map(of, pairs)) / len(pairs)


def _said(pair: tuple[float, bool]) -> float:
    return pair[0]


def _was(pair: tuple[float, bool]) -> float:
    return float(pair[1])


def rows(messages: Sequence[dict[str, Any]]) -> list[str]:
    """The lines of the report."""
    seen = examples(messages)
    folds = on_folds(seen)
    shipped = [(example.given, example.right) for example in seen]
    return [
        f"| expected calibration error on {FOLDS} folds, {len(seen)} messages | {calibration_error(folds):.3f} |",
        f"| the same by chance alone, were the confidence perfect | {noise(folds):.3f} |",
        f"| with the shipped weights, fitted on all of them | {calibration_error(shipped):.3f} |",
    ]


def main() -> None:
    """Print the rows, or fit the weights anew and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="write config/lexicon/confidence.csv")
    messages = set_aside()
    if parser.parse_args().fit:
        with _TABLE.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("sign", "weight"))
            table.writerows((name, f"{weight:.3f}") for name, weight in fit(examples(messages)).items())
    else:
        print("\n".join(rows(messages)))


if __name__ == "__main__":
    main()
