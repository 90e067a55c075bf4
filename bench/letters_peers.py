"""Other libraries on the same letters: each is given the decoded words, or the HTML where there are no others."""

import importlib
import logging
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from typing import Any

from bench.letters_judge import Sample, is_reply, read, wanted
from mail.parts.html import as_text
from mail.parts.marks import MARKS
from mail.parts.mime import MAX_TEXT, content, parse, walk, words
from mail.written.banner import without_banner
from mail.written.reply import cut_quotes
from mail.written.signature import split_signature

Strip = Callable[[str, bool], str]  # words, and whether they are HTML


@dataclass(frozen=True)
class Result:
    """How many were right, and letters a second of processor time."""

    name: str
    right: int
    total: int
    speed: float
    told: str = ""


def _mail_parser_reply(module: Any) -> Strip:
    parser = module.EmailReplyParser(languages=["fr", "en"])
    return lambda text, html: str(parser.parse_reply(text=_plain(text, html)))


def _zapier(module: Any) -> Strip:
    return lambda text, html: str(module.EmailReplyParser.parse_reply(_plain(text, html)))


def _quotequail(module: Any) -> Strip:
    return lambda text, html: "\n".join(part for kept, part in module.quote(_plain(text, html)) if kept)


def _unquotemail(module: Any) -> Strip:
    def strip(text: str, html: bool) -> str:
        letter = module.Unquote(html=text if html else None, text=None if html else text)
        letter.parse()
        return _plain(letter.get_html() or "", True) if html else str(letter.get_text() or "")

    return strip


def _talon(module: Any) -> Strip:
    module.init()
    quotations = importlib.import_module("talon.quotations")

    def strip(text: str, html: bool) -> str:
        return _plain(str(quotations.extract_from_html(text)), True) if html else str(quotations.extract_from_plain(text))

    return strip


PEERS: tuple[tuple[str, str, Callable[[Any], Strip]], ...] = (
    ("talon", "talon", _talon),
    ("unquotemail", "unquotemail", _unquotemail),
    ("email-reply-parser (zapier)", "email_reply_parser", _zapier),
    ("mail-parser-reply", "mailparser_reply", _mail_parser_reply),
    ("quotequail", "quotequail", _quotequail),
)


def _plain(text: str, html: bool) -> str:
    return MARKS.sub("", as_text(text)) if html else text


def _ours(text: str, html: bool) -> str:
    return split_signature(without_banner(cut_quotes(as_text(text) if html else text, answers=True).text))[0]


def given(raw: bytes) -> tuple[str, bool]:
    """The decoded words of a letter, at most 64 Ki characters, and whether they are HTML."""
    leaves = [leaf for leaf in walk(parse(raw)) if leaf.inline]
    plain = "\n".join(MARKS.sub("", words(leaf.message)) for leaf in leaves if leaf.type == "text/plain")
    if plain.strip():
        return plain[:MAX_TEXT], False
    rich = [leaf.message for leaf in leaves if leaf.type == "text/html"]
    return "\n".join(content(part).decode(part.get_content_charset("utf-8"), "replace") for part in rich)[:MAX_TEXT], True


def quieten() -> None:
    """Peers warn and log on letters that they cannot read; they are counted instead."""
    logging.getLogger("flufl.bounce").disabled = True
    warnings.simplefilter("ignore")


def replies(samples: Sequence[Sample]) -> Iterator[Result]:
    """Ours, from the raw letter, then each peer that is installed."""
    started = time.process_time()
    right = [is_reply(one.row, read(one.raw).text) for one in samples]
    yield Result("**Guichet**, from the raw letter", sum(right), len(right), len(samples) / (time.process_time() - started))
    handed = [given(one.raw) for one in samples]
    yield _peer("**Guichet**, from the same words as the others", _ours, samples, handed)
    for name, module, make in PEERS:
        try:
            strip = make(importlib.import_module(module))
        except Exception as error:  # a peer may need what no Python of today has
            yield Result(name, 0, 0, 0, f"left out: it does not import here ({type(error).__name__})")
            continue
        yield _peer(name, strip, samples, handed)


def _peer(name: str, strip: Strip, samples: Sequence[Sample], handed: Sequence[tuple[str, bool]]) -> Result:
    spent, right, raised = 0.0, 0, 0
    for one, (text, html) in zip(samples, handed, strict=True):
        started = time.process_time()
        try:
            answer = strip(text, html)
        except Exception:  # counted, and the letter is wrong
            answer, raised = "\0", raised + 1
        spent += time.process_time() - started
        right += is_reply(one.row, answer)
    return Result(name, right, len(samples), len(samples) / spent, f"raised {raised} times" if raised else "")


def bounces(samples: Sequence[Sample]) -> list[tuple[str, int, int, float]]:
    """Name, bounces found, right recipients, letters a second of processor time: ours, then flufl.bounce alone."""
    scan = importlib.import_module("flufl.bounce").all_failures

    def ours(raw: bytes) -> set[str] | None:
        heard = read(raw)
        return {one.recipient for one in heard.bounces} if heard.kind == "bounce" else None

    def flufl(raw: bytes) -> set[str] | None:
        try:
            temporary, permanent = scan(message_from_bytes(raw))
        except Exception:  # it raises on some letters
            return None
        return {one.decode("ascii", "replace").lower() for one in {*temporary, *permanent}} or None

    return [_bounced(*one, samples) for one in (("**Guichet**", ours), ("flufl.bounce alone", flufl))]


def _bounced(name: str, scan: Callable[[bytes], set[str] | None], samples: Sequence[Sample]) -> tuple[str, int, int, float]:
    started = time.process_time()
    found = [scan(one.raw) for one in samples]
    speed = len(samples) / (time.process_time() - started)
    right = sum(one is not None and wanted(sample.row) <= one for sample, one in zip(samples, found, strict=True))
    return name, sum(one is not None for one in found), right, speed
