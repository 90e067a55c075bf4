"""The words in which coordinators answer a digest: one table of verbs, on folded text."""

import re
import unicodedata
from datetime import date

from dialogs.when.date_words import LIKELY, MONTHS, SURE
from dialogs.when.number_words import NUMBER_WORDS, to_number

COUNT = rf"(?:\d{{1,3}}|une?|{NUMBER_WORDS})"
ONE = r"(?:n[°ºo]?\s{0,2})?\d{1,3}"
JOIN = r"(?:\s{0,3}(?:,\s{0,3}(?:(?:et|and)\s{1,3})?|(?:et|and)\s{1,3}|[&+-]\s{0,3})|\s{1,3}(?:a|to)\s{1,3})"
# A list is read whole or not at all. No possessive quantifier: Python before 3.11.5 loses its place after one.
NUMBERS = rf"(?:(?:les?|de|pour)\s)?{ONE}(?!\d)(?:{JOIN}{ONE}(?!\d)){{0,40}}(?!{JOIN}{ONE})"
SEATS = r"(?:\s{1,2}places?)?(?:\s{1,2}(?:de|est|sont|ont\sete|a\sete))?"
SEATS_AFTER = r"(?:\s{1,2}places?)?(?:\s{1,2}(?:libres?|restantes?))?"
MONTH = "|".join(sorted({*SURE, *LIKELY}, key=len, reverse=True))
DAY = (
    rf"(?:\d{{1,2}}(?:er)?[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|"
    rf"(?:fin\s|fin\sde\s)?(?:\d{{1,2}}(?:er)?\s)?(?:{MONTH})\b\.?(?:\s\d{{4}})?)"
)

# verb -> what follows the number. A bare verb may be followed by a courtesy only, a talking one by the words it carries.
BARE = {
    "ok": (
        r"(?:c'est\s)?(?:ok(?:ay)?|oui|yes|d'?accord|dac|valide[rsz]?|validees?|accepte[rsz]?|acceptees?|approuve[rsz]?|"
        r"bon|vu|vue|fait|regle|traite)\b"
    ),
    "twin": r"(?:(?:c'est\s)?un\s)?doublons?\b",
    "full": r"(?:c'est\s|est\s)?(?:complete?s?|pourvue?s?|rempli(?:e|es|s)?|full|plus\sde\splaces?)\b",
    "taken": (
        rf"(?P<seats>{COUNT}){SEATS}\s{{1,2}}(?:prise?s?|pourvue?s?|occupees?|taken)\b|"
        rf"(?:prise?s?)\s{{0,2}}:?\s{{0,2}}(?P<seats2>{COUNT})\b"
    ),
    "left": (
        rf"(?:il\s)?(?:(?:n')?en\s)?(?:reste(?:nt)?|restant)(?:\splus\sque)?\s{{0,2}}:?\s{{0,2}}(?P<seats3>{COUNT})"
        rf"{SEATS_AFTER}"
    ),
    "until": (
        rf"(?:(?:prolonge[rz]?|valable|ouverte?)\s)?(?:jusqu'?(?:au|a\sla|a|en)\s|au\s)(?:la\s)?(?P<day>{DAY})|"
        rf"prolonge[rz]?\s{{0,2}}:?\s(?P<day2>{DAY})"
    ),
    "mine": r"(?:je\s(?:m'en\s(?:occupe|charge)|(?:le|la|les|l')\s?(?:r?appelle)|prends)|j'appelle)\b",
    "wait": (
        rf"(?:attend(?:re|s|ez)?|plus\stard)\s{{0,2}}:?\s{{0,2}}(?:jusqu'?(?:au|a\sla|a|en)\s|le\s|au\s)?(?:la\s)?"
        rf"(?P<day3>{DAY})"
    ),
}
TALKING = {
    "no": r"(?:non|no|refuse[rsz]?|refusees?|rejete[rsz]?|ecarte[rsz]?)\b",
    "answer": r"(?:repond(?:re|s|ez)?|reponse|dire|dites)\b(?:[-\s]lui\b)?",
    "ask": r"(?:demande[rsz]?|question)\b(?:[-\s]lui\b)?",
    "note": r"note[rsz]?\b",
    "propose": r"propose[rsz]?\b",
    "pass": r"(?:(?:transfere[rsz]?|transmettre|transmis|passe[rsz]?)\s(?:a|au|aux|pour)\b|pour\b)",
}
ALL = (
    r"(?:tout(?:es)?|tous)(?:\s(?:est|c'est))?\s(?:ok(?:ay)?|bon|valider?|d'accord)|"
    r"(?:ok|valider)\s(?:pour\s)?(?:tout(?:es)?|tous)"
)
BUT = rf"(?:\s?,?\s?(?:sauf|hors|excepte|a\spart)\s(?P<but>{NUMBERS}))?"
UNDO = rf"(?:annule[rz]?|annulation)(?:\s(?:le\s|la\s)?(?P<undo>{NUMBERS}))?"
HELP = r"(?:aide|help|\?|l'aide|a\sl'aide)"
BOWS = (
    r"(?:(?:bonjour|bonsoir|salut|hello|merci|cordialement|bien|bonne|belle|bon|journee|soiree|courage|week-?end|beaucoup|d'avance|"
    r"a\svous|a\stous|madame|monsieur|sincerement|amicalement|salutations|vous|pour|et|aussi|thanks|thank\syou|svp|s'il\svous\splait)\b"
    r"[\s,.!;)(-]*)*"
)
ALONE = (
    r"(?:ok(?:ay)?|merci|d'accord|oui|non|parfait|c'est\s(?:bon|ok)|tres\sbien|entendu|recu|bien\srecu|vu)"
    r"(?:\s(?:merci|beaucoup|bien))?"
)


QUOTED = re.compile(r"^[>\s]*>\s{0,4}(?:[*•-]\s{0,2})?(\d{1,3})[.)]\s")  # an entry of ours, quoted


def plain_of(text: str) -> str:
    """The text in lower case without accents, typographic quotes straight, each character where it was."""
    straight = text.translate(
        {0x2019: "'", 0x2018: "'", 0x02BC: "'", 0xA0: " ", 0x202F: " ", 0x2013: "-", 0x2014: "-", 0x2011: "-", 9: " "}
    )
    return "".join(unicodedata.normalize("NFKD", c)[:1].lower()[:1] or c for c in straight)


def numbers_in(said: str) -> tuple[int, ...]:
    """The numbers of a list, « 1 à 4 » and « 1-4 » in full; () when a range is upside down or too long."""
    found: list[int] = []
    for match in re.finditer(r"(\d{1,3})(?:\s{0,2}(?:-|\ba\b|\bto\b)\s{0,2}(?:n[°ºo]?\s?)?(\d{1,3}))?", said):
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 <= last - first <= 100:
            return ()
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found))


def count_in(said: str) -> int:
    """A count in digits or words."""
    return to_number(said)


def day_in(said: str, today: date) -> date | None:
    """The next such day: « 31/03 », « 1er avril 2027 », « fin mars »; None when the calendar has no such day."""
    months = SURE | LIKELY
    digits = re.fullmatch(r"(\d{1,2})(?:er)?[/.-](\d{1,2})(?:[/.-](\d{2,4}))?", said)
    if digits:
        return _day(int(digits[1]), int(digits[2]), digits[3], today)
    words = re.fullmatch(r"(?:fin\s|fin\sde\s)?(?:(\d{1,2})(?:er)?\s)?([a-z]+)\.?(?:\s(\d{4}))?", said)
    if not words or words[2] not in months:
        return None
    month = MONTHS.index(months[words[2]]) + 1
    if words[1]:
        return _day(int(words[1]), month, words[3], today)
    return next((day for last in (31, 30, 29, 28) if (day := _day(last, month, words[3], today))), None)


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        this = date(today.year, month, day)
        return this if this >= today else date(today.year + 1, month, day)
    except ValueError:
        return None
