"""Files that came with letters and are kept for a person: where, from whom, which; the bytes stay in the raw letter."""

import re
from datetime import datetime
from typing import Literal

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.file_types import Kind, load_file_types
from core.database import Base, UtcDateTime
from core.post.inbound import Attachment, Inbound

NAMELESS = re.compile(r"att\d{3,8}\.(?:txt|html?)$", re.IGNORECASE)  # what Exchange makes of the footers of others
Refusal = Literal["type", "size", "program", "empty"]


class KeptFile(Base):
    """One file of one letter: `part` is its place among the letter's attachments.

    Gone with the letter's raw bytes (see retention.py).
    """

    __tablename__ = "files"
    __table_args__ = (UniqueConstraint("message_id", "part"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("inbox.id"))
    part: Mapped[int]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    address: Mapped[str]
    name: Mapped[str]
    type: Mapped[str]
    kind: Mapped[str]  # table, document
    size: Mapped[int]  # bytes
    sha256: Mapped[str] = mapped_column(index=True)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime())
    imported_at: Mapped[datetime | None]


def weigh_file(file: Attachment) -> tuple[Kind | None, Refusal | None]:
    """What a file is kept as, or why it is refused: an unknown type, too large, a program in disguise, empty."""
    known = load_file_types().of(file.name, file.type)
    if file.program:
        return None, "program"
    if NAMELESS.match(file.name):
        return "aside", None
    if known is None:
        return None, "type"
    if known.kind != "aside" and (file.size > known.most or not file.size):
        return None, "size" if file.size else "empty"
    return known.kind, None


def keep_files(session: Session, letter: Inbound, message_id: int, contact_id: int | None, now: datetime) -> list[KeptFile]:
    """Note the tables and documents of a letter, each once; they are not opened."""
    kept = []
    for part, file in enumerate(letter.attachments):
        kind, _ = weigh_file(file)
        if kind in ("table", "document"):
            kept.append(
                KeptFile(
                    message_id=message_id,
                    part=part,
                    contact_id=contact_id,
                    address=letter.address,
                    name=file.name,
                    type=file.type,
                    kind=kind,
                    size=file.size,
                    sha256=file.sha256,
                    kept_at=now,
                )
            )
    session.add_all(kept)
    session.flush()
    return kept


def kept_files(session: Session) -> list[KeptFile]:
    """All files that are kept, oldest first."""
    return list(session.scalars(select(KeptFile).order_by(KeptFile.id)))
