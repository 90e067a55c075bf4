"""`guichet run` while Telegram fails, refuses and falls silent: everybody is answered, nobody is told a thing twice for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from core.people.acquaintance import Doorstep, meet
from core.post.outbox import Envelope, Message, post
from core.post.parcel import Block
from guichet.clock import now_utc
from tests.guichet.employers import Employer
from tests.guichet.running import TOKEN, TRACEBACK, Books, Program, command, said_to, telegram_settings, until
from tests.guichet.rush import chats, check, person
from tests.tgemu import Emulator

QUESTION, RECEIPT = "C’est bien cela", "C’est enregistré"
REMINDERS = 400


class Bot:
    """The process, its Telegram and its books."""

    def __init__(self, telegram: Emulator, program: Program, books: Books) -> None:
        self.telegram, self.program, self.books = telegram, program, books

    async def hears(self, user: int, like: str) -> None:
        """Wait until this person has read such words."""
        await until(lambda: said_to(self.telegram, user, like), f"{like!r} to {user}")


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with Emulator(TOKEN) as telegram:
        url = f"sqlite:///{tmp_path / 'g.db'}"
        environ = {"GUICHET_DATABASE_URL": url, **telegram_settings(telegram.url)}
        assert command("db", "upgrade", environ=environ, folder=tmp_path).returncode == 0
        books = Books(url)
        with Program(environ, tmp_path) as program:
            yield Bot(telegram, program, books)
        books.close()


async def test_a_press_lost_in_an_outage_of_three_minutes_is_said_in_words(bot: Bot) -> None:
    employers = [Employer(10), Employer(11)]
    await bot.program.open()
    for employer in employers:
        bot.telegram.user(employer.number).send(employer.message())
        await bot.hears(employer.number, QUESTION)
    await bot.program.terminate()
    lost = bot.telegram.user(10).press("Oui")
    bot.telegram.advance(180)  # a press lives 150 seconds, a message a day
    bot.telegram.user(11).send("oui")
    await bot.program.open()
    await bot.hears(11, RECEIPT)
    assert not said_to(bot.telegram, 10, RECEIPT) and "answer" not in lost
    bot.telegram.user(10).send("oui")
    await bot.hears(10, RECEIPT)
    assert await bot.program.terminate() == 0
    assert len(bot.books.offers()) == 2


async def test_whatever_telegram_answers_everybody_gets_their_answers_in_order(bot: Bot) -> None:
    everybody = chats(12)
    await bot.program.open()
    bot.telegram.fault("sendMessage", status=429, retry_after=1, times=6)
    bot.telegram.fault("sendMessage", status=502, html=True, times=3)
    bot.telegram.fault("sendMessage", status=500, times=3)
    bot.telegram.fault("sendMessage", drop="before", times=3)
    bot.telegram.fault("getUpdates", status=502, html=True, times=2)
    bot.telegram.fault("getUpdates", drop="after", times=2)
    with bot.telegram.hold():
        for number, chat in enumerate(everybody):
            chat.speak(person(bot.telegram, number))
    await until(lambda: len(bot.books.inbox("done")) == 5 * len(everybody) and bot.books.idle("telegram"), "all is answered")
    assert await bot.program.terminate() == 0
    assert "0 answers said again" in check(bot.telegram, bot.books, everybody)
    assert TRACEBACK not in bot.program.log()


async def test_a_crowd_of_reminders_holds_no_answer_up_and_is_never_refused(bot: Bot) -> None:
    bot.telegram.flood(chat=1, chat_burst=5, overall=30, overall_burst=30)
    for number in range(REMINDERS):
        bot.telegram.user(5000 + number).start()
    bot.telegram.pending.clear()
    with Session(bot.books.engine) as session, session.begin():
        for number in range(REMINDERS):
            words = (Block("Vous revenez vers nous ?"),)
            reminder = Message(f"r:{number}", "telegram", f"{5000 + number}", words, envelope=Envelope(solicited=False))
            post(session, reminder, now_utc())
    await bot.program.open()
    await until(lambda: len(bot.telegram.log("sendMessage")) > 40, "reminders leave")
    bot.telegram.user(7).send(Employer(0).message())
    await bot.hears(7, QUESTION)
    left = len(bot.books.outbox("waiting"))
    assert left > REMINDERS / 2
    assert {call.status for call in bot.telegram.log("sendMessage")} == {200}


async def test_who_blocks_the_bot_is_left_alone_until_they_write_again(bot: Bot) -> None:
    await bot.program.open()
    anna = bot.telegram.user(7)
    anna.send(Employer(0).message())
    await bot.hears(7, QUESTION)
    with Session(bot.books.engine) as session, session.begin():
        contact = meet(session, Doorstep("telegram", "7", "Anna"), now_utc())
        anna.block()
        post(session, Message("news", "telegram", "7", (Block("Une nouvelle"),)), now_utc(), contact_id=contact.id)
    await until(lambda: bot.books.outbox("failed", "cancelled"), "the news is given up")
    anna.block(False)
    anna.send("oui")
    await bot.hears(7, RECEIPT)
    assert not said_to(bot.telegram, 7, "Une nouvelle")
