"""Phone numbers of a message, in E.164, tried in the territory's regions and then in the other French ones."""

import re
from functools import lru_cache

from dialogs.understanding.text import Span, Text

REGIONS = ("FR", "RE", "YT", "GP", "MQ", "GF", "PM", "NC", "PF")
_LONG = re.compile(r"\d[\d .()/-]{7}")  # every number holds such a run
_SHAPE = re.compile(r"(?<![\d/])(?:\+|00)?\(?\d[\d .()/-]{7,22}\d(?![\d/])")
# Numbers that no plan knows yet are read by their first digits all the same.
_OVERSEAS = {
    "262": ("0262", "0263", "0692", "0693", "0269", "0639"),
    "590": ("0590", "0690", "0691"),
    "596": ("0596", "0696", "0697"),
    "594": ("0594", "0694"),
}
_ABROAD = frozenset(beginning for beginnings in _OVERSEAS.values() for beginning in beginnings)
_FRENCH = re.compile(r"0[1-79]\d{8}")
_FAX = re.compile(r"(?<!tel/)(?<!tel\.)(?<!et )(?<!/ )(?<!- )\b(?:fax|telecopie)[ .:]*$")
_YEAR = re.compile(r"(?:19|20)\d\d[ ./-]{1,3}(?=0|\+)")
_MOST = 40  # numbers looked at in one message: a table holds many dates


def find_phones(text: Text, regions: tuple[str, ...]) -> list[tuple[str, Span]]:
    """The valid numbers, in order, with their place in the original; mobile or fixed, never a fax."""
    if not _LONG.search(text.folded):
        return []
    found = []
    for match in list(_SHAPE.finditer(text.folded))[:_MOST]:
        start = match.start()
        number = read_phone(match[0], regions)
        if number is None and (lead := _YEAR.match(match[0])):  # « opticienne depuis 2003 – 04 65 71 33 90 »
            start, number = start + lead.end(), read_phone(match[0][lead.end() :], regions)
        if number and not _FAX.search(text.folded[max(0, start - 20) : start]):
            found.append((number, text.origin(start, match.end())))
    return found


@lru_cache(maxsize=2048)
def read_phone(said: str, regions: tuple[str, ...]) -> str | None:
    """A number as people write it, in E.164; None when it is valid in no region."""
    cleaned = re.sub(r"\(0\)", "", said)
    digits = re.sub(r"\D", "", cleaned)
    if not 9 <= len(digits) <= 15 or not (cleaned.lstrip("(").startswith(("+", "00")) or digits.startswith("0")):
        return None
    if _FRENCH.fullmatch(digits) and digits[:4] in _ABROAD:
        return _by_first_digits(digits)
    import phonenumbers  # at the first number only: it takes a tenth of the start

    for region in dict.fromkeys((*regions, *REGIONS)):
        try:
            number = phonenumbers.parse(cleaned, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return _by_first_digits(digits)


def _by_first_digits(digits: str) -> str | None:
    """Ten digits, or their form with +33 or +262: the country that the first four belong to."""
    for code in ("33", *_OVERSEAS):
        digits = re.sub(rf"^(?:00)?{code}0?(?=\d{{9}}$)", "0", digits)
    if not _FRENCH.fullmatch(digits):
        return None
    code = next((code for code, beginnings in _OVERSEAS.items() if digits[:4] in beginnings), "33")
    return f"+{code}{digits[1:]}"
