"""The labelled messages, and those that were set aside."""

import random
from pathlib import Path
from typing import Any

from bench.score import load

FOLDER = Path(__file__).parent
ASIDE, SEED, FIRST = 50, 20261125, 70  # the first 70 of dev.jsonl were in view before any draw

Messages = list[dict[str, Any]]


def dev() -> tuple[Messages, Messages]:
    """`dev.jsonl` in two: what the rules were written with, and the 50 set aside."""
    messages = load(FOLDER / "dev.jsonl")
    aside = set(random.Random(SEED).sample([message["id"] for message in messages[FIRST:]], ASIDE))
    return [m for m in messages if m["id"] not in aside], [m for m in messages if m["id"] in aside]


def known() -> Messages:
    """The messages that the rules and the weights were made with."""
    return dev()[0] + load(FOLDER / "seen.jsonl")


def held() -> Messages:
    """The messages that were only measured, without those of `dev.jsonl`."""
    return load(FOLDER / "held.jsonl")


def set_aside() -> Messages:
    """All messages that no rule was written with."""
    return dev()[1] + held()
