"""Parts of a letter within bounds; an attached message is never obeyed."""

import random
import time

import pytest

from mail.parts.limits import MAX_BYTES
from tests.mail.builders import a_letter, read

KINDS = ("message", "refused", "bounce", "auto_reply")


def multipart(kind: str, *parts: str) -> bytes:
    body = "".join(f"--B\n{part}\n" for part in parts) + "--B--\n"
    return a_letter(body, Content_Type=f'multipart/{kind}; boundary="B"')


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}"


def rich(html: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\n\n{html}"


def nested(levels: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(levels))
    return b"From: a@b.example\n" + heads.encode() + b"Content-Type: text/plain\n\nfond\n"


HOSTILE = {
    "empty": b"",
    "blank": b"\r\n\r\n",
    "binary": random.Random(1).randbytes(100_000),
    "no header": b"bonjour",
    "8-bit headers": "From: Éléonore <e@x.example>\nSubject: Été à Saint-Denis\n\noui".encode("latin-1"),
    "1500 nested": nested(1500),
    "60 nested": nested(60),
    "1500 messages": b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 1500,
    "50000 parts": multipart("mixed", *[plain("x")] * 50_000),
    "300 parts": multipart("mixed", *[plain("x")] * 300),
    "no boundary": a_letter("--B\n\nx", Content_Type="multipart/mixed"),
    "bad base64": a_letter("%%%%", Content_Transfer_Encoding="base64"),
    "unknown charset": a_letter(b"d\xe9sol\xe9", Content_Type="text/plain; charset=martien"),
    "no charset of text": a_letter(b"abc", Content_Type="text/plain; charset=zlib"),
    "bad RFC 2231": a_letter("x", Content_Type="text/plain; charset*=x'y; name*0*=%ZZ"),
    "20000 authors": a_letter(From=", ".join(f"a{n}@x.example" for n in range(20_000))),
    "long header": a_letter(Subject="=?utf-8?q?" + "=C3=A9" * 100_000 + "?="),
    "long line": a_letter("> " * 100_000),
    "too large": a_letter("x" * MAX_BYTES),
    "nul": a_letter("o\0u\0i"),
    "deep html": a_letter("<div>" * 50_000 + "oui", Content_Type="text/html"),
    "wide html": a_letter("<table>" + "<tr><td>x" * 50_000, Content_Type="text/html"),
    "attributions": a_letter("Le 12/01/2026 à 09:12, x\n" * 5_000),
    "angles": a_letter("<" * 60_000),
    "from lines": a_letter("De : a@b\n" * 6_000),
    "spaces": a_letter("Le " + " " * 60_000 + "a écrit" + " " * 2_000),
    "dashes": a_letter("-" * 60_000 + "\n" + "- " * 2000),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_letters_are_read_or_refused_in_time(raw: bytes) -> None:
    start = time.process_time()
    assert read(raw).kind in KINDS
    assert time.process_time() - start < 3


LIMITS = [("1500 nested", "too many parts"), ("too large", "larger than 20 MiB"), ("empty", "empty")]


@pytest.mark.parametrize(("name", "reason"), LIMITS)
def test_a_letter_over_a_limit_is_refused_and_says_which(name: str, reason: str) -> None:
    assert (read(HOSTILE[name]).kind, read(HOSTILE[name]).reason) == ("refused", reason)


def test_a_letter_nested_too_deep_is_refused() -> None:
    assert read(HOSTILE["60 nested"]).reason == "nested deeper than 50 levels"


def test_plain_text_is_preferred_to_html() -> None:
    assert read(multipart("alternative", plain("oui"), rich("<p>non</p>"))).text == "oui"


def test_html_is_read_when_the_plain_text_is_empty() -> None:
    assert read(multipart("alternative", plain("  "), rich("<p>Oui,</p><p>2&nbsp;places</p>"))).text == "Oui,\n\n2 places"


def test_words_of_an_attached_letter_are_never_the_senders() -> None:
    attached = "Content-Type: message/rfc822\n\nFrom: x@y.example\nContent-Type: text/plain\n\nOUI je confirme"
    heard = read(multipart("mixed", plain("Voyez ci-joint."), attached))
    assert heard.text == "Voyez ci-joint."
    assert [one.type for one in heard.attachments] == ["message/rfc822"]


def test_an_attached_text_is_listed_and_not_read() -> None:
    head = "Content-Disposition: attachment; filename*=utf-8''../R%C3%A9sum%C3%A9.txt\n"
    heard = read(multipart("mixed", plain("oui"), plain("annuler", head)))
    assert heard.text == "oui"
    assert [(one.name, one.type, one.size) for one in heard.attachments] == [("Résumé.txt", "text/plain", 7)]


def test_text_on_both_sides_of_a_picture_is_one_text() -> None:
    picture = "Content-Type: image/png; name=logo.png\n\nx"
    assert read(multipart("mixed", plain("avant"), picture, plain("après"))).text == "avant\naprès"


def test_soft_line_breaks_are_undone() -> None:
    raw = a_letter("Nous prenons deux \nélèves.\n> cité \n> encore\n", Content_Type="text/plain; charset=utf-8; format=flowed")
    assert read(raw).text.startswith("Nous prenons deux élèves.")


def test_text_is_cut_at_64_kilobytes() -> None:
    assert len(read(a_letter("mot " * 100_000)).text) <= 64 * 1024


def test_words_in_a_letter_that_announces_parts_and_has_none_are_read() -> None:
    assert read(a_letter("Oui, deux élèves.", Content_Type="multipart/mixed; boundary=b")).text == "Oui, deux élèves."
