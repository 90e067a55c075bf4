"""A line of a table of employers, read: numbers checked, phones in E.164, the commune found; what is wrong is not guessed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from stdnum.fr import siret as siret_number

from core.intake.employers import EmployerRow
from core.intake.sheets import SheetRow
from core.territory.fold import fold
from core.territory.likely import ACCEPT
from core.territory.places import Gazetteer
from dialogs.who.phones import read_phone

EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_POSTCODE = re.compile(r"(?<!\d)(\d{2}[ .]?\d{3})(?!\d)")
_CEDEX = re.compile(r"\bcedex\b.*")
NAME = 200  # characters
NONE = frozenset("- -- / neant aucun aucune na n/a nc x ? inconnu".split())


@dataclass(frozen=True)
class ReadRow:
    """The employer of a line, or why there is none; and what of the line could not be used."""

    line: int
    row: EmployerRow | None
    refused: str | None = None  # no_name
    ignored: tuple[str, ...] = ()  # siret, phone, email, commune


def read_employer(sheet_row: SheetRow, gazetteer: Gazetteer, regions: tuple[str, ...]) -> ReadRow:
    """Read one line; without a name, or a trade name, there is no employer."""
    cells = {name: " ".join(cell.split()) for name, cell in sheet_row.cells.items() if fold(cell) not in NONE}
    name = (cells.get("name") or cells.get("trade_name") or "")[:NAME]
    if not re.search(r"[^\W\d_]", name):
        return ReadRow(sheet_row.line, None, "no_name")
    siret, phone, email = (
        _siret(cells.get("siret", "")),
        phone_in(cells.get("phone", ""), regions),
        email_in(cells.get("email", "")),
    )
    insee = insee_of(cells.get("commune", ""), cells.get("postcode", ""), gazetteer)
    read = {"siret": siret, "phone": phone, "email": email, "commune": insee}
    person = " ".join(part for part in (cells.get("first_name"), cells.get("contact")) if part)
    return ReadRow(
        sheet_row.line,
        EmployerRow(
            sheet_row.line, name, cells.get("trade_name"), siret, cells.get("street"), insee, person[:NAME] or None, phone, email
        ),
        ignored=tuple(slot for slot, value in read.items() if value is None and cells.get(slot)),
    )


def _siret(said: str) -> str | None:
    digits = re.sub(r"\D", "", said)
    return digits if len(digits) == 14 and siret_number.is_valid(digits) else None


def phone_in(said: str, regions: tuple[str, ...]) -> str | None:
    """The first number of a cell; a table has often eaten the zero at its head."""
    for part in re.split(r"[/;,]| ou | - ", said)[:4]:
        digits = re.sub(r"\D", "", part)
        whole = (
            f"0{digits}" if len(digits) == 9 and digits[0] != "0" else f"+{digits}" if len(digits) in (11, 12) else part.strip()
        )
        if found := read_phone(whole if digits[:1] != "0" else part.strip(), regions):
            return found
    return None


def email_in(said: str) -> str | None:
    """The first address of a cell, in lower case."""
    found = EMAIL.search(said)
    return found[0].strip(".'").lower() if found else None


@lru_cache(maxsize=10_000)
def insee_of(commune: str, postcode: str, gazetteer: Gazetteer) -> str | None:
    """The commune that these cells name together; None when they name none, or several."""
    code = _POSTCODE.search(postcode) or _POSTCODE.search(commune)
    digits = re.sub(r"\D", "", code[1] if code else postcode)
    digits = f"0{digits}" if len(digits) == 4 else digits  # 1000 is 01000, of which a table has eaten the zero
    inside = gazetteer.by_postcode(digits)
    name = " ".join(_CEDEX.sub("", fold(_POSTCODE.sub(" ", commune))).split())
    found = gazetteer.closest(name, digits if inside else None, 2) if name else tuple((one, 1.0) for one in inside)
    return found[0][0].insee if len(found) == 1 and found[0][1] >= ACCEPT else None
