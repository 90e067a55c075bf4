"""Letters handed over by LMTP: each recipient is answered, and « kept » is said only after the commit."""

import asyncio
import smtplib
from collections.abc import AsyncIterator
from email import message_from_bytes
from pathlib import Path

import pytest

from core.post.inbound import Arrival
from mail.arriving.lmtp import CONNECTIONS, Doorkeeper, LmtpDoor, delivered
from mail.parts.mime import MAX_BYTES
from tests.mail.boxes import Box, until
from tests.mail.builders import OWN, TOKEN, a_letter
from tests.mail.ledgers import Books
from tests.mail.servers import HOST
from tests.mail.system_servers import DovecotStack, PostfixStack, free_port, wait_for

TAGGED = f"stages+{TOKEN}@pole.example"


class Door:
    """An open door, and what came in by it."""

    def __init__(self, host: str, port: int, books: Books) -> None:
        self.host, self.port, self.books = host, port, books
        self.stop = asyncio.Event()
        self.keeper = Doorkeeper(LmtpDoor(host, port, OWN), self._record)

    async def _record(self, arrivals: list[Arrival]) -> None:
        await asyncio.to_thread(self.books.take, arrivals)

    async def open(self) -> None:
        self.listening = asyncio.create_task(self.keeper.listen(self.stop))
        if self.host == HOST:
            await asyncio.to_thread(wait_for, self.port)

    async def close(self) -> None:
        self.stop.set()
        await self.listening

    async def say(self, *lines: bytes) -> list[str]:
        """Say all at once, as a client that pipelines, then listen to the end."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        writer.write(b"".join(line + b"\r\n" for line in (b"LHLO x", *lines, b"QUIT")))
        answers = (await asyncio.wait_for(reader.read(), 20)).decode().splitlines()
        writer.close()
        return [one for one in answers[1:] if not one.startswith("250-") and one != "250 HELP"]


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    one = Door(HOST, free_port(), Books(tmp_path / "books"))
    await one.open()
    yield one
    await one.close()
    one.books.close()


def envelope(*recipients: str, sender: str = "a.roux@atelier.example", options: bytes = b"") -> list[bytes]:
    return [f"MAIL FROM:<{sender}>".encode() + options, *(f"RCPT TO:<{one}>".encode() for one in recipients), b"DATA"]


async def test_a_letter_is_kept_and_then_answered(door: Door) -> None:
    said = await door.say(*envelope(OWN), a_letter("oui"), b".")
    assert [one[:3] for one in said] == ["250", "250", "354", "250", "221"]
    (one,) = door.books.letters()
    assert (one.text, one.address, one.kind) == ("oui", "a.roux@atelier.example", "message")


async def test_each_recipient_has_an_answer_and_the_letter_is_kept_once(door: Door) -> None:
    said = await door.say(*envelope(OWN, "autre@pole.example", TAGGED), a_letter("oui"), b".")
    assert [one[:3] for one in said] == ["250", "250", "550", "250", "354", "250", "250", "221"]
    (one,) = door.books.letters()
    assert one.tokens == (TOKEN,)  # of the envelope: the letter's own lines do not tell it


async def test_nobody_of_ours_is_one_answer_and_nothing_kept(door: Door) -> None:
    said = await door.say(*envelope("autre@pole.example", "x@y.example"))
    assert [one[:3] for one in said] == ["250", "550", "550", "503", "221"]
    assert door.books.letters() == []


async def test_a_returned_letter_comes_from_nobody(door: Door) -> None:
    await door.say(*envelope(OWN, sender=""), a_letter("Absente", {"From": "x@y.example", "Subject": "Absence"}), b".")
    assert door.books.given[0][0].raw.startswith(b"Return-Path: <>\r\nDelivered-To: stages@pole.example\r\nFrom: ")


async def test_a_database_that_fails_is_later_for_everyone_and_the_letter_comes_again(door: Door) -> None:
    def fail(_: list[Arrival]) -> None:
        raise OSError("disk full")

    door.books.before = fail
    letter = [*envelope(OWN, TAGGED), a_letter("oui"), b"."]
    assert [one[:9] for one in await door.say(*letter)][-3:] == ["451 4.3.0", "451 4.3.0", "221 Bye"]
    assert door.books.letters() == []
    door.books.before = lambda _: None
    await door.say(*letter)
    await door.say(*letter)
    assert door.books.texts() == ["oui"]


async def test_a_letter_over_the_limit_is_refused_for_good_whether_declared_or_not(door: Door) -> None:
    said = await door.say(*envelope(OWN, options=b" SIZE=%d" % (MAX_BYTES + 1))[:1])
    assert said[0].startswith("552")
    said = await door.say(*envelope(OWN, TAGGED), b"Subject: x\r\n\r\n" + (b"x" * 998 + b"\r\n") * (MAX_BYTES // 1000), b".")
    assert [one[:3] for one in said] == ["250", "250", "250", "354", "552", "552", "221"]
    assert door.books.letters() == []


async def test_a_very_long_line_is_no_reason_to_refuse(door: Door) -> None:
    html = "<p>" + "Bonjour " * 20_000 + "</p>"
    await door.say(*envelope(OWN), a_letter(html, {"Content-Type": "text/html; charset=utf-8"}), b".")
    assert [one.kind for one in door.books.letters()] == ["message"]


def test_an_address_of_the_envelope_brings_no_header_of_its_own() -> None:
    claim = "Authentication-Results: mx.pole.example; dmarc=pass"
    letter = delivered(b"From: a@b.example\r\n\r\nOui", f'"x\r{claim}"@evil.example', [f"stages+x\n{claim}@pole.example"])
    assert message_from_bytes(letter)["Authentication-Results"] is None


async def test_dots_and_accents_come_through(door: Door) -> None:
    await door.say(*envelope(OWN), a_letter("..deux points\nété"), b".")
    assert door.books.texts() == [".deux points\nété"]


async def test_too_many_connections_are_sent_away(door: Door) -> None:
    held = [await asyncio.open_connection(HOST, door.port) for _ in range(CONNECTIONS)]
    for reader, _ in held:
        assert (await reader.readline()).startswith(b"220")
    reader, writer = await asyncio.open_connection(HOST, door.port)
    assert (await asyncio.wait_for(reader.read(), 10)).startswith(b"421")
    for one in [writer, *(writer for _, writer in held)]:
        one.close()


async def test_a_socket_in_the_file_system_is_a_door_too(tmp_path: Path) -> None:
    path = tmp_path / "lmtp"
    one = Door(str(path), 0, Books(tmp_path / "books"))
    await one.open()
    assert await asyncio.to_thread(until, path.exists)
    reader, writer = await asyncio.open_unix_connection(str(path))
    writer.write(b"LHLO x\r\n" + b"".join(line + b"\r\n" for line in (*envelope(OWN), a_letter("oui"), b".", b"QUIT")))
    assert b"250 2.0.0 kept" in await reader.read()
    writer.close()
    assert one.books.texts() == ["oui"]
    await one.close()
    one.books.close()


async def test_an_occupied_port_is_an_error(door: Door) -> None:
    with pytest.raises(OSError, match=r"(?i)in use"):
        await Doorkeeper(LmtpDoor(HOST, door.port, OWN), door._record).listen(asyncio.Event())


async def test_the_same_letter_by_both_ways_is_kept_once(dovecot: DovecotStack, tmp_path: Path) -> None:
    box = Box(dovecot, tmp_path)
    door = Door(HOST, free_port(), box.books)
    await door.open()
    for raw in (
        a_letter("avec identifiant"),
        a_letter("sans", Message_ID="", Date="Tue, 24 Nov 2026 10:00:00 +0400"),
        b"\xff\xfe",
    ):
        await asyncio.to_thread(dovecot.deliver, raw, f"{box.user}@pole.example")
        await door.say(*envelope(OWN), raw, b".")
    assert await asyncio.to_thread(box.mailbox.drain) == 3
    assert len(box.books.letters()) == 3
    await door.close()
    await asyncio.to_thread(box.close)


async def test_postfix_hands_letters_over_and_tries_again_what_was_not_kept(tmp_path: Path) -> None:
    books = Books(tmp_path / "books")
    door = Door(HOST, free_port(), books)
    with PostfixStack(door.port) as postfix:
        await door.open()
        tried: list[int] = []

        def fail_once(arrivals: list[Arrival]) -> None:
            tried.append(len(arrivals))
            if len(tried) == 1:
                raise OSError("locked")

        books.before = fail_once

        def send(text: str) -> None:
            with smtplib.SMTP(HOST, postfix.smtp_port) as client:
                client.sendmail("a.roux@atelier.example", [OWN, TAGGED], a_letter(text, {"Message-ID": f"<{text}@x.example>"}))

        await asyncio.to_thread(send, "un")
        assert await asyncio.to_thread(until, lambda: bool(tried), 20)
        await asyncio.to_thread(postfix.flush)
        await asyncio.to_thread(send, "deux")
        kept = lambda: sorted(set(books.texts()))  # noqa: E731
        assert await asyncio.to_thread(until, lambda: kept() == ["deux", "un"] or bool(postfix.flush()), 30)
        assert books.texts().count("un") == books.texts().count("deux") == 1
        await door.close()
    books.close()
