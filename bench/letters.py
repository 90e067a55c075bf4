"""How well and how fast letters are read, beside other libraries: `make bench-mail` prints it and writes docs/bench-mail.md."""

import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec

from bench import letters_fuzz, letters_peers
from bench.letters_judge import HELD, ROOT, SHARED, Sample, count, everything, folders, is_right, name, read, samples

MORE = ("bench.mail_drain", "bench.mail_send")  # real servers: run after this one
HEAD = """# How well letters are read

Made by `make bench-mail`. A reply is right when every line that the person wrote is kept and no other line is left but of the
signature; a robot’s letter when it is told from a person’s; a bounce when it names every recipient that was not reached. The
letters of `bench/letters`, of `shared, french` and `shared, french_auto` were written for the project, and it was mended on them:
they tell what is kept, not what to expect of new ones. Those of `bench/letters/held`, by somebody who had not seen the reader,
were only measured. The bounces of `shared, bounces` are other people’s, some of them looked at. Speeds are letters a second of
processor time, on a machine that other work shares: compare them within a table.
"""
ALONE = "The letters beside the project are not here: these are the figures of its own letters alone.\n"


def report() -> str:
    """The whole document, in Markdown."""
    parts = [HEAD, *([] if SHARED.is_dir() else [ALONE]), *_sets(), "", *_replies(), "", *_bounces(), "", *_speed(), ""]
    return "\n".join([*parts, "## Spoiled letters, and letters made to harm", "", *letters_fuzz.report()]) + "\n"


def _sets() -> list[str]:
    lines = ["| letters | kind | right |", "| --- | --- | --- |"]
    for kind in ("reply", "machine", "bounce"):
        for folder in folders(kind):
            right = [is_right(one.row, read(one.raw)) for one in samples(folder, kind)]
            lines.append(f"| {name(folder)} | {kind} | {count(right)} |")
    return lines


def _replies() -> list[str]:
    """Ours and the peers, on the same replies in the same run."""
    lines = ["## French replies, beside other libraries", ""]
    lines += ["Each peer is given the words already decoded, or the HTML where a letter has nothing else.", ""]
    lines += [*_beside(list(everything("reply"))), "", "The same, on the letters of `bench/letters/held` alone:", ""]
    return [*lines, *_beside(samples(HELD, "reply"))]


def _beside(letters: Sequence[Sample]) -> list[str]:
    lines = ["| library | right | letters/s | |", "| --- | --- | --- | --- |"]
    for one in letters_peers.replies(letters):
        share = (
            f"{one.right}/{one.total} ({one.right / one.total:.1%}) | {one.speed:,.0f}".replace("%)", " %)")
            if one.total
            else " | "
        )
        lines.append(f"| {one.name} | {share} | {one.told} |")
    return lines


def _bounces() -> list[str]:
    lines = ["## Bounces", "", "| library | letters | found | right recipient | letters/s |", "| --- | --- | --- | --- | --- |"]
    for folder in folders("bounce"):
        some = samples(folder, "bounce")
        for who, found, right, speed in letters_peers.bounces(some):
            shares = " | ".join(
                f"{number}/{len(some)} ({number / len(some):.1%})".replace("%)", " %)") for number in (found, right)
            )
            lines.append(f"| {who} | {name(folder)} | {shares} | {speed:,.0f} |")
    return [*lines, "", *_permanence()]


def _permanence() -> list[str]:
    """Whether an address is given up only when it is dead; Sisimai calls that a hard bounce."""
    agreed, held = [], []
    for one in everything("bounce"):
        hard = {row["recipient"].lower(): bool(row["hardbounce"]) for row in one.row["decoded"] if "hardbounce" in row}
        for told in read(one.raw).bounces:
            if told.recipient in hard:
                agreed.append(told.permanent == hard[told.recipient])
                held.append(told.permanent and not hard[told.recipient])
    said = f"For good or for now, as expected: {count(agreed)} recipients; {sum(held)} are given up that Sisimai would keep, "
    return [said + "nearly all of them « unknown user » said late in the talk."]


def _speed() -> list[str]:
    lines = ["## Speed", "", "| letters | letters/s |", "| --- | --- |"]
    for kind in ("reply", "machine", "bounce"):
        lines.append(f"| {kind}, whole letters | {_rate(list(everything(kind))):,.0f} |")
    return lines


def _rate(letters: list[Sample]) -> float:
    started = time.process_time()
    for one in letters:
        read(one.raw)
    return len(letters) / (time.process_time() - started)


def main() -> None:
    """Print the report and keep it in docs/; then run the benches that need real servers, where they are."""
    letters_peers.quieten()
    text = report()
    (ROOT / "docs" / "bench-mail.md").write_text(text, encoding="utf-8")
    print(text, flush=True)
    for module in MORE:
        if find_spec(module) is not None:
            subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
