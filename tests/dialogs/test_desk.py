"""The desk: every message answered once, in order, whatever happens between; nobody blocks the others."""

from sqlalchemy import Engine, func, select, text

from core.database import transaction
from core.people.records import Contact
from core.pool.records import Offer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import TRIES, Incoming, parked, record
from core.post.outbox import Outgoing
from dialogs.desk import Desk
from dialogs.wording.page import plain
from tests.builders import NOW, a_house

HOUSE = a_house()
OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril. Dany 0692 60 47 12"


def tell(engine: Engine, *messages: Inbound) -> None:
    with transaction(engine) as session:
        record(session, [Arrival(message, b"{}") for message in messages], NOW)


def heard(key: str, text: str, address: str = "7", **more: object) -> Inbound:
    return Inbound("telegram", key, address, NOW, text=text, **more)  # type: ignore[arg-type]


def answers(engine: Engine) -> list[str]:
    with transaction(engine) as session:
        return [plain(row.message.blocks) for row in session.scalars(select(Outgoing).order_by(Outgoing.id))]


def offers(engine: Engine) -> int:
    with transaction(engine) as session:
        return session.scalar(select(func.count()).select_from(Offer)) or 0


def work_off(engine: Engine) -> None:
    desk = Desk(engine, HOUSE)  # a new desk each time: nothing may live in memory
    while desk.work(NOW):
        pass


def test_a_conversation_goes_on_after_a_restart(engine: Engine) -> None:
    tell(engine, heard("1", OFFER))
    work_off(engine)
    tell(engine, heard("2", "oui"))
    work_off(engine)
    assert offers(engine) == 1 and "OF-2026-00001" in answers(engine)[-1]


def test_the_same_update_twice_files_once_and_answers_once(engine: Engine) -> None:
    tell(engine, heard("1", OFFER), heard("2", "oui"))
    work_off(engine)
    said = len(answers(engine))
    tell(engine, heard("2", "oui"), heard("1", OFFER))
    work_off(engine)
    assert (offers(engine), len(answers(engine))) == (1, said)


def test_a_message_that_always_fails_is_set_aside_and_blocks_nobody(engine: Engine) -> None:
    tell(engine, heard("1", "bonjour"))
    work_off(engine)
    with transaction(engine) as session:
        session.scalars(select(Contact)).one().state = {"turn": "damaged on disk"}
    tell(engine, heard("2", "bonjour"), heard("3", "bonjour", address="8"))
    work_off(engine)
    with transaction(engine) as session:
        bad, good = session.scalars(select(Incoming).order_by(Incoming.id)).all()[1:]
        assert (bad.status, bad.attempts, good.status) == ("waiting", 1, "done")
        bad.attempts, bad.not_before = TRIES - 1, None
    work_off(engine)
    with transaction(engine) as session:
        assert session.scalars(select(Incoming.status).order_by(Incoming.id)).all() == ["done", "parked", "done"]
    assert answers(engine)[-1].startswith("Pardon, une panne de mon côté")


def test_a_message_that_can_no_longer_be_read_is_set_aside_and_blocks_nobody(engine: Engine) -> None:
    tell(engine, heard("1", "bonjour"), heard("2", "bonjour", address="8"))
    with engine.begin() as connection:
        connection.execute(text("update inbox set inbound = '{\"channel\": 7' where key = '1'"))
    work_off(engine)
    with transaction(engine) as session:
        bad, good = session.scalars(select(Incoming).order_by(Incoming.id)).all()
        assert (bad.status, good.status) == ("parked", "done")
        assert bad.error and bad.error.startswith("What is kept can no longer be read as Inbound")
        assert [one.id for one in parked(session)] == [bad.id]
    assert [one.startswith("Pardon") for one in answers(engine)] == [True, False, False]


def test_a_letter_that_nobody_can_read_may_be_a_robots_and_gets_no_answer(engine: Engine) -> None:
    tell(engine, Inbound("email", "a", "rh@x.example", NOW, text="bonjour"))
    with engine.begin() as connection:
        connection.execute(text("update inbox set inbound = '[]'"))
    work_off(engine)
    assert answers(engine) == []


def test_a_robot_gets_no_answer_and_a_person_always_one(engine: Engine) -> None:
    letter = Inbound("email", "a", "rh@x.example", NOW, kind="auto_reply", text="Je suis absente")
    tell(engine, letter, Inbound("email", "b", "rh@x.example", NOW, text=""))
    work_off(engine)
    assert len(answers(engine)) == 1


def test_a_letter_with_a_forged_sender_takes_no_offer_back(engine: Engine) -> None:
    whole = f"Bonjour, {OFFER}"
    tell(engine, Inbound("email", "a", "dany@garage.example", NOW, text=whole))
    work_off(engine)
    for key, words in (("b", "je retire mon offre OF-2026-00001"), ("c", "oui")):
        tell(engine, Inbound("email", key, "dany@garage.example", NOW, text=words))
        work_off(engine)
    with transaction(engine) as session:
        assert session.scalars(select(Offer.status)).all() == ["to_check"]
