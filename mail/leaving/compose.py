"""A parcel into the bytes of a letter: text and HTML from the same blocks, and headers that let the answer find its way back."""

import base64
import quopri
import re
from datetime import datetime
from email.utils import format_datetime

from core.post.names import numbers_in, write_id
from core.post.parcel import Enclosure, Parcel, Refused, Unreachable
from dialogs.wording.page import plain
from mail.accounts import MailIdentity, sendable
from mail.leaving.diary import NAME, diary_file
from mail.leaving.envelope import unsubscribe
from mail.leaving.html_page import html_page

UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
UNSAFE_NAME = re.compile(r"[^A-Za-z0-9._-]")
PLAIN = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]{0,60}")
REFERENCE = re.compile(r"<[^<>\s\x00-\x1f\x7f-\uffff]{1,240}>")
MAX_SUBJECT = 200  # characters
MAX_REFERENCES = 20
WORD_BYTES = 42  # of UTF-8 in one encoded word: 75 characters at most (RFC 2047)


def compose(parcel: Parcel, *, sender: MailIdentity, date: datetime) -> bytes:
    """The letter on the wire, CRLF and 7 bits; raises Unreachable for a bad address, Refused without words.

    The Message-ID depends on the parcel alone: a letter sent twice is known for the same one.
    """
    if not sendable(parcel.address):
        raise Unreachable(address=parcel.address, reason="not an e-mail address")
    if not any(block.text.strip() for block in parcel.blocks):
        raise Refused(reason="a letter without words")
    subject = subject_of(parcel, sender)
    head = [f"{name}: {value}" for name, value in _headers(parcel, sender, subject, date)]
    boundary, html = f"=_guichet-{parcel.id}", html_page(parcel.blocks, subject=subject, language=parcel.language)
    words = _part("text/plain", plain(parcel.blocks) + "\n", boundary) + _part("text/html", html, boundary)
    body = _multipart("alternative", words, boundary)
    if parcel.events or parcel.enclosures:
        outer = f"{boundary}-all"
        files = b"".join(_enclosed(one, outer) for one in parcel.enclosures)
        if parcel.events:
            diary = diary_file(parcel.events, domain=sender.domain, written=date, edition=parcel.id)
            files = _diary_part(diary, outer) + files
        body = _multipart("mixed", f"--{outer}\r\n".encode("ascii") + body + files, outer)
    return "\r\n".join([*head, "MIME-Version: 1.0", ""]).encode("ascii") + body


def message_id(parcel: Parcel, sender: MailIdentity) -> str:
    """`<o{parcel}.{thread}.{mac}@domain>`: stable over retries, and it carries the token when an answer keeps nothing else."""
    return write_id(parcel.id, parcel.token, sender.domain)


def subject_of(parcel: Parcel, sender: MailIdentity) -> str:
    """One line, never empty, at most 200 characters; with `[n° 1042]` where plus addresses do not come back."""
    subject = UNSAFE.sub(" ", parcel.subject or "").strip()[:MAX_SUBJECT] or UNSAFE.sub(" ", sender.public_name)
    mark = f"[n°\u00a0{parcel.thread}]"
    if sender.plus or parcel.thread is None or parcel.thread in numbers_in(subject):
        return subject
    return f"{subject} {mark}"


def _headers(parcel: Parcel, sender: MailIdentity, subject: str, date: datetime) -> list[tuple[str, str]]:
    reply_to = sender.tagged(parcel.token) if parcel.token and sender.plus else sender.address
    chain = list(filter(REFERENCE.fullmatch, parcel.references))[-MAX_REFERENCES:]
    answered = parcel.in_reply_to if parcel.in_reply_to and REFERENCE.fullmatch(parcel.in_reply_to) else None
    if answered and answered not in chain:
        chain.append(answered)
    headers = [
        ("From", mailbox(sender.public_name, sender.address)),
        ("To", mailbox(parcel.recipient_name or "", parcel.address)),
        ("Subject", words(subject)),
        ("Date", format_datetime(date)),
        ("Message-ID", message_id(parcel, sender)),
        ("In-Reply-To", answered or ""),
        ("References", "\r\n ".join(chain)),
        ("Reply-To", mailbox(sender.public_name, reply_to)),
        ("Auto-Submitted", "auto-replied" if parcel.solicited else "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        *([] if parcel.solicited else _series(parcel, sender)),
    ]
    return [(name, value) for name, value in headers if value]


def _series(parcel: Parcel, sender: MailIdentity) -> list[tuple[str, str]]:
    """What a letter of our own initiative belongs to: programs sort digests and news by it, and stop them with one click.

    One click works by letter; `List-Unsubscribe-Post` would need a page of ours on the web (RFC 8058), and there is none.
    """
    return [
        ("List-Unsubscribe", unsubscribe(parcel, sender)),
        ("List-Id", f"<{parcel.series}.{sender.domain}>"),
        ("Feedback-ID", f"{parcel.series}:{sender.domain}:guichet"),
    ]


def mailbox(name: str, address: str) -> str:
    """`Name <address>`, the name encoded or quoted as it needs; the address alone without a name."""
    name = UNSAFE.sub(" ", name).strip()[:100]
    if not name:
        return address
    return f"{name if PLAIN.fullmatch(name) else words(name, always=True)} <{address}>"


def words(text: str, always: bool = False) -> str:
    """A header's words in ASCII: as they are, or as encoded words of RFC 2047 folded one a line; a line break becomes a space."""
    text = UNSAFE.sub(" ", text)
    if text.isascii() and len(text) <= 60 and "=?" not in text and not always:
        return text
    chunks, chunk = [], ""
    for character in text:
        if len((chunk + character).encode("utf-8", "replace")) > WORD_BYTES:
            chunks.append(chunk)
            chunk = ""
        chunk += character
    encoded = [base64.b64encode(one.encode("utf-8", "replace")).decode("ascii") for one in (*chunks, chunk)]
    return "\r\n ".join(f"=?utf-8?b?{one}?=" for one in encoded)


def _multipart(kind: str, parts: bytes, boundary: str) -> bytes:
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'
    return head.encode("ascii") + parts + f"--{boundary}--\r\n".encode("ascii")


def _diary_part(diary: bytes, boundary: str) -> bytes:
    head = (
        f"--{boundary}\r\nContent-Type: text/calendar; charset=utf-8; method=PUBLISH\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Disposition: attachment; filename="{NAME}"\r\n\r\n'
    )
    return head.encode("ascii") + base64.encodebytes(diary).replace(b"\n", b"\r\n")


def _enclosed(file: Enclosure, boundary: str) -> bytes:
    head = (
        f"--{boundary}\r\nContent-Type: {file.type}\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Disposition: attachment; filename="{UNSAFE_NAME.sub("_", file.name)}"\r\n\r\n'
    )
    return head.encode("ascii") + base64.encodebytes(base64.b64decode(file.content)).replace(b"\n", b"\r\n")


def _part(kind: str, text: str, boundary: str) -> bytes:
    head = f"--{boundary}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    body = quopri.encodestring(text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace"))
    return head.encode("ascii") + body.replace(b"\n", b"\r\n") + b"\r\n"
