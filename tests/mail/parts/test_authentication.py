"""Authentication-Results of our own server: what vouches for a From, what refuses it, and what the sender may have written."""

import time

import pytest

from mail.parts.authentication import NAMELESS, vouched
from mail.parts.mime import parse
from tests.mail.builders import a_letter

OURS = ("mx.pole.example",)
GMAIL = (
    "mx.pole.example;\r\n       dkim=pass header.i=@atelier.example header.s=20230601 header.b=Ab1/x;\r\n"
    "       spf=pass (mx.pole.example: domain of a.roux@atelier.example designates 192.0.2.1 as permitted sender)"
    " smtp.mailfrom=a.roux@atelier.example;\r\n       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=atelier.example"
)
MICROSOFT = (
    "spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=atelier.example; dkim=pass (signature was verified)\r\n"
    " header.d=atelier.example;dmarc=pass action=none\r\n header.from=atelier.example;compauth=pass reason=100"
)


def judged(*results: str, servers: tuple[str, ...] = OURS, author: str = "Anne Roux <a.roux@atelier.example>") -> bool | None:
    head = "".join(f"Authentication-Results: {one}\r\n" if "\n" not in one[:1] else one[1:] for one in results)
    return vouched(parse(head.encode() + a_letter(From=author)), servers)


@pytest.mark.parametrize(
    "header",
    [
        GMAIL,
        "MX.Pole.Example 1; dmarc=pass header.from=atelier.example",
        '"mx.pole.example"; dmarc=pass header.from="atelier.example"',
        "mx.pole.example (Zimbra; amavis (2.13)); dkim=pass (2048-bit key) header.d=atelier.example",
        "mx.pole.example; dkim=fail header.d=liste.example; dkim=pass header.d=m.atelier.example header.i=@m.atelier.example",
        "mx.pole.example; dmarc=none header.from=atelier.example; spf=pass smtp.mailfrom=bounce@atelier.example",
        "mx.pole.example; dmarc=bestguesspass action=none header.from=atelier.example; spf=pass smtp.mailfrom=atelier.example",
        'mx.pole.example; spf=pass smtp.mailfrom="anne roux"@atelier.example',
        "mx.pole.example; auth=pass (login) smtp.auth=a.roux@atelier.example smtp.mailfrom=a.roux@atelier.example",
        "mx.pole.example ; dmarc / 1 = pass  header.from = atelier.example ;",
    ],
)
def test_our_server_vouches_for_a_sender(header: str) -> None:
    assert judged(header) is True


def test_the_header_of_exchange_online_names_no_server_and_is_read_when_it_is_asked_for() -> None:
    assert judged(MICROSOFT, servers=(NAMELESS,)) is True
    assert judged(MICROSOFT) is None
    assert judged(MICROSOFT.replace("dmarc=pass action=none", "dmarc=fail action=oreject"), servers=(NAMELESS,)) is False


@pytest.mark.parametrize(
    ("header", "verdict"),
    [
        ("mx.pole.example; spf=pass smtp.mailfrom=mal.example; dmarc=fail (p=REJECT) header.from=atelier.example", False),
        ("mx.pole.example; dmarc=pass header.from=mal.example", None),
        ("mx.pole.example; dkim=pass header.d=mal.example; spf=pass smtp.mailfrom=x@mal.example", None),
        ("mx.pole.example; dkim=pass header.d=example; spf=pass smtp.mailfrom=example", None),
        ("mx.pole.example; dkim=pass header.d=notatelier.example", None),
        ("mx.pole.example; dkim=fail header.d=atelier.example; spf=softfail smtp.mailfrom=atelier.example", None),
        ("mx.pole.example; dmarc=temperror header.from=atelier.example", None),
        ("mx.pole.example; auth=pass smtp.auth=mal@atelier.example", None),
        (
            "mx.pole.example; dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=atelier.example",
            None,
        ),
        ("mx.pole.example; none", None),
        ("mx.pole.example", None),
        ("", None),
        ("autre.example; dmarc=pass header.from=atelier.example", None),
    ],
)
def test_what_does_not_vouch(header: str, verdict: bool | None) -> None:
    assert judged(header) is verdict


@pytest.mark.parametrize(
    "address", ['"atelier.example x"@mal.example', '"x; dmarc=pass"@mal.example', "atelier.example x@mal.example",
                '"\\"; dmarc=pass header.from=atelier.example"@mal.example']
)  # fmt: skip
def test_an_envelope_address_cannot_state_a_result(address: str) -> None:
    assert judged(f"mx.pole.example; spf=pass smtp.mailfrom={address}") is None


def test_a_comment_states_nothing() -> None:
    assert judged("mx.pole.example; spf=none (a ; dmarc=pass (x) header.from=atelier.example) smtp.mailfrom=x") is None


def test_what_stands_below_our_topmost_header_may_be_forged() -> None:
    passed = "mx.pole.example; dmarc=pass header.from=atelier.example"
    failed, said_nothing = "mx.pole.example; dmarc=fail header.from=atelier.example", "mx.pole.example; spf=none smtp.mailfrom=x"
    received = "\nReceived: from mal.example by mx.pole.example\r\n"
    assert judged(failed, passed) is False
    assert judged(said_nothing, passed) is None
    assert judged(said_nothing, received, passed) is None
    assert judged("autre.example; spf=pass", passed) is True  # a server behind ours says nothing that counts
    assert judged(passed, received, failed) is True  # an older passage
    assert judged("mx.pole.example; spf=pass smtp.mailfrom=atelier.example", failed) is False  # two filters of one server


def test_a_letter_without_one_author_is_vouched_for_by_nobody() -> None:
    assert judged(GMAIL, author="a@atelier.example, b@atelier.example") is None


def test_a_hostile_header_takes_no_time() -> None:
    began = time.process_time()
    for hostile in ("(" * 90_000, '"' * 90_000, "dmarc=" * 15_000, "; " * 45_000, "header.d=" * 10_000, "\\" * 90_000):
        judged("mx.pole.example; " + hostile)
    assert time.process_time() - began < 1
