"""Letters as .eml files beside what must be read from them, and hostile ones."""

import json
import quopri
from pathlib import Path

import pytest

from core.post.inbound import Inbound
from mail.read import read_letter
from mail.report import as_json
from tests.mail.builders import OWN, RECEIVED, TOKEN, a_letter, read


def expected(folder: Path) -> list[dict[str, str]]:
    """The lines of a folder's expected.jsonl."""
    return [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]


LETTERS = Path(__file__).parent / "letters"
BENCH = Path(__file__).parent.parent.parent / "bench" / "letters"
REPLIES = [(LETTERS / "french", row) for row in expected(LETTERS / "french")]
REPLIES += [(BENCH / "replies", row) for row in expected(BENCH / "replies")]


def read_sample(folder: Path, name: str) -> Inbound:
    return read_letter((folder / name).read_bytes(), own_address="offres@poles.example", received=RECEIVED)


def lines(text: str | None) -> list[str]:
    return [" ".join(line.split()) for line in (text or "").splitlines() if line.strip()]


@pytest.mark.parametrize(("folder", "row"), REPLIES, ids=[row["id"] for _, row in REPLIES])
def test_a_reply_is_read_without_what_its_mailer_quoted(folder: Path, row: dict[str, str]) -> None:
    heard = read_sample(folder, row["file"])
    wanted, allowed = lines(row["reply"]), set(lines(row["signature"]))
    assert [line for line in lines(heard.text) if line not in allowed or line in wanted] == wanted


@pytest.mark.parametrize("row", expected(LETTERS / "french_auto"), ids=lambda row: row["id"])
def test_machines_are_told_from_people(row: dict[str, str]) -> None:
    heard = read_sample(LETTERS / "french_auto", row["file"])
    assert (heard.kind == "message") == row["human"]


def test_the_same_letter_read_twice_has_the_same_key() -> None:
    assert read(a_letter()).key == read(b"Received: from elsewhere\r\n" + a_letter()).key


def test_a_copy_that_came_another_way_has_the_same_key() -> None:
    long = "Bonjour, voici l’offre. " * 60
    recoded = quopri.encodestring(long.encode()).replace(b"\n", b"\r\n")
    by_relay = a_letter(recoded, {"Content-Transfer-Encoding": "quoted-printable"})
    folded = a_letter(long[:990] + "\n " + long[990:])
    assert read(a_letter(long)).key == read(by_relay).key == read(folded + b"\r\n").key


def test_letters_with_neither_message_id_nor_date_are_told_apart_by_the_server_that_took_them_first() -> None:
    def taken(number: int, *later: str) -> bytes:
        first = f"from pc by mx.atelier.example\r\n\twith SMTP id {number}; Tue, 24 Nov 2026 10:0{number}:00 +0400"
        return b"".join(f"Received: {line}\r\n".encode() for line in (*later, first)) + a_letter("oui", Message_ID="", Date="")

    assert read(taken(1)).key != read(taken(2)).key
    assert read(taken(1, "by imap.pole.example")).key == read(taken(1, "by lmtp.pole.example", "by mx.pole.example")).key


def test_another_letter_with_a_borrowed_message_id_has_another_key() -> None:
    assert read(a_letter("oui")).key != read(a_letter("non")).key


def test_the_author_is_the_one_address_in_angle_brackets() -> None:
    heard = read(a_letter(From='"chef@ecole.example" <Mal@Evil.example>'))
    assert (heard.address, heard.name) == ("mal@evil.example", "chef@ecole.example")


@pytest.mark.parametrize(
    "author", ["a@x.example, b@y.example", "Groupe: a@x.example;", "personne", "<a@x.example> <b@y.example>"]
)
def test_a_letter_without_exactly_one_author_is_refused(author: str) -> None:
    heard = read(a_letter(From=author))
    assert (heard.kind, heard.reason) == ("refused", "no single sender")


def test_two_from_headers_are_refused() -> None:
    assert read(b"From: x@y.example\r\n" + a_letter()).kind == "refused"


def test_an_encoded_name_cannot_pose_as_an_address() -> None:
    heard = read(a_letter(From="=?utf-8?q?chef=40ecole.example=3C?= <vrai@x.example>"))
    assert heard.address == "vrai@x.example"


@pytest.mark.parametrize("name", ["Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "Resent-To"])
def test_a_token_is_found_wherever_a_relay_may_leave_it(name: str) -> None:
    assert read(a_letter(headers={name: f"x@y.example, Stages+{TOKEN.upper()}@pole.example"})).tokens == (TOKEN,)


def test_a_token_comes_back_in_the_message_id_that_is_answered() -> None:
    assert read(a_letter(References=f"<a@b> <O12.{TOKEN}@pole.example>")).tokens == (TOKEN,)


def test_tokens_of_addresses_come_before_those_of_references() -> None:
    other = "7.bbbbbbbbbbbbbbbb"
    assert read(a_letter(To=f"stages+{other}@pole.example", In_Reply_To=f"<o12.{TOKEN}@pole.example>")).tokens == (other, TOKEN)


def test_what_we_sent_ourselves_is_own() -> None:
    assert read(a_letter(From=f"Pôle <stages+{TOKEN}@pole.example>")).kind == "own"
    assert read(a_letter(Message_ID=f"<o9.{TOKEN}@pole.example>")).kind == "own"


def test_the_report_follows_the_contract() -> None:
    report = as_json(read(a_letter("Oui.\n\nCordialement,\nAnne", To=f"stages+{TOKEN}@pole.example")))
    assert report["verdict"] == "message"
    assert report["sender"] == {"name": "Anne Roux", "email": "a.roux@atelier.example"}
    assert (report["text"], report["signature"], report["token"]) == ("Oui.", "Cordialement,\nAnne", TOKEN)
    named = "verdict reason message_id sender subject token text signature quoted forwarded meetings attachments bounces"
    assert set(report) == set(named.split())


def test_read_takes_no_address_of_our_own() -> None:
    assert read_letter(a_letter(From=OWN), own_address=None, received=RECEIVED).kind == "message"


def test_what_our_own_server_found_of_the_sender_comes_with_the_letter() -> None:
    def found(result: str, *servers: str) -> bool | None:
        raw = f"Authentication-Results: mx.pole.example; {result} header.from=atelier.example\r\n".encode() + a_letter()
        return read_letter(raw, own_address=OWN, received=RECEIVED, authserv=servers).vouched

    assert found("dmarc=pass", "mx.pole.example") is True and found("dmarc=fail", "mx.pole.example") is False
    assert found("dmarc=pass") is None


def test_nobody_is_known_by_reply_to_or_by_a_name() -> None:
    heard = read(a_letter(From='"pole.sud@example.org" <mal@evil.example>', Reply_To="pole.sud@example.org"))
    assert heard.address == "mal@evil.example"


def test_a_program_that_answers_the_envelope_is_no_person_and_a_person_who_quotes_us_is_one() -> None:
    to = "stages+b12.abcdefghij234567@pole.example"
    assert (read(a_letter("Je lis vos messages lundi.", To=to)).kind, read(a_letter("Oui.", To=to)).marks) == (
        "auto_reply",
        ("b12.abcdefghij234567",),
    )
    quoting = "Oui, deux places.\n\nLe mar. 24 nov. 2026 à 10:00, Pôle <stages@pole.example> a écrit :\n> Bonjour\n"
    assert read(a_letter(quoting, To=to)).kind == "message"


def test_the_mark_of_a_stop_is_read_in_the_address_and_in_the_subject() -> None:
    mark = "s12.abcdefghij234567"
    assert read(a_letter("", To=f"stages+{mark}@pole.example")).marks == (mark,)
    assert read(a_letter("", Subject=f"STOP {mark.upper()}")).marks == (mark,)
