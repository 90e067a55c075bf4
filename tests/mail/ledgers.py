"""Where the tests' mailboxes keep letters and marks: a real database, in commits, as in service."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, select

from core.database import open_engine, transaction
from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, record
from tests.builders import NOW, a_database


class Books:
    """A ledger on SQLite in this folder; `given` are the letters of each commit, known ones included."""

    def __init__(self, folder: Path, before: Callable[[list[Arrival]], None] = lambda _: None) -> None:
        """`before` is called ahead of each commit, which fails when it raises. A database that is there already is opened."""
        folder.mkdir(exist_ok=True)
        known = folder / "test.db"
        self.engine: Engine = open_engine(f"sqlite:///{known}") if known.exists() else a_database(folder)
        self.before = before
        self.given: list[list[Arrival]] = []

    def mark(self, place: str) -> Mark | None:
        """How far this place has been read."""
        with transaction(self.engine) as session:
            return mark_of(session, place)

    def keep(self, arrivals: list[Arrival], place: str, mark: Mark) -> None:
        """Letters and mark in one commit."""
        with transaction(self.engine) as session:
            record(session, arrivals, NOW)
            keep_mark(session, place, mark)
            self.before(arrivals)
        if arrivals:
            self.given.append(arrivals)

    def take(self, arrivals: list[Arrival]) -> None:
        """Letters alone, in a commit."""
        with transaction(self.engine) as session:
            record(session, arrivals, NOW)
            self.before(arrivals)
        self.given.append(arrivals)

    def letters(self) -> list[Inbound]:
        """What is on record, each once, in order."""
        with transaction(self.engine) as session:
            return list(session.scalars(select(Incoming.inbound).order_by(Incoming.id)))

    def texts(self) -> list[str]:
        """The words of what is on record."""
        return [one.text for one in self.letters()]

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()
