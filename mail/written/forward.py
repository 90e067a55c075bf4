"""What a letter passes on: somebody else's letter, quoted below or attached; its words are content, never the sender's own."""

import re

from core.post.inbound import Forwarded
from mail.parts.limits import children
from mail.parts.marks import MARKS
from mail.parts.mime import Letter, walk
from mail.parts.sender import header, sender
from mail.written.body import own_words
from mail.written.quotes import CHEVRONS, RULE, bare, opening, read_headers
from mail.written.reply import Cut, cut_quotes
from mail.written.signature import split_signature

SUBJECT = re.compile(r"\s{0,5}(?:\[[^\]]{0,40}\]\s{0,3})?(?:tr|fwd?|fw|wg|transf(?:ert|\.)?)\s{0,3}:\s{0,3}", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]{1,253}")
BEFORE_NAME = re.compile(r".{0,120}\d{4}.{0,40}?(?:\d{1,2}\s?[:h]\s?\d\d(?::\d\d)?)(?:\s[A-Z+\-:\d()]{2,12}){0,2}[\s,]{0,3}")
MAX_ANSWERED = 8_000
LEVELS = 4  # letters within letters that were all passed on without a word


def is_forward(subject: str) -> bool:
    """True for « TR : … », « Fwd: … »; an answer to one (« RE: TR : ») is none."""
    return bool(SUBJECT.match(subject))


def passed_on(letter: Letter, cut: Cut) -> Forwarded | None:
    """The letter that this one forwards, quoted or attached; None when it forwards nothing."""
    if cut.rest and (cut.forward or is_forward(header(letter, "Subject"))):
        return quoted_letter(cut.rest)
    inside = next((leaf.message for leaf in walk(letter) if leaf.type == "message/rfc822"), None)
    return attached_letter(children(inside)[0]) if inside is not None and children(inside) else None


def attached_letter(letter: Letter) -> Forwarded | None:
    """What an attached letter says; what it forwards itself when it says nothing."""
    cut = own_words(letter)
    email, name = sender(letter) or (None, None)
    words = _signed(cut.text)
    if words:
        return Forwarded(words, name, email, header(letter, "Subject") or None)
    return quoted_letter(cut.rest) if cut.rest else None


def quoted_letter(rest: str, levels: int = LEVELS) -> Forwarded | None:
    """The letter quoted from the first line of `rest` on; the one below it when it says nothing."""
    headers, body = _first_letter(rest)
    cut = cut_quotes("\n".join(body))
    words = _signed(cut.text)
    if not words:
        return quoted_letter(cut.rest, levels - 1) if cut.rest and levels else None
    name, email = author_of(headers.get("from", ""))
    return Forwarded(words, name, email, headers.get("subject") or None)


def answered_words(rest: str) -> str:
    """The lines of the letter that is answered, without their marks and without what it quoted itself; 8,000 characters."""
    body = _first_letter(rest)[1]
    end = next((at for at in range(len(body)) if opening(body, at)), len(body))
    return "\n".join(bare(line) for line in body[:end])[:MAX_ANSWERED].strip()


def _first_letter(rest: str) -> tuple[dict[str, str], list[str]]:
    """Headers and lines of the letter quoted from the first line of `rest` on, one level of quoting higher."""
    lines = [MARKS.sub("", line) for line in rest.split("\n")]
    if all(CHEVRONS.match(line) or not line.strip() for line in lines[1:]):
        lines = [_lifted(line) for line in lines]
    headers, start = _head(lines)
    body = lines[start:]
    if all(CHEVRONS.match(line) for line in body if line.strip()):
        body = [_lifted(line) for line in body]
    return headers, body


def _head(lines: list[str]) -> tuple[dict[str, str], int]:
    """The headers of a quoted letter and the line where its words begin; of one passed on at once, the inner one's."""
    found: dict[str, str] = {}
    at = 0
    for _ in range(4):  # a rule, an announcement, an attribution, then headers
        while at < len(lines) and (not bare(lines[at]) or RULE.fullmatch(lines[at])):
            at += 1
        introduced = opening(lines, at) if at < len(lines) else None
        if introduced:
            found, at = {**found, **introduced.headers}, at + introduced.length
        elif at < len(lines) and len((more := read_headers(lines, at))[0]) > 1:
            found, at = {**found, **more[0]}, at + more[1]
        else:
            break
    return found, at


def author_of(said: str) -> tuple[str | None, str | None]:
    """Name and address of `"Name" <a@b>`, `Name [mailto:a@b]`, `a@b`, or of « Le … à 09:12, Name <a@b> a écrit : »."""
    address = ADDRESS.search(said)
    if address is None:
        return " ".join(said.strip("\"'« »*").split())[:200] or None, None
    before = said[: address.start()].replace("mailto:", "")
    if (dated := BEFORE_NAME.match(before)) is not None:
        before = before[dated.end() :]
    name = " ".join(before.strip(" \t<[(\"'«»*,").split())
    return name[:200] or None, address[0].lower()


def _lifted(line: str) -> str:
    """A line one level of quoting higher."""
    return re.sub(r"^[ \t]{0,3}>[ \t]?", "", line)


def _signed(text: str) -> str:
    words, signature = split_signature(text)
    return f"{words}\n\n{signature}" if signature else words.strip()
