"""A letter came back: it leaves again later, goes by the person's other channel, or their coordinator is told."""

import logging
from datetime import datetime

from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.returned import Returned, challenged, find_returned, send_again, verdict
from dialogs.house import House
from dialogs.post.redirect import redirect, tell_to_call

LOG = logging.getLogger("guichet.post")
CHALLENGE = "challenge"  # as mail calls it, and what a digest tells apart


def receive_returned(session: Session, house: House, report: Inbound, now: datetime) -> None:
    """Do what a report of non-delivery calls for; one about nothing that we sent is noted in the log alone."""
    found = find_returned(session, report, house.ring, now)
    if not found:
        LOG.warning("a report of non-delivery matches nothing that was sent: left aside")
    for one in found:
        _follow(session, house, one, now)


def receive_challenge(session: Session, house: House, letter: Inbound, now: datetime) -> None:
    """A filter wants a person to click before it lets our letter through: nobody here does, so somebody calls."""
    row = challenged(session, letter, house.ring, now)
    if row is not None and row.status == "sent":
        row.error = CHALLENGE
        tell_to_call(session, house, row, now)


def _follow(session: Session, house: House, returned: Returned, now: datetime) -> None:
    row, means = returned.row, verdict(returned)
    status = returned.report.status if returned.report else ""
    LOG.info("outbox %s came back (%s): %s", row.id, status or "no reason", means)
    if row.status != "sent":  # told twice
        return
    row.error = f"{'delayed' if means == 'delay' else 'came back'}: {status or 'no reason'}"
    if means == "delay":  # still being tried
        return
    if means == "doubtful":
        tell_to_call(session, house, row, now)
        return
    if means == "again" and send_again(row, now):
        return
    row.status = "failed"
    redirect(session, house, row, dead=means == "dead", now=now)
