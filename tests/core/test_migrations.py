"""The migrations lead to the very form that the records have, from nothing, and once."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from core.migrations import configuration, head, revision, upgrade
from core.records import Base


def test_the_migrations_make_what_the_records_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


def test_an_upgraded_database_is_left_alone(engine: Engine) -> None:
    assert revision(engine) == head() is not None
    assert upgrade(engine) is False


def test_an_older_database_keeps_what_it_holds(engine: Engine) -> None:
    command.downgrade(configuration(engine), "0001")
    with engine.begin() as connection:
        connection.execute(text("insert into contacts (name, first_seen) values ('Jean-Marc', '2026-11-24 05:04:00')"))
    assert upgrade(engine) is True
    with engine.begin() as connection:
        assert connection.execute(text("select name, hours from contacts")).one() == ("Jean-Marc", None)
