"""The DKIM signature: it holds, it covers what matters, and what is missing is told."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.post.parcel import Block, Parcel
from mail.accounts import MailIdentity, SmtpAccount
from mail.leaving.compose import compose
from mail.leaving.seal import DkimKey, NoSignature, Seal
from mail.leaving.send import Postman
from tests.mail.builders import OWN, TOKEN
from tests.mail.relay import HOST, Relay

dkim = pytest.importorskip("dkim", reason="dkimpy is not installed: pip install 'guichet[dkim]'")
ROOT = Path(__file__).parents[3]
US = MailIdentity(OWN, "Pôle de stages Ouest")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PARCEL = Parcel(17, "email", "a.roux@atelier.example", (Block("Bonjour."),), subject="Été", token=TOKEN, solicited=False)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> DkimKey:
    file = tmp_path_factory.mktemp("dkim") / "key.pem"
    subprocess.run(["openssl", "genrsa", "-out", str(file), "2048"], check=True, capture_output=True)
    return DkimKey("guichet", "pole.example", file.read_text())


@pytest.fixture(scope="module")
def record(key: DkimKey) -> bytes:
    """What the domain publishes of the key."""
    made = subprocess.run(["openssl", "rsa", "-pubout"], check=True, capture_output=True, input=key.pem.encode())
    return b"v=DKIM1; k=rsa; p=" + b"".join(made.stdout.splitlines()[1:-1])


def holds(letter: bytes, record: bytes) -> bool:
    asked: list[bytes] = []

    def look_up(name: bytes, timeout: int = 5) -> bytes:
        asked.append(name)
        return record

    held = bool(dkim.verify(letter, dnsfunc=look_up))
    assert asked == [b"guichet._domainkey.pole.example."]
    return held


def test_a_signed_letter_is_known_for_ours(key: DkimKey, record: bytes) -> None:
    signed = Seal(key).sign(compose(PARCEL, sender=US, date=NOON))
    assert signed.startswith(b"DKIM-Signature: ")
    assert holds(signed, record)


@pytest.mark.parametrize("header", [b"List-Unsubscribe", b"Subject", b"Reply-To", b"Date", b"Auto-Submitted"])
def test_no_header_can_be_changed(key: DkimKey, record: bytes, header: bytes) -> None:
    signed = Seal(key).sign(compose(PARCEL, sender=US, date=NOON))
    assert header + b": " in signed
    assert not holds(signed.replace(header + b": ", header + b": x", 1), record)


@pytest.mark.parametrize("added", [b"From: x@evil.example\r\n", b"Subject: x\r\n", b"Reply-To: x@evil.example\r\n"])
def test_no_second_header_can_be_slipped_in(key: DkimKey, record: bytes, added: bytes) -> None:
    signed = Seal(key).sign(compose(PARCEL, sender=US, date=NOON))
    assert not holds(added + signed, record)


async def test_what_leaves_is_signed(key: DkimKey, record: bytes) -> None:
    async with Relay() as relay:
        postman = Postman(SmtpAccount(HOST, relay.port, security="none"), US, seal=Seal(key))
        await postman.send(PARCEL)
        await postman.close()
    assert holds(relay.taken[0][1], record)


@pytest.mark.parametrize("pem", ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_key_that_is_none_is_told_at_once_and_never_shown(key: DkimKey, pem: str) -> None:
    with pytest.raises(NoSignature, match="letters cannot be signed"):
        Seal(replace(key, pem=pem))
    assert "PRIVATE" not in repr(key)


def test_without_a_key_dkimpy_is_not_loaded() -> None:
    code = "import sys, mail.send; sys.exit('dkim' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_without_dkimpy_a_key_is_refused_with_what_to_install() -> None:
    code = "import sys; sys.modules['dkim'] = None; from mail.leaving.seal import *; Seal(DkimKey('s', 'd.example', ''))"
    run = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True, text=True)
    assert run.stderr.splitlines()[-1].endswith("dkimpy is not installed: pip install 'guichet[dkim]'")
