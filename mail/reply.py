"""What a person wrote, apart from what their mailer quoted; when in doubt a line stays, for a written line must never be lost."""

import re
from dataclasses import dataclass

CHEVRONS = re.compile(r"[ \t]{0,3}((?:>[ \t]?){1,20})")
SEPARATOR = re.compile(
    r"[\s>]{0,10}(?:"
    r"[-_=—–‐]{2,60}\s{0,3}(?:message|mail|courriel|e-mail)\s(?:d[’']origine|original|initial|transf[ée]r[ée]"
    r"|forwarded)\s{0,3}[-_=—–‐]{2,60}"
    r"|[-_=—–‐]{2,60}\s{0,3}(?:original|forwarded)\s(?:message|e-?mail|appointment)\s{0,3}[-_=—–‐]{2,60}"
    r"|[-_=—–‐]{2,60}\s{0,3}(?:le|on)\s.{5,200}(?:a\s[ée]crit|wrote)\s{0,3}:?\s{0,3}[-_=—–‐]{2,60}"
    r"|(?:d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|begin forwarded message)\s{0,3}:"
    r"|-{0,60}\s{0,3}r[ée]pondez au-dessus de cette ligne\s{0,3}-{0,60}"
    r"|-{0,60}\s{0,3}please reply above this line\s{0,3}-{0,60}"
    r")\s{0,5}",
    re.IGNORECASE,
)
LABELS = {
    "from": "de from von expéditeur",
    "sent": "envoyé sent date le gesendet",
    "to": "à a to pour destinataire an",
    "subject": "objet sujet subject betreff",
    "copy": "cc copie bcc importance pièces répondre reply-to",
}
LABEL_OF = {word: label for label, words in LABELS.items() for word in words.split()}
HEADER_LINE = re.compile(
    r"[\s>*]{0,10}(de|from|von|expéditeur|envoyé|sent|date|le|gesendet|à|a|to|pour|destinataire|an|objet|sujet"
    r"|subject|betreff|cc|copie|bcc|importance|répondre|reply-to)(?:\s(?:à|le"
    r"|par))?\s{0,3}\*{0,2}\s{0,3}:\*{0,2}(.{0,1000})",
    re.IGNORECASE,
)
MESSAGE_DU = re.compile(r"[\s>]{0,10}message du\s{0,3}:?\s{0,3}\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,40}", re.IGNORECASE)
WROTE = re.compile(r"(?:a|à)\s{1,3}[ée]crit\s{0,3}:|\bwrote\s{0,3}:|\bschrieb\s{0,3}:", re.IGNORECASE)
ATTRIBUTION = re.compile(
    r"[\s>\-–—]{0,12}(?:(?P<dated>(?:le|on|am)\s.{4,300}?)"
    r"|(?P<named>[^<>]{0,100}<[^<>\s]{1,100}@[^<>\s]{1,200}>))[\s,]{0,5}(?:(?:a|à)\s{1,3}[ée]crit|wrote"
    r"|schrieb)\s{0,3}:[\s\-–—]{0,8}",
    re.IGNORECASE,
)
BEGINS = re.compile(r"[\s>\-–—]{0,12}(?:(?:le|on|am)\s|[^@]{0,200}<?[^\s@]{1,100}@)", re.IGNORECASE)
DATE = re.compile(
    r"\b\d{1,2}[\s./-](?:\d{1,2}|[a-zûé]{3,9}\.?)[\s./-]\d{2,4}|\b\d{4}-\d\d-\d\d|[a-z]{3,9}\.?\s\d{1,2},\s\d{4}",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}\s?[:h]\s?\d\d\b")
RULE = re.compile(r"\s{0,3}[_=*-]{5,200}\s{0,3}")
LOOKAHEAD = 12  # lines that a block of quoted headers may take
LONG = 1000  # characters of a line that patterns look at


@dataclass(frozen=True)
class Cut:
    """The person's own words; `quoted` when something was cut away.

    `in_place` is the same words with the quoted lines before them (`> `), when some stand under a quote; else None.
    """

    text: str
    quoted: bool
    in_place: str | None = None


def cut_quotes(text: str, answers: bool = True) -> Cut:
    """The words without quoted letters: introduced quotes always, bare `>` lines only in a letter that `answers` another."""
    lines = text.split("\n")
    kept: list[str] = []
    whole: list[str] = []  # with the quoted lines, each marked once
    at, introduced, quoted = 0, False, False
    while at < len(lines):
        head = _introduction(lines, at)
        if head:
            introduced = quoted = True
            _drop_rule(kept)
            if not _chevroned(lines, at, at + head):
                break
            at += head
        elif CHEVRONS.match(lines[at]) and (introduced or (answers and _run(lines, at) > 1)):
            quoted = True
            whole.append(_once_quoted(lines[at]))
            at += 1
        else:
            kept.append(lines[at])
            whole.append(lines[at])
            at += 1
    return Cut(_tidy(kept), quoted, _in_place(whole))


def first_words(in_place: str, words: str) -> str:
    """As much of `in_place` as holds these words, its first ones: without the signature."""
    left = sum(bool(line.strip()) for line in words.split("\n"))
    lines = in_place.split("\n")
    for at, line in enumerate(lines):
        if left == 0:
            return "\n".join(lines[:at])
        left -= bool(line.strip()) and not line.startswith(">")
    return in_place


def _once_quoted(line: str) -> str:
    """A line of the letter answered; what that letter quoted itself is an empty one."""
    marks = CHEVRONS.match(line)
    return f"> {_bare(line)}" if marks and marks[1].count(">") == 1 else ">"


def _in_place(whole: list[str]) -> str | None:
    first = next((at for at, line in enumerate(whole) if line.startswith(">")), len(whole))
    last = max((at for at, line in enumerate(whole) if line.strip() and not line.startswith(">")), default=-1)
    return _tidy(whole[: last + 1]) if first < last else None


def _introduction(lines: list[str], at: int) -> int:
    """How many lines, from `at`, introduce a quoted letter; 0 when none does."""
    line = lines[at][:LONG]
    if not line.strip():
        return 0
    if SEPARATOR.fullmatch(line):
        return 1
    if MESSAGE_DU.fullmatch(line) and _headers(lines, at + 1) >= 2:
        return 1
    return _attribution(lines, at) or _header_block(lines, at)


def _headers(lines: list[str], at: int) -> int:
    return sum(bool(HEADER_LINE.fullmatch(line[:LONG])) for line in lines[at : at + 6])


def _header_block(lines: list[str], at: int) -> int:
    """The length of a block `De : … Envoyé : … À : … Objet : …`; an offer written so has neither address nor date of sending."""
    first = HEADER_LINE.fullmatch(lines[at][:LONG])
    if not first or LABEL_OF[first[1].lower()] not in ("from", "subject"):
        return 0
    found: dict[str, str] = {}
    length = 0
    for offset, line in enumerate(lines[at : at + LOOKAHEAD]):
        match = HEADER_LINE.fullmatch(line[:LONG])
        if match:
            found.setdefault(LABEL_OF[match[1].lower()], match[2])
            length = offset + 1
        elif not line.strip("> \t") or not line.startswith((" ", "\t")):
            break
    enough = "from" in found and len(found.keys() & {"sent", "to", "subject"}) >= 2
    addressed = "@" in found.get("from", "") + found.get("to", "")
    sent = DATE.search(found.get("sent", "")) and CLOCK.search(found.get("sent", ""))
    return length if enough and (addressed or sent) else 0


def _attribution(lines: list[str], at: int) -> int:
    """The length (1 to 4 lines) of `Le … a écrit :`; prose has no address before the colon, no quote after it."""
    if not BEGINS.match(lines[at][:LONG]):
        return 0
    for length in range(1, min(5, len(lines) - at + 1)):
        joined = " ".join(_bare(line[:300]) for line in lines[at : at + length])
        found = ATTRIBUTION.fullmatch(joined)
        if found:
            followed = next((line for line in lines[at + length :] if line.strip()), "")
            quotes = bool(CHEVRONS.match(followed))
            dated = DATE.search(joined) or (quotes and re.search(r"\d", joined))
            sure = quotes or "@" in joined or CLOCK.search(joined)
            return length if (found["named"] or dated) and sure else 0
        if not lines[at + length - 1].strip() or WROTE.search(joined):
            return 0
    return 0


def _bare(line: str) -> str:
    """A line without its chevrons and outer spaces."""
    marks = CHEVRONS.match(line)
    return line[marks.end() :].strip() if marks else line.strip()


def _chevroned(lines: list[str], start: int, after: int) -> bool:
    """True when the quote is marked line by line, so that unmarked lines below it are the person's own."""
    if CHEVRONS.match(lines[start]):
        return True
    followed = next((line for line in lines[after : after + LOOKAHEAD] if line.strip()), "")
    return bool(CHEVRONS.match(followed))


def _run(lines: list[str], at: int) -> int:
    """Quoted lines in a row around `at`."""
    start, end = at, at
    while start > 0 and at - start < 3 and CHEVRONS.match(lines[start - 1]):
        start -= 1
    while end + 1 < len(lines) and end - at < 3 and CHEVRONS.match(lines[end + 1]):
        end += 1
    return end - start + 1


def _drop_rule(kept: list[str]) -> None:
    """A line of dashes just above quoted headers belongs to them."""
    while kept and (not kept[-1].strip() or (RULE.fullmatch(kept[-1]) and not _closes(kept))):
        if kept[-1].strip():
            kept.pop()
            return
        kept.pop()


def _closes(kept: list[str]) -> bool:
    return len(kept) == 1


def _tidy(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
