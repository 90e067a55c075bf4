"""Who waits for an answer, as the books have it."""

from sqlalchemy import Engine, select

from core.database import transaction
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, fail, finish, record
from core.post.outbox import Envelope, Message, Outgoing, mark_sent, post
from core.post.waiting import unanswered
from tests.builders import NOW


def test_one_waits_until_the_answer_has_left(engine: Engine) -> None:
    everybody = {"7", "8", "9"}
    with transaction(engine) as session:
        record(session, [Arrival(Inbound("telegram", f"{n}", f"{n}", NOW, text="oui"), b"oui") for n in (7, 8)], NOW)
        post(session, Message("reminder", "telegram", "9", (), envelope=Envelope(solicited=False)), NOW)
        assert unanswered(session, "telegram", everybody) == {"7", "8"}
        first, second = session.scalars(select(Incoming).order_by(Incoming.id))
        finish(first, NOW)
        post(session, Message("answer:1", "telegram", "7", ()), NOW)
        fail(second, "broken", NOW)
        assert unanswered(session, "telegram", everybody) == {"7"}
        mark_sent(session, session.scalars(select(Outgoing.id).where(Outgoing.key == "answer:1")).one(), NOW, "55")
        assert unanswered(session, "telegram", everybody) == set()
