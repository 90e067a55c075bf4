"""How well and how fast messages are understood: `make bench-understanding` prints it and writes docs/bench-understanding.md."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from bench import calibration, periods, speed
from bench.house import DOCS, answers
from bench.messages import dev, every_message, others
from bench.score import MESSAGE_SLOTS, OFFER_SLOTS, Score, score

_HEAD = """# How well messages are understood

Made by `make bench-understanding`; the messages and how they were used are told in `bench/messages/README.md`. A *frame* is
right when the intent and every slot of a message are; *harm* is the share of messages in which some slot says what is wrong.
"""


def report() -> str:
    """The whole document, in Markdown."""
    known, aside = dev()
    parts = [("dev, in view", known), ("dev, 50 set aside", aside), *others()]
    scores = [(name, score(messages, answers(messages))) for name, messages in parts]
    return "\n".join([_HEAD, *_sets(scores), "", *_slots(known + aside), "", *_measures()])


def _sets(scores: Sequence[tuple[str, Score]]) -> list[str]:
    lines = [
        "| messages | count | intent | slot F1 (precision, recall) | frame | harm |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, one in scores:
        precision, recall, f1 = one.rates()
        slots = f"{f1:.3f} ({precision:.3f}, {recall:.3f})"
        lines.append(
            f"| {name} | {one.messages} | {one.intent_accuracy:.3f} | {slots} | {one.frame_accuracy:.3f} | {one.harm_rate:.3f} |"
        )
    return lines


def _slots(messages: Sequence[dict[str, Any]]) -> list[str]:
    one = score(messages, answers(messages))
    lines = [f"## Slot by slot, the {len(messages)} messages of dev", ""]
    lines += ["| slot | precision | recall | F1 | right | missing | extra | wrong |", "| --- |" + " --- |" * 7]
    for slot in chain(OFFER_SLOTS, MESSAGE_SLOTS):
        counts = one.slots[slot]
        rates = " | ".join(f"{rate:.3f}" for rate in one.rates(slot))
        numbers = " | ".join(str(counts[outcome]) for outcome in ("ok", "missing", "extra", "wrong"))
        lines.append(f"| {slot} | {rates} | {numbers} |")
    return lines


def _measures() -> list[str]:
    head = ["| what | measured | goal |", "| --- | --- | --- |"]
    confidence = ["## Confidence", "", "| what | measured |", "| --- | --- |", *calibration.rows(every_message())]
    return ["## Speed, one core", "", *head, *speed.rows(every_message()), "", *confidence, "", *_when()]


def _when() -> list[str]:
    told = "Invented phrases of employers (`bench/periods.csv`), half of them set aside by a seeded draw and only measured."
    return ["## When, beside dateparser", "", told, "", *periods.compare(), ""]


def main() -> None:
    """Print the report and keep it in docs/."""
    text = report()
    (DOCS / "bench-understanding.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
