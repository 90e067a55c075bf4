"""The database: one engine, one kind of transaction, and the column types that both SQLite and PostgreSQL need."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, cast

from cattrs.preconf.json import JsonConverter, make_converter
from sqlalchemy import DateTime, Dialect, Engine, MetaData, Table, Text, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.types import TypeDecorator

from config.errors import GuichetError

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite itself forgets time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment rather than guess its zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give SQLite's naive value its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@lru_cache
def converter() -> JsonConverter:
    """How frozen values become JSON and come back: dates in ISO form, tuples as lists, unknown keys left out."""
    return make_converter(detailed_validation=False)


class Damaged(GuichetError):
    """What is kept can no longer be read as {kind}: {reason}"""


class Stored(TypeDecorator[Any]):
    """A column that holds a frozen value (a dataclass, or a tuple of them) as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any):
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The value as JSON text."""
        return None if value is None else json.dumps(converter().unstructure(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The frozen value again. Raises Damaged: the text is none of its own any more."""
        if value is None:
            return None
        try:
            return converter().structure(json.loads(value), self.kind)
        except Exception as error:  # whatever is wrong with the text
            reason = f"{type(error).__name__}: {error}"[:300]
            raise Damaged(kind=getattr(self.kind, "__name__", self.kind), reason=reason) from None


class Base(DeclarativeBase):
    """The root of all records."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcDateTime(), str: Text()}  # noqa: RUF012  (SQLAlchemy reads it from the class)


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///…` or `postgresql+psycopg://…`.

    SQLite: WAL, synchronous=FULL, and BEGIN IMMEDIATE, without which read-then-write transactions of several threads
    silently lose updates.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": 30, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def insert_into(session: Session, record: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert in the dialect of the session's database: it can say what is done when the row is there already.

    It goes to the table, past the ORM's own way of inserting in bulk, which takes three times as long for one row.
    """
    return _insert(cast(Table, record.__table__), session.get_bind().dialect.name)


def insert_new(session: Session, record: type[Base]) -> ReturningInsert[int]:
    """An insert that leaves a row of the same key as it is, and returns the id of a new one."""
    return _insert_new(cast(Table, record.__table__), session.get_bind().dialect.name)


def _insert(table: Table, dialect: str) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@lru_cache
def _insert_new(table: Table, dialect: str) -> ReturningInsert[int]:
    return _insert(table, dialect).on_conflict_do_nothing().returning(table.c.id)


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One transaction: committed at the end of the block, rolled back when it raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
