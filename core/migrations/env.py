"""Run by Alembic: one transaction for all steps, on the engine that `upgrade` gives."""

from typing import Any, Literal

from alembic import context

from core.database import Stored, UtcDateTime
from core.records import Base

PLAIN = {UtcDateTime: "sa.DateTime(timezone=True)", Stored: "sa.Text()"}


def render_plain(type_: str, value: Any, _context: Any) -> str | Literal[False]:
    """Migrations name plain column types: they must not change when our code does."""
    return PLAIN.get(type(value), False) if type_ == "type" else False


engine = context.config.attributes["engine"]
with engine.begin() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, render_item=render_plain)
    with context.begin_transaction():
        context.run_migrations()
