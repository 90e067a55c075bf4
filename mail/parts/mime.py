"""The parts of a letter, within bounds, and the words of its body; what is attached is listed and never read."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from functools import lru_cache

from core.post.inbound import Attachment
from mail.parts.charset import clean, declared_in_html, decode, decode_header
from mail.parts.html import as_text
from mail.parts.limits import MAX_BYTES, CountedHeaders, Unreadable, check_bytes, check_tree, children
from mail.parts.marks import MARKS
from mail.parts.tnef import Winmail, read_winmail

MAX_TEXT = 64 * 1024  # characters of text that are read; the raw letter keeps the rest
MAX_ATTACHMENTS = 50
SILENT_PARTS = ("text/rfc822", "message/delivery-status")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")  # how what a computer may run begins
File = tuple[str, str, bytes]  # name, type, content
Letter = Message  # of strings: compat32 keeps headers as they came


@dataclass(frozen=True)
class Leaf:
    """One part without parts: `inline` when it may be words of the body."""

    message: Letter
    type: str
    inline: bool
    alternative: bool  # one of several forms of the same words


def parse(raw: bytes, max_bytes: int = MAX_BYTES) -> Letter:
    """The letter's tree; raises Unreadable over `max_bytes` and over the limits of `mail.limits`."""
    check_bytes(raw, max_bytes)
    raw = raw.lstrip()  # a blank line before the header would end it
    try:
        letter: Letter = BytesParser(policy=CountedHeaders()).parsebytes(raw)
    except (RecursionError, MessageError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Unreadable("malformed MIME") from error
    check_tree(letter)
    return letter


def walk(part: Letter) -> tuple[Leaf, ...]:
    """The leaves in order; an attached message is one leaf, whose words are not the sender's."""
    return _leaves(part)


@lru_cache(maxsize=4)
def _leaves(part: Letter) -> tuple[Leaf, ...]:
    """Kept for the letter at hand, which is walked some twenty times."""
    return tuple(_walk(part, False))


def _walk(part: Letter, alternative: bool) -> Iterator[Leaf]:
    kind = part.get_content_type().split()[0]  # some forget the semicolon before `charset=`
    if kind.startswith("multipart/") and not part.is_multipart():
        kind = "text/plain"  # the parts that were announced did not come: what is there may still be words
    if part.is_multipart() and not kind.startswith("message/"):
        inside = children(part)
        # Of a signed letter only the first part speaks; of a report too, the rest is for machines.
        spoken = inside[:1] if kind in ("multipart/signed", "multipart/report") else inside
        for child in inside:
            quiet = not any(child is one for one in spoken)
            for leaf in _walk(child, kind == "multipart/alternative" or alternative):
                yield Leaf(leaf.message, leaf.type, leaf.inline and not quiet, leaf.alternative)
    else:
        yield Leaf(part, kind, kind in ("text/plain", "text/html") and not is_attached(part), alternative)


def is_attached(part: Letter) -> bool:
    """True for a part that its sender joined as a file."""
    return (part.get_content_disposition() or "") == "attachment" or bool(file_name(part))


def file_name(part: Letter) -> str:
    """The file name that a part declares, decoded, without any folder, at most 200 characters; empty without one."""
    if "content-disposition" not in part and "name" not in str(part.get("content-type", "")).lower():
        return ""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return re.split(r"[/\\]", decode_header(name))[-1][:200]


def content(part: Letter) -> bytes:
    """A part's bytes with its transfer encoding undone, as far as it can be; a message's own form when it is one."""
    try:
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            return data
        return b"".join(child.as_bytes() for child in children(part))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, MessageError):
        return b""


def words(part: Letter) -> str:
    """The text of a text part: charset read with care, format=flowed unfolded, HTML turned into lines."""
    data = content(part)[: 16 * MAX_TEXT]
    html = part.get_content_type() == "text/html"
    text = decode(data, _param(part, "charset") or (declared_in_html(data) if html else None))
    if html:
        return as_text(text)[:MAX_TEXT]
    text = MARKS.sub("", clean(text[: 2 * MAX_TEXT]))[:MAX_TEXT]
    return unflow(text, _param(part, "delsp").lower() == "yes") if _param(part, "format").lower() == "flowed" else text


def _param(part: Letter, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return value[2] if isinstance(value, tuple) else str(value or "")


def unflow(text: str, delsp: bool) -> str:
    """Text of RFC 3676 with its soft line breaks undone, quoted lines by depth; `-- ` stays a line of its own."""
    done: list[str] = []
    depth, open_ = 0, False
    for line in text.split("\n"):
        stripped = line.lstrip(">")
        level = len(line) - len(stripped)
        body = stripped[1:] if stripped.startswith(" ") else stripped
        soft = body.endswith(" ") and body != "-- "
        if open_ and level == depth and body != "-- ":
            done[-1] += body[:-1] if soft and delsp else body
        else:
            done.append((">" * level + " " if level else "") + (body[:-1] if soft and delsp else body))
        depth, open_ = level, soft
    return "\n".join(done)


def attachments(letter: Letter) -> tuple[Attachment, ...]:
    """What came along, at most 50: name (the type when it has none), type, size in bytes."""
    return tuple(
        Attachment(name, type_, len(data), hashlib.sha256(data).hexdigest(), data.startswith(PROGRAMS))
        for name, type_, data in files(letter)
    )


def files(letter: Letter) -> list[File]:
    """The same with their bytes."""
    return [one for leaf in _joined(letter) for one in _named(leaf)][:MAX_ATTACHMENTS]


def _joined(letter: Letter) -> list[Leaf]:
    joined = [leaf for leaf in walk(letter) if leaf.message is not letter or is_attached(leaf.message)]
    return [leaf for leaf in joined if not leaf.inline and not leaf.type.startswith(SILENT_PARTS)][:MAX_ATTACHMENTS]


def winmail(leaf: Leaf) -> Winmail | None:
    """What Outlook's own envelope holds, when this part is one."""
    named = leaf.type in ("application/ms-tnef", "application/vnd.ms-tnef") or file_name(leaf.message).lower() == "winmail.dat"
    return read_winmail(content(leaf.message)) if named else None


def _named(leaf: Leaf) -> list[File]:
    """A file by name; of Outlook's envelope the files in it."""
    envelope = winmail(leaf)
    if envelope and envelope.files:
        inside = zip(envelope.files, envelope.contents, strict=True)
        return [(name or "winmail.dat", "application/octet-stream", data) for (name, _), data in inside]
    return [(file_name(leaf.message) or leaf.type, leaf.type, content(leaf.message))]
