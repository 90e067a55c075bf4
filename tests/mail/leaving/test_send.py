"""On a real relay: what each of its answers means for the letter."""

import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.post.parcel import Block, Parcel, Refused, TryLater, Unreachable
from mail.accounts import ImapAccount, MailIdentity, SmtpAccount
from mail.arriving.receive import Mailbox
from mail.leaving.send import Postman
from tests.mail.builders import OWN, TOKEN, read
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, OK, PASSWORD, PymapStack
from tests.mail.system_servers import DovecotStack, PostfixStack

US = MailIdentity(OWN, "Pôle de stages Ouest")
WHO = "a.roux@atelier.example"


@pytest.fixture
def relay(pymap: PymapStack) -> Iterator[PymapStack]:
    pymap.sent.clear()
    yield pymap
    pymap.rcpt_answers.clear()
    pymap.data_answer = OK


@pytest.fixture
async def postman(relay: PymapStack) -> AsyncIterator[Postman]:
    one = Postman(SmtpAccount(HOST, relay.smtp_port, security="none", timeout=5), US)
    yield one
    await one.close()


def a_parcel(number: int = 1, address: str = WHO) -> Parcel:
    return Parcel(number, "email", address, (Block("Bonjour.\n.\nFin."),), subject="Essai", thread=1042, token=TOKEN)


async def test_a_letter_leaves_and_its_message_id_comes_back(postman: Postman, relay: PymapStack) -> None:
    assert await postman.send(a_parcel(7)) == f"<o7.{TOKEN}@pole.example>"
    (one,) = relay.sent
    assert (one.to, one.sender) == (WHO, OWN)
    assert read(one.raw).text == "Bonjour.\n.\nFin."
    assert read(one.raw).kind == "own"


async def test_one_connection_serves_many_letters(postman: Postman, relay: PymapStack) -> None:
    before = relay.connections
    for number in range(5):
        await postman.send(a_parcel(number))
    assert (len(relay.sent), relay.connections - before) == (5, 1)


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        ("550 5.1.1 user unknown", Unreachable),
        ("550 no such user", Unreachable),
        ("450 4.2.1 try again", TryLater),
        ("452 4.2.2 mailbox full", TryLater),
        ("552 5.2.2 over quota", TryLater),
        ("554 5.7.1 relay access denied", Refused),
    ],
)
async def test_what_the_relay_says_of_a_recipient(
    postman: Postman, relay: PymapStack, answer: str, meaning: type[Exception]
) -> None:
    relay.rcpt_answers[WHO] = answer
    with pytest.raises(meaning):
        await postman.send(a_parcel())


@pytest.mark.parametrize(("answer", "meaning"), [("554 5.6.0 bad letter", Refused), ("451 4.3.0 busy", TryLater)])
async def test_what_the_relay_says_of_a_letter(
    postman: Postman, relay: PymapStack, answer: str, meaning: type[Exception]
) -> None:
    relay.data_answer = answer
    with pytest.raises(meaning):
        await postman.send(a_parcel())


async def test_after_a_refusal_the_next_letter_leaves(postman: Postman, relay: PymapStack) -> None:
    relay.rcpt_answers["parti@x.example"] = "550 5.1.1 user unknown"
    with pytest.raises(Unreachable):
        await postman.send(a_parcel(1, "parti@x.example"))
    await postman.send(a_parcel(2))
    assert len(relay.sent) == 1


async def test_a_lost_connection_is_made_again(postman: Postman, relay: PymapStack) -> None:
    await postman.send(a_parcel(1))
    relay.cut()
    try:
        await postman.send(a_parcel(2))
    except TryLater:
        await postman.send(a_parcel(2))
    assert len(relay.sent) == 2


async def test_silence_after_the_letter_means_later(relay: PymapStack) -> None:
    postman = Postman(SmtpAccount(HOST, relay.smtp_port, security="none", timeout=0.5, last_word=0.5), US)
    relay.hold()
    try:
        with pytest.raises(TryLater):
            await postman.send(a_parcel())
    finally:
        relay.release()
        await postman.close()


async def test_a_relay_that_is_not_there_means_later() -> None:
    with pytest.raises(TryLater):
        await Postman(SmtpAccount(HOST, 1, security="none", timeout=2), US).send(a_parcel())


async def test_an_address_that_is_none_never_reaches_the_relay(postman: Postman, relay: PymapStack) -> None:
    with pytest.raises(Unreachable):
        await postman.send(a_parcel(1, "a@x.example>\r\nRCPT TO:<z@z.example"))
    assert relay.sent == []


async def test_through_postfix_and_dovecot_a_letter_to_a_plus_address_arrives(
    postfix: PostfixStack, dovecot: DovecotStack, tmp_path: Path
) -> None:
    employer = MailIdentity(WHO, "Anne Roux")
    postman = Postman(SmtpAccount(HOST, postfix.smtp_port, security="none"), employer)
    await postman.send(a_parcel(3, f"poste+{TOKEN}@pole.example"))
    await postman.close()
    letters = arrived(dovecot, "poste", tmp_path)
    assert letters and TOKEN in letters[0]


def arrived(dovecot: DovecotStack, user: str, folder: Path) -> list[tuple[str, ...]]:
    books = Books(folder / "books")
    box = Mailbox(ImapAccount(HOST, dovecot.imap_port, user, PASSWORD, "none"), OWN, books)
    for _ in range(100):
        if box.drain():
            break
        time.sleep(0.1)
    box.close()
    return [one.tokens for one in books.letters()]
