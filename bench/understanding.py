"""How well and how fast messages are understood: `make bench-understanding` prints it and writes docs/bench-understanding.md."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from bench import calibration, criteria, periods, speed
from bench.house import DOCS, answers
from bench.messages import dev, held, known, set_aside
from bench.score import MESSAGE_SLOTS, OFFER_SLOTS, Score, score

_HEAD = """# How well messages are understood

Made by `make bench-understanding`; the messages and how they were used are told in `bench/messages/README.md`. A *frame* is
right when the intent and every slot of a message are; *harm* is the share of messages in which some slot says what is wrong.
"""


def report() -> str:
    """The whole document, in Markdown."""
    in_view, aside = dev()
    parts = [("dev, in view", in_view), ("dev, 50 set aside", aside), ("dev, whole", in_view + aside)]
    parts += [("seen", known()[len(in_view) :]), ("held", held())]
    scores = [(name, score(messages, answers(messages))) for name, messages in parts]
    return "\n".join(
        [_HEAD, *_sets(scores), "", *_slots("of dev", in_view + aside), "", *_slots("set aside", set_aside()), "", *_measures()]
    )


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


def _slots(which: str, messages: Sequence[dict[str, Any]]) -> list[str]:
    one = score(messages, answers(messages))
    lines = [f"## Slot by slot, the {len(messages)} messages {which}", ""]
    lines += ["| slot | precision | recall | F1 | right | missing | extra | wrong |", "| --- |" + " --- |" * 7]
    for slot in chain(OFFER_SLOTS, MESSAGE_SLOTS):
        counts = one.slots[slot]
        rates = " | ".join(f"{rate:.3f}" for rate in one.rates(slot))
        numbers = " | ".join(str(counts[outcome]) for outcome in ("ok", "missing", "extra", "wrong"))
        lines.append(f"| {slot} | {rates} | {numbers} |")
    return lines


def _measures() -> list[str]:
    head = ["| what | measured | goal |", "| --- | --- | --- |"]
    confidence = ["## Confidence", "", "| what | measured |", "| --- | --- |", *calibration.rows(set_aside())]
    return [
        *_criteria(head),
        "",
        "## Speed, one core",
        "",
        *head,
        *speed.rows([*dev()[0], *dev()[1]]),
        "",
        *confidence,
        "",
        *_when(),
    ]


def _criteria(head: list[str]) -> list[str]:
    told = "Invented phrases (`bench/criteria.csv`), by one author; `held` was measured and its list of faults read twice."
    return ["## Forbidden criteria", "", told, "", *head, *criteria.rows()]


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
