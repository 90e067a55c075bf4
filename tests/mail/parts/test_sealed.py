"""A signature around a letter is taken off; an encrypted letter is known as one."""

import base64

import pytest

from mail.parts.sealed import signed_content, unsigned
from mail.read import read_letter
from tests.mail.builders import RECEIVED, a_letter, read

SIGNED, DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
INSIDE = "Content-Type: text/plain; charset=utf-8\r\n\r\nOui, deux élèves.\r\n".encode()


def element(tag: int, value: bytes) -> bytes:
    size = bytes([len(value)]) if len(value) < 0x80 else b"\x82" + len(value).to_bytes(2, "big")
    return bytes([tag]) + size + value


def cms(content: bytes) -> bytes:
    data = element(0x02, b"\1") + element(0x31, b"") + element(0x30, DATA + element(0xA0, content)) + element(0x31, b"")
    return element(0x30, SIGNED + element(0xA0, element(0x30, data)))


ONE = element(0x04, INSIDE)
MANY = b"\x24\x80" + element(0x04, INSIDE[:20]) + element(0x04, INSIDE[20:]) + b"\0\0"


def opaque(data: bytes, kind: str) -> bytes:
    return a_letter(
        base64.encodebytes(data).decode(),
        Content_Type=f"application/pkcs7-mime; smime-type={kind}; name=smime.p7m",
        Content_Transfer_Encoding="base64",
    )


@pytest.mark.parametrize("content", [ONE, MANY])
def test_a_letter_inside_its_signature_is_read(content: bytes) -> None:
    heard = read(opaque(cms(content), "signed-data"))
    assert (heard.kind, heard.text, heard.address) == ("message", "Oui, deux élèves.", "a.roux@atelier.example")


def test_headers_inside_a_signature_vouch_for_nobody() -> None:
    claims = b"Authentication-Results: mx.pole.example; dmarc=pass header.from=atelier.example\r\nFrom: chef@pole.example\r\n"
    raw = opaque(cms(element(0x04, claims + INSIDE)), "signed-data")
    heard = read_letter(raw, own_address="stages@pole.example", received=RECEIVED, authserv=("mx.pole.example",))
    assert (heard.vouched, heard.address, heard.text) == (None, "a.roux@atelier.example", "Oui, deux élèves.")


@pytest.mark.parametrize(
    "raw",
    [
        opaque(b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03" + b"\xa0" * 90, "enveloped-data"),
        a_letter(
            "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--", Content_Type="multipart/encrypted; boundary=b"
        ),
        a_letter("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----"),
    ],
)
def test_an_encrypted_letter_is_refused_with_its_reason_and_its_author(raw: bytes) -> None:
    heard = read(raw)
    assert (heard.kind, heard.reason, heard.address) == ("refused", "encrypted", "a.roux@atelier.example")


def test_words_before_a_sealed_part_are_a_letter() -> None:
    assert read(a_letter("Oui.\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----")).kind == "message"


def test_the_lines_of_a_pgp_signature_are_taken_off() -> None:
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nOui.\n- -- \nAnne\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END"
    )
    assert unsigned(signed) == "Oui.\n-- \nAnne\n"


@pytest.mark.parametrize("data", [b"", b"0", SIGNED, SIGNED + DATA, SIGNED + DATA + b"\xa0\x80\x24\x80\x04", cms(b"\x05\0")])
def test_damaged_signatures_open_nothing(data: bytes) -> None:
    assert not signed_content(data)
