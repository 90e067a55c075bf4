"""Offers that a coordinator or a school brings for an employer: kept in the words said so far until the bearer says yes or no."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base, UtcDateTime


class Brought(Base):
    """What was brought in one thread; `author` as changes name it (coordinator:c-ouest, member:12)."""

    __tablename__ = "brought"
    id: Mapped[int] = mapped_column(primary_key=True)
    author: Mapped[str]
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), index=True)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    words: Mapped[list[str]] = mapped_column(JSON)  # what was said first, then what completes or corrects it
    sender_name: Mapped[str | None]  # of the letter that is passed on
    sender_email: Mapped[str | None]
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime())
    settled_at: Mapped[datetime | None]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))  # for whom it was filed
    references: Mapped[list[str]] = mapped_column(JSON, default=list)  # of the offers that were filed


def brought_in(session: Session, thread_id: int) -> Brought | None:
    """What was brought in a thread."""
    return session.scalar(select(Brought).where(Brought.thread_id == thread_id).order_by(Brought.id.desc()).limit(1))
