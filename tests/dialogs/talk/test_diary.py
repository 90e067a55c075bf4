"""A letter that files or changes an offer gives its days to the reader's calendar; a chat, or dates to agree on, give none."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.database import transaction
from core.post.inbound import Arrival, Inbound
from core.post.inbox import record
from core.post.outbox import Outgoing
from core.post.parcel import Event
from dialogs.desk import Desk
from tests.builders import NOW, a_house

HOUSE = a_house()
WHO = "dany@garage.example"
OFFER = "Bonjour,\nGarage Ligne Paradis à Saint-Pierre : 2 élèves de CAP carrossier, {dates}.\nDany Payet, 0692 60 47 12"


def say(engine: Engine, *words: str, channel: str = "email", tokens: tuple[str, ...] = ()) -> list[tuple[Event, ...]]:
    for number, text in enumerate(words):
        sent = Inbound(channel, f"{text[:9]}{number}", WHO, NOW, text=text, subject="Stages", tokens=tokens)  # type: ignore[arg-type]
        with transaction(engine) as session:
            record(session, [Arrival(sent, b"{}")], NOW)
        while Desk(engine, HOUSE).work(NOW):
            pass
    with transaction(engine) as session:
        return [row.message.envelope.events for row in session.scalars(select(Outgoing).order_by(Outgoing.id))]


def test_the_receipt_of_an_offer_holds_its_days(engine: Engine) -> None:
    (((entry,)),) = say(engine, OFFER.format(dates="du 5 au 30 avril 2027"))
    assert entry.id == "OF-2026-00001.1" and entry.ends - entry.starts == timedelta(days=26)
    assert entry.summary.startswith("Stage\u00a0: 2 élèves de CAP") and entry.summary.endswith("à Saint-Pierre")
    assert entry.place == "Garage Ligne Paradis, Saint-Pierre" and entry.zone == "Indian/Reunion"


@pytest.mark.parametrize("dates", ["dates à convenir", "3 semaines en avril 2027"])
def test_dates_to_agree_on_are_no_appointment(engine: Engine, dates: str) -> None:
    assert not any(
        event.ends - event.starts < timedelta(days=22) for one in say(engine, OFFER.format(dates=dates)) for event in one
    )


def test_on_a_chat_nothing_is_attached(engine: Engine) -> None:
    assert not any(say(engine, OFFER.format(dates="du 5 au 30 avril 2027"), "oui", channel="telegram"))
