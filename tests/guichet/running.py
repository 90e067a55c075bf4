"""`guichet run` as people run it: a process of its own, settings by the environment alone, real servers around it.

Nothing here waits for a time to pass: every wait is for something that can be seen from outside, with an end to it.
"""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Engine, create_engine, select, update
from sqlalchemy.orm import Session, joinedload

from core.agenda.records import Digest
from core.pool.records import Offer
from core.post.inbox import Incoming
from core.post.outbox import Outgoing
from guichet.clock import now_utc
from tests.mail.servers import PASSWORD
from tests.tgemu import Emulator

GUICHET = str(Path(sys.executable).with_name("guichet"))
ADDRESS = "stages@pole.example"
TOKEN = "42:TEST"
TRACEBACK = "Traceback (most recent call last)"
PATIENCE = 90.0  # seconds that anything may take on a busy machine
T = TypeVar("T")


async def until(condition: Callable[[], T], what: str = "what was awaited", seconds: float = PATIENCE, step: float = 0.02) -> T:
    """The first true value of the condition; AssertionError when it stays false for so long."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, f"{what}: not within {seconds:.0f} s"
        await asyncio.sleep(step)
    return value


def command(*arguments: str, environ: dict[str, str], folder: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One command of guichet, ended: status, standard output and error as bytes."""
    return subprocess.run(
        [GUICHET, *arguments], env=surroundings(environ), cwd=folder, input=given, capture_output=True, timeout=120, check=False
    )


def surroundings(environ: dict[str, str]) -> dict[str, str]:
    """The environment of a process: the settings given, and none of our own."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GUICHET_")}
    return ours | environ


def telegram_settings(url: str, token: str = TOKEN) -> dict[str, str]:
    """A bot on this server."""
    return {"GUICHET_TELEGRAM_TOKEN": token, "GUICHET_TELEGRAM_API": url}


def mail_settings(imap_port: int, smtp_port: int) -> dict[str, str]:
    """The mailbox and the relay on loopback."""
    imap = {"HOST": "127.0.0.1", "PORT": str(imap_port), "USER": "stages", "PASSWORD": PASSWORD, "SECURITY": "none"}
    smtp = {"HOST": "127.0.0.1", "PORT": str(smtp_port), "SECURITY": "none"}
    given = {f"GUICHET_IMAP_{name}": value for name, value in imap.items()}
    return given | {f"GUICHET_SMTP_{name}": value for name, value in smtp.items()} | {"GUICHET_MAIL_ADDRESS": ADDRESS}


class Program:
    """`guichet run`: started, killed, started again; what it says is kept in a file."""

    def __init__(self, environ: dict[str, str], folder: Path) -> None:
        self.environ, self.folder = environ, folder
        self.log_file = folder / "guichet.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._said = 0  # bytes of the log when this process was started

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self, *options: str) -> None:
        """Start it; it may not be open yet."""
        assert self.process is None
        with self.log_file.open("ab") as log:
            self._said = log.tell()
            self.process = subprocess.Popen(
                [GUICHET, "run", *options],
                env=surroundings(self.environ),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def open(self) -> None:
        """Start it and wait until it says that it is open."""
        self.start()
        await self.says("guichet is open")

    async def says(self, words: str) -> None:
        """Wait for words in what this process says; an end of the process ends the wait."""
        await until(lambda: words in self.log() or not self.alive(), f"{words!r} in the log")
        assert words in self.log(), self.log()

    def log(self) -> str:
        """What this process has said."""
        with self.log_file.open("rb") as log:
            log.seek(self._said)
            return log.read().decode(errors="replace")

    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """SIGKILL: no farewell."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.process = None

    async def end(self, seconds: float = PATIENCE) -> int:
        """Wait for its end; the status."""
        assert self.process
        process = self.process
        await until(lambda: process.poll() is not None, "the end of the process", seconds)
        self.process = None
        return int(process.returncode)

    async def terminate(self, seconds: float = 30) -> int:
        """SIGTERM, and the status."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return await self.end(seconds)


class Books:
    """The database, read while the process writes (without the lock that a writer takes)."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = create_engine(url)

    def offers(self) -> list[Offer]:
        """All offers with their organisations, oldest first."""
        with Session(self.engine) as session:
            return list(session.scalars(select(Offer).options(joinedload(Offer.organisation)).order_by(Offer.id)))

    def inbox(self, *statuses: str) -> list[Incoming]:
        """Messages heard, of these statuses or of any."""
        rows = select(Incoming).order_by(Incoming.id)
        with Session(self.engine) as session:
            return list(session.scalars(rows.where(Incoming.status.in_(statuses)) if statuses else rows))

    def outbox(self, *statuses: str, channel: str = "") -> list[Outgoing]:
        """Messages on their way, of these statuses or of any."""
        rows = select(Outgoing).where(Outgoing.channel == channel if channel else True).order_by(Outgoing.id)
        with Session(self.engine) as session:
            return list(session.scalars(rows.where(Outgoing.status.in_(statuses)) if statuses else rows))

    def digests(self) -> list[str]:
        """The occasions of all digests."""
        with Session(self.engine) as session:
            return list(session.scalars(select(Digest.occasion).order_by(Digest.id)))

    def idle(self, channel: str = "") -> bool:
        """Whether nothing waits: neither a message to be answered nor one to be delivered, on this channel or on any.

        By day a digest may wait for a mailbox that the process has not been given.
        """
        waiting = [select(kind.channel).where(kind.status == "waiting") for kind in (Incoming, Outgoing)]
        with Session(self.engine) as session:
            return not any(one == (channel or one) for rows in waiting for one in session.scalars(rows))

    def end_of_undo(self) -> int:
        """What waits for its moment may leave now: the process has the real clock, and 30 minutes are too long for a test."""
        with Session(self.engine) as session, session.begin():
            changed = update(Outgoing).where(Outgoing.status == "waiting").values(due_at=now_utc()).returning(Outgoing.id)
            return len(session.scalars(changed).all())

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def letter(sender: str, subject: str, text: str, *, answers: EmailMessage | None = None, number: int = 1) -> bytes:
    """A letter as a mail program writes it; an answer goes to Reply-To, names our Message-ID and quotes nothing."""
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = sender, subject, f"<{number}.{abs(hash(sender))}@client.example>"
    mail["To"] = str(answers["Reply-To"] or answers["From"]) if answers else ADDRESS
    mail["Date"] = "Tue, 24 Nov 2026 10:00:00 +0400"
    if answers:
        mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
    mail.set_content(text)
    return mail.as_bytes(policy=policy.SMTP)


def opened(raw: bytes) -> EmailMessage:
    """A letter as its reader opens it."""
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def words_of(mail: EmailMessage) -> str:
    """The text part."""
    part = mail.get_body(("plain",))
    return str(part.get_content()) if part else ""


def said_to(emulator: Emulator, user: int, like: str) -> bool:
    """Whether this person has read words like these."""
    return any(re.search(like, text) for text in emulator.user(user).texts())
