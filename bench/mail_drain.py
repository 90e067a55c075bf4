"""How fast waiting letters are drained: `python -m bench.mail_drain`, part of `make bench-mail`.

2,000 letters wait in a real Dovecot. The peer is imap-tools alone, which fetches the same letters and keeps each in SQLite by one
durable transaction of its own: it reads nothing of them. Ours reads each letter, keeps it and remembers it, in batches.
"""

import imaplib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from imap_tools import MailBoxUnencrypted
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.database import open_engine, transaction
from core.migrations import upgrade
from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.inbound import Arrival
from core.post.inbox import Incoming, record
from guichet.clock import now_utc
from mail.accounts import ImapAccount
from mail.arriving.receive import Mailbox

ROOT = Path(__file__).parent.parent
LETTERS = 2000
ROUNDS = 3
HALF = 0.5  # of the peer's speed: the least that is promised
HOST, USER, OWN = "127.0.0.1", "stages", "stages@pole.example"


class Ledger:
    """The inbox and the marks on one SQLite file, as `guichet run` keeps them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def mark(self, place: str) -> Mark | None:
        with transaction(self.engine) as session:
            return mark_of(session, place)

    def keep(self, arrivals: list[Arrival], place: str, mark: Mark) -> None:
        with transaction(self.engine) as session:
            record(session, arrivals, now_utc())
            keep_mark(session, place, mark)


def letters() -> list[bytes]:
    """What a pôle gets: people's letters and absence notes, one letter in ten a bounce where the shared corpus is at hand."""
    corpus = ROOT.parent / "shared" / "corpus" / "letters"
    post = _read(ROOT / "tests" / "mail" / "letters", corpus / "french", corpus / "french_auto")
    bounces = _read(corpus / "bounces") or post
    mixed = [bounces[at // 10 % len(bounces)] if at % 10 == 9 else post[at % len(post)] for at in range(LETTERS)]
    return [b"Message-ID: <%d@bench.example>\r\n" % number + _unnamed(raw) for number, raw in enumerate(mixed)]


def _read(*folders: Path) -> list[bytes]:
    files = sorted(file for folder in folders if folder.exists() for file in folder.rglob("*.eml"))
    return [file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for file in files]


def _unnamed(raw: bytes) -> bytes:
    head, blank, body = raw.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"message-id:")]
    return b"\r\n".join(kept) + blank + body


def fill(port: int, password: str, raws: list[bytes]) -> None:
    client = imaplib.IMAP4(HOST, port)
    client.login(USER, password)
    for raw in raws:
        client.append("INBOX", "", "", raw)
    client.logout()


Drain = Callable[[], int]  # drains, and gives how many letters are kept


def bare(port: int, password: str, folder: Path, bulk: int | bool) -> Drain:
    """imap-tools and sqlite3, nothing else."""
    base = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        base.execute(f"PRAGMA {pragma}")
    base.execute("create table letters (uid integer primary key, raw blob)")

    def drain() -> int:
        with MailBoxUnencrypted(HOST, port).login(USER, password) as box:
            for one in box.fetch(mark_seen=False, bulk=bulk):
                base.execute("begin immediate")
                base.execute("insert into letters values (?, ?)", (int(one.uid or 0), one.obj.as_bytes()))
                base.execute("commit")
        (count,) = base.execute("select count(*) from letters").fetchone()
        base.close()
        return int(count)

    return drain


def ours(port: int, password: str, folder: Path) -> Drain:
    engine = open_engine(f"sqlite:///{folder / 'ours.db'}")
    upgrade(engine)

    def drain() -> int:
        box = Mailbox(ImapAccount(HOST, port, USER, password, "none"), OWN, Ledger(engine))
        box.drain()
        box.close()
        with Session(engine) as session:
            count = session.scalar(select(func.count()).select_from(Incoming)) or 0
        engine.dispose()
        return count

    return drain


def timed(prepare: Callable[[Path], Drain], wanted: int) -> float:
    """Letters per second, the database made beforehand; every letter must be there."""
    folder = Path(tempfile.mkdtemp(prefix="drain"))
    try:
        drain = prepare(folder)
        began = time.perf_counter()
        count = drain()
        seconds = time.perf_counter() - began
        if count != wanted:
            raise SystemExit(f"{count} letters instead of {wanted}")
        return wanted / seconds
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Print the table; status 1 when ours is slower than promised."""
    command = [sys.executable, "-m", "tests.mail.system_servers"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout and server.stdin
        ports: dict[str, Any] = json.loads(server.stdout.readline())
        if "missing" in ports:
            print(f"draining: not measured, {ports['missing']}")
            return 0
        status = measure(ports["imap"], ports["password"])
        server.stdin.close()
    return status


def measure(port: int, password: str) -> int:
    raws = letters()
    fill(port, password, raws)
    speeds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):  # in turn: the machine's mood is shared
        for name, work in WORKS.items():
            speeds.setdefault(name, []).append(timed(partial(work, port, password), LETTERS))
    middle = {name: median(some) for name, some in speeds.items()}
    size = sum(map(len, raws)) / len(raws) / 1024
    print(
        f"{LETTERS} letters of {size:.1f} KiB on average, Dovecot and SQLite on this machine, median of {ROUNDS} rounds in turn\n"
    )
    print("| drained by | letters/s | ours beside it |\n| --- | ---: | ---: |")
    for name, speed in middle.items():
        print(f"| {name} | {speed:.0f} | {middle[OURS] / speed:.2f} |")
    ratio = min(middle[OURS] / speed for name, speed in middle.items() if name != OURS)
    print(f"\nours is {ratio:.2f} times as fast as the faster bare fetch ({HALF} is promised)")
    return 0 if ratio >= HALF else 1


OURS = "Guichet: read, kept and remembered, by two hundreds"
WORKS: dict[str, Callable[[int, str, Path], Drain]] = {
    "imap-tools, one by one, a transaction each": lambda port, password, folder: bare(port, password, folder, False),
    "imap-tools, by hundreds, a transaction each": lambda port, password, folder: bare(port, password, folder, 100),
    OURS: ours,
}


if __name__ == "__main__":
    sys.exit(main())
