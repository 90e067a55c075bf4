"""A letter's bytes into one Inbound: bounded, pure, never an error; what cannot be read is refused, with the reason."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from email.parser import BytesParser
from email.policy import compat32

from core.post.inbound import ENCRYPTED, NOBODY, Forwarded, Inbound, InboundKind
from mail.parts.authentication import vouched
from mail.parts.limits import MAX_BYTES, Unreadable
from mail.parts.meeting import in_words, meetings
from mail.parts.mime import Letter, attachments, content, parse, walk
from mail.parts.sealed import is_sealed, opened
from mail.parts.sender import addresses, base_address, header, is_own, marks, message_id, raw_headers, references, sender, tokens
from mail.robots.bounce import original_id, read_bounce
from mail.robots.machine import machine_kind
from mail.robots.machine_words import machine_words
from mail.written.banner import without_banner
from mail.written.body import own_words
from mail.written.forward import answered_words, passed_on
from mail.written.reply import first_words
from mail.written.signature import split_signature

FEW = re.compile(r"\W{0,20}(?:\w{1,30}\W{1,20}){0,14}\w{0,30}\W{0,20}")  # words that may announce answers below
MAX_SUBJECT = 500  # characters
MAX_RECEIVED = 2_000  # characters of a Received line
MAX_HEAD = 64 * 1024  # bytes of a letter over a limit that are looked at


def read_letter(
    raw: bytes,
    *,
    own_address: str | None,
    received: datetime,
    uid_key: str | None = None,
    authserv: tuple[str, ...] = (),
    max_bytes: int = MAX_BYTES,
) -> Inbound:
    """What a letter says and who says it; `received` is aware, `uid_key` names a letter too broken to have a key of its own.

    `authserv`: the servers whose Authentication-Results are believed. A letter over `max_bytes` or another limit is refused.
    """
    key = uid_key or "sha256:" + hashlib.sha256(raw).hexdigest()
    try:
        letter = opened(parse(raw, max_bytes))
        return replace(_read(letter, own_address, received), vouched=vouched(letter, authserv) if authserv else None)
    except Unreadable as problem:
        return refused_unread(raw, key, received, str(problem), own_address=own_address)
    except Exception as error:  # a letter that breaks the reader must not stop those behind it: it is kept, for a person
        return refused(key, received, f"unreadable: {type(error).__name__}")


def refused(key: str, received: datetime, reason: str, address: str = "") -> Inbound:
    """A letter that is kept but not read, and why."""
    return Inbound("email", key, address, received, kind="refused", reason=reason)


def refused_unread(raw: bytes, key: str, received: datetime, reason: str, *, own_address: str | None) -> Inbound:
    """A letter over a limit: of its head alone is read who wrote it, so that a person hears of it and a program does not."""
    try:
        head = BytesParser(policy=compat32).parsebytes(raw[:MAX_HEAD], headersonly=True)
        author = sender(head)
        machine = is_own(head, own_address) or machine_kind(head) or read_bounce(head, own_address) is not None
    except Exception:  # a head that breaks the reader: nobody can be told
        author, machine = None, True
    if author is None or machine:
        return refused(key, received, reason)
    return replace(
        refused(key, received, reason, author[0]), name=author[1], subject=header(head, "Subject")[:MAX_SUBJECT] or None
    )


def _read(letter: Letter, own_address: str | None, received: datetime) -> Inbound:
    if is_own(letter, own_address):
        return _inbound(letter, received, "own", "sent by ourselves")
    failed = read_bounce(letter, own_address)
    if failed is not None:
        delayed = bool(failed) and all(one.delayed for one in failed)
        return replace(_inbound(letter, received, "bounce", "delayed" if delayed else "failed"), bounces=failed)
    kind = machine_kind(letter, own_address)
    if kind:
        return _inbound(letter, received, "auto_reply", kind)
    if sender(letter) is None:
        return _inbound(letter, received, "refused", NOBODY)
    heard = _inbound(letter, received)
    if is_sealed(letter, heard.text):
        return replace(heard, kind="refused", reason=ENCRYPTED)
    kind = machine_words(letter, heard.subject or "", heard.text) or _to_the_envelope(heard)
    if kind:
        return replace(heard, kind="auto_reply", reason=kind, forwarded=None)
    if _is_ours(heard.forwarded, own_address):
        heard = replace(heard, forwarded=None)
    return heard if heard.text.strip() else replace(heard, text="\n".join(map(in_words, heard.meetings)))


def _is_ours(forwarded: Forwarded | None, own_address: str | None) -> bool:
    """A letter of ours that is passed on is quoted, and says nothing new."""
    return bool(forwarded and forwarded.email and own_address and base_address(forwarded.email) == base_address(own_address))


def _to_the_envelope(letter: Inbound) -> str | None:
    """People answer the Reply-To; programs that answer the sender of the envelope are absences and the like (RFC 3834)."""
    return "automatic" if any(one.startswith("b") for one in letter.marks) and not letter.quoted else None


def _inbound(letter: Letter, received: datetime, kind: InboundKind = "message", reason: str | None = None) -> Inbound:
    """The fields that every kind of letter has."""
    address, name = sender(letter) or ("", None)
    cut = own_words(letter)
    words, signature = split_signature(without_banner(cut.text))
    returned = original_id(letter) if kind == "bounce" or reason == "feedback report" else None
    answered = (returned, *references(letter)) if returned else references(letter)
    return Inbound(
        "email",
        _key(letter, address),
        address,
        received,
        kind,
        text=words,
        name=name,
        message_id=message_id(letter),
        subject=header(letter, "Subject")[:MAX_SUBJECT] or None,
        tokens=tokens(addresses(letter), answered),
        marks=marks(addresses(letter), header(letter, "Subject")),
        references=answered,
        signature=signature,
        quoted=cut.quoted,
        in_place=first_words(cut.in_place, words) if cut.in_place else None,
        answered=answered_words(cut.rest) if kind == "message" and cut.rest and FEW.fullmatch(words) else None,
        forwarded=passed_on(letter, cut) if kind == "message" else None,
        meetings=meetings(letter) if kind == "message" else (),
        reason=reason,
        attachments=() if kind == "bounce" else attachments(letter),
    )


def _key(letter: Letter, address: str) -> str:
    """The Message-ID with a hash of author and text: a copy has the same key, a letter that borrows an identifier has not.

    The text is hashed as its parts hold it, without spaces: neither the way it came (long lines are broken, 8 bits recoded) nor a
    later Guichet that reads it otherwise makes another letter of it. Letters with neither Message-ID nor Date are told apart by
    the server that took them first.
    """
    own = message_id(letter) or header(letter, "Date")
    known_by = own or (address and _first_hop(letter))
    said = hashlib.sha256("\0".join((known_by, address, header(letter, "Subject"))).encode("utf-8", "replace"))
    for leaf in walk(letter):
        if leaf.type.startswith("text/"):
            said.update(b"\0" + b"".join(content(leaf.message).split()))
    return f"{own[:180]}#{said.hexdigest()[:32]}"


def _first_hop(letter: Letter) -> str:
    """The oldest Received line, with its number and its time: each letter has its own, whichever way its copies come to us."""
    return " ".join("".join(raw_headers(letter, "Received")[-1:])[:MAX_RECEIVED].split())
