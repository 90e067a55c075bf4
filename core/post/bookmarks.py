"""How far a channel has read a place where messages stay, such as a folder of a mailbox: kept in the commit of what was read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base, Stored, insert_into


@dataclass(frozen=True)
class Mark:
    """Numbers of messages count within one `edition` of the place; all up to `last` are dealt with but those in `left`.

    Sets of numbers are texts such as `3:7,12`. `taken` and `refused` are on record, and still to be tidied away. `at` is when
    the mark was made, aware.
    """

    edition: str
    last: int
    at: datetime
    left: str = ""
    taken: str = ""
    refused: str = ""


class Bookmark(Base):
    """The mark of one place."""

    __tablename__ = "bookmarks"
    place: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[Mark] = mapped_column(Stored(Mark))


def mark_of(session: Session, place: str) -> Mark | None:
    """How far this place has been read; None when it never was."""
    kept = session.get(Bookmark, place)
    return kept.mark if kept else None


def keep_mark(session: Session, place: str, mark: Mark) -> None:
    """Note how far this place has been read, in the transaction that keeps what was read."""
    row = insert_into(session, Bookmark).values(place=place, mark=mark)
    session.execute(row.on_conflict_do_update(index_elements=["place"], set_={"mark": row.excluded.mark}))
