"""Bounces told in words: the addresses that the server complains of, before the letter that it returns."""

import re

from core.post.inbound import Bounced
from mail.parts.charset import clean, decode
from mail.parts.limits import children
from mail.parts.mime import Letter, content, walk, words
from mail.parts.sender import addresses, base_address, header, sender
from mail.robots.bounce_reason import judged
from mail.robots.vocabulary import expression

MAX_WORDS = 64 * 1024
MAX_LINES = 400
MAX_BLOCKS = 200
ADDRESS = re.compile(r"\"[^\"\s@]{1,64}\"@[\w.-]{1,253}\w|[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[\w-][\w.-]{0,252}\w")
HEAD = re.compile(
    r"(?m)^(?:return-path|received|from|subject|to|cc|date|message-id|mime-version|content-type|dkim-signature|x-[\w-]{1,40}"
    r"|content-transfer-encoding|reply-to|list-id|user-agent|precedence|in-reply-to|references)[ \t]{0,2}:[^\n]{0,2000}\n"
    r"(?:(?:[ \t][^\n]{0,2000}|[\w-]{2,40}[ \t]{0,2}:[^\n]{0,2000})\n){2}",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^[\s>*#|.-]{0,10}(?:(?:final-|original-|failed |intended )?recipients?(?: address)?|rcpt to|destinataires?|to|à|address"
    r"|adresse|user|e-?mail|addressee|empf[äa]nger|destinatario)\s{0,3}[:=]",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"^[\s*>|•-]{0,10}(?:[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3} )?)?[<\"'«(\[]{0,3}\s?(?:mailto:)?[^\s<>@]{1,64}@", re.IGNORECASE
)
RETURNED_TO = re.compile(r"(?im)^(?:to|à)[ \t]{0,2}:[^\n]{0,300}?(" + ADDRESS.pattern + ")")
LASTS = re.compile(
    r"giv(?:e|en|ing) up|not going to try again|permanent (?:error|failure)|could not send message for", re.IGNORECASE
)


def body(letter: Letter) -> str:
    """The words of a bounce: its first text, its HTML, or its raw lines when its parts are badly joined."""
    leaves = [leaf for leaf in walk(letter) if leaf.type in ("text/plain", "text/html") or leaf.message is letter]
    for kind in ("text/plain", "text/html"):
        for leaf in leaves[:20]:
            text = words(leaf.message) if leaf.type == kind and leaf.inline else ""
            if text.strip():
                return text[:MAX_WORDS]
    return clean(decode(content(letter)[:MAX_WORDS], None))


def heads(part: Letter) -> bytes:
    """The header lines of the messages, or blocks of a report, inside a part; the part's bytes when it holds none."""
    inside = children(part)[:MAX_BLOCKS]
    blocks = ("\n".join(f"{name}: {value}" for name, value in one.raw_items()) for one in inside)
    return "\n\n".join(blocks).encode("utf-8", "surrogateescape") if inside else content(part)


def told(letter: Letter, text: str, own_address: str | None) -> tuple[Bounced, ...]:
    """Who was not reached, in the server's words; our own address, the server's and the reader's left out."""
    complaint, returned = _cut(text)
    skipped = _skipped(letter, own_address)
    failed = _from_header(letter)
    who = (
        [one for one in failed if one in complaint.lower()]
        or _named(complaint, skipped)
        or failed
        or _named("\n".join(filter(OPENS.match, complaint.split("\n"))), set())
        or _addressee(letter, returned, skipped)
        or _named(complaint, set())
    )
    subject = header(letter, "Subject")
    delayed = bool(
        expression("bounce-delays").search(subject) or expression("bounce-delays").search(complaint)
    ) and not LASTS.search(complaint)
    said = [complaint + " " + subject] if len(who) == 1 else [_said_of(one, who, complaint) for one in who]
    return tuple(judged(one, reason, delayed, told=True) for one, reason in zip(who, said, strict=True))


def _cut(text: str) -> tuple[str, str]:
    """What the server says, and the letter that it returns."""
    head = HEAD.search(text, 1)
    places = [place for place in (_marked(text), head.start() if head else None) if place and ADDRESS.search(text[:place])]
    return (text[: min(places)], text[min(places) :]) if places else (text, "")


def _marked(text: str) -> int | None:
    place = 0
    for line in text.split("\n"):
        if place and len(line) < 200 and expression("letter-returned").search(line):
            return place
        place += len(line) + 1
    return None


def _skipped(letter: Letter, own_address: str | None) -> set[str]:
    who = sender(letter)
    known = [*addresses(letter)[:20], *([who[0]] if who else []), *([own_address] if own_address else [])]
    return {base_address(one) for one in known}


def _named(complaint: str, skipped: set[str]) -> list[str]:
    """The addresses of the strongest kind of line: one that labels or opens with the address, one that complains, any other."""
    ranks: tuple[list[str], list[str], list[str]] = ([], [], [])
    for line in [one[:1000] for one in complaint.split("\n") if "@" in one][:MAX_LINES]:
        rank = 0 if LABEL.match(line) or OPENS.match(line) else 1 if expression("bounce-complaints").search(line) else 2
        other = (
            expression("bounce-others").search(ADDRESS.sub("", line))
            if rank
            else re.match(r"\s{0,9}(?:from|de)\s{0,3}:", line, re.IGNORECASE)
        )
        for found in [] if other else ADDRESS.findall(line)[: 1 if OPENS.match(line) else 20]:
            ranks[rank].append(found.strip("'").lower())
    best = ([one for one in dict.fromkeys(rank) if base_address(one) not in skipped] for rank in ranks)
    return next(filter(None, best), [])[:10]


def _from_header(letter: Letter) -> list[str]:
    return [one.lower() for one in ADDRESS.findall(header(letter, "X-Failed-Recipients")[:2_000])][:10]


def _addressee(letter: Letter, returned: str, skipped: set[str]) -> list[str]:
    """Whom the returned letter was for, when the server names nobody."""
    joined = [leaf.message for leaf in walk(letter) if leaf.type in ("message/rfc822", "text/rfc822-headers")][:2]
    texts = [returned, *(clean(decode(heads(part)[:MAX_WORDS], None)) for part in joined)]
    found = [match[1].lower() for text in texts for match in RETURNED_TO.finditer(text[:MAX_WORDS])]
    return [one for one in found if base_address(one) not in skipped][:1]


def _said_of(recipient: str, everybody: list[str], complaint: str) -> str:
    """What is said of one recipient among several: from its first mention to the next one's."""
    text = complaint.lower()
    start = max(text.find(recipient), 0) + len(recipient)
    others = [place for one in everybody if one != recipient and (place := text.find(one, start)) > 0]
    return complaint[start : min([*others, start + 600])]
