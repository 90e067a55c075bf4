"""The words of a letter: which of its parts speak, and which of their lines are the person's own."""

import re

from mail.parts.marks import MARKS
from mail.parts.mime import MAX_TEXT, Letter, walk, winmail, words
from mail.parts.sealed import unsigned
from mail.parts.sender import header, references
from mail.written.reply import Cut, cut_quotes

ANSWERS = re.compile(
    r"\s{0,3}(?:\[[^\]]{0,40}\]\s{0,3})?(?:re|r[ée]p(?:onse)?|tr|fwd?|fw|aw|sv|antw|rv|réf)\s?(?:\[\d+\])?\s?:", re.IGNORECASE
)
STUB = re.compile(r"(?i)\bhtml\b")
MAX_STUB = 300  # characters
FLAT = 300  # characters of a line that was several


def own_words(letter: Letter) -> Cut:
    """The person's own words; in HTML, mailers mark what they quote, so it is asked where the plain text shows no quote."""
    answers = bool(references(letter)) or bool(ANSWERS.match(header(letter, "Subject")))
    text, twin = bodies(letter)
    cut = cut_quotes(unsigned(text), answers)
    if not cut.quoted and answers and twin is not None and MARKS.search(marked := words(twin)):
        return cut_quotes(marked, answers)
    return cut


def bodies(letter: Letter) -> tuple[str, Letter | None]:
    """The words of the letter itself, its inline texts in order, and the HTML part that says the same when it was not read.

    Plain text is read, and HTML where there is none, where it is a stub, or where it has lost its lines.
    """
    leaves = [leaf for leaf in walk(letter) if leaf.inline]
    plain = "\n".join(filter(None, (words(leaf.message).rstrip() for leaf in leaves if leaf.type == "text/plain")))
    twin = next((leaf.message for leaf in leaves if leaf.type == "text/html" and leaf.alternative), None)
    if twin is not None and plain.strip() and not _is_poor(plain, twin):
        return plain[:MAX_TEXT], twin
    read = [leaf for leaf in leaves if leaf.type == "text/html" or twin is None or not leaf.alternative]
    text = "\n".join(filter(None, (words(leaf.message).rstrip() for leaf in read)))
    return (text if text.strip() else plain or _in_an_envelope(letter))[:MAX_TEXT], None


def _in_an_envelope(letter: Letter) -> str:
    """The words of a winmail.dat, in a letter that has no others."""
    return next((found.text for leaf in walk(letter) if (found := winmail(leaf)) and found.text), "")


def _is_poor(plain: str, twin: Letter) -> bool:
    """True for plain text that stands in for the HTML: « this letter is in HTML », or all lines run into one."""
    lines = [line for line in plain.split("\n") if line.strip()]
    if len(lines) <= 2 and any(len(line) > FLAT for line in lines):
        return words(twin).count("\n") > 5
    if len(plain) > MAX_STUB:
        return False
    if STUB.search(plain):
        return True
    rich = words(twin)
    return len(rich) > 3 * len(plain) and not any(" ".join(line.split()) in " ".join(rich.split()) for line in lines)
