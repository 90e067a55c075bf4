"""A coordinator's chat on a running Guichet: linked by a digest, an urgent offer told at once, accepted, undone, accepted."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from config.errors import SettingsInvalid
from config.settings import load_settings
from guichet.chats import show_chats
from tests.guichet.employers import Employer
from tests.guichet.running import TRACEBACK, until, words_of
from tests.guichet.test_run import rounds
from tests.guichet.town import Town, mail_server, town

pytestmark = pytest.mark.process
FIRST, SECOND = Employer(8, soon=True), Employer(12, soon=True)
COORDINATOR = 500


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    with mail_server("pymap") as server:
        async with town(f"sqlite:///{tmp_path / 'g.db'}", tmp_path, server) as place:
            place.program.environ["GUICHET_COORDINATORS_TELEGRAM"] = "yes"
            yield place


async def file(place: Town, employer: Employer) -> None:
    person = place.person(employer)
    await person.ask(employer.message(), like="C’est bien cela", timeout=30)
    person.press("Oui")
    await person.wait(like="C’est enregistré", timeout=30)
    rounds(place)


async def test_an_urgent_offer_is_decided_in_the_chat_that_a_digest_has_linked(place: Town) -> None:
    assert FIRST.coordinator == SECOND.coordinator
    await place.program.open()
    await file(place, FIRST)
    digest = words_of(await place.letter_to(FIRST.coordinator, FIRST.name))
    [link] = re.findall(r"\?start=(c-[a-z0-9-]+)", digest)
    person = place.telegram.user(COORDINATOR, first_name="Éric")
    person.start(link)
    await person.wait(like="C’est relié", timeout=30)
    await place.letter_to(FIRST.coordinator, "vient d’être reliée")
    await file(place, SECOND)
    await person.wait(like=SECOND.name, timeout=30)
    await place.letter_to(SECOND.coordinator, SECOND.name)  # by mail as well
    for button, said, status in (
        ("Ok", "Acceptée", "available"),
        ("Annuler", "Annulé", "to_check"),
        ("Ok", "Acceptée", "available"),
    ):
        person.press(button)
        await until(lambda said=said: said in person.texts()[-1], f"{said!r} on the card")  # type: ignore[misc]
        assert place.books.offers()[-1].status == status
        assert SECOND.name in person.texts()[-1]  # the card itself was changed
    place.books.end_of_undo()
    await place.person(SECOND).wait(like="est acceptée", timeout=30)
    assert await place.program.terminate() == 0
    assert TRACEBACK not in place.program.log()
    assert_listed(place)


def assert_listed(place: Town) -> None:
    """The operator sees the chat, and ends it."""
    settings = load_settings(place.program.environ, place.program.folder)
    out = io.StringIO()
    assert show_chats(settings, None, out) == 0 and "5…" in out.getvalue()
    assert show_chats(settings, "c-sud", out) == 0 and show_chats(settings, "c-sud", out) == 1
    with pytest.raises(SettingsInvalid):
        show_chats(settings, "nobody", out)
    assert show_chats(settings, None, out) == 0 and "Aucune conversation reliée" in out.getvalue()
