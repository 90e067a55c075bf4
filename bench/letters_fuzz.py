"""Letters spoiled by a seeded hand: whatever becomes of one, it is read or refused, in the contract's form, in a moment."""

import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.letters_hostile import hostile
from bench.letters_judge import SETS, everything, read
from mail.report import VERDICTS, as_json

SEED = 2026
KEYS = {
    "verdict", "reason", "message_id", "sender", "subject", "token", "text", "signature", "quoted", "attachments", "bounces",
}  # fmt: skip
INSERTED = (
    b"\x00", b"\xff\xfe", b"\r\n\r\n", b"\n--", b"=?utf-8?b?", b"=?x?q?=C3?=", b"<", b">" * 300, b"@" * 100, b" " * 3_000,
    b"Content-Type: multipart/mixed; boundary=\"\"\r\n", b"Content-Type: message/rfc822\r\n\r\n", b"charset=utf-16;",
    b"Content-Transfer-Encoding: base64\r\n", b"filename*0*=x''%", b"a \xe9crit :\n", b"begin 644 x\n", b"<div " + b"a=b " * 200,
)  # fmt: skip


@dataclass(frozen=True)
class Timing:
    """Milliseconds of processor time of many letters, and what became of them."""

    times: list[float]
    verdicts: Counter[str]
    broken: list[str]  # crashes that were caught, and answers that are not in the contract's form

    def at(self, share: float) -> float:
        """The time that this share of the letters stays under."""
        return sorted(self.times)[min(int(share * len(self.times)), len(self.times) - 1)]


def seeds() -> list[bytes]:
    """The letters that are spoiled: the project's own, and those beside it."""
    return [one.raw for kind in SETS for one in everything(kind)]


def mutants(letters: Sequence[bytes], number: int, seed: int = SEED) -> Iterator[bytes]:
    """So many spoiled letters, always the same ones."""
    draw = random.Random(seed)
    for _ in range(number):
        raw = bytearray(draw.choice(letters))
        for _ in range(draw.randint(1, 8)):
            _spoil(raw, draw)
        yield bytes(raw)


def _spoil(raw: bytearray, draw: random.Random) -> None:
    at, end = sorted((draw.randrange(len(raw) + 1), draw.randrange(len(raw) + 1)))
    span = slice(at, min(end, at + 2_000))
    match draw.randrange(7):
        case 0:
            raw[at : at + 1] = bytes([draw.randrange(256)])
        case 1:
            del raw[span]
        case 2:
            raw[at:at] = raw[span]
        case 3:
            raw[at:at] = draw.choice(INSERTED)
        case 4:
            raw[:] = raw[:at] if at > len(raw) // 3 else raw
        case 5:
            raw[:] = raw.replace(b"\r\n", b"\n") if draw.random() < 0.5 else raw.replace(b"boundary", b"boundery", 1)
        case _:
            lines = raw.split(b"\n")
            one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            raw[:] = b"\n".join(lines)


def measure(letters: Iterator[tuple[str, bytes]]) -> Timing:
    """Read them all, each timed."""
    timing = Timing([], Counter(), [])
    for name, raw in letters:
        started = time.process_time()
        heard = read(raw)
        timing.times.append(1_000 * (time.process_time() - started))
        answer = as_json(heard)
        timing.verdicts[answer["verdict"]] += 1
        if not set(answer) >= KEYS or answer["verdict"] not in VERDICTS or str(answer["reason"]).startswith("unreadable:"):
            timing.broken.append(f"{name}: {answer['reason']}")
    return timing


def report(number: int = 5_000) -> list[str]:
    """The lines of the document."""
    before = _memory()
    spoiled = measure((f"mutant {at}", raw) for at, raw in enumerate(mutants(seeds(), number)))
    between = _memory()
    evil = [(name, raw, measure(iter([(name, raw)]))) for name, raw in hostile()]
    after = _memory()
    both = Timing(spoiled.times + [one.times[0] for _, _, one in evil], Counter(), [])
    broken = spoiled.broken + [line for _, _, one in evil for line in one.broken]
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in spoiled.verdicts.most_common())
    lines = [
        f"{number:,} letters spoiled by a seeded hand ({verdicts}), and {len(evil)} letters made to harm.",
        "",
        "| letters | median | p99 | worst | not read or refused in the contract’s form |",
        "| --- | --- | --- | --- | --- |",
        _row("spoiled", spoiled, len(spoiled.broken)),
        _row("spoiled and made to harm", both, len(broken)),
        "",
        f"Most memory of the process: {before} MiB before, {between} MiB after the spoiled letters, {after} MiB at the end.",
        "",
        "| made to harm | size | time | read as |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {name} | {len(raw) / 1000:,.0f} kB | {one.times[0]:,.0f} ms | {next(iter(one.verdicts))} |" for name, raw, one in evil
    ]
    return lines + [f"- {line}" for line in broken[:20]]


def _row(name: str, timing: Timing, broken: int) -> str:
    return f"| {name} | {timing.at(0.5):.1f} ms | {timing.at(0.99):.1f} ms | {max(timing.times):,.0f} ms | {broken} |"


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
