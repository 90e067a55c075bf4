"""What a school's correspondent answers to a letter with numbers: « 3 je prends 2 », « 1 : 4 », « 3 rendu ». Pure.

What is not certain is left unread.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from dialogs.pole.order_words import BOWS, COUNT, HELP, NUMBERS, QUOTED, UNDO, count_in, numbers_in, plain_of
from dialogs.pole.school_words import WE, settled_by

TALK = 8  # words from which a line is a sentence for a person: « Bonjour, merci, je regarde avec mes collègues » is none
LONGEST, LINES, LINE = 20_000, 200, 300  # characters, lines, characters of a line that are read
Verb = Literal["take", "settle", "back", "still"]
_WANT = r"(?:prends?|prenons|reserve|reservons|voudrais|voudrions|veux|voulons)"
_TAKES = rf"(?:{WE}(?:(?:en|le|la|les)\s)?{_WANT})|prends?|prenons|reserve[rz]?"
_TAKE = re.compile(
    rf"(?:(?:oui|ok|d'accord)[\s,]{{0,2}})?(?:{_TAKES})(?:\s{{0,2}}:?\s(?P<count>{COUNT}))?(?:\splaces?)?|pour\snous|oui|ok|"
    rf"(?P<plain>{COUNT})\splaces?(?:\spour\snous)?"
)
_SWAPPED = re.compile(
    rf"(?:{_TAKES})\s(?:(?P<count>{COUNT})\s(?:places?\s)?(?:du|de\sla|de\sl'offre|pour\sle|sur\sle|au|dans\sle)\s|le\s|la\s|l'offre\s)"
    rf"(?P<numbers>{NUMBERS})"
)
_STILL = re.compile(
    rf"(?:(?:il\s)?(?:(?:nous|m')\s?)?(?:en\s)?reste(?:nt)?\s|encore\s)?(?P<count>{COUNT}|zero)"
    r"(?:\s(?:eleves?|etudiants?|jeunes?|encore|a\splacer|sans\sstage|restants?)){0,3}"
)
_PLACED = re.compile(r"(?:ils\ssont\s)?(?:tous|toutes|tout\sle\smonde)(?:\sest)?\splacee?s?|(?:plus\s)?(?:personne|aucune?)")
_HEAD = re.compile(rf"(?P<numbers>{NUMBERS})\s{{0,3}}[:.)=>,-]{{0,2}}\s{{0,3}}")
_ONE = re.compile(r"(?:n[°ºo]?\s?)?(?P<numbers>\d{1,3})\s{0,3}(?:[:.)=>-]{1,2}\s{0,3}|\s)")
_BEGINS = r"(?:n[°ºo]?\s?)?\d{1,3}\s{0,2}(?::|=|je\b|on\b|nous\b|prends?\b|pris\b|rendu|reste|pour\snous)"
_CUT = re.compile(rf"\s{{0,3}}(?:;|,|\bet\b|\bpuis\b)\s{{0,3}}(?={_BEGINS})")
_AROUND = re.compile(
    r"^(?:bonjour|bonsoir)[\s,.!]*|(?:[\s,.!;]|\b(?:merci|svp|s'il vous plait|cordialement|bonne journee)\b.*$)+$"
)
_STOP = re.compile(
    r"stop|(?:me\s)?desabonne[rz]?(?:-moi)?|(?:arrete[rz]?|plus)\s(?:de\s|les\s|ces\s)*(?:listes?|lettres?|envois?)"
)
_AGAIN = re.compile(r"(?:(?:la|une|nouvelle|les)\s)*(?:liste|offres|offres?\sdisponibles?)")


@dataclass(frozen=True)
class Said:
    """One thing about one entry; `count`: seats taken or pupils who still seek, None: all that there are."""

    number: int
    verb: Verb
    count: int | None = None


@dataclass
class SchoolAnswer:
    """A whole answer."""

    said: list[Said] = field(default_factory=list)
    undo: list[tuple[int, ...]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    stop: bool = False
    again: bool = False  # the list is wanted anew
    help: bool = False

    @property
    def talks(self) -> bool:
        """Whether it is talk from beginning to end, for a person to answer."""
        return not (self.said or self.undo or self.stop or self.again or self.help) and is_talk("\n".join(self.unread))


def is_talk(text: str) -> bool:
    """A question, or a sentence: words for a person, where no order was read."""
    return "?" in text or len(re.findall(r"[^\W\d_]{2,}", text)) >= TALK


def wants_no_letters(text: str) -> bool:
    """Whether a letter says « stop » and nothing else."""
    return len(text) <= LINE and bool(_STOP.fullmatch(_one_line(text).strip(" .!,")))


def asks_for_list(text: str) -> bool:
    """Whether a letter asks for the list of the day, and for nothing else."""
    said = _one_line(text[:LINE]).strip(" .!,")
    return len(text) <= LINE and bool(re.fullmatch(rf"(?:bonjour[\s,.!]*)?(?:{_AGAIN.pattern})[\s,.!]*(?:{BOWS})?", said))


def read_school_answer(text: str, needs: tuple[int, ...], offers: tuple[int, ...]) -> SchoolAnswer:
    """What an answer says of the entries with these numbers: classes asked about, and offers.

    Without a number it is meant for the quoted entry above it, else for the only entry that it can be about.
    """
    found, quoted = SchoolAnswer(), None
    for line in text[:LONGEST].splitlines()[:LINES]:
        plain = _one_line(line[:LINE])
        if plain.startswith(">"):
            number = QUOTED.match(plain)
            quoted = int(number[1]) if number else quoted
        elif plain:
            for piece in _pieces(plain):
                _read(piece, line.strip(), found, needs, offers, quoted=quoted)
    return found


def _one_line(text: str) -> str:
    return " ".join(plain_of(text).split())


def _pieces(plain: str) -> list[str]:
    """One order a piece: cut before « , 3 je prends », not between the numbers of a list."""
    pieces, start = [], 0
    for cut in _CUT.finditer(plain):
        if not re.fullmatch(NUMBERS, plain[start : cut.start()].strip()):
            pieces.append(plain[start : cut.start()])
            start = cut.end()
    return [*pieces, plain[start:]]


def _read(
    piece: str, line: str, found: SchoolAnswer, needs: tuple[int, ...], offers: tuple[int, ...], *, quoted: int | None
) -> None:
    bare = _AROUND.sub("", piece)
    if undo := re.fullmatch(UNDO, bare):
        found.undo.append(numbers_in(undo["undo"] or ""))
    elif re.fullmatch(_STOP, bare):
        found.stop = True
    elif re.fullmatch(_AGAIN, bare):
        found.again = True
    elif re.fullmatch(HELP, bare):
        found.help = True
    elif said := _entries(bare, needs, offers, quoted):
        found.said += said
    elif bare and not re.fullmatch(BOWS, piece):
        found.unread.append(line)


def _entries(bare: str, needs: tuple[int, ...], offers: tuple[int, ...], quoted: int | None) -> list[Said]:
    if swapped := _SWAPPED.fullmatch(bare):
        count = count_in(swapped["count"]) if swapped["count"] else None
        return [Said(number, "take", count) for number in numbers_in(swapped["numbers"])]
    for head in (_HEAD.match(bare), _ONE.match(bare)):
        if head and (rest := bare[head.end() :]):
            said = [_of_entry(number, rest, needs) for number in numbers_in(head["numbers"])]
            if said and all(said):
                return [one for one in said if one]
    only = quoted or _only(bare, needs, offers)
    one = _of_entry(only, bare, needs) if only else None
    return [one] if one else []


def _only(bare: str, needs: tuple[int, ...], offers: tuple[int, ...]) -> int | None:
    """Which entry words without a number are about: a bare count is about the one class, anything else about the one offer."""
    counts = re.fullmatch(_STILL, bare) or re.fullmatch(_PLACED, bare)
    entries = needs if counts and needs else offers
    return entries[0] if len(entries) == 1 else None


def _of_entry(number: int, rest: str, needs: tuple[int, ...]) -> Said | None:
    if number in needs:
        if re.fullmatch(_PLACED, rest):
            return Said(number, "still", 0)
        still = re.fullmatch(_STILL, rest)
        return Said(number, "still", 0 if still["count"] == "zero" else count_in(still["count"])) if still else None
    if taken := re.fullmatch(_TAKE, rest):
        count = taken["count"] or taken["plain"]
        return Said(number, "take", count_in(count) if count else None)
    settled = settled_by(rest)
    if settled is None:
        return None
    return Said(number, "back") if settled.taken == 0 else Said(number, "settle", settled.taken)
