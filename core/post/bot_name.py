"""The bot's own name, kept at start: links that open it (`t.me/<name>?start=…`) are written even while Telegram is silent."""

from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base, insert_into


class OwnName(Base):
    """By which name people find us on a channel."""

    __tablename__ = "own_names"
    channel: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


def bot_name(session: Session) -> str | None:
    """The bot's name without @; None while no bot was ever reached, and no link can be given."""
    kept = session.get(OwnName, "telegram")
    return kept.name if kept else None


def keep_bot_name(session: Session, name: str) -> None:
    """Keep the name that Telegram gives the bot today; an empty one is not kept."""
    if name:
        row = insert_into(session, OwnName).values(channel="telegram", name=name)
        session.execute(row.on_conflict_do_update(index_elements=["channel"], set_={"name": row.excluded.name}))
