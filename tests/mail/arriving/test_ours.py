"""In a mailbox shared with people, what is plainly for the assistant is taken; the rest is left alone."""

import pytest

from mail.arriving.ours import fingerprint, is_for_us, too_large
from tests.mail.builders import OWN, RECEIVED, TOKEN, a_letter


def head(**headers: str) -> bytes:
    return a_letter("", headers).partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


@pytest.mark.parametrize(
    "headers",
    [
        {"To": "Le pôle <STAGES@pole.example>"},
        {"To": f"stages+{TOKEN}@pole.example"},
        {"To": "autre@pole.example", "Cc": "x@y.example, stages@pole.example"},
        {"To": "undisclosed-recipients:;", "Delivered-To": "stages@pole.example"},
        {"To": "secretariat@pole.example", "In-Reply-To": f"<o12.{TOKEN}@pole.example>"},
        {"To": "secretariat@pole.example", "References": "<a@b.example> <o12@pole.example>"},
    ],
)
def test_what_goes_to_our_address_or_answers_our_letter_is_for_us(headers: dict[str, str]) -> None:
    assert is_for_us(head(**headers), own_address=OWN, folder="INBOX")


@pytest.mark.parametrize(
    "headers",
    [
        {"To": "secretariat@pole.example"},
        {"To": "stages@autre.example"},
        {"To": "mes-stages@pole.example"},
        {"To": "", "Cc": ""},
        {"To": "secretariat@pole.example", "In-Reply-To": f"<o12.{TOKEN}@evil.example>"},
        {"To": "secretariat@pole.example", "Subject": "pour stages@pole.example"},
    ],
)
def test_what_goes_to_people_is_theirs(headers: dict[str, str]) -> None:
    assert not is_for_us(head(**headers), own_address=OWN, folder="INBOX")


def test_all_is_for_us_in_a_folder_that_was_made_for_us() -> None:
    assert is_for_us(head(To="secretariat@pole.example"), own_address=OWN, folder="Stages")
    assert not is_for_us(head(To="secretariat@pole.example"), own_address=OWN, folder="inbox")


def test_a_fingerprint_is_of_what_the_author_wrote_not_of_the_way_it_came() -> None:
    letter = a_letter("Bonjour")
    by_lmtp = b"Return-Path: <a@x>\r\nDelivered-To: y\r\n" + letter + b"\r\n"
    assert fingerprint(by_lmtp) == fingerprint(letter) == fingerprint(letter.replace(b"\r\n", b"\n"))
    assert fingerprint(letter) != fingerprint(a_letter("Bonsoir"))
    assert fingerprint(letter) != fingerprint(a_letter("Bonjour", Subject="Autre"))
    assert fingerprint(b"\xff no header") != fingerprint(b"\xfe no header")


def test_a_robots_large_letter_stays_a_robots() -> None:
    robot = head(**{"Auto-Submitted": "auto-replied"})
    assert too_large(robot, 30_000_000, RECEIVED, OWN).kind == "auto_reply"
    said = too_large(head(), 30_000_000, RECEIVED, OWN)
    assert (said.kind, said.address, said.reason) == ("refused", "a.roux@atelier.example", "larger than 20 MiB")
    assert said.key != too_large(head(), 30_000_001, RECEIVED, OWN).key
