"""Open the house: settings to territory, catalogue, database and desk. The only place where everything meets."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from alembic.util.exc import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from config.errors import SettingsInvalid
from config.faq import load_faq
from config.settings import Settings
from core.database import open_engine, transaction
from core.migrations import head, revision, upgrade
from core.pool.matching import NeedIndex
from core.post.tokens import former_keys, secret_key
from dialogs.house import House
from guichet.loading import load

if TYPE_CHECKING:
    from dialogs.desk import Desk


@dataclass(frozen=True)
class Premises:
    """An open house: its engine and desk. `close` lets the database go."""

    settings: Settings
    engine: Engine
    house: House

    @cached_property
    def desk(self) -> "Desk":
        """The desk; commands that only show do not load the understanding of French."""
        from dialogs.desk import Desk

        return Desk(self.engine, self.house)

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


@contextmanager
def answering() -> Iterator[None]:
    """A database that cannot be opened is told in one line: raises SettingsInvalid."""
    try:
        yield
    except (SQLAlchemyError, CommandError) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        raise SettingsInvalid(where="GUICHET_DATABASE_URL", reason=" ".join(str(said).split())[:300]) from None


def open_database(url: str) -> Engine:
    """A database that answers and has today's form: SQLite is brought to it, a server's is only looked at.

    Raises SettingsInvalid: it does not answer, is no database, or has another form.
    """
    engine = open_engine(url)
    with answering():
        if url.startswith("sqlite"):
            upgrade(engine)
        elif revision(engine) != head():
            raise SettingsInvalid(
                where="GUICHET_DATABASE_URL", reason="the database has not today's form: type guichet db upgrade"
            )
    return engine


def open_premises(settings: Settings) -> Premises:
    """Load and check everything, bring SQLite to today's form, and keep a key when none is set.

    Raises GuichetError: settings, territory or catalogue wrong.
    """
    territory, catalogue, gazetteer = load(settings)
    faq = load_faq()
    engine = open_database(settings.database_url)
    with transaction(engine) as session:
        key = secret_key(session, settings.secret_key)
        former = former_keys(session, settings.secret_key, settings.secret_key_old)
    house = House(territory, catalogue, gazetteer, faq, settings, key, NeedIndex(territory, catalogue), former)
    return Premises(settings, engine, house)
