"""Members of a pôle: who answers for a school, told of the seats that are held for it."""

from datetime import datetime

from sqlalchemy import UniqueConstraint, select, true
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base


class Member(Base):
    """A school's correspondent; `school` is its UAI, else its name."""

    __tablename__ = "members"
    __table_args__ = (UniqueConstraint("school", "email"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    school: Mapped[str]
    name: Mapped[str]
    role: Mapped[str | None]
    email: Mapped[str] = mapped_column(index=True)  # lower case
    phone: Mapped[str | None]  # E.164
    added_at: Mapped[datetime]
    lists: Mapped[bool] = mapped_column(default=True, server_default=true())  # wants the letter of the week

    @property
    def author(self) -> str:
        """As changes, actions and letters name them."""
        return f"member:{self.id}"


def member_named(session: Session, author: str) -> Member | None:
    """The correspondent whom `member:12` names; None for any other name."""
    kind, _, id = author.partition(":")
    return session.get(Member, int(id)) if kind == "member" else None


def members_of(session: Session, school: str) -> list[Member]:
    """The correspondents of a school, in the order in which they were named."""
    return list(session.scalars(select(Member).where(Member.school == school).order_by(Member.id)))


def keep_member(session: Session, said: Member) -> str:
    """Keep a correspondent: added, changed (the same school and mailbox, said otherwise), or known."""
    known = session.scalar(select(Member).where(Member.school == said.school, Member.email == said.email))
    if known is None:
        session.add(said)
        session.flush()
        return "added"
    new = {name: getattr(said, name) for name in ("name", "role", "phone") if getattr(said, name)}
    changed = {name: value for name, value in new.items() if getattr(known, name) != value}
    for name, value in changed.items():
        setattr(known, name, value)
    return "merged" if changed else "known"
