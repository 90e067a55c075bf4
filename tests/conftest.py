"""The database of a test: SQLite on disk, and PostgreSQL where it is installed; the migrations run once for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from core.database import open_engine
from core.migrations import upgrade
from tests.builders import a_database
from tests.postgres import BINARIES, MISSING, emptied, fresh_database, postgres_server

settings.register_profile("guichet", deadline=None)  # a property is about what is true, not about a busy machine
settings.load_profile("guichet")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    if BINARIES is None:
        pytest.skip(MISSING)
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def upgraded(postgres: str) -> Engine:
    engine = open_engine(fresh_database(postgres))
    upgrade(engine)
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of today's form in which nothing is kept yet."""
    opened = a_database(tmp_path) if request.param == "sqlite" else emptied(request.getfixturevalue("upgraded"))
    yield opened
    opened.dispose()
