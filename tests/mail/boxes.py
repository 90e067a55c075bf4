"""A fresh mailbox on a real server, those who read it, and what is on record from it."""

import itertools
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from imap_tools import MailBoxUnencrypted

from mail.accounts import ImapAccount
from mail.arriving.receive import Mailbox
from tests.mail.builders import OWN, a_letter
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, PASSWORD, PymapStack
from tests.mail.system_servers import DovecotStack

NUMBERS = itertools.count(1)


class Box:
    """A mailbox of its own, and its reader with a ledger of its own."""

    def __init__(self, server: PymapStack | DovecotStack, where: Path, **account: Any) -> None:
        self.server, self.user = server, f"boite{next(NUMBERS)}"
        server.add_user(self.user)
        self.books = Books(where / self.user)
        self.account = {"timeout": 20} | account
        self.mailbox = self.reader()

    def reader(self, books: Books | None = None, **account: Any) -> Mailbox:
        """Another reader of the same mailbox, by default with the same ledger."""
        given = {"port": self.server.imap_port, "security": "none"} | self.account | account
        return Mailbox(ImapAccount(HOST, user=self.user, password=PASSWORD, **given), OWN, books or self.books)

    def deliver(self, text: str = "oui", **headers: str) -> None:
        """A letter arrives; its Message-ID is its words."""
        self.server.deliver(
            a_letter(text, {"Message-ID": f"<{abs(hash(text))}@x.example>"} | headers), f"{self.user}@pole.example"
        )

    @contextmanager
    def person(self, folder: str = "INBOX") -> Any:
        """Somebody who opens the mailbox in a mail program."""
        with MailBoxUnencrypted(HOST, self.server.imap_port, timeout=20).login(self.user, PASSWORD, folder) as other:
            other.client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each letter of many waits 40 ms
            yield other

    @contextmanager
    def watched(self, patience: float = 5) -> Iterator[None]:
        """The mailbox is watched in a thread meanwhile, which ends `patience` seconds after it is told to, at most."""
        stop = threading.Event()
        thread = threading.Thread(target=self.mailbox.watch, args=(stop,))
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join(patience)
        assert not thread.is_alive()

    def flags(self, folder: str = "INBOX") -> list[tuple[str, ...]]:
        """The flags of each letter in a folder."""
        with self.person(folder) as other:
            return [one.flags for one in other.fetch(mark_seen=False, headers_only=True)]

    def seen(self) -> int:
        """How many letters of INBOX are marked as read."""
        return sum("\\Seen" in flags for flags in self.flags())

    def texts_in(self, folder: str) -> list[str]:
        """The words of the letters in a folder."""
        with self.person(folder) as other:
            return [one.text.strip() for one in other.fetch(mark_seen=False)]

    def close(self) -> None:
        """Let go of the server and the database."""
        self.mailbox.close()
        self.books.close()


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether it becomes true in time."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()
