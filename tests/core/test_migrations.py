"""The migrations lead to the very form that the records have, from nothing, and once."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from core.migrations import head, revision, upgrade
from core.records import Base


def test_the_migrations_make_what_the_records_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


def test_an_upgraded_database_is_left_alone(engine: Engine) -> None:
    assert revision(engine) == head() is not None
    assert upgrade(engine) is False
