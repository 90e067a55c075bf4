"""How long what came in is kept: the bytes and words of a message that was dealt with go after some time, its key stays.

Personal data is kept no longer than its purpose needs (GDPR, article 5(1)(e)); a letter serves to check what was understood
and to import its files. The key stays, so that the same message given again is still known.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from core.post.files import KeptFile
from core.post.inbound import Inbound
from core.post.inbox import Incoming

BATCH = 500  # messages emptied by one transaction


@dataclass(frozen=True)
class Overdue:
    """What has been kept long enough: messages, files, raw bytes (`size`), and when the first and last were dealt with."""

    messages: int
    files: int
    size: int
    oldest: datetime | None
    newest: datetime | None


def overdue(session: Session, before: datetime) -> Overdue:
    """What `empty_old` would take by and by; changes nothing."""
    ended = func.min(Incoming.done_at), func.max(Incoming.done_at)
    rows = select(func.count(), func.coalesce(func.sum(func.length(Incoming.raw)), 0), *ended).where(*_old(before))
    messages, size, oldest, newest = session.execute(rows).one()
    files = select(func.count()).select_from(KeptFile).join(Incoming, Incoming.id == KeptFile.message_id).where(*_old(before))
    return Overdue(messages, session.scalars(files).one(), int(size), oldest, newest)


def empty_old(session: Session, before: datetime, limit: int = BATCH) -> int:
    """Empty the first `limit` messages dealt with before this moment, and forget their files; how many messages.

    Bytes, words, address and error go; number, channel and key stay. What waits or is parked is never touched, and nothing
    is read of what goes: a damaged message is emptied like any other. Done again, it does nothing.
    """
    rows = select(Incoming.id, Incoming.channel, Incoming.key, Incoming.recorded_at).where(*_old(before))
    found = session.execute(rows.order_by(Incoming.id).limit(limit).with_for_update(skip_locked=True)).all()
    if not found:
        return 0
    session.execute(delete(KeptFile).where(KeptFile.message_id.in_([row.id for row in found])))
    session.execute(update(Incoming), [_emptied(*row) for row in found])
    return len(found)


def _emptied(id: int, channel: Any, key: str, recorded_at: datetime) -> dict[str, Any]:
    return {
        "id": id,
        "status": "emptied",
        "address": "",
        "inbound": Inbound(channel, key, "", recorded_at),
        "raw": b"",
        "error": None,
    }


def _old(before: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Incoming.status == "done", Incoming.done_at < before
