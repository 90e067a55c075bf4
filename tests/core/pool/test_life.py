"""Whatever happens to an offer, in whatever order: no state that its life forbids, no seats that are not there, none lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from config.errors import GuichetError
from core.agenda.actions import perform
from core.agenda.deeds import Deed, Verb
from core.agenda.records import Digest
from core.agenda.undoing import undo
from core.database import transaction
from core.pool.commands import ChangeOffer, CloseOffer, ConfirmOffer, Unfile
from core.pool.draft import Draft
from core.pool.filing import change_offer, close_offer, confirm_offer, unfile
from core.pool.history import Author
from core.pool.holds import Hold, settle_hold
from core.pool.records import LIFE, OPEN, Offer, OfferChange
from dialogs.pole.rounds import make_rounds
from tests.builders import NOW, a_database
from tests.day import HOUSE, TERRITORY, a_digest, an_occasion, an_offer, somebody

Event = Callable[[Session, Digest, Offer, timedelta], object]
DAY = NOW.date()


def deed(verb: Verb, *, seats: int | None = None, words: str | None = None, days: int | None = None) -> Event:
    day = DAY + timedelta(days=days) if days is not None else None
    return lambda session, digest, _, after: perform(session, Deed(1, verb, words, seats, day), an_occasion(digest, NOW + after))


def employer(change: Callable[[Offer], ChangeOffer | CloseOffer | ConfirmOffer | Unfile]) -> Event:
    def event(session: Session, _: Digest, offer: Offer, after: timedelta) -> object:
        command, author, contact = change(offer), Author("contact:1", NOW + after, "telegram"), somebody(session)
        match command:
            case ChangeOffer():
                return change_offer(session, command, contact, author, TERRITORY)
            case CloseOffer():
                return close_offer(session, command, contact, author)
            case ConfirmOffer():
                return confirm_offer(session, command, contact, author)
        return unfile(session, command, contact, author)

    return event


def settle(session: Session, taken: int, after: timedelta) -> object:
    hold = session.scalars(select(Hold).order_by(Hold.id.desc()).limit(1)).first()
    return hold and settle_hold(session, hold, taken, Author("member:1", NOW + after, "email"))


EVENTS: dict[str, Event] = {
    "ok": deed("ok"),
    "no": deed("no", words="doublon"),
    "one taken": deed("taken", seats=1),
    "two taken": deed("taken", seats=2),
    "five taken": deed("taken", seats=5),
    "full": deed("full"),
    "one left": deed("left", seats=1),
    "none left": deed("left", seats=0),
    "until": deed("until", days=60),
    "until the past": deed("until", days=-1),
    "mine": deed("mine"),
    "wait": deed("wait", days=9),
    "pass": deed("pass", words="le Sud"),
    "note": deed("note", words="rappeler"),
    "two proposed": deed("propose", seats=2, words="Moulin Joli"),
    "the rest proposed": deed("propose", words="Evariste de Parny"),
    "a school takes one": lambda session, _, __, after: settle(session, 1, after),
    "a school takes all": lambda session, _, __, after: settle(session, 99, after),
    "a school gives back": lambda session, _, __, after: settle(session, 0, after),
    "undo": lambda session, digest, _, after: undo(session, (), an_occasion(digest, NOW + after)),
    "undo the entry": lambda session, digest, _, after: undo(session, (1,), an_occasion(digest, NOW + after)),
    "one seat": employer(lambda offer: ChangeOffer(offer.reference, Draft(seats=1))),
    "four seats": employer(lambda offer: ChangeOffer(offer.reference, Draft(seats=4))),
    "withdrawn": employer(lambda offer: CloseOffer(offer.reference, "withdrawn")),
    "filled": employer(lambda offer: CloseOffer(offer.reference, "filled")),
    "confirmed": employer(lambda offer: ConfirmOffer(offer.reference)),
    "unfiled": employer(lambda offer: Unfile((offer.reference,))),
    "the clock": lambda session, _, __, after: make_rounds(session, HOUSE, NOW + after),
}
MOMENTS = st.sampled_from([timedelta(), timedelta(minutes=40), timedelta(days=15), timedelta(days=80), timedelta(days=200)])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events=st.lists(st.tuples(st.sampled_from(sorted(EVENTS)), MOMENTS), max_size=9), vetted=st.booleans())
def test_whatever_happens_states_and_seats_are_possible(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, timedelta]], vetted: bool
) -> None:
    engine = a_database(tmp_path_factory.mktemp("life"))
    with transaction(engine) as session:
        offer = an_offer(session, vetted=vetted)
        digest, after = a_digest(session), timedelta()
        for name, later in events:
            after = max(after, later)
            happens(session, digest, offer, name, after)
            possible(session, offer, name)
    engine.dispose()


def happens(session: Session, digest: Digest, offer: Offer, name: str, after: timedelta) -> None:
    """One event; one that is refused leaves all as it was."""
    before = (offer.status, offer.seats_left, offer.draft)
    try:
        with session.begin_nested():
            EVENTS[name](session, digest, offer, after)
    except GuichetError:
        session.refresh(offer, ["status", "seats_left", "draft"])
        assert (offer.status, offer.seats_left, offer.draft) == before


def possible(session: Session, offer: Offer, name: str) -> None:
    """Seats are there; a state follows the one before it, or an undo put it back; each change tells what was before."""
    session.flush()
    assert 0 <= offer.seats_left <= (offer.draft.seats or 1)
    held = session.scalars(select(Hold.seats).where(Hold.offer_id == offer.id, Hold.status == "held")).all()
    assert offer.seats_held == sum(held)
    if name == "the clock":
        assert not held or (offer.seats_held <= offer.seats_left and offer.status in OPEN)
    assert (offer.seats_left == 0) == (offer.status == "filled") or offer.status in ("withdrawn", "rejected", "expired")
    assert (offer.status == "to_check") == (offer.check_reason is not None) or offer.status not in ("to_check", "available")
    changes = session.scalars(select(OfferChange).where(OfferChange.offer_id == offer.id).order_by(OfferChange.id)).all()
    status = "to_check" if changes[0].after["status"] == "to_check" else "available"
    for change in changes[1:]:
        if "status" in change.after:
            assert change.before["status"] == status
            assert change.what == "undo" or change.after["status"] in LIFE[status]
            status = change.after["status"]
    assert status == offer.status
