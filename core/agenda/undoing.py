"""Undo what a coordinator did by answering: within 30 minutes, as if it had not been, and nobody outside hears of it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.campaigns import Campaign
from core.agenda.deeds import NothingToUndo, Occasion, UndoTooLate
from core.agenda.promises import forget_promises, promise_for, revive_promises
from core.agenda.records import Action, Matter
from core.people.records import Organisation
from core.pool.filing import UNDO
from core.pool.history import Author, changes_of_action, undo_change
from core.pool.holds import Hold, count_held
from core.pool.records import OPEN, Offer
from core.post.outbox import cancel
from core.territory.workdays import local_day


def undo(session: Session, numbers: tuple[int, ...], at: Occasion) -> list[Action]:
    """Undo the last deed on each of these entries; without numbers, all that this person's last answer to the digest did.

    Raises NothingToUndo, UndoTooLate after 30 minutes.
    """
    rows = select(Action).where(
        Action.digest_id == at.digest.id, Action.coordinator == at.coordinator.id, Action.undone_at.is_(None)
    )
    actions = list(session.scalars(rows.order_by(Action.id.desc())))
    if numbers:
        last = [next((action for action in actions if action.number == number), None) for number in numbers]
        chosen = [action for action in last if action]
    else:
        chosen = [action for action in actions if action.message_id == actions[0].message_id]
    if not chosen:
        raise NothingToUndo(number=numbers[0] if numbers else 0)
    for action in chosen:
        if at.now - action.at >= UNDO:
            raise UndoTooLate(number=action.number, at=action.at)
    for action in sorted(chosen, key=lambda action: -action.id):
        _undo_one(session, action, at)
    return chosen


def _undo_one(session: Session, action: Action, at: Occasion) -> None:
    author = Author(f"coordinator:{at.coordinator.id}", at.now, at.channel, at.message_id)
    undo_action(session, action, author, at.territory)


def undo_action(session: Session, action: Action, author: Author, territory: Territory) -> None:
    """Put back all that an action changed, and stop what it was about to say."""
    for change in changes_of_action(session, action.id):
        offer = undo_change(session, change, author)
        _undo_promises(session, offer, action, author.now, territory)
        organisation = session.get_one(Organisation, offer.organisation_id)
        organisation.vetted_at = None if organisation.vetted_at == action.at else organisation.vetted_at
    if action.matter_id:
        matter = session.get_one(Matter, action.matter_id)
        matter.coordinator = action.passed_from or matter.coordinator
        if matter.closed_at == action.at:
            matter.closed_at, matter.outcome = None, None
    for hold in session.scalars(select(Hold).where(Hold.action_id == action.id, Hold.status == "held")):
        hold.status, hold.settled_at = "undone", author.now
        count_held(session, session.get_one(Offer, hold.offer_id))
    for campaign in session.scalars(select(Campaign).where(Campaign.action_id == action.id, Campaign.status != "sent")):
        campaign.status, campaign.decided_at, campaign.action_id = "proposed", None, None
    cancel(session, action.id)
    action.undone_at = author.now


def _undo_promises(session: Session, offer: Offer, action: Action, now: datetime, territory: Territory) -> None:
    if action.verb == "until":
        forget_promises(session, offer.reference, now)
        if offer.status in OPEN:
            promise_for(session, offer, local_day(now, territory), territory)
    elif offer.status in OPEN:
        revive_promises(session, offer.reference, action.at)
    else:
        forget_promises(session, offer.reference, now)
