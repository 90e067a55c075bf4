"""How fast the bot is: `make bench-telegram` prints the table and writes docs/bench-telegram.md.

Ours does the whole of its work; the peers only echo. All meet the same crowd, in turns, in one run.
"""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from bench.telegram_crowd import CHATS, LONE, TURNS, alone, greet, quiet, rush
from tests.postgres import free_port
from tests.tgemu import Emulator

ROOT = Path(__file__).parent.parent
ROUNDS = 3
TICK = os.sysconf("SC_CLK_TCK")
BARE, KEPT, OURS = "aiogram, bare echo", "aiogram, echo and one aiosqlite commit", "**Guichet**, the whole path"
WAYS = ("polling", "webhook")


@dataclass
class Figures:
    """Of one bot by one way, a value for each round: updates/s, milliseconds of processor time an update, lone answers in ms."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def row(self, name: str, way: str) -> str:
        """A line of the table."""
        spread = f"{min(self.rates):.0f}–{max(self.rates):.0f}"
        middle, late = median(self.waits), quantiles(self.waits, n=20)[-1]
        return f"| {name} | {way} | {median(self.rates):.0f} ({spread}) | {median(self.costs):.2f} | {middle:.0f} | {late:.0f} |"


def command(name: str, api: str, folder: Path, port: int | None) -> tuple[list[str], dict[str, str]]:
    """How a bot is started: its command, and what is added to the environment."""
    if name == OURS:
        environ = {
            "GUICHET_DATABASE_URL": f"sqlite:///{folder / 'guichet.db'}",
            "GUICHET_TELEGRAM_TOKEN": "42:TEST",
            "GUICHET_TELEGRAM_API": api,
            "GUICHET_TELEGRAM_PACE": "10000/10000",
        }
        if port:
            hook = {"WEBHOOK": f"http://127.0.0.1:{port}/telegram", "LISTEN": f"127.0.0.1:{port}"}
            environ |= {f"GUICHET_TELEGRAM_{key}": value for key, value in hook.items()}
        return [str(Path(sys.executable).with_name("guichet")), "run"], environ
    arguments = [sys.executable, "-m", "bench.telegram_peers", api]
    arguments += ["--port", str(port)] if port else []
    return arguments + (["--database", str(folder / "echo.db")] if name == KEPT else []), {}


@asynccontextmanager
async def running(name: str, api: str, folder: Path, way: str) -> AsyncIterator[subprocess.Popen[bytes]]:
    """The bot in a process of its own, without any setting of ours."""
    arguments, added = command(name, api, folder, free_port() if way == "webhook" else None)
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GUICHET_")} | added
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(arguments, cwd=ROOT, env=environ, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(process.wait, 30)


def processor(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


async def measure(name: str, way: str, figures: Figures) -> None:
    """One round: everybody is greeted, then the rush, then some who come alone."""
    with tempfile.TemporaryDirectory() as folder:
        async with Emulator("42:TEST") as telegram, running(name, telegram.url, Path(folder), way) as process:
            await greet(telegram)
            before = processor(process)
            run = await rush(telegram)
            await quiet(telegram)
            figures.rates.append(run.rate)
            figures.costs.append(1000 * (processor(process) - before) / run.updates)
            figures.waits += [1000 * wait for wait in await alone(telegram)]


async def main() -> None:
    """All rounds, in turns, and the page."""
    found: dict[tuple[str, str], Figures] = defaultdict(Figures)
    began = time.monotonic()
    for number in range(ROUNDS):
        for way in WAYS:
            for name in (BARE, KEPT, OURS):
                print(f"round {number + 1} of {ROUNDS}: {way}, {name.replace('*', '')}", file=sys.stderr, flush=True)
                await measure(name, way, found[name, way])
    page = written(found)
    (ROOT / "docs" / "bench-telegram.md").write_text(page, encoding="utf-8")
    print(page)
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)


def written(found: dict[tuple[str, str], Figures]) -> str:
    """The page."""
    rows = "\n".join(figures.row(name, way) for (name, way), figures in sorted(found.items(), key=lambda one: one[0][1]))
    ours = {way: median(found[OURS, way].rates) for way in WAYS}
    ratios = "; ".join(
        f"{way}: {ours[way] / median(found[KEPT, way].rates):.2f} times the echo with a commit, "
        f"{ours[way] / median(found[BARE, way].rates):.2f} times the bare echo"
        for way in WAYS
    )
    return PAGE.format(chats=CHATS, turns=TURNS, rounds=ROUNDS, lone=LONE, rows=rows, ratios=ratios)


PAGE = """# How fast the bot is

Made by `make bench-telegram`. {chats} chats say {turns} things each, the next one as soon as the last is answered: an offer in
a sentence, « oui », « mes offres ». Guichet does the whole of its work in `guichet run`: it records the update, understands it,
takes the turn, files the offer, keeps the answer in the outbox, sends it and notes that it has left, all durable (SQLite,
`synchronous=FULL`). The peers repeat what they hear, the second after one commit of its own. The Bot API is an emulator in
another process; {rounds} rounds, the bots in turns, medians with the least and the most. Processor time is that of the bot’s
process. Then {lone} messages in each round come one at a time. The pace that Telegram asks for is lifted
(`GUICHET_TELEGRAM_PACE`): 30 messages a second would be reached by all.

| bot | way | updates/s | ms of processor an update | lone answer, median ms | 95 % within ms |
| --- | --- | --- | --- | --- | --- |
{rows}

Guichet by {ratios}.
"""


if __name__ == "__main__":
    asyncio.run(main())
