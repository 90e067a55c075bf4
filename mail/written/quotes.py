"""Where a quoted letter begins: the lines with which a mailer introduces it, told from a person's prose and lists."""

import re
from dataclasses import dataclass, field

from mail.parts.marks import BELOW, MARK
from mail.written.quote_words import ANNOUNCED, DAYS, FORWARDED, LABELS, MARKER, OPENERS, ORIGINAL, QUOTING, VERBS

DASHES = "[-_=—–‐*]"
CHEVRONS = re.compile(rf"[{MARK}]?[ \t]{{0,3}}((?:>[ \t]?){{1,20}})")
BETWEEN = re.compile(rf"(?:{ORIGINAL}|(?P<forward>{FORWARDED}))\s{{0,3}}:?", re.IGNORECASE)
ALONE = re.compile(rf"\*{{0,2}}(?:(?P<announced>{ANNOUNCED})|{MARKER})\*{{0,2}}", re.IGNORECASE)
ANNOUNCING = re.compile(
    rf"{DASHES}{{2,60}}\s{{0,3}}(?:{ORIGINAL}|(?P<forward>{FORWARDED}))\s{{0,3}}{DASHES}{{2,60}}\s{{0,5}}(?P<headers>(?:De|From)\s?:.{{1,900}})",
    re.IGNORECASE,
)
DASHED = re.compile(rf"{DASHES}{{2,60}}\s{{0,3}}([^\s].{{3,300}}?)\s{{0,3}}{DASHES}{{2,63}}\s{{0,5}}")
HEADER_LINE = re.compile(
    rf"[\s>*{MARK}]{{0,10}}(?:" + "|".join(f"(?P<{label}>{words})" for label, words in LABELS.items()) + r")"
    r"\s{0,8}\*{0,2}\s{0,3}[:：]\*{0,2}(?P<value>.{0,1000})",
    re.IGNORECASE,
)
# A second header on the same line: some webmails forget the line break.
INNER = re.compile(
    r"(?:\s|(?<=[\d>)a-zé]))(?:(?P<to>À|A|To|Pour)|(?P<sent>Envoyé|Sent|Date)|(?P<subject>Objet|Sujet|Subject))\s?:\s"
)
MESSAGE_DU = re.compile(rf"[\s>{MARK}]{{0,10}}message du\s{{0,3}}:?\s{{0,3}}.{{0,20}}\d{{1,2}}.{{1,60}}", re.IGNORECASE)
WROTE = re.compile(rf"\b(?:{VERBS})\s{{0,3}}:", re.IGNORECASE)
DATE = re.compile(
    r"\b\d{1,2}(?:er)?[\s./-]{1,2}(?:\d{1,2}|[a-zûéä]{3,9}\.?)[\s./,-]{1,2}\d{2,4}|\b\d{4}[-/.]\d\d?[-/.]\d\d?"
    r"|[a-zûéä]{3,9}\.?\s\d{1,2},?\s\d{4}|\b\d{1,2}\s[a-zûé]{3,9}\.?,?\s(?:à|at)\s\d",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2}")
CLOCK = re.compile(r"\b\d{1,2}\s?[:h]\s?\d\d\b")
MACHINE_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
NAMED = r"[^<>]{0,100}<\s?[^<>\s]{1,100}@[^<>\s]{1,200}>"
EDGE = rf"[\s>\-–—*{MARK}]{{0,12}}"
VERB = re.compile(rf"\b(?:{VERBS})", re.IGNORECASE)
DATED = re.compile(rf"{EDGE}(?:(?:{OPENERS})\s|(?:{DAYS})[\s.,]|\d{{1,4}}[-/.\s:])", re.IGNORECASE)
BY_NAME = re.compile(rf"{EDGE}(?:{NAMED}|(?P<plain>[^<>@]{{0,80}}?[(\[]?[^\s<>@(\[]{{1,64}}@[^\s<>@]{{1,200}}))[\s,;]{{0,5}}")
ENDING = re.compile(r"\s{0,3}(?P<colon>:)?[\s\-–—*]{0,8}")
AFTER = re.compile(r"[\s,](?P<after>.{3,200})\s{0,3}:[\s\-–—*]{0,8}")
CITED = re.compile(
    rf"{EDGE}(?:{QUOTING})\s{NAMED}\s?:\s{{0,5}}"
    rf"|{EDGE}\d{{1,4}}(?:[-/.]\d\d?[-/.]|\s[a-zûé]{{3,9}}\.?\s)\d{{1,4}},?\s\d{{1,2}}:\d\d[^<>]{{0,80}}"
    r"<\s?[^<>\s]{1,100}@[^<>\s]{1,200}>\s?:\s{0,5}",
    re.IGNORECASE,
)
BEGINS = re.compile(
    rf"{EDGE}(?:(?:{OPENERS}|{DAYS}|{QUOTING})[\s.,]|\d{{1,4}}[-/.\s:]\w|[^@]{{0,200}}[^\s@]{{1,100}}@)", re.IGNORECASE
)
# An attribution that follows words on their own line: a gateway or a telephone lost the line break.
GLUED = re.compile(
    rf"(?P<words>\S.{{0,400}}?)\s{{0,3}}-{{0,3}}\s{{0,3}}(?P<quote>(?:Le\s(?:{DAYS}|\d)|On\s[A-Z])[^@]{{5,150}}@[^@:]{{1,120}}"
    r"(?:a\s[ée]crit|wrote)\s{0,3}:)\s{0,5}"
)
# An attribution and the first words quoted, on one line.
RUN_ON = re.compile(
    rf"{EDGE}(?:{OPENERS})\s[^<>]{{4,200}}<[^<>\s]{{1,80}}@[^<>\s]{{1,120}}>\s?(?:a\s[ée]crit|wrote)\s?:\s{{1,5}}\S",
    re.IGNORECASE,
)
RULE = re.compile(rf"[\s>{MARK}]{{0,8}}[_=*-]{{5,200}}\s{{0,3}}")
TELLING = re.compile(r"[:@\d]|[-_=—–‐]{2}")  # every introduction has one of these on its first line
LOOKAHEAD = 16  # lines that a block of quoted headers may take
LONG = 1000  # characters of a line that patterns look at


@dataclass(frozen=True)
class Opening:
    """Lines that introduce a quoted letter: how many, whether they forward it, their headers, words before them."""

    length: int
    forward: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    before: str = ""


def opening(lines: list[str], at: int, answers: bool = True) -> Opening | None:
    """What introduces a quoted letter at this line, None when nothing does; `answers`: it says that it answers another."""
    line = lines[at][:LONG]
    if line == BELOW:
        below = _next(lines, at + 1)
        headers = header_block(lines, below, True)
        return Opening(below - at + headers.length, headers=headers.headers) if headers else Opening(1)
    if not TELLING.search(line):
        return None
    if MESSAGE_DU.fullmatch(line) and _labelled(lines, at + 1) >= 2:
        return Opening(1)
    return (
        _separator(line)
        or _glued(line)
        or _attribution(lines, at, answers)
        or header_block(lines, at, at > 0 and _ruled(lines, at), answers)
    )


def _separator(line: str) -> Opening | None:
    """`----- Message d'origine -----` and the like."""
    said = bare(line)
    if found := ALONE.fullmatch(said):
        return Opening(1, bool(found["announced"]))
    if said[:2] == "--" and (run_on := ANNOUNCING.fullmatch(said)):
        return Opening(1, bool(run_on["forward"]), read_headers([run_on["headers"]], 0)[0])
    dashed = DASHED.fullmatch(said) if said[:1] in "-_=—–‐*" and said[-1:] in "-_=—–‐*" else None
    if dashed is None:
        opens = len(said) > 5 and not said[:5].strip("-_")  # some leave the dashes below out
        between = BETWEEN.fullmatch(said.lstrip("-_ ")) if opens else None
        return Opening(1, bool(between["forward"])) if between else None
    if between := BETWEEN.fullmatch(dashed[1]):
        return Opening(1, bool(between["forward"]))
    verb = next(iter(VERB.finditer(dashed[1], max(len(dashed[1]) - 30, 0))), None)
    return Opening(1) if verb and not dashed[1][verb.end() :].strip(" :") else None


def header_block(lines: list[str], at: int, ruled: bool, answers: bool = True) -> Opening | None:
    """A block `De : … Envoyé : … À : … Objet : …`; an offer written so has neither address nor moment of sending."""
    if at >= len(lines) or not HEADER_LINE.fullmatch(lines[at][:LONG]):
        return None
    found, length = read_headers(lines, at)
    if "from" not in found or len(found.keys() & {"sent", "to", "subject"}) < 2:
        return None
    sent = found.get("sent", "")
    addressed = "@" in found["from"] or "@" in found.get("to", "")
    moment = bool(DATE.search(sent) and CLOCK.search(sent)) or bool(addressed and MACHINE_CLOCK.search(sent))
    hours = re.match(r"\s{0,5}\d", found["from"])
    written = answers and (not sent or {"to", "subject"} <= found.keys())  # in a new letter a person may head their offer so
    likely = (moment and not hours) or (addressed and (ruled or written))
    return Opening(length, headers=found) if likely else None


def read_headers(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    """The quoted headers from this line on, by what they stand for, and the lines they take."""
    found: dict[str, str] = {}
    length, last = 0, ""
    for offset, line in enumerate(lines[at : at + LOOKAHEAD]):
        match = HEADER_LINE.fullmatch(line[:LONG])
        label = next((name for name in LABELS if match and match[name]), "")
        if match and not (label in found and label == "from"):
            found.setdefault(label, match["value"].strip())
            _split_inner(found, label)
            length, last = offset + 1, label
        elif last and _continues(line, found[last]):
            found[last] = f"{found[last]} {bare(line)}".strip()
            length = offset + 1
        else:
            break
    return found, length


def _split_inner(found: dict[str, str], label: str) -> None:
    value = found[label]
    cuts = list(INNER.finditer(value))[:4]
    if "@" not in value and label not in ("to", "sent") and len(cuts) < 2:
        return
    ends = [*(cut.start() for cut in cuts), len(value)]
    found[label] = value[: ends[0]].strip()
    for one, after in zip(cuts, ends[1:], strict=True):
        name = next(group for group in ("to", "sent", "subject") if one[group])
        found.setdefault(name, value[one.end() : after].strip())


def _continues(line: str, value: str) -> bool:
    """True for the rest of a header that goes on: an empty one, a list of recipients, an indented line."""
    if not bare(line):
        return False
    return not value or line.startswith((" ", "\t")) or (value.endswith((";", ",", "<")) and "@" in line)


def _ruled(lines: list[str], at: int) -> bool:
    above = next((lines[one] for one in range(at - 1, max(at - 4, -1), -1) if lines[one].strip()), "")
    return bool(RULE.fullmatch(above) or _separator(above[:LONG]))


def _labelled(lines: list[str], at: int) -> int:
    return sum(bool(HEADER_LINE.fullmatch(line[:LONG])) for line in lines[at : at + 6])


def _attribution(lines: list[str], at: int, answers: bool) -> Opening | None:
    """One to five lines `Le … a écrit :`; a sentence above it stays the person's own."""
    found = _attributed(lines, at, answers)
    if found is None:
        return None
    length, said = found
    starts = (_attributed(lines, one, answers, dated=True) for one in range(at + 1, at + length))
    return None if any(starts) else Opening(length, headers={"from": said})


def _attributed(lines: list[str], at: int, answers: bool, dated: bool = False) -> tuple[int, str] | None:
    if not BEGINS.match(lines[at][:LONG]):
        return None
    joined = ""
    for length in range(1, min(6, len(lines) - at + 1)):
        line = bare(lines[at + length - 1][:300])
        joined = f"{joined} {line}".strip()
        if line and len(joined) <= LONG and _attributes(joined, lines, at + length, answers):
            return (length, joined) if DATED.match(joined) or not dated else None
        if not line or line.endswith((".", "!", "?", ":")) or WROTE.search(line):
            return None
    return None


def _attributes(joined: str, lines: list[str], after: int, answers: bool) -> bool:
    """True for `<date or name> a écrit :`; prose has neither an address nor the minute before the colon, no quote after it."""
    if "@" in joined and CITED.fullmatch(joined):
        return answers or _quoted_next(lines, after)
    for verb in list(VERB.finditer(joined))[-2:]:
        before, rest = joined[: verb.start()], joined[verb.end() :]
        dated, named = len(before) < 310 and DATED.match(before), "@" in before and BY_NAME.fullmatch(before)
        ending, long = ENDING.fullmatch(rest), AFTER.fullmatch(rest)
        if (dated or named) and (ending or long):
            quotes = _quoted_next(lines, after)
            if long and not ending:
                return "@" in long["after"] or bool(DATE.search(long["after"]) and (quotes or CLOCK.search(long["after"])))
            # An address without its angles stands in prose too.
            angled = answers and not (named and named["plain"])
            return _sure(joined, bool(dated), bool(ending and ending["colon"]), quotes, answers if dated else angled)
    return False


def _sure(joined: str, dated: bool, colon: bool, quotes: bool, answers: bool) -> bool:
    known = bool(DATE.search(joined[:90]))
    if not colon:
        return quotes and known and bool(CLOCK.search(joined))
    if not dated:
        return quotes or answers
    known = known or (quotes and bool(re.search(r"\d", joined)))
    return known and (quotes or "@" in joined or (answers and bool(MACHINE_CLOCK.search(joined))))


def _glued(line: str) -> Opening | None:
    if "@" not in line:
        return None
    if (run_on := RUN_ON.match(line)) and DATE.search(run_on[0]) and CLOCK.search(run_on[0]):
        return Opening(1, headers={"from": run_on[0]})
    found = GLUED.fullmatch(line) if line.rstrip().endswith(":") else None
    if found and WORD.search(found["words"]) and DATE.search(found["quote"]) and CLOCK.search(found["quote"]):
        return Opening(1, headers={"from": found["quote"]}, before=found["words"])
    return None


def _next(lines: list[str], at: int) -> int:
    """The first line with words from `at` on."""
    return next((one for one in range(at, min(at + 6, len(lines))) if bare(lines[one])), at)


def _quoted_next(lines: list[str], at: int) -> bool:
    return bool(CHEVRONS.match(next((line for line in lines[at : at + LOOKAHEAD] if line.strip()), "")))


def bare(line: str) -> str:
    """A line without its chevrons and outer spaces."""
    marks = CHEVRONS.match(line)
    return line[marks.end() :].strip() if marks else line.strip(" \t" + MARK + BELOW)
