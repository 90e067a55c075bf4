"""Bounces of many servers: who was not reached, and whether for good."""

import json
from pathlib import Path

import pytest

from core.post.inbound import Bounced
from tests.mail.builders import OWN, TOKEN, a_letter, read

BOUNCES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "letters" / "bounces"


def a_report(action: str, status: str) -> bytes:
    body = (
        "--B\nContent-Type: text/plain\n\nDésolé.\n--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        f"Final-Recipient: rfc822; A.Roux@Atelier.example\nAction: {action}\nStatus: {status}\n"
        f"--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <o17.{TOKEN}@pole.example>\n--B--\n"
    )
    kind = 'multipart/report; report-type=delivery-status; boundary="B"'
    return a_letter(body, Content_Type=kind, From="MAILER-DAEMON@mx.example", Return_Path="<>")


def test_a_report_names_who_was_not_reached_and_which_letter_came_back() -> None:
    heard = read(a_report("failed", "5.1.1"))
    assert (heard.kind, heard.reason, heard.tokens) == ("bounce", "failed", (TOKEN,))
    assert heard.bounces == (Bounced("a.roux@atelier.example", "5.1.1", True),)
    assert heard.references[0] == f"<o17.{TOKEN}@pole.example>"


def test_a_delay_is_not_permanent() -> None:
    heard = read(a_report("delayed", "4.4.1"))
    assert (heard.reason, heard.bounces[0].permanent) == ("delayed", False)


def test_a_report_of_delivery_is_no_bounce() -> None:
    assert read(a_report("delivered", "2.0.0")).bounces == ()


def test_a_bounce_in_plain_words_is_understood_and_our_own_address_is_not_blamed() -> None:
    words = f"De {OWN}\nLe message n'a pas pu être remis :\n<garage@fai.example>\n550 5.1.1 Adresse invalide."
    heard = read(a_letter(words, From="mailer-daemon@fai.example", Subject="Echec de distribution", Return_Path="<>"))
    assert heard.bounces == (Bounced("garage@fai.example", "5.1.1", True),)


def test_a_person_who_speaks_of_a_bounce_is_a_person() -> None:
    assert read(a_letter("Votre mail m'est revenu : 550 5.1.1", Subject="Undelivered mail ?")).kind == "message"


def test_nine_bounces_in_ten_of_other_peoples_servers_are_read() -> None:
    if not BOUNCES.exists():
        pytest.skip("the bounces of sisimai are not beside the project")
    rows = [json.loads(line) for line in (BOUNCES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["kind"] == "bounce" and (BOUNCES / row["file"]).exists()]
    named = [{one.recipient for one in read((BOUNCES / row["file"]).read_bytes()).bounces} for row in rows]
    wanted = [{one["recipient"].lower() for one in row["decoded"]} for row in rows]
    found = sum(want <= name for want, name in zip(wanted, named, strict=True))
    assert found >= 0.9 * len(rows)
