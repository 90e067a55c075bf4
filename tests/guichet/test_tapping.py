"""An offer tapped on a real `guichet run`: poster, buttons, dates on one message, place and number from the phone."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.guichet.running import TRACEBACK, Program, telegram_settings, until
from tests.tgemu import Emulator
from tests.tgemu.users import User

pytestmark = pytest.mark.process
WAIT = 30.0


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator("42:TEST") as emulator:
        yield emulator


@pytest.fixture
async def program(telegram: Emulator, tmp_path: Path) -> AsyncIterator[Program]:
    database = {"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'guichet.db'}"}
    with Program(telegram_settings(telegram.url) | database, tmp_path) as program:
        await program.open()
        yield program


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def tap(person: User, label: str, like: str) -> dict[str, Any]:
    person.press(label)
    return (await person.wait(like=like, timeout=WAIT))[-1]


async def test_an_offer_is_filed_without_a_sentence(telegram: Emulator, program: Program) -> None:
    marie = telegram.user(7, first_name="Marie")
    marie.start("p-pole-ouest")
    await marie.wait(like="Question 1 sur 7", timeout=WAIT)
    await tap(marie, "Observation", "Combien de jeunes")
    asked = await tap(marie, "1", "À quelles dates")
    months = await tap(marie, "Choisir un mois", "Quel mois")
    weeks = await tap(marie, labels(months)[4], "Quelle semaine")
    assert asked["message_id"] == months["message_id"] == weeks["message_id"]
    await tap(marie, labels(weeks)[0], "Dans quelle commune")
    assert marie.keyboard[0][0]["request_location"]
    marie.share_location(-21.17, 55.29)
    await marie.wait(like="Comment s’appelle votre entreprise", timeout=WAIT)
    name = marie.send("Snack Chez Mari")
    await marie.wait(like="À quel numéro", timeout=WAIT)
    marie.edit(name["message_id"], "Snack Chez Marie")
    await marie.wait(like="J’ai vu votre correction", timeout=WAIT)
    await tap(marie, "Envoyer mon numéro", "Snack Chez Marie.: 1 élève.*à Saint-Leu.*C’est bien cela")
    await tap(marie, "Oui", "C’est enregistré")
    assert TRACEBACK not in program.log()


async def test_the_menu_is_set_and_what_is_not_words_is_answered(telegram: Emulator, program: Program) -> None:
    await until(lambda: len(telegram.log("setMyDescription")) == 2, "the descriptions")
    assert [len(telegram.log(f"setMy{what}")) for what in ("Commands", "ShortDescription")] == [2, 2]
    jean = telegram.user(8, first_name="Jean")
    jean.start()
    await jean.wait(like="Dites-moi en une phrase", timeout=WAIT)
    jean.send_file("voix.ogg", b"Ogg", "voice")
    await jean.wait(like="Le micro de votre clavier", timeout=WAIT)
    jean.send_file("affiche.jpg", b"JPG", "photo", "1 élève de 3e du 7 au 11 décembre à Saint-Leu")
    await jean.wait(like="je lis votre légende", timeout=WAIT)
    jean.share_contact("+262692000028", user_id=99)
    await jean.wait(like="pas la vôtre", timeout=WAIT)
    assert TRACEBACK not in program.log()
