"""What is too much is refused at once, in plain words; nothing that a stranger writes becomes a header line of ours."""

import email
import email.policy
import time

import pytest

from core.post.parcel import Block, Parcel
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from mail.parts.html import as_text
from mail.read import read_letter
from tests.mail.builders import OWN, RECEIVED, a_letter, read


def parts(number: int) -> bytes:
    body = "--B\n\noui\n" * number + "--B--\n"
    return a_letter(body, Content_Type='multipart/mixed; boundary="B"')


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        (parts(300), "more than 200 parts"),
        (parts(30_000), "too many parts"),
        (a_letter("oui", {f"X-{n}": "y" for n in range(3_000)}), "more than 2,000 headers"),
        (a_letter("oui", {"X-Long": "y" * 300_000}), "header longer than 256 KiB"),
        (a_letter("oui", {"Cc": ", ".join(f"a{n}@b.example" for n in range(3_000))}), "more than 2,000 addresses"),
        (b"", "empty"),
    ],
)
def test_what_is_too_much_is_refused_with_its_reason(letter: bytes, reason: str) -> None:
    heard = read(letter)
    assert (heard.kind, heard.reason) == ("refused", reason)


def test_blank_lines_before_the_header_do_not_hide_it() -> None:
    assert read(b"\r\n  \r\n" + a_letter("Oui.")).address == "a.roux@atelier.example"


def test_a_charset_that_no_codec_can_have_is_only_a_wrong_label() -> None:
    heard = read(a_letter("Oui, à lundi.".encode(), {"Content-Type": 'text/plain; charset="utf\0-8"'}))
    assert (heard.kind, heard.text) == ("message", "Oui, à lundi.")


def test_an_operator_may_want_smaller_letters() -> None:
    heard = read_letter(a_letter("x" * 2_000_000), own_address=OWN, received=RECEIVED, max_bytes=1024 * 1024)
    assert (heard.kind, heard.reason, heard.address) == ("refused", "larger than 1 MiB", "a.roux@atelier.example")


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_a_tag_with_endless_attributes_costs_nothing(quote: str) -> None:
    started = time.process_time()
    as_text("<div " + " ".join(f"a{n}={quote}<{'>' if quote else ''}{quote}" for n in range(50_000)) + ">Oui.</div>")
    assert time.process_time() - started < 2


def test_long_values_and_long_styles_are_no_endless_tags() -> None:
    style = "<style><!-- p.Normal { margin: 0; } " * 300 + "--></style>"
    assert as_text(style + f'<img src="data:image/png;base64,{"A" * 90_000}"><p>Oui.</p>').strip().endswith("Oui.")


def test_no_line_break_of_a_stranger_reaches_our_headers() -> None:
    evil = "=?utf-8?q?Oui=0D=0ABcc:_x@mal.example?="
    heard = read(a_letter("Oui.", Subject=evil, From=f"{evil} <a.roux@atelier.example>"))
    assert "\n" not in f"{heard.subject}{heard.name}"
    parcel = Parcel(1, "email", heard.address, (Block("Bonjour."),), subject=heard.subject, recipient_name=heard.name)
    written = compose(parcel, sender=MailIdentity(OWN, "Pôle"), date=RECEIVED)
    head = email.message_from_bytes(written, policy=email.policy.default)
    assert heard.address == "a.roux@atelier.example"
    assert head["Bcc"] is None
    assert head["To"].addresses[0].addr_spec == heard.address
