"""What a person wrote, apart from what their mailer quoted; when in doubt a line stays, for a written line must never be lost."""

import re
from dataclasses import dataclass

from mail.parts.marks import BELOW, INDENTED, QUOTED
from mail.written.quote_words import FILL_IN
from mail.written.quotes import CHEVRONS, LOOKAHEAD, RULE, Opening, bare, opening, read_headers

FORM_LINE = re.compile(r"[\s>-]{0,10}(?:[a-z0-9][.)]\s)?[^\W\d_][^:/]{1,60}?\s?:\s{0,5}[^\s/].{0,500}")
FORM = re.compile(FILL_IN, re.IGNORECASE)
ANNOUNCES = re.compile(r"\b(?:voici|voil[àa]|ci-dessous|ci-apr[èe]s|compl[ée]t[ée]e?|rempli|below)\b", re.IGNORECASE)
FEW_WORDS = 12
SENTENCE_END = re.compile(r"[.!?:;)»\"…]\s{0,3}$")
WRAPPED = 60  # characters: a shorter quoted line was not cut by a mailer
MAILERS_RULE = 20  # underscores
BULLETS = 12  # lines in a row that a person may have begun with `>` themselves


@dataclass(frozen=True)
class Cut:
    """The person's own words; `quoted` when something was cut away.

    `in_place` is the same words with the quoted lines before them (`> `), when some stand under a quote; else None.
    `rest` is the letter from the first introduced quote on, `forward` when that says that it is forwarded.
    """

    text: str
    quoted: bool
    in_place: str | None = None
    rest: str = ""
    forward: bool = False


class Reader:
    """One pass over the lines of a letter."""

    def __init__(self, lines: list[str], answers: bool) -> None:
        self.lines, self.answers = lines, answers
        self.kept: list[str] = []
        self.whole: list[str] = []  # with the quoted lines, each marked once
        self.at = 0
        self.first: tuple[int, Opening] | None = None  # where the first quote is introduced
        self.quoted = False

    def read(self) -> None:
        """Go through all lines, or up to a quoted letter that goes on to the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            found = opening(self.lines, self.at, self.answers)
            if found:
                if not self._open(found):
                    return
            elif CHEVRONS.match(line) and (listed := self._listed(line)):
                self.kept += listed
                self.whole += listed
                self.at += len(listed)
            elif CHEVRONS.match(line) and self._is_quote(line):
                self.quoted = True
                self.whole.append(_once_quoted(line))
                self.at += 1
            elif self.quoted and self._is_torn(line):
                self.at += 1
            else:
                own = bare(line) if line.startswith(INDENTED) else line
                self.kept.append(own)
                self.whole.append(own)
                self.at += 1

    def _open(self, found: Opening) -> bool:
        """Take in an introduction; False when all below it is the quoted letter."""
        self.first = self.first or (self.at, found)
        self.quoted = True
        _drop_rule(self.kept, self.lines[self.at] != BELOW and set(found.headers) != {"from"})
        if found.before:
            self.kept.append(found.before)
            self.whole.append(found.before)
        after = self.at + found.length
        if found.forward and self.lines[self.at].startswith(QUOTED):  # Gmail marks the headers and not the letter
            after += read_headers(self.lines, after)[1]
            marked = _chevroned(self.lines, None, after)
        else:
            marked = _chevroned(self.lines, self.at, after)
        self.at = after
        return marked

    def _is_quote(self, line: str) -> bool:
        """Bare `>` lines are a quote when one was introduced or marked, or in a letter that answers another."""
        if line.startswith(QUOTED) or self.first:
            return True
        return self.answers and not line.startswith(INDENTED) and _run(self.lines, self.at) > 1

    def _listed(self, line: str) -> list[str]:
        """The lines that a person began with `>` themselves: a short list below a colon, each of its lines saying something."""
        above = next((one for one in reversed(self.kept) if one.strip()), "")
        if self.first or self.quoted or line.startswith((QUOTED, INDENTED)) or not above.rstrip().endswith(":"):
            return []
        last = self.at
        while last < len(self.lines) and CHEVRONS.match(self.lines[last]):
            last += 1
        listed = self.lines[self.at : last]
        own = len(listed) <= BULLETS and all(bare(one) and len(one) < 100 for one in listed)
        return listed if own and not any(opening(self.lines, one, self.answers) for one in range(self.at, last)) else []

    def _is_torn(self, line: str) -> bool:
        """True for the rest of a long quoted line that a mailer broke without marking it."""
        above, below = self.lines[self.at - 1], self.lines[self.at + 1 : self.at + 2]
        start = line.lstrip()[:1]
        if not (CHEVRONS.match(above) and below and CHEVRONS.match(below[0])) or len(above) < WRAPPED:
            return False
        return bool(start) and not start.isupper() and not SENTENCE_END.search(above)


def cut_quotes(text: str, answers: bool = True) -> Cut:
    """The words without quoted letters: introduced quotes always, bare `>` lines only in a letter that `answers` another."""
    reader = Reader(text.split("\n"), answers)
    reader.read()
    rest = "\n".join(reader.lines[reader.first[0] :]) if reader.first else ""
    words = _tidy(reader.kept)
    if reader.quoted and (not words.strip() or (ANNOUNCES.search(words) and len(words.split()) <= FEW_WORDS)):
        words = "\n".join(filter(None, (words, *filled_in(reader.lines))))
    return Cut(words, reader.quoted, _in_place(reader.whole), rest, bool(reader.first and reader.first[1].forward))


def filled_in(lines: list[str]) -> list[str]:
    """The lines `label : answer`, two at least, of a quoted form that asks to be filled in; for a letter that says no more."""
    asked = next((at for at, line in enumerate(lines) if CHEVRONS.match(line) and FORM.search(line[:300])), None)
    if asked is None:
        return []
    below = [bare(line) for line in lines[asked + 1 :] if CHEVRONS.match(line) and line.count(">") == 1]
    found = [line for line in below if FORM_LINE.fullmatch(line[:600])]
    return found if len(found) > 1 else []


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
    return f"> {bare(line)}" if marks and marks[1].count(">") == 1 else ">"


def _in_place(whole: list[str]) -> str | None:
    first = next((at for at, line in enumerate(whole) if line.startswith(">")), len(whole))
    last = max((at for at, line in enumerate(whole) if line.strip() and not line.startswith(">")), default=-1)
    return _tidy(whole[: last + 1]) if first < last else None


def _chevroned(lines: list[str], start: int | None, after: int) -> bool:
    """True when the quote is marked line by line, so that unmarked lines below it are the person's own."""
    if start is not None and lines[start] != BELOW and CHEVRONS.match(lines[start]):
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


def _drop_rule(kept: list[str], headed: bool) -> None:
    """A line of dashes that touches quoted headers belongs to them, and a mailer's long one above any quote."""
    touches = headed and bool(kept and kept[-1].strip())
    while kept and not kept[-1].strip():
        kept.pop()
    if len(kept) > 1 and RULE.fullmatch(kept[-1]) and (touches or kept[-1].count("_") > MAILERS_RULE):
        kept.pop()


def _tidy(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
