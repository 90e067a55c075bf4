"""The test servers themselves do what the tests believe they do."""

import base64
import json
import smtplib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mail.accounts import ImapAccount
from mail.arriving.receive import Mailbox
from tests.mail.builders import OWN, a_letter
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, PASSWORD

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def process() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.mail.servers", "stages"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as one:
        yield one
        assert one.stdin is not None
        one.stdin.close()
        assert one.wait(10) == 0


@pytest.fixture(scope="module")
def ports(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def ask(process: subprocess.Popen[str], **order: str) -> dict[str, Any]:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    return dict(json.loads(process.stdout.readline()))


def test_letters_are_injected_into_the_server_process(
    process: subprocess.Popen[str], ports: dict[str, Any], tmp_path: Path
) -> None:
    books = Books(tmp_path / "books")
    ask(process, do="inject", raw=base64.b64encode(a_letter("bonjour")).decode())
    box = Mailbox(ImapAccount(HOST, ports["imap"], "stages", PASSWORD, "none"), OWN, books)
    box.drain()
    box.close()
    assert books.texts() == ["bonjour"]


def test_a_letter_whose_data_is_held_has_not_left(process: subprocess.Popen[str], ports: dict[str, Any]) -> None:
    ask(process, do="hold")
    with smtplib.SMTP(HOST, ports["smtp"]) as client:
        sending = threading.Thread(target=client.sendmail, args=(OWN, ["x@y.example"], b"Subject: x\r\n\r\ny\r\n"))
        sending.start()
        while ask(process, do="state")["held"] == 0:
            pass
        assert ask(process, do="sent") == {"sent": []}
        ask(process, do="release")
        sending.join(5)
    assert [one["to"] for one in ask(process, do="sent")["sent"]] == ["x@y.example"]
