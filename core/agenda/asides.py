"""What a coordinator does with an entry without settling it: takes it upon themselves, puts it off, passes it on, notes."""

from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.agenda.deeds import AlreadyTheirs, DayPassed, Deed, Effect, NobodyOfThatName, Occasion, SeveralOfThatName
from core.agenda.records import Action, Matter
from core.pool.history import Author, note_change, snapshot
from core.pool.records import Offer
from core.territory.people import people_named
from core.territory.workdays import add_working_days, local_day

PUT_OFF = ("mine", "wait")
HOLDING = (*PUT_OFF, "note")  # they settle nothing: whoever comes next may still decide
ASIDE = (*HOLDING, "pass")
MINE_FOR = 5  # working days: what somebody said they see to comes back then, if it still waits
FARTHEST = timedelta(days=366)


def aside(session: Session, deed: Deed, at: Occasion, offer: Offer | None, matter: Matter | None, *, action: Action) -> Effect:
    """Do one of these. Raises DayPassed, NobodyOfThatName, SeveralOfThatName, AlreadyTheirs."""
    match deed.verb:
        case "mine":
            action.until = add_working_days(local_day(at.now, at.territory), MINE_FOR, at.territory)
            return "mine"
        case "wait":
            return _wait(deed, at, action)
        case "pass":
            return _pass(session, deed, at, offer, matter, action=action)
    if offer is not None:
        note_change(session, offer, snapshot(offer), _author(at, action), "noted", reason=deed.words)
    return "noted"


def _wait(deed: Deed, at: Occasion, action: Action) -> Effect:
    today = local_day(at.now, at.territory)
    if deed.day is None or not today < deed.day <= today + FARTHEST:
        raise DayPassed(number=deed.number, day=deed.day)
    action.until = deed.day
    return "waits"


def _pass(session: Session, deed: Deed, at: Occasion, offer: Offer | None, matter: Matter | None, *, action: Action) -> Effect:
    """To the person meant, and why, after a colon; an offer goes to their pôle as well, when they have one."""
    said, _, why = (deed.words or "").partition(":")
    people = people_named(said, at.territory)
    if not people:
        raise NobodyOfThatName(number=deed.number, said=said.strip())
    if len(people) > 1:
        raise SeveralOfThatName(number=deed.number, said=said.strip(), people=", ".join(one.name for one in people))
    [heir] = people
    thing: Matter | Offer | None = matter or offer
    if thing is None or thing.coordinator == heir.id:
        raise AlreadyTheirs(number=deed.number, person=heir.name)
    action.passed_from = thing.coordinator
    if matter is not None:
        matter.coordinator = heir.id
    elif offer is not None:
        before = snapshot(offer)
        offer.coordinator, offer.pole = heir.id, heir.pole if heir.pole in at.territory.poles else offer.pole
        note_change(session, offer, before, _author(at, action), "passed", reason=why.strip() or None)
    return "passed"


def _author(at: Occasion, action: Action) -> Author:
    return Author(f"coordinator:{at.coordinator.id}", at.now, at.channel, at.message_id, action.id)


def put_off(session: Session, offer_id: int | None, matter_id: int | None, since: datetime) -> bool:
    """Whether this entry was put off, taken by somebody or passed on since that moment, and that stands."""
    about = Action.matter_id == matter_id if matter_id else (Action.offer_id == offer_id) & Action.matter_id.is_(None)
    rows = select(Action.id).where(about, Action.verb.in_((*PUT_OFF, "pass")), Action.at >= since, Action.undone_at.is_(None))
    return session.scalar(rows.limit(1)) is not None


def days_of_return(session: Session) -> dict[tuple[str, int], date]:
    """The offers and matters that somebody has put off, each with the day on which it comes back (or came)."""
    latest = select(func.max(Action.id)).where(Action.verb.in_(PUT_OFF), Action.undone_at.is_(None))
    rows = session.scalars(select(Action).where(Action.id.in_(latest.group_by(Action.offer_id, Action.matter_id))))
    return {("matter", row.matter_id) if row.matter_id else ("offer", row.offer_id or 0): row.until for row in rows if row.until}
