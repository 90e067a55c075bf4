"""How long understanding takes, on one core: a message with all communes loaded, and the start of `guichet understand`."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.house import ROOT, communes_file, questions
from dialogs.understanding.hear import understand

ROUNDS, STARTS = 7, 5
_LENGTH = 10_000  # characters of a hostile text
_HOSTILE = (
    "2 CAP cuisine du 4 au 29 janvier à Saint-Leu, ", "un deux trois CAP ou BTS ", "mars avril mai ", "1 2 12/01 0692 ", "( [ ",
    "a", "garage Payet ", "semaine 3 et ", "x",
)  # fmt: skip


def on_one_core() -> None:
    """Keep this process, and those it starts, on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def message_times(messages: Sequence[dict[str, Any]]) -> list[float]:
    """Seconds for each message, sorted; the least of several rounds, since other programs only ever make it longer."""
    asked = questions(messages)
    best = [float("inf")] * len(asked)
    for _ in range(ROUNDS):
        for place, question in enumerate(asked):
            start = perf_counter()
            understand(*question)
            best[place] = min(best[place], perf_counter() - start)
    return sorted(best)


def hostile_time() -> float:
    """Seconds for the worst of the hostile texts: one thing said again and again over 10 kB."""
    texts = [(said * _LENGTH)[:_LENGTH] for said in _HOSTILE]
    return message_times([{"id": "1", "received": "2026-11-24T09:00:00+04:00", "text": text} for text in texts])[-1]


def start_time(communes: Path | None) -> float:
    """Seconds from the start of `guichet understand` to its first answer and end; the median of five starts.

    As it is installed, which compiles it: a start that is not counted does so here, wherever Python is told to keep nothing.
    """
    with tempfile.TemporaryDirectory() as compiled:
        return _starts(communes, {"PYTHONPYCACHEPREFIX": compiled})[STARTS // 2]


def _starts(communes: Path | None, more: dict[str, str]) -> list[float]:
    left_out = ("GUICHET_", "PYTHONDONTWRITEBYTECODE")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(left_out)} | more
    environment |= {"GUICHET_COMMUNES": str(communes)} if communes else {}
    line = json.dumps({"id": "1", "received": "2026-11-24T09:00:00+04:00", "text": "1 élève de 3e à Saint-Leu"})
    command = [sys.executable, "-c", "from guichet.cli import main; raise SystemExit(main())", "understand"]
    taken = []
    for _ in range(STARTS + 1):
        start = perf_counter()
        subprocess.run(command, input=line, text=True, check=True, capture_output=True, env=environment, cwd=ROOT)
        taken.append(perf_counter() - start)
    return sorted(taken[1:])


def rows(messages: Sequence[dict[str, Any]]) -> list[str]:
    """The lines of the report."""
    on_one_core()
    times, france = message_times(messages), communes_file()
    where = "all communes of France" if france else "La Réunion only: no file of communes at hand"
    lines = [
        f"| median a message ({where}) | {1000 * times[len(times) // 2]:.2f} ms | 1 ms |",
        f"| 95th percentile | {1000 * times[int(len(times) * 0.95)]:.2f} ms | 5 ms |",
        f"| worst of {len(_HOSTILE)} hostile texts of 10 kB | {1000 * hostile_time():.0f} ms | 50 ms |",
        f"| start with La Réunion | {start_time(None):.2f} s | 0.6 s |",
    ]
    return lines + ([f"| start with all of France | {start_time(france):.2f} s | 1.5 s |"] if france else [])
