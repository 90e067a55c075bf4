"""A letter's bytes into one Inbound: bounded, pure, never an error; what cannot be read is refused, with the reason."""

import hashlib
from datetime import datetime

from core.post.inbound import Inbound
from mail.bounce import original_id, read_bounce
from mail.machine import machine_kind, machine_words
from mail.mime import Letter, Unreadable, attachments, body_text, parse
from mail.reply import Cut, cut_quotes
from mail.sender import addresses, header, is_own, message_id, references, sender, tokens
from mail.signature import split_signature

MAX_SUBJECT = 500  # characters


def read_letter(raw: bytes, *, own_address: str | None, received: datetime, uid_key: str | None = None) -> Inbound:
    """What a letter says and who says it; `received` is aware, `uid_key` names a letter too broken to have a key of its own."""
    try:
        return _read(parse(raw), own_address, received)
    except Unreadable as problem:
        key = uid_key or "sha256:" + hashlib.sha256(raw).hexdigest()
        return refused(key, received, str(problem))
    except RecursionError:
        return refused(uid_key or "sha256:" + hashlib.sha256(raw).hexdigest(), received, "malformed MIME")


def refused(key: str, received: datetime, reason: str, address: str = "") -> Inbound:
    """A letter that is kept but not read, and why."""
    return Inbound("email", key, address, received, kind="refused", reason=reason)


def _read(letter: Letter, own_address: str | None, received: datetime) -> Inbound:
    author = sender(letter)
    if is_own(letter, own_address):
        return _inbound(letter, received, kind="own", reason="sent by ourselves")
    failed = read_bounce(letter, own_address)
    if failed is not None:
        reason = "failed" if any(one.permanent for one in failed) or not failed else "delayed"
        return _inbound(letter, received, kind="bounce", reason=reason, bounces=failed)
    kind = machine_kind(letter)
    if kind:
        return _inbound(letter, received, kind="auto_reply", reason=kind)
    if author is None:
        return _inbound(letter, received, kind="refused", reason="no single sender")
    answers = bool(references(letter)) or header(letter, "Subject").lower().startswith(("re:", "re :", "tr:", "tr :", "fw"))
    cut = cut_quotes(body_text(letter), answers)
    kind = machine_words(header(letter, "Subject"), cut.text)
    return _inbound(letter, received, cut, kind="auto_reply" if kind else "message", reason=kind)


def _inbound(letter: Letter, received: datetime, cut: Cut | None = None, **said: object) -> Inbound:
    """The fields that every kind of letter has."""
    address, name = sender(letter) or ("", None)
    if cut is None:
        cut = cut_quotes(body_text(letter))
    words, signature = split_signature(cut.text)
    answered = references(letter)
    returned = original_id(letter) if said["kind"] == "bounce" else None
    answered = (returned, *answered) if returned else answered
    return Inbound(
        "email",
        _key(letter, address, words),
        address,
        received,
        text=words,
        name=name,
        message_id=message_id(letter),
        subject=header(letter, "Subject")[:MAX_SUBJECT] or None,
        tokens=tokens(addresses(letter), answered),
        references=answered,
        signature=signature,
        quoted=cut.quoted,
        attachments=attachments(letter),
        **said,  # type: ignore[arg-type]
    )


def _key(letter: Letter, address: str, words: str) -> str:
    """The Message-ID with a hash of author and words: a copy has the same key, a letter that borrows an identifier has not."""
    own = message_id(letter) or header(letter, "Date")
    digest = hashlib.sha256("\0".join((own, address, header(letter, "Subject"), words)).encode("utf-8", "replace")).hexdigest()[
        :32
    ]
    return f"{own[:180]}#{digest}"
