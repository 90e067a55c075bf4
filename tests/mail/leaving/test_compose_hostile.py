"""Whatever the fields of a parcel hold, a letter has the headers that we gave it and no other, and says what was meant."""

import email
import email.policy
import re
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr

from hypothesis import example, given
from hypothesis import strategies as st

from core.post.parcel import Block, Parcel, Refused
from dialogs.wording.page import plain
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from tests.mail.builders import OWN, TOKEN

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EVIL = [
    "\r\nBcc: z@z.example",
    "\nX: y\n\n<b>",
    "\r\n\r\nhello",
    "\x00",
    "\u2028Bcc: z",
    "=?utf-8?q?a=0d=0aBcc:_z?=",
    "--=_guichet-7",
    "🙂",
    "\ud800",
]
ANY = st.text(max_size=300) | st.sampled_from(EVIL) | st.builds("".join, st.lists(st.sampled_from(EVIL) | st.text(max_size=9)))
HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Reply-To", "Auto-Submitted",
    "X-Auto-Response-Suppress", "List-Unsubscribe", "List-Id", "Feedback-ID", "MIME-Version", "Content-Type",
}  # fmt: skip
PARCELS = st.builds(
    Parcel,
    id=st.just(7),
    channel=st.just("email"),
    address=st.just("a.roux@atelier.example"),
    blocks=st.lists(st.builds(Block, ANY), min_size=1, max_size=3).map(tuple),
    subject=st.none() | ANY,
    recipient_name=st.none() | ANY,
    thread=st.none() | st.integers(1, 10**6),
    token=st.none() | st.just(TOKEN),
    in_reply_to=st.none() | ANY,
    references=st.lists(ANY, max_size=3).map(tuple),
    solicited=st.booleans(),
    language=st.sampled_from(["fr", "en"]),
    series=st.sampled_from(["news", "digest"]),
)


def seen(text: str) -> str:
    """Words as a header may carry them: on one line, without control characters, whole characters only."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text)
    return " ".join(text.encode("utf-8", "replace").decode().split())


@given(PARCELS, ANY, st.booleans())
@example(Parcel(7, "email", "a@b.example", (Block("x"),), subject="a\r\nBcc: z@z.example"), "x\r\nBcc: z", True)
def test_no_field_adds_a_header_or_a_part(parcel: Parcel, public_name: str, plus: bool) -> None:
    try:
        raw = compose(parcel, sender=MailIdentity(OWN, public_name, plus), date=NOON)
    except Refused:
        assert not any(block.text.strip() for block in parcel.blocks)
        return
    one = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    assert set(one.keys()) <= HEADERS and len(set(one.keys())) == len(one.keys())
    assert [part.get_content_type() for part in one.iter_parts()] == ["text/plain", "text/html"]
    assert [(one[name].addresses[0].addr_spec, len(one[name].addresses)) for name in ("From", "To")] == [
        (OWN, 1), (parcel.address, 1)
    ]  # fmt: skip
    body = one.get_body(("plain",))
    assert body is not None
    said = plain(parcel.blocks).replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    assert body.get_content().replace("\r\n", "\n").rstrip("\n") == said.rstrip("\n")


@given(st.text(max_size=120), st.text(max_size=90))
def test_subject_and_name_are_read_back_as_they_were(subject: str, name: str) -> None:
    parcel = Parcel(7, "email", "a@b.example", (Block("x"),), subject=subject, recipient_name=name)
    raw = compose(parcel, sender=MailIdentity(OWN, "Pôle"), date=NOON)
    one = email.message_from_bytes(raw)  # the newer parser leaves a space between the encoded words of a name (RFC 2047, 6.2)
    name_read, address = parseaddr(one["To"])
    assert (decoded(one["Subject"]), decoded(name_read), address) == (seen(subject) or "Pôle", seen(name), "a@b.example")


def decoded(header: str) -> str:
    return " ".join(str(make_header(decode_header(header))).split())
