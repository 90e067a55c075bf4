"""Imports: which file, when, and what became of each line; where a record came from is never forgotten."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, UtcDateTime


class Import(Base):
    """One file that was read in."""

    __tablename__ = "imports"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    digest: Mapped[str]  # SHA-256 of the file
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    author: Mapped[str]  # operator, contact:12, coordinator:c-ouest
    finished_at: Mapped[datetime | None]  # without one it was interrupted; read again, it takes nothing in twice


class Origin(Base):
    """What one line of an import made or completed: `effect` is added or merged; `before` what a merge has filled in."""

    __tablename__ = "origins"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"), index=True)
    line: Mapped[int]
    effect: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    like_id: Mapped[int | None]  # the employer that this one may be the twin of: a person says
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)
