"""One person, two channels, on a running Guichet: linked by a code, begun in a chat, confirmed by letter, told so when shut."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.guichet.employers import Employer
from tests.guichet.running import TRACEBACK, until, words_of
from tests.guichet.test_run import rounds
from tests.guichet.town import Town, mail_server, town
from tests.postgres import fresh_database

pytestmark = pytest.mark.process
DANY = Employer(4, soon=True)


@pytest.fixture(params=["sqlite", "postgresql"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    url = f"sqlite:///{tmp_path / 'g.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres"))
    with mail_server("pymap") as server:
        async with town(url, tmp_path, server) as place:
            yield place


async def test_begun_in_a_chat_confirmed_by_letter_and_told_by_letter_when_the_chat_is_shut(place: Town) -> None:
    await place.program.open()
    dany = place.person(DANY)
    await dany.ask(f"relier {DANY.email}", like="Un code part", timeout=30)
    code = await place.letter_to(DANY.email, "Voici le code")
    await dany.ask(DANY.message(), like="C’est bien cela", timeout=30)
    await dany.ask(re.findall(r"\d{4} \d{4}", words_of(code))[0], like="C’est relié", timeout=30)
    place.answer(await place.letter_to(DANY.email, "est maintenant reliée"), "oui", DANY.email)
    await place.letter_to(DANY.email, "C’est enregistré")
    assert [offer.callback.phone for offer in place.books.offers()] == [DANY.phone]
    await dany.ask("mes offres", like="OF-", timeout=30)  # the chat is used last
    dany.block()
    rounds(place)
    digest = await place.letter_to(DANY.coordinator, DANY.name)
    place.answer(digest, "1 ok", DANY.coordinator)
    await place.letter_to(DANY.coordinator, "Acceptée")
    place.books.end_of_undo()
    await place.letter_to(DANY.email, "est acceptée")
    await until(place.books.idle, "nothing waits")
    assert await place.program.terminate() == 0
    assert TRACEBACK not in place.program.log()
