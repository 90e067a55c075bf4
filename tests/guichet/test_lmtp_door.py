"""`guichet run` without a mailbox: letters are handed over by LMTP, and none is lost when it is killed."""

import asyncio
import smtplib
from pathlib import Path

import pytest

from tests.guichet.employers import Employer
from tests.guichet.running import ADDRESS, TRACEBACK
from tests.guichet.town import Town, mail_server, town
from tests.postgres import free_port

pytestmark = pytest.mark.process


def hand_over(port: int, employer: Employer) -> None:
    """As a relay does."""
    with smtplib.LMTP("127.0.0.1", port, timeout=30) as client:
        client.sendmail(employer.email, [ADDRESS], employer.letter())


async def accepted(place: Town, port: int, employer: Employer) -> None:
    await place.program.says("lmtp: listening on")
    await asyncio.to_thread(hand_over, port, employer)


async def test_letters_handed_over_are_answered_and_survive_a_kill(tmp_path: Path) -> None:
    port = free_port()
    with mail_server("pymap") as server:
        async with town(f"sqlite:///{tmp_path / 'guichet.db'}", tmp_path, server) as place:
            environ = {name: value for name, value in place.program.environ.items() if "IMAP" not in name}
            place.program.environ = environ | {"GUICHET_LMTP_HOST": "127.0.0.1", "GUICHET_LMTP_PORT": str(port)}
            first, second = Employer(31), Employer(32)
            place.program.start()
            await accepted(place, port, first)
            place.program.kill()  # « kept » was said: it is
            place.program.start()
            await accepted(place, port, second)
            await accepted(place, port, first)  # a relay that was not sure hands it over again
            for employer in (first, second):
                await place.letter_to(employer.email, "C’est enregistré")
            assert len(place.books.offers()) == 2
            assert await place.program.terminate() == 0
            assert "guichet is closed" in place.program.log() and TRACEBACK not in place.program.log()
