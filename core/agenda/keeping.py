"""Letters whose entries are numbered, kept: an answer to number 3 is about what that letter showed under 3."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from core.agenda.digests import Sheet
from core.agenda.records import Digest, DigestEntry
from core.database import insert_new


def keep(session: Session, sheet: Sheet, occasion: str, now: datetime) -> Digest | None:
    """Store a coordinator's digest, once for an occasion; None when there is nothing to say or it was said."""
    if not (sheet.lines or sheet.campaigns):
        return None
    entries = [
        DigestEntry(
            section=line.section,
            awaits=line.awaits,
            offer_id=line.offer.id if line.offer else None,
            matter_id=line.matter.id if line.matter else None,
        )
        for line in sheet.lines
    ]
    entries += [DigestEntry(section="campaign", awaits=False, campaign_id=one.id) for one in sheet.campaigns]
    return keep_entries(session, sheet.coordinator.id, sheet.day, entries, occasion, now=now)


def keep_entries(
    session: Session, reader: str, day: date, entries: Iterable[DigestEntry], occasion: str, *, now: datetime
) -> Digest | None:
    """Store a letter and number its entries from 1; None when this occasion had its letter."""
    row = {"coordinator": reader, "day": day, "occasion": occasion, "made_at": now}
    id = session.execute(insert_new(session, Digest), row).scalar()
    if id is None:
        return None
    for number, entry in enumerate(entries, 1):
        entry.digest_id, entry.number = id, number
        session.add(entry)
    session.flush()
    return session.get_one(Digest, id)
