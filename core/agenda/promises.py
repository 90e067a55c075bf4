"""No silence: the day by which an employer hears of an offer, and the dates on which Guichet speaks first."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.records import Due
from core.pool.draft import Draft
from core.pool.records import Offer
from core.territory.workdays import add_working_days, at_local, is_working_day

URGENT = timedelta(days=7)
FLEXIBLE_NEWS = timedelta(days=30)
MORNING = time(9, 0)


def start_of(draft: Draft) -> date | None:
    """The first day of the first period, None when the dates are open."""
    return min((period.start for period in draft.periods), default=None)


def end_of(draft: Draft) -> date | None:
    """The last day of the last period, None when the dates are open."""
    return max((period.end for period in draft.periods), default=None)


def urgent(draft: Draft, today: date) -> bool:
    """Whether the stay starts in less than 7 days (or has started)."""
    start = start_of(draft)
    return start is not None and start - today < URGENT


def news_by(draft: Draft, today: date, territory: Territory) -> date:
    """30 days before the start; 7 when that has passed; 2 working days when even that has; always a working day.

    An offer without dates is answered within 30 days.
    """
    start = start_of(draft)
    days = [today + FLEXIBLE_NEWS] if start is None else [start - timedelta(days=30), start - timedelta(days=7)]
    for day in days:
        while not is_working_day(day, territory):
            day -= timedelta(days=1)
        if day > today:
            return day
    return add_working_days(today, 2, territory)


def promise(session: Session, kind: str, object: str, step: str, at: datetime) -> bool:
    """Keep a due date once; False when it was kept before."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"kind": kind, "object": object, "step": step, "at": at, "facts": {}}
    return session.scalar(dialect.insert(Due).values(row).on_conflict_do_nothing().returning(Due.id)) is not None


def promise_for(session: Session, offer: Offer, today: date, territory: Territory) -> None:
    """Plan what Guichet will say of this offer: its news, and « still valid? » two weeks and two days before it starts."""
    promise(session, "news", offer.reference, offer.news_by.isoformat(), at_local(offer.news_by, MORNING, territory))
    for days in (14, 2) if offer.starts_on else ():
        day = offer.starts_on - timedelta(days=days) if offer.starts_on else today
        if day > today:
            promise(session, "still_valid", offer.reference, day.isoformat(), at_local(day, MORNING, territory))
    if offer.ends_on:
        promise(session, "expiry", offer.reference, offer.ends_on.isoformat(), at_local(offer.ends_on + timedelta(days=1), time(0, 5), territory))


def forget_promises(session: Session, reference: str, now: datetime, *kinds: str) -> None:
    """What was planned for this offer is not needed any more."""
    waiting = select(Due).where(Due.object == reference, Due.done_at.is_(None))
    for row in session.scalars(waiting.where(Due.kind.in_(kinds)) if kinds else waiting):
        row.done_at, row.result = now, "not needed"


def due_now(session: Session, now: datetime, limit: int = 200) -> list[Due]:
    """What is due and not yet done, oldest first."""
    rows = select(Due).where(Due.done_at.is_(None), Due.at <= now).order_by(Due.at, Due.id).limit(limit)
    return list(session.scalars(rows.with_for_update(skip_locked=True)))
