"""Bounces of many servers: who was not reached, and whether for good."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.post.inbound import Bounced, Inbound
from tests.mail.builders import OWN, TOKEN, a_letter, read

BOUNCES = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "letters" / "bounces"


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


def told(words: str, **headers: str) -> tuple[Bounced, ...]:
    given = {"From": "Mail Delivery System <MAILER-DAEMON@fai.example>", "Subject": "Undelivered Mail Returned to Sender"}
    return read(a_letter(words, given | headers)).bounces


@pytest.mark.parametrize(
    ("words", "permanent"),
    [
        ("550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]", True),
        ("550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]", False),
        ("550 5.5.0 Service refuse. Veuillez essayer plus tard. LPN007_510", False),
        ("550 5.1.1 Boite aux lettres inexistante", True),
        ("552 5.2.2 La boîte du destinataire est pleine", False),
        ("550 5.2.1 This mailbox has been blocked due to inactivity", False),
        ("550 5.4.1 Recipient address rejected: Access denied", True),
        ("550 5.7.1 blocked by SPF policy", False),
        ("Host or domain name not found", True),
        ("450 4.2.0 Greylisted, please try again", False),
    ],
)
def test_only_a_dead_address_is_lost_for_good(words: str, permanent: bool) -> None:
    assert [one.permanent for one in told(f"<garage@fai.example>: host mx.fai.example said:\n    {words}")] == [permanent]


@pytest.mark.parametrize(
    ("author", "subject", "words"),
    [
        (
            "postmaster@gmail.example",
            "Notification d’état de remise (échec)",
            "Adresse introuvable\nVotre message n’a pas été remis à {}",
        ),
        (
            "Microsoft Outlook <postmaster@ecole.example>",
            "Non remis : Votre offre",
            "Échec de la remise pour ces destinataires :\n{}",
        ),
        (
            "Mailer-Daemon@ovh.example",
            "Mail delivery failed: returning message to sender",
            "The following address failed:\n\n  {}\n",
        ),
        (
            "MAILER-DAEMON@qmail.example",
            "failure notice",
            "Hi. This is the qmail-send program.\n\n<{}>:\nNo such user.\n\n--- Below this line",
        ),
        (
            "postmaster@gmx.example",
            "Unzustellbar: Praktikum",
            "Ihre Nachricht konnte nicht zugestellt werden:\n<{}>\nPostfach voll",
        ),
        ("no-reply@zimbra.example", "Undelivered mail", "Your message to {} could not be delivered."),
    ],
)
def test_servers_of_all_sorts_and_languages_are_understood(author: str, subject: str, words: str) -> None:
    assert [one.recipient for one in told(words.format("m.roy@atelier.example"), From=author, Subject=subject)] == [
        "m.roy@atelier.example"
    ]


def test_the_addresses_of_the_letter_that_is_returned_are_not_blamed() -> None:
    words = (
        "There was an error delivering your mail to <m.roy@atelier.example>.\n550 No such user\n\nMessage headers follow.\n\n"
        "Received: from a\nFrom: chef@pole.example\nTo: autre@atelier.example\nMessage-Id: <66.e0@pole.example>\n"
    )
    assert [one.recipient for one in told(words)] == ["m.roy@atelier.example"]


def test_a_report_whose_parts_are_badly_joined_is_read_all_the_same() -> None:
    broken = a_report("failed", "5.1.1").replace(b'boundary="B"', b'boundary="C"')
    assert read(broken).bounces == (Bounced("a.roux@atelier.example", "5.1.1", True),)


def test_recipients_are_told_apart_without_an_empty_line_between_them() -> None:
    two = b"Final-Recipient: rfc822; b@atelier.example\r\nAction: failed\r\nStatus: 5.2.2\r\nFinal-Recipient: rfc822; A.Roux"
    heard = read(a_report("failed", "5.1.1").replace(b"Final-Recipient: rfc822; A.Roux", two))
    assert [(one.recipient, one.permanent) for one in heard.bounces] == [
        ("b@atelier.example", False),
        ("a.roux@atelier.example", True),
    ]


def test_the_notices_that_amazon_writes_in_json_are_read() -> None:
    row = {"emailAddress": "A@atelier.example", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown"}
    notice = {"notificationType": "Bounce", "bounce": {"bouncedRecipients": [row]}}
    assert read(a_letter(json.dumps(notice), From="no-reply@sns.example")).bounces == (
        Bounced("a@atelier.example", "5.1.1", True),
    )
    complaint = read(a_letter(json.dumps({"notificationType": "Complaint"}), From="no-reply@sns.example"))
    assert (complaint.kind, complaint.reason) == ("auto_reply", "feedback report")


def test_people_who_forward_or_discuss_a_bounce_are_people() -> None:
    words = "Bonjour, votre message n’a pas été remis à mon collègue, écrivez-moi plutôt.\n550 5.1.1 <x@y.example> unknown"
    for subject in ("TR: Undelivered Mail Returned to Sender", "Re: Non remis : Votre offre", "Échec de la remise ?"):
        assert read(a_letter(words, Subject=subject)).kind == "message"


def the_bounces_of_others() -> list[tuple[dict[str, Any], Inbound]]:
    if not BOUNCES.exists():
        pytest.skip("the bounces of sisimai are not beside the project")
    rows = [json.loads(line) for line in (BOUNCES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["kind"] == "bounce" and (BOUNCES / row["file"]).exists()]
    return [(row, read((BOUNCES / row["file"]).read_bytes())) for row in rows]


def test_the_bounces_of_other_peoples_servers_are_found_and_name_the_right_recipient() -> None:
    read_them = the_bounces_of_others()
    found = [heard for _, heard in read_them if heard.kind == "bounce"]
    right = [
        heard
        for row, heard in read_them
        if {one["recipient"].lower() for one in row["decoded"]} <= {b.recipient for b in heard.bounces}
    ]
    assert len(found) >= 0.97 * len(read_them)
    assert len(right) >= 0.95 * len(read_them)
