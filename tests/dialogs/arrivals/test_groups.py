"""A group is told once that we speak in private, then nothing; a channel is told nothing at all."""

from sqlalchemy import Engine, select

from core.database import transaction
from core.people.records import Contact
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival, Inbound
from core.post.inbox import record
from core.post.outbox import Outgoing
from dialogs.desk import Desk
from dialogs.wording.page import plain
from tests.builders import NOW, a_house


def answers_to(engine: Engine, *messages: Inbound) -> list[tuple[str, str]]:
    with transaction(engine) as session:
        record(session, [Arrival(message, b"{}") for message in messages], NOW)
    desk = Desk(engine, a_house())
    while desk.work(NOW):
        pass
    with transaction(engine) as session:
        assert session.scalars(select(Contact)).all() == []
        rows = session.scalars(select(Outgoing).order_by(Outgoing.id))
        return [(row.address, plain(row.message.blocks)) for row in rows]


def in_a_group(key: str, address: str = "-100", reason: str = "group") -> Inbound:
    return Inbound("telegram", key, address, NOW, kind="refused", reason=reason, text="on prend 2 élèves", language="fr")


def test_a_group_is_refused_once_with_the_way_to_a_private_talk(engine: Engine) -> None:
    with transaction(engine) as session:
        keep_bot_name(session, "pole_bot")
    [(address, said)] = answers_to(engine, in_a_group("1"), in_a_group("2"), in_a_group("3"))
    assert address == "-100" and "en privé" in said and said.count("https://t.me/pole_bot") == 1


def test_every_group_is_told(engine: Engine) -> None:
    assert [address for address, _ in answers_to(engine, in_a_group("1"), in_a_group("2", "-200"))] == ["-100", "-200"]


def test_a_channel_is_told_nothing(engine: Engine) -> None:
    assert answers_to(engine, in_a_group("1", reason="channel")) == []
