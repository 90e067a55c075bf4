"""The way from any earlier form of the database to today's, on SQLite and PostgreSQL."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from core.records import Base  # noqa: F401  (all records, for env.py)

FOLDER = Path(__file__).parent


def configuration(engine: Engine) -> Config:
    """Alembic's settings, without a file: it uses this engine."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["engine"] = engine
    return config


def revision(engine: Engine) -> str | None:
    """The form in which the database stands, None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Today's form."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config).get_current_head()


def upgrade(engine: Engine) -> bool:
    """Bring the database to today's form; False when it was there already."""
    if revision(engine) == head():
        return False
    command.upgrade(configuration(engine), "head")
    return True
