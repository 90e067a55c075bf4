"""The terminal: a failure of ours is told in the words of every channel, and the talk goes on."""

import io
import json
from pathlib import Path

from sqlalchemy import select, text

from config.settings import load_settings
from core.database import transaction
from core.post.inbox import Incoming
from dialogs.wording.page import plain
from guichet.chat import Chat, converse, serve_json
from guichet.opening import Premises, open_premises
from tests.builders import NOW

OFFER = "Garage Alizé à Saint-Pierre : 2 élèves en CAP carrossier, du 1er au 19 février 2027. Dany Payet, 0692 60 47 12"
APOLOGY = "Pardon, une panne de mon côté m’empêche de répondre à ce message."


def premises_in(folder: Path) -> Premises:
    return open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'g.db'}"}, folder))


def set_state(premises: Premises, state: str | None) -> str:
    """Give the contact another state, as JSON; the one it had."""
    with premises.engine.begin() as connection:
        had = connection.execute(text("select state from contacts")).scalar_one()
        connection.execute(text("update contacts set state = :state"), {"state": state})
    return str(had)


def test_a_message_that_cannot_be_answered_gets_an_apology_and_the_next_is_served(tmp_path: Path) -> None:
    premises = premises_in(tmp_path)
    chat = Chat(premises, "visiteur", None, NOW)
    chat.say(OFFER)
    good = set_state(premises, '{"turn": "damaged on disk"}')
    answered = chat.say("oui")
    assert answered and plain(answered.messages[0].blocks).replace("\u00a0", " ").startswith(APOLOGY)
    assert (answered.filed, answered.state.phase) == ((), "confirming")
    set_state(premises, good)
    filed = chat.say("oui")
    assert filed and filed.filed == ("OF-2026-00001",)
    assert chat.failed
    with transaction(premises.engine) as session:
        assert session.scalars(select(Incoming.status).order_by(Incoming.id)).all() == ["done", "parked", "done"]


def test_a_program_gets_the_apology_as_its_line(tmp_path: Path) -> None:
    premises, out = premises_in(tmp_path), io.StringIO()
    chat = Chat(premises, "visiteur", None, NOW)
    chat.say("Bonjour")
    set_state(premises, '{"turn": "damaged on disk"}')
    serve_json(chat, io.StringIO('{"text": "Bonjour"}\n{"text": "' + OFFER + '"}\n'), out)
    said = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [one["messages"][0]["text"].startswith("Pardon") for one in said] == [True, True]


def test_on_a_terminal_the_talk_goes_on_to_its_end(tmp_path: Path) -> None:
    premises, out = premises_in(tmp_path), io.StringIO()
    chat = Chat(premises, "visiteur", None, NOW)
    converse(chat, iter(["Bonjour", "", OFFER, "1"]), out)
    assert "C’est enregistré" in out.getvalue() and not chat.failed
