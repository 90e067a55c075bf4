"""What leaves: headers that find their way back, words escaped, nothing smuggled in."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from core.post.parcel import Block, Parcel, Refused, Unreachable
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from tests.mail.builders import OWN, TOKEN

US = MailIdentity(OWN, "Pôle de stages Ouest")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BLOCKS = (
    Block("Bonjour Madame Roux,"),
    Block("À VOUS DE DÉCIDER", "heading"),
    Block("Hôtel des Alizés\u00a0: 1 élève <b>\nM. Fontaine", "item", 1),
    Block("Mairie", "item", 2),
    Block("Vos coordonnées…", "small"),
)


def a_parcel(**more: object) -> Parcel:
    parcel = Parcel(17, "email", "a.roux@atelier.example", BLOCKS, subject="Re: Été", thread=1042, token=TOKEN)
    return replace(parcel, **more)


def words(kind: str) -> str:
    body = letter().get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def letter(sender: MailIdentity = US, **more: object) -> EmailMessage:
    raw = compose(a_parcel(**more), sender=sender, date=NOON)
    return email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)


def test_the_headers_lead_the_answer_back_to_its_thread() -> None:
    one = letter(in_reply_to="<x@y>", references=("<w@y>",), recipient_name="Anne Roux")
    assert one["Message-ID"] == f"<o17.{TOKEN}@pole.example>"
    assert one["Reply-To"] == f"Pôle de stages Ouest <stages+{TOKEN}@pole.example>"
    assert (one["In-Reply-To"], one["References"]) == ("<x@y>", "<w@y> <x@y>")
    assert (one["From"], one["To"]) == (f"Pôle de stages Ouest <{OWN}>", "Anne Roux <a.roux@atelier.example>")
    assert one["Subject"] == "Re: Été"


def test_a_letter_tried_again_is_the_same_to_the_byte() -> None:
    assert compose(a_parcel(), sender=US, date=NOON) == compose(a_parcel(), sender=US, date=NOON)


def test_no_machine_is_asked_to_answer_an_answer() -> None:
    one = letter()
    assert (one["Auto-Submitted"], one["X-Auto-Response-Suppress"], one["List-Unsubscribe"]) == ("auto-replied", "All", None)


def test_a_letter_of_our_own_initiative_says_how_to_stop_it() -> None:
    one = letter(solicited=False)
    assert one["Auto-Submitted"] == "auto-generated"
    assert one["List-Unsubscribe"] == "<mailto:stages@pole.example?subject=STOP>"


def test_digests_and_news_name_their_series_and_answers_none() -> None:
    one = letter(solicited=False, series="digest")
    assert (one["List-Id"], one["Feedback-ID"]) == ("<digest.pole.example>", "digest:pole.example:guichet")
    assert letter(solicited=False)["List-Id"] == "<news.pole.example>"
    assert (letter()["List-Id"], letter()["Feedback-ID"]) == (None, None)


def test_the_text_hangs_its_entries_and_keeps_its_spaces() -> None:
    assert words("plain") == (
        "Bonjour Madame Roux,\n\nÀ VOUS DE DÉCIDER\n1. Hôtel des Alizés\u00a0: 1 élève <b>\n   M. Fontaine\n2. Mairie\n\n"
        "Vos coordonnées…\n"
    )


def test_the_html_has_the_same_words_escaped() -> None:
    html = words("html")
    assert "Hôtel des Alizés\u00a0: 1 élève &lt;b&gt;<br>\nM. Fontaine" in html
    assert "<h2" in html and '<html lang="fr"' in html


@pytest.mark.parametrize("evil", ["x\r\nBcc: z@z.example", "x\nBcc: z@z.example", "x\u2028Bcc: z", "x\rBcc: z", "x\x00Bcc: z"])
def test_no_header_can_be_smuggled_in(evil: str) -> None:
    us = MailIdentity(OWN, evil)
    one = letter(us, subject=evil, recipient_name=evil, in_reply_to=f"<{evil}@y>", references=(evil,))
    assert one["Bcc"] is None
    assert (one["In-Reply-To"], one["References"], len(one.keys())) == (None, None, 11 - 1)


BAD = ["x", "a@b@c", "a b@c.example", "é@c.example", "a@c.example\r\nRCPT TO:<z@z>", "a@", "@b", "a@b..c", ""]


@pytest.mark.parametrize("address", BAD)
def test_an_address_that_no_relay_should_be_given_is_unreachable(address: str) -> None:
    with pytest.raises(Unreachable):
        letter(address=address)


def test_a_letter_without_words_is_refused() -> None:
    with pytest.raises(Refused):
        letter(blocks=(Block(" "),))


@pytest.mark.parametrize("subject", [None, "", " \r\n "])
def test_the_subject_is_never_empty(subject: str | None) -> None:
    assert letter(subject=subject)["Subject"] == "Pôle de stages Ouest"


def test_without_plus_addresses_the_subject_bears_the_number() -> None:
    us = replace(US, plus=False)
    assert letter(us)["Subject"] == "Re: Été [n°\u00a01042]"
    assert letter(us, subject="Re: Été [n° 1042]")["Subject"] == "Re: Été [n° 1042]"
    assert letter(us)["Reply-To"] == f"Pôle de stages Ouest <{OWN}>"


def test_the_wire_is_seven_bits_in_short_lines() -> None:
    raw = compose(a_parcel(subject="É" * 300, blocks=(Block("é" * 5000),)), sender=US, date=NOON)
    assert raw.isascii() and max(map(len, raw.split(b"\r\n"))) <= 800
    assert b"\n" not in raw.replace(b"\r\n", b"")
