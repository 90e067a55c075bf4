"""Scores answers of `guichet understand` against labelled messages, slot by slot.

A labelled message is a line of input with one more key, `expect`: the slots of the right answer. What `expect` leaves out is
not scored, except that missing `offers`, `discrimination` or `references` mean none; {"any_of": [v1, v2]} accepts each value.
"""

import itertools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OFFER_SLOTS = ("kind", "levels", "programmes", "fields", "seats", "periods", "weeks", "flexible", "place")
MESSAGE_SLOTS = (
    "language", "organisation.name", "organisation.siret", "contact.name", "contact.email", "contact.phone",
    "accessible", "discrimination", "references", "topic", "people",
)  # fmt: skip
ALWAYS = ("discrimination", "references")
PERMUTED = 6  # offers of a message: more are compared in their order
_LEGAL = frozenset("sarl sas sasu eurl sa ets etablissements entreprise societe la le l les".split())
_TITLES = frozenset("m mme mr mlle monsieur madame dr".split())

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """One slot of one message that is not right: missing, extra or wrong."""

    id: str
    slot: str
    outcome: str
    label: object
    answer: object


@dataclass(frozen=True)
class Score:
    """The figures of a set of messages: shares of 1; `slots` holds the counts of each slot, `right` the right frames' ids."""

    messages: int
    intent_accuracy: float
    harm_rate: float
    slots: Mapping[str, Counter[str]]
    right: frozenset[str]
    faults: tuple[Fault, ...]

    @property
    def frame_accuracy(self) -> float:
        """The share of messages whose intent and labelled slots are all right."""
        return len(self.right) / self.messages

    def rates(self, slot: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of a slot, or of all slots together."""
        counts = self.slots[slot] if slot else sum(self.slots.values(), Counter())
        precision = counts["ok"] / max(1, counts["ok"] + counts["wrong"] + counts["extra"])
        recall = counts["ok"] / max(1, counts["ok"] + counts["wrong"] + counts["missing"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def load(path: Path) -> list[dict[str, Any]]:
    """The messages of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(labelled: Sequence[Json], answers: Sequence[Json]) -> Score:
    """Every slot of every message judged: 'ok', 'blank' (nothing to find, nothing found), 'missing', 'extra' or 'wrong'."""
    by_id = {answer["id"]: answer for answer in answers}
    slots: dict[str, Counter[str]] = {}
    faults: list[Fault] = []
    right: set[str] = set()
    intents = harmed = 0
    for message in labelled:
        outcomes = _message(message, by_id[message["id"]])
        good = outcomes[0].outcome == "ok"
        intents += good
        for one in outcomes[1:]:
            slots.setdefault(one.slot, Counter())[one.outcome] += 1
        bad = [one for one in outcomes if one.outcome not in ("ok", "blank")]
        faults += bad
        harmed += any(one.outcome in ("wrong", "extra") for one in bad if one.slot != "intent")
        if not bad:
            right.add(message["id"])
    n = len(labelled)
    return Score(n, intents / n, harmed / n, slots, frozenset(right), tuple(faults))


def _message(message: Json, answer: Json) -> list[Fault]:
    expect, key = message["expect"], message["id"]
    good = answer.get("intent") in _options(expect["intent"])
    found = [Fault(key, "intent", "ok" if good else "wrong", expect["intent"], answer.get("intent"))]
    for slot in MESSAGE_SLOTS:
        label, there = _get(expect, slot)
        if there or slot in ALWAYS:
            given = _get(answer, slot)[0]
            found.append(Fault(key, slot, _judge(slot, label, given), label, given))
    for label, given in _aligned(expect.get("offers", []), answer.get("offers", [])):
        for slot in OFFER_SLOTS if label is None else [slot for slot in OFFER_SLOTS if slot in label]:
            wanted, said = (label or {}).get(slot), (given or {}).get(slot)
            found.append(Fault(key, slot, _judge(slot, wanted, said), wanted, said))
    return found


def _aligned(labels: Sequence[Json], answers: Sequence[Json]) -> list[tuple[Json | None, Json | None]]:
    """Labelled and answered offers in pairs, the best pairing of all."""
    size = max(len(labels), len(answers))
    left: list[Json | None] = [*labels, *[None] * (size - len(labels))]
    right: list[Json | None] = [*answers, *[None] * (size - len(answers))]
    if size > PERMUTED:
        return list(zip(left, right, strict=True))
    pairings = (list(zip(left, order, strict=True)) for order in itertools.permutations(right))
    return max(pairings, key=lambda pairs: sum(_agreement(label, answer) for label, answer in pairs))


def _agreement(label: Json | None, answer: Json | None) -> int:
    if label is None or answer is None:
        return 0
    return sum(_judge(slot, label.get(slot), answer.get(slot)) == "ok" for slot in OFFER_SLOTS if slot in label)


def _judge(slot: str, label: object, answer: object) -> str:
    accepted = [_comparable(slot, value) for value in _options(label)]
    given = _comparable(slot, answer)
    if given in accepted:
        return "blank" if given is None else "ok"
    if given is None:
        return "missing"
    return "extra" if accepted == [None] else "wrong"


def _options(label: Any) -> list[Any]:
    return list(label["any_of"]) if isinstance(label, dict) and set(label) == {"any_of"} else [label]


def _get(record: Json, slot: str) -> tuple[Any, bool]:
    """The value of a dotted slot, and whether the record has it at all."""
    here: Any = record
    for part in slot.split("."):
        if here is None:
            return None, True
        if isinstance(here, dict) and set(here) == {"any_of"}:
            return {"any_of": [_get(option, part)[0] for option in here["any_of"]]}, True
        if part not in here:
            return None, False
        here = here[part]
    return here, True


def _comparable(slot: str, value: Any) -> object:
    """One form for values that mean the same; None for an empty one."""
    if value in (None, [], "", False, {}):
        return None
    if slot in ("levels", "programmes", "fields", "discrimination", "references"):
        return tuple(sorted(value))
    if slot == "periods":
        return tuple(sorted((period["start"], period["end"]) for period in value))
    if slot == "place":
        return value["insee"]
    if slot == "organisation.name":
        return " ".join(word for word in _fold(value).split() if word not in _LEGAL) or _fold(value)
    if slot == "contact.name":
        return " ".join(sorted(word for word in _fold(value).split() if word not in _TITLES))
    if slot == "contact.email":
        return value.lower()
    return re.sub(r"[^\d+]", "", value) if slot in ("contact.phone", "organisation.siret") else value


def _fold(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
