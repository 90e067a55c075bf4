"""Contacts, the addresses they write from, and the organisations they speak for."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.database import Base


class Organisation(Base):
    """An employer: one record, many contacts. `key` is the folded name, for finding it again."""

    __tablename__ = "organisations"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    siret: Mapped[str | None] = mapped_column(index=True)
    insee: Mapped[str | None]
    trade_name: Mapped[str | None]
    street: Mapped[str | None]
    first_seen: Mapped[datetime]
    vetted_at: Mapped[datetime | None]  # when a coordinator first said yes to one of its offers


class Contact(Base):
    """A person who writes to us; the conversation belongs to the person, not to the channel."""

    __tablename__ = "contacts"
    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    name: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]  # E.164
    hours: Mapped[str | None]  # when they may be called: « après 11 h »
    language: Mapped[str | None]
    first_seen: Mapped[datetime]
    noticed_at: Mapped[datetime | None]  # told once who we are and what becomes of their data
    stopped_at: Mapped[datetime | None]  # « stop »: no message of our own initiative any more
    welcomes_asks: Mapped[bool | None]  # whether we may ask for seats when a class seeks; None: never said
    prefers: Mapped[str | None]  # the channel on which we are to speak first; without one, that used last
    state: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # the dialogue's State, as it unstructures
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")


class Address(Base):
    """Where a contact is reached: a chat id or an e-mail address (lower case)."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("channel", "address"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    channel: Mapped[str]
    address: Mapped[str]
    heard_at: Mapped[datetime]  # the channel used last is where answers and notices go
    dead_at: Mapped[datetime | None]
    dead_reason: Mapped[str | None]
