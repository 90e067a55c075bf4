"""All that stands around `guichet run` in a test: a Telegram, a mail server, a database, and the coordinators' letters."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from tests.guichet.employers import Employer
from tests.guichet.running import (
    TOKEN,
    Books,
    Program,
    command,
    letter,
    mail_settings,
    opened,
    telegram_settings,
    until,
    words_of,
)
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack, PostfixStack
from tests.tgemu import Emulator
from tests.tgemu.users import User


class Mail(Protocol):
    """A mail server: a mailbox for us, everybody else's letters to be read."""

    imap_port: int
    smtp_port: int

    def deliver(self, raw: bytes) -> None:
        """A letter arrives for us."""

    def letters(self, address: str) -> list[EmailMessage]:
        """What has been delivered to this address, oldest first."""


class Pymap:
    """The server that needs nothing installed; SMTP can be held."""

    def __init__(self, stack: PymapStack) -> None:
        self.stack, self.imap_port, self.smtp_port = stack, stack.imap_port, stack.smtp_port

    def deliver(self, raw: bytes) -> None:
        """A letter arrives for us."""
        self.stack.deliver(raw)

    def letters(self, address: str) -> list[EmailMessage]:
        """What has been delivered to this address, oldest first."""
        return [opened(one.raw) for one in tuple(self.stack.sent) if one.to == address]


class DovecotAndPostfix:
    """What a pôle may run: letters leave by Postfix and come in by Dovecot's LMTP."""

    def __init__(self, dovecot: DovecotStack, postfix: PostfixStack) -> None:
        self.dovecot, self.imap_port, self.smtp_port = dovecot, dovecot.imap_port, postfix.smtp_port

    def deliver(self, raw: bytes) -> None:
        """A letter arrives for us."""
        self.dovecot.deliver(raw)

    def letters(self, address: str) -> list[EmailMessage]:
        """What has been delivered to this address, oldest first."""
        folder = self.dovecot.dir / "mail" / address.partition("@")[0]
        files = [file for part in ("new", "cur") for file in (folder / part).glob("*")]
        return [opened(file.read_bytes()) for file in sorted(files, key=os.path.getmtime)]


@contextmanager
def mail_server(kind: str) -> Iterator[Mail]:
    """Pymap, or Dovecot with Postfix; the test is skipped where these are not installed."""
    if kind == "pymap":
        with PymapStack("stages") as stack:
            yield Pymap(stack)
        return
    with DovecotStack() as dovecot, PostfixStack(dovecot) as postfix:
        yield DovecotAndPostfix(dovecot, postfix)


@dataclass
class Town:
    """A place where employers and coordinators live; `program` is not started yet."""

    telegram: Emulator
    mail: Mail
    books: Books
    program: Program

    def person(self, employer: Employer) -> User:
        """The employer on Telegram."""
        return self.telegram.user(1000 + employer.number, first_name="Dany", last_name="Payet")

    def write(self, employer: Employer) -> None:
        """The employer's letter arrives."""
        self.mail.deliver(employer.letter())

    def answer(self, received: EmailMessage, words: str, sender: str) -> None:
        """Somebody answers one of our letters, as a mail program does."""
        self.mail.deliver(letter(sender, f"Re: {received['Subject']}", words, answers=received, number=9000))

    async def letter_to(self, address: str, like: str) -> EmailMessage:
        """The first letter to this address that holds these words."""

        def found() -> EmailMessage | None:
            return next((one for one in self.mail.letters(address) if like in words_of(one)), None)

        return await until(found, f"a letter to {address} with {like!r}")  # type: ignore[return-value]  # never None


@asynccontextmanager
async def town(database_url: str, folder: Path, mail: Mail, imap_port: int | None = None) -> AsyncIterator[Town]:
    """Everything but the process, which is killed at the end if it still runs; `imap_port`: of a way to the mailbox."""
    async with Emulator(TOKEN) as telegram:
        environ = {"GUICHET_DATABASE_URL": database_url, **telegram_settings(telegram.url)}
        environ |= mail_settings(imap_port or mail.imap_port, mail.smtp_port)
        made = command("db", "upgrade", environ=environ, folder=folder)
        assert made.returncode == 0, made.stderr.decode()
        books, program = Books(database_url), Program(environ, folder)
        try:
            yield Town(telegram, mail, books, program)
        finally:
            program.kill()
            books.close()
