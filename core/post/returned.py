"""Letters that came back: which of ours it was, how sure that is, and what the report means for it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.post.inbound import Bounced, Inbound
from core.post.marks import parcel_of
from core.post.names import read_id
from core.post.outbox import Outgoing
from core.post.tokens import Keyring

# delay: still being tried, nothing to do · again: a passing reason · refused: the letter is accused, not the address
# doubtful: a failure for good that nothing proves to be ours: a person may look, the address stays
Verdict = Literal["delay", "again", "refused", "doubtful", "dead"]
AGAIN = (timedelta(hours=4), timedelta(days=1), timedelta(days=3))  # after which a letter that came back leaves again
RECENT = timedelta(days=5)  # relays give up within it: an older letter is not what a report without a name is about
FULL = re.compile(r"[45]\.2\.2")
POLICY = re.compile(r"5\.[367]\.\d{1,3}")


@dataclass(frozen=True)
class Returned:
    """A letter of ours that came back; `proven`: the report holds what only who received that very letter can know."""

    row: Outgoing
    report: Bounced | None
    proven: bool


def find_returned(session: Session, report: Inbound, ring: Keyring, now: datetime) -> list[Returned]:
    """Our letters that a report is about: by the mark of the envelope, else by our Message-ID, else by the recipients it names.

    A report that matches nothing we sent gives none: anybody can write one.
    """
    row = _marked(session, report, ring) or _identified(session, report)
    if row is not None:
        return [Returned(row, _about(row, report.bounces), True)]
    named = {bounced.recipient.lower(): bounced for bounced in report.bounces}
    latest = ((bounced, _latest(session, address, now)) for address, bounced in named.items())
    return [Returned(found, bounced, False) for bounced, found in latest if found]


def challenged(session: Session, letter: Inbound, ring: Keyring, now: datetime) -> Outgoing | None:
    """The letter of ours that a filter holds back until somebody proves to be a person; the latest to its sender at worst."""
    return _marked(session, letter, ring) or _identified(session, letter) or _latest(session, letter.address, now)


def verdict(returned: Returned) -> Verdict:
    """What the report means. Without proof that it is about our letter, it never condemns an address."""
    report = returned.report
    if report is None:
        return "again"
    if report.delayed:
        return "delay"
    accused = not report.permanent and POLICY.fullmatch(report.status)
    if FULL.fullmatch(report.status) or not (report.permanent or accused):
        return "again"
    if not returned.proven:
        return "doubtful"
    return "refused" if accused else "dead"


def send_again(row: Outgoing, now: datetime) -> bool:
    """Put a letter that came back on its way again, under the same Message-ID; False when it was tried often enough.

    A letter to a coordinator, who has a newer one the next day, leaves again once.
    """
    if row.returns >= (len(AGAIN) if row.contact_id else 1):
        return False
    row.status, row.due_at = "waiting", now + AGAIN[row.returns]
    row.returns += 1
    return True


def _marked(session: Session, report: Inbound, ring: Keyring) -> Outgoing | None:
    number = parcel_of(ring, "b", report.marks)
    return session.get(Outgoing, number) if number is not None else None


def _identified(session: Session, report: Inbound) -> Outgoing | None:
    """By the Message-ID of the letter that was sent back whole or in part, whose token nobody else can make."""
    for reference in report.references:
        ours = read_id(reference)
        row = session.get(Outgoing, ours.row) if ours and ours.token else None
        if ours and row and row.message.envelope.token == ours.token:
            return row
    return None


def _latest(session: Session, address: str, now: datetime) -> Outgoing | None:
    sent = select(Outgoing).where(Outgoing.address == address, Outgoing.channel == "email", Outgoing.status == "sent")
    return session.scalar(sent.where(Outgoing.sent_at > now - RECENT).order_by(Outgoing.id.desc()).limit(1))


def _about(row: Outgoing, reports: tuple[Bounced, ...]) -> Bounced | None:
    """The report on this letter's recipient; a catch-all or a forward may have another name, so else the gravest of all."""
    own = [one for one in reports if one.recipient.lower() == row.address.lower()]
    return max(own or reports, key=lambda one: (one.permanent, not one.delayed), default=None)
