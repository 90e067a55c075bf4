"""Outlook's winmail.dat: its files are named, its words read when the letter has no others, and damage is harmless."""

import base64
import random
import struct
import time

import pytest

from mail.parts.tnef import Winmail, read_winmail
from tests.mail.builders import a_letter, read

BODY, TITLE, DATA, PROPERTIES, ATTACHMENT, RENDERING = 0x800C, 0x8010, 0x800F, 0x9003, 0x9005, 0x9002


def thing(name: int, value: bytes, level: int = 1) -> bytes:
    return struct.pack("<BHHI", level, name, 6, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def properties(*pairs: tuple[int, int, bytes]) -> bytes:
    out = struct.pack("<I", len(pairs))
    for kind, name, value in pairs:
        out += struct.pack("<HHII", kind, name, 1, len(value)) + value + b"\0" * (-len(value) % 4)
    return out


def envelope(*things: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(things)


FILE = (thing(RENDERING, b"\0" * 14, 2), thing(TITLE, b"fiche.pdf\0", 2), thing(DATA, b"%PDF-", 2))
LONG = (thing(RENDERING, b"", 2), thing(ATTACHMENT, properties((31, 0x3707, "fiche élève.pdf\0".encode("utf-16-le"))), 2))
RICH = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Deux \'e9l\'e8ves, l\u8217?\'e9t\'e9\par Anne}"
WRAPPED = rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}Deux places{\*\htmltag4 <br>}\htmlrtf\line\htmlrtf0 en \'e9t\'e9}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (envelope(thing(BODY, "Deux élèves\0".encode("cp1252")), *FILE), Winmail("Deux élèves", (("fiche.pdf", 5),))),
        (envelope(*LONG), Winmail("", (("fiche élève.pdf", 0),))),
        (envelope(thing(PROPERTIES, properties((31, 0x1000, "été\0".encode("utf-16-le"))))), Winmail("été", ())),
        (envelope(thing(PROPERTIES, properties((258, 0x1013, b"<p>oui</p><p>non</p>")))), Winmail("oui\n\nnon", ())),
        (envelope(thing(PROPERTIES, properties((258, 0x1009, RICH)))), Winmail("Deux élèves, l’été\nAnne", ())),
        (envelope(thing(PROPERTIES, properties((258, 0x1009, WRAPPED)))), Winmail("Deux places\nen été", ())),
        (b"", None),
        (b"PK\3\4 no envelope", None),
    ],
)
def test_an_envelope_is_opened(data: bytes, expected: Winmail | None) -> None:
    assert read_winmail(data) == expected


def part(data: bytes, words: str) -> bytes:
    coded = base64.encodebytes(data).decode()
    head = 'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64'
    body = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--b\n{head}\n\n{coded}\n--b--\n"
    return a_letter(body, Content_Type="multipart/mixed; boundary=b")


def test_the_words_of_the_letter_come_before_those_of_the_envelope() -> None:
    data = envelope(thing(BODY, b"Dedans"), *FILE)
    assert (read(part(data, "Dehors")).text, read(part(data, "")).text) == ("Dehors", "Dedans")
    assert [(one.name, one.size) for one in read(part(data, "Dehors")).attachments] == [("fiche.pdf", 5)]


def test_damaged_and_hostile_envelopes_take_no_time() -> None:
    chance, whole = random.Random(7), envelope(thing(BODY, b"Dedans"), thing(PROPERTIES, properties((258, 0x1009, RICH))), *FILE)
    hostile = [
        envelope(thing(PROPERTIES, struct.pack("<IHHI", 2**32 - 1, 0x1001, 1, 2**32 - 1))),
        envelope(b"\1\0\0\0\0" * 200_000),
    ]
    hostile += [whole[: chance.randrange(len(whole))] for _ in range(200)]
    hostile += [bytes(chance.choice(whole) if chance.random() < 0.02 else byte for byte in whole) for _ in range(200)]
    start = time.process_time()
    for data in hostile:
        read_winmail(data)
    assert time.process_time() - start < 5
