"""The answer to a digest, read: « 1, 3 et 5 ok », « 2 non : doublon »… Pure; what is not certain is left unread."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from core.agenda.deeds import Verb
from core.agenda.own_days import Own
from dialogs.pole.asking_words import Question, question_in
from dialogs.pole.order_words import (
    ALL,
    ALONE,
    BARE,
    BOWS,
    BUT,
    COUNT,
    HELP,
    NUMBERS,
    QUOTED,
    TALKING,
    UNDO,
    count_in,
    day_in,
    numbers_in,
    plain_of,
)
from dialogs.pole.own_words import begins_own, own_days_in

LONGEST = 20_000  # characters of an answer that are read
LINES = 300
LINE = 2_000
MOST_QUESTIONS, LONGEST_QUESTION = 5, 100  # of an answer; characters


@dataclass(frozen=True)
class Order:
    """One thing to do to these entries; without numbers it is « tout », but for those in `but`."""

    verb: Verb
    numbers: tuple[int, ...] = ()
    but: tuple[int, ...] = ()
    words: str | None = None
    seats: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Orders:
    """A whole answer: what to do, what to undo, what is asked, what was not understood."""

    orders: tuple[Order, ...] = ()
    undo: tuple[tuple[int, ...], ...] = ()  # one for each « annuler »; () is the last answer
    unread: tuple[str, ...] = ()
    own: tuple[Own, ...] = ()  # of the writer's own days
    questions: tuple[Question, ...] = ()
    help: bool = False
    bare: bool = False  # « ok » or « merci » without a number: decides nothing

    @property
    def decides(self) -> bool:
        """Whether something is to be done or answered: more than words that mean nothing here, or a bare « ok »."""
        return bool(self.orders or self.own or self.questions or self.help)

    @property
    def only_asks(self) -> bool:
        """Whether nothing but questions was said."""
        return bool(self.questions) and self == Orders(questions=self.questions)


@dataclass
class _Found:
    orders: list[Order] = field(default_factory=list)
    undo: list[tuple[int, ...]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    own: list[Own] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    help: bool = False
    bare: bool = False
    talking: bool = False  # the last order carries words, which may go on
    quoted: int | None = None  # the entry quoted just above
    gap: bool = False  # an empty quoted line came after it: what is quoted next is another part


_START = re.compile(
    rf"(?:(?P<numbers>{NUMBERS})(?P<gap>\s{{0,3}}[:.)=>-]{{0,2}}\s{{0,3}})(?P<verb>{'|'.join(TALKING.values())}|"
    + "|".join(rf"(?:{pattern})(?!\w)" for pattern in (re.sub(r"\?P<\w+>", "?:", bare) for bare in BARE.values()))
    + rf"))|(?:{ALL})\b|annule[rz]?\b(?=\s*$|\s(?:le\s|la\s)?\d)"
)
_SPLIT = re.compile(r"\s{0,3}(?:;|/|\||,(?=\s)|\bet puis\b|\bpuis\b|\bet\b)\s{0,3}")
_HARD_SPLIT = re.compile(r"\s{0,3}(?:;|\s/\s?)\s{0,3}")

_PROPOSED = re.compile(
    rf"(?:(?P<first>{COUNT})\s(?:places?\s)?(?=(?:a|au|aux|pour)\s))?(?:(?:a|au|aux|pour)\s)?(?P<school>.*?)"
    rf"(?:[\s,:(]{{1,3}}(?P<last>{COUNT})(?:\splaces?)?\)?)?[\s.!]*"
)
_EXAMPLE = re.compile(r"«[^«»]{0,300}»")
_BREAK = re.compile(r"\n[>|\s]{0,20}")


def read_orders(text: str, today: date) -> Orders:
    """What an answer says to do. `today` dates « 31/03 »; quoted entries (`> 2. …`) give their number to what stands below."""
    found = _Found()
    text = unicodedata.normalize("NFC", text[:LONGEST])
    text = _EXAMPLE.sub(lambda said: _BREAK.sub(" ", said[0]), text)  # our « 2 non : doublon », wrapped by a mailer, is no order
    for line in text.splitlines()[:LINES]:
        _read_line(line[:LINE], found, today)
    decided = bool(found.orders or found.undo or found.help or found.own or found.questions)
    return Orders(
        tuple(found.orders),
        tuple(found.undo),
        tuple(found.unread),
        tuple(found.own),
        tuple(found.questions[:MOST_QUESTIONS]),
        help=found.help,
        bare=found.bare and not decided,
    )


def _read_line(line: str, found: _Found, today: date) -> None:
    if line.lstrip().startswith(">"):
        _read_quoted(line, found)
        return
    line = re.sub(r"^[\s*•·]+|^\s*-\s+(?=\D)|\s+$", "", line)
    if not line:
        found.talking = False
        return
    if found.talking and not _starts_order(plain_of(line)) and not re.fullmatch(BOWS, plain_of(line)):
        last = found.orders[-1]
        found.orders[-1] = Order(last.verb, last.numbers, last.but, f"{last.words or ''}\n{line}".strip())
        return
    if "»" in line and "«" not in line[: line.index("»")]:  # the end of an example that began in a quote already cut away
        found.unread.append(line)
        found.talking = False
        return
    for piece in _pieces(line):
        _read_piece(piece, found, today)


def _read_quoted(line: str, found: _Found) -> None:
    """The entry that stands above what comes; it ends where another part begins: « > », then « > NOUVELLES OFFRES »."""
    if number := QUOTED.match(line):
        found.quoted, found.gap = int(number[1]), False
    elif not line.strip("> \t\u00a0"):
        found.gap = True
    elif found.gap:
        found.quoted = None
    found.talking = False


def _starts_order(plain: str) -> bool:
    return _START.match(plain) is not None or begins_own(plain) or bool(re.match(rf"(?:{HELP}|{UNDO})\s*[.!]*$", plain))


def _pieces(line: str) -> list[str]:
    """One order a piece: cut before « ; 3 ok », « / 3 ok », « , 3 ok », but not within words that go outside."""
    pieces, start, at = [], 0, 0
    plain = plain_of(line)
    while at < len(line):
        talks = _carries_outside(plain[start:]) or begins_own(plain[start:])
        cut = (_HARD_SPLIT if talks else _SPLIT).search(plain, at)
        if cut is None:
            break
        if _START.match(plain, cut.end()) and not re.fullmatch(NUMBERS, plain[start : cut.start()].strip()):
            pieces.append(line[start : cut.start()])
            start = cut.end()
        at = max(cut.end(), at + 1)
    return [piece.strip() for piece in [*pieces, line[start:]] if piece.strip()]


def _carries_outside(plain: str) -> bool:
    return bool(re.match(rf"(?:{NUMBERS})?[\s:.)=-]{{0,4}}(?:{TALKING['answer']}|{TALKING['ask']})", plain))


def _read_piece(piece: str, found: _Found, today: date) -> None:
    plain = plain_of(piece)
    bare = re.sub(r"[\s.!:,;)]+$", "", plain)
    found.talking = False
    if re.fullmatch(HELP, bare) or plain.strip() == "?":
        found.help = True
    elif match := re.fullmatch(UNDO, bare):
        found.undo.append(numbers_in(match["undo"] or ""))
    elif match := re.fullmatch(rf"(?:{ALL}){BUT}", re.sub(r"[\s,]*\bmerci\b.*$", "", bare)):
        found.orders.append(Order("ok", but=numbers_in(match["but"] or "")))
    elif order := _order(piece, plain, found.quoted, today):
        found.orders.append(order)
        found.talking = order.verb in ("answer", "ask")
    elif own := own_days_in(re.sub(r",?\s*\bmerci\b.*$", "", bare), today):
        found.own.append(own)
    elif len(piece) <= LONGEST_QUESTION and (question := question_in(piece, plain)):
        found.questions.append(question)
    elif re.fullmatch(ALONE, bare):
        found.bare = True
    elif not re.fullmatch(BOWS, plain):
        found.unread.append(piece)


def _order(piece: str, plain: str, quoted: int | None, today: date) -> Order | None:
    """« numbers verb … », « verb numbers : … », or the verb alone under a quoted entry."""
    for numbers, start in _heads(plain):
        if order := _after(piece, plain, start, numbers, today):
            return order
    swapped = re.match(rf"(?P<verb>[a-z']+)\s(?:pour\s|au\s|a\s|la\s|le\s)?(?P<numbers>{NUMBERS})(?=\s*(?:$|[:.,!]))", plain)
    if swapped and (verb := _verb_named(swapped["verb"])):
        rest = piece[swapped.end() :].lstrip(" \u00a0:,.!")
        if verb in TALKING or re.fullmatch(BOWS, plain_of(rest)):
            return Order(verb, numbers_in(swapped["numbers"]), words=rest or None) if numbers_in(swapped["numbers"]) else None
    return _after(piece, plain, 0, (quoted,), today) if quoted is not None else None


def _heads(plain: str) -> list[tuple[tuple[int, ...], int]]:
    """The numbers at the head, and where the verb begins: all of them, else the first alone (« 5 2 prises » needs its 2)."""
    head = re.match(rf"(?P<numbers>{NUMBERS})\s{{0,3}}[:.)=>-]{{0,2}}\s{{0,3}}", plain)
    first = re.match(r"(?:n[°ºo]?\s?)?(?P<numbers>\d{1,3})(?=[\s:,])\s{0,3}[:.)=,-]?\s{0,2}", plain)
    return [(numbers_in(found["numbers"]), found.end()) for found in (head, first) if found]


def _after(piece: str, plain: str, start: int, numbers: tuple[int, ...], today: date) -> Order | None:
    """The order that the words from `start` give for these numbers; None when they say more than a verb may."""
    if not numbers:
        return None
    for verb, pattern in TALKING.items():
        talk = re.compile(pattern).match(plain, start)
        if talk:
            words = piece[talk.end() :].strip().lstrip(":,-. \u00a0").strip(" \u00a0")
            if verb == "propose":
                return _proposal(numbers, words)
            return Order(_verb(verb), numbers, words=_unquote(words) or None)
    for verb, pattern in BARE.items():
        match = re.compile(pattern).match(plain, start)
        if match and re.fullmatch(rf"[\s,.!:)]*{BOWS}", plain[match.end() :]):
            return _bare(_verb(verb), numbers, match, today)
    return None


def _proposal(numbers: tuple[int, ...], words: str) -> Order:
    """« Filaos 2 », « 2 places à Filaos », « à Filaos »: a school, and how many seats where a number is said."""
    said = _PROPOSED.fullmatch(plain_of(words))
    school = words[said.start("school") : said.end("school")].strip() if said else words
    count = (said["first"] or said["last"]) if said else None
    return Order("propose", numbers, words=school or None, seats=count_in(count) if count else None)


def _bare(verb: Verb, numbers: tuple[int, ...], match: re.Match[str], today: date) -> Order | None:
    groups = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
    if "day" in groups:
        day = day_in(groups["day"].strip(" ."), today)
        return Order(verb, numbers, day=day) if day else None
    return Order(verb, numbers, seats=count_in(groups["seats"]) if "seats" in groups else None)


def _verb_named(word: str) -> Verb | None:
    for verb, pattern in (*TALKING.items(), ("ok", BARE["ok"]), ("full", BARE["full"])):
        if re.fullmatch(pattern, word):
            return _verb(verb)
    return None


def _verb(name: str) -> Verb:
    verbs: dict[str, Verb] = {
        "ok": "ok",
        "no": "no",
        "answer": "answer",
        "ask": "ask",
        "taken": "taken",
        "full": "full",
        "left": "left",
        "until": "until",
        "mine": "mine",
        "wait": "wait",
        "note": "note",
        "pass": "pass",
        "propose": "propose",
        "twin": "twin",
    }
    return verbs[name]


def _unquote(words: str) -> str:
    """« oui, à 8 h » between quotes is meant without them."""
    for left, right in (("«", "»"), ("“", "”"), ('"', '"')):
        if words.startswith(left) and words.endswith(right) and len(words) > 2:
            return words[1:-1].strip(" \u00a0")
    return words
