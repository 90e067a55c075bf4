"""`guichet run` as a process: an offer followed from the first message to the employer's notice, and how it starts and stops."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.guichet.employers import Employer
from tests.guichet.running import TOKEN, TRACEBACK, Program, command, mail_settings, said_to, telegram_settings
from tests.guichet.town import Town, mail_server, town
from tests.postgres import free_port, fresh_database
from tests.tgemu import Emulator

pytestmark = pytest.mark.process
ON_TELEGRAM, BY_MAIL = Employer(8, soon=True), Employer(9, soon=True)  # Saint-Pierre and Sainte-Marie


@pytest.fixture(params=["sqlite-pymap", "postgresql-dovecot"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    database, mail = request.param.split("-")
    url = f"sqlite:///{tmp_path / 'guichet.db'}"
    if database == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres"))
    with mail_server(mail) as server:
        async with town(url, tmp_path, server) as place:
            yield place


@pytest.fixture
async def village(tmp_path: Path) -> AsyncIterator[Town]:
    with mail_server("pymap") as server:
        async with town(f"sqlite:///{tmp_path / 'guichet.db'}", tmp_path, server) as place:
            yield place


async def test_an_offer_is_followed_from_the_first_message_to_the_notice(place: Town) -> None:
    await place.program.open()
    await file_both(place)
    rounds(place)
    for employer in (ON_TELEGRAM, BY_MAIL):
        digest = await place.letter_to(employer.coordinator, employer.name)
        place.answer(digest, "1 ok", employer.coordinator)
        await place.letter_to(employer.coordinator, "Acceptée")
    assert [offer.status for offer in place.books.offers()] == ["available", "available"]
    assert not said_to(place.telegram, place.person(ON_TELEGRAM).id, "est acceptée")
    assert place.books.end_of_undo() == 2
    await place.person(ON_TELEGRAM).wait(like="est acceptée", timeout=30)
    await place.letter_to(BY_MAIL.email, "est acceptée")
    assert await place.program.terminate() == 0
    assert "guichet is closed" in place.program.log()
    assert TRACEBACK not in place.program.log()


async def file_both(place: Town) -> None:
    """One employer files on Telegram, another by mail, at the same time."""
    place.write(BY_MAIL)
    person = place.person(ON_TELEGRAM)
    await person.ask(ON_TELEGRAM.message(), like="C’est bien cela", timeout=30)
    person.press("Oui")
    await person.wait(like="C’est enregistré", timeout=30)
    await place.letter_to(BY_MAIL.email, "C’est enregistré")
    assert {offer.callback.phone for offer in place.books.offers()} == {ON_TELEGRAM.phone, BY_MAIL.phone}


def rounds(place: Town) -> None:
    """What is due is done at once, by a second process on the same database, rather than within 20 seconds."""
    done = command("tick", environ=place.program.environ, folder=place.program.folder)
    assert done.returncode == 0, done.stderr.decode()


async def test_once_handles_all_that_waits_then_ends(village: Town) -> None:
    village.person(ON_TELEGRAM).send(ON_TELEGRAM.message())
    village.person(ON_TELEGRAM).send("oui")
    village.write(BY_MAIL)
    village.program.start("--once")
    assert await village.program.end() == 0, village.program.log()
    filed = {offer.callback.phone for offer in village.books.offers()}
    assert filed == {ON_TELEGRAM.phone, BY_MAIL.phone}, village.program.log()
    assert said_to(village.telegram, village.person(ON_TELEGRAM).id, "C’est enregistré")
    assert village.mail.letters(BY_MAIL.email)
    assert village.books.idle()
    assert village.telegram.pending == {}


async def test_once_serves_telegram_when_the_mailbox_is_silent(village: Town) -> None:
    village.program.environ |= mail_settings(free_port(), village.mail.smtp_port)
    village.person(ON_TELEGRAM).send("Bonjour")
    village.program.start("--once")
    assert await village.program.end() == 1
    assert "guichet: the mailbox at 127.0.0.1:" in village.program.log()
    assert village.person(ON_TELEGRAM).texts()
    assert TRACEBACK not in village.program.log()


async def test_a_refused_token_is_told_and_ends_it(tmp_path: Path) -> None:
    async with Emulator(TOKEN) as telegram:
        settings = telegram_settings(telegram.url, "43:WRONG")
        with Program({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}", **settings}, tmp_path) as program:
            program.start()
            assert await program.end() == 1
            assert "Telegram refuses the bot's token" in program.log()
            assert TRACEBACK not in program.log()


async def test_a_token_refused_while_it_runs_leaves_the_mailbox_open(village: Town) -> None:
    await village.program.open()
    village.telegram.token = "43:NEW"
    village.person(ON_TELEGRAM).send("Bonjour")
    await village.program.says("telegram has failed, tried again in 1 s: Telegram refuses the bot's token")
    village.write(BY_MAIL)
    await village.letter_to(BY_MAIL.email, "C’est enregistré")
    village.telegram.token = TOKEN
    await village.person(ON_TELEGRAM).wait(timeout=30)
    assert await village.program.terminate() == 0
    assert TRACEBACK not in village.program.log()


async def test_servers_that_do_not_answer_yet_are_tried_again(tmp_path: Path) -> None:
    port = free_port()
    settings = telegram_settings(f"http://127.0.0.1:{port}") | mail_settings(free_port(), free_port())
    with Program({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}", **settings}, tmp_path) as program:
        await program.open()
        await program.says("telegram: no updates, again in")
        await program.says("it cannot be reached (Connection refused)")
        async with Emulator(TOKEN, port=port) as telegram:
            await telegram.user(7).ask("Bonjour", timeout=60)
            assert await program.terminate() == 0
        assert TRACEBACK not in program.log()


async def test_an_unknown_setting_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = command("run", environ={"GUICHET_TELEGRM_TOKEN": "x"}, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "guichet: GUICHET_TELEGRM_TOKEN: unknown setting (did you mean GUICHET_TELEGRAM_TOKEN?)"
    ]


async def test_without_any_channel_it_says_what_to_set(tmp_path: Path) -> None:
    done = command("run", environ={}, folder=tmp_path)
    assert done.returncode == 2
    assert "nothing is configured" in done.stderr.decode()
