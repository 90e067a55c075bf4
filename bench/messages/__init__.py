"""The labelled messages, and the halves that were set aside by seeded draws."""

import random
from pathlib import Path
from typing import Any

from bench.score import load

FOLDER = Path(__file__).parent
ASIDE, SEED, FIRST = 50, 20261125, 70  # the first 70 of dev.jsonl were in view before any draw


def dev() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """`dev.jsonl` in two: what the rules were written with, and the 50 set aside."""
    messages = load(FOLDER / "dev.jsonl")
    aside = set(random.Random(SEED).sample([message["id"] for message in messages[FIRST:]], ASIDE))
    return [m for m in messages if m["id"] not in aside], [m for m in messages if m["id"] in aside]


def others() -> list[tuple[str, list[dict[str, Any]]]]:
    """The other sets, by name."""
    return [(file.stem, load(file)) for file in sorted(FOLDER.glob("*.jsonl")) if file.stem != "dev"]


def every_message() -> list[dict[str, Any]]:
    """All labelled messages."""
    return [message for file in sorted(FOLDER.glob("*.jsonl")) for message in load(file)]
