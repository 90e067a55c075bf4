"""No silence: the day by which an employer hears of an offer, and the dates on which Guichet speaks first."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.records import Due
from core.database import insert_into
from core.pool.draft import Draft, start_of
from core.pool.records import Offer
from core.territory.workdays import add_working_days, at_local, is_working_day

URGENT = timedelta(days=7)
FLEXIBLE_NEWS = timedelta(days=30)
STILL_BEFORE = timedelta(days=14)  # « still valid? » before a start that is known
STILL_EVERY = timedelta(days=60)  # and again and again when the dates are open
MORNING = time(9, 0)
NOT_NEEDED = "not needed"


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
        working = working_day_before(day, territory)
        if working > today:
            return working
    return add_working_days(today, 2, territory)


def working_day_before(day: date, territory: Territory) -> date:
    """That day, or the last working day before it."""
    while not is_working_day(day, territory):
        day -= timedelta(days=1)
    return day


def promise(session: Session, kind: str, object: str, step: str, at: datetime) -> bool:
    """Keep a due date once; one that was given up is taken up again. False when it stands or was done."""
    row = insert_into(session, Due)
    again = row.on_conflict_do_update(
        index_elements=[Due.kind, Due.object, Due.step],
        set_={"at": row.excluded.at, "done_at": None, "result": None},
        where=Due.result == NOT_NEEDED,
    )
    said = {"kind": kind, "object": object, "step": step, "at": at, "facts": {}}
    return session.scalar(again.returning(Due.id), said) is not None


def fulfil(session: Session, kind: str, object: str, step: str, now: datetime, *, result: str) -> None:
    """Write down what came of a due date."""
    row = session.scalars(select(Due).where(Due.kind == kind, Due.object == object, Due.step == step)).one()
    row.done_at, row.result = now, result


def promise_for(session: Session, offer: Offer, today: date, territory: Territory) -> None:
    """Plan what Guichet will say of this offer: its news, « still valid? » and its end.

    « Still valid? » comes two weeks before a start that is known, every 60 days otherwise.
    """
    promise(session, "news", offer.reference, offer.news_by.isoformat(), at_local(offer.news_by, MORNING, territory))
    still = offer.starts_on - STILL_BEFORE if offer.starts_on else today + STILL_EVERY
    if still > today:
        promise(session, "still_valid", offer.reference, still.isoformat(), at_local(still, MORNING, territory))
    promise_end(session, offer, territory)


def promise_end(session: Session, offer: Offer, territory: Territory) -> None:
    """Plan the end of an offer: the night after its last day."""
    if offer.ends_on:
        night = at_local(offer.ends_on + timedelta(days=1), time(0, 5), territory)
        promise(session, "expiry", offer.reference, offer.ends_on.isoformat(), night)


def forget_promises(session: Session, reference: str, now: datetime, *kinds: str) -> None:
    """What was planned for this offer is not needed any more."""
    waiting = select(Due).where(Due.object == reference, Due.done_at.is_(None))
    for row in session.scalars(waiting.where(Due.kind.in_(kinds)) if kinds else waiting):
        row.done_at, row.result = now, NOT_NEEDED


def revive_promises(session: Session, reference: str, given_up_at: datetime | None = None) -> None:
    """Take up again what was given up for this offer at that moment, else what was given up last: it is open again."""
    given_up = (Due.object == reference) & (Due.result == NOT_NEEDED)
    last = given_up_at or session.scalar(select(func.max(Due.done_at)).where(given_up))
    for row in session.scalars(select(Due).where(given_up, Due.done_at == last)):
        row.done_at, row.result = None, None


def due_now(session: Session, now: datetime, limit: int = 200, kinds: Iterable[str] | None = None) -> list[Due]:
    """What is due and not yet done, oldest first; of these kinds only, when they are named."""
    rows = select(Due).where(Due.done_at.is_(None), Due.at <= now).order_by(Due.at, Due.id).limit(limit)
    if kinds is not None:
        rows = rows.where(Due.kind.in_(tuple(kinds)))
    return list(session.scalars(rows.with_for_update(skip_locked=True)))
