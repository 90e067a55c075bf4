"""The communes beyond the territory (`GUICHET_COMMUNES`): a large file, read fast, so that places elsewhere are recognised."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from config.problems import FilesInvalid, Problems
from config.rows import is_insee
from config.tables import Columns, check_heading, read_text, records
from config.territory import Commune

COLUMNS = Columns(("code_insee", "nom", "codes_postaux"), ("departement", "population", "lat", "lon"))
_POSTCODES = re.compile(r"\d{5}(?:;\d{5})*", re.ASCII)


class CommunesInvalid(FilesInvalid):
    """{report}"""


def load_communes(path: Path) -> tuple[Commune, ...]:
    """The communes of that file; coordinates, population and postcodes may be empty.

    Raises CommunesInvalid with every problem: file, line, reason.
    """
    problems = Problems()
    text = read_text(path, problems)
    found = tuple(_communes(path.name, text, problems)) if text is not None else ()
    problems.refuse(CommunesInvalid)
    return found


def _communes(file: str, text: str, problems: Problems) -> Iterator[Commune]:
    reading = records(text)
    line = 1
    try:
        line, heading = next(reading, (1, []))
        heading = [column.strip().lower() for column in heading]
        if not check_heading(file, line, heading, COLUMNS, problems):
            return
        places = [heading.index(column) if column in heading else len(heading) for column in COLUMNS.known]
        seen: set[str] = set()
        for line, record in reading:
            if len(record) == len(heading):
                cells = [*record, ""]
                read = _commune([cells[place] for place in places], seen)
                if isinstance(read, Commune):
                    yield read
                else:
                    problems.add(file, line, read)
            elif record:
                problems.add(file, line, f"{len(record)} cells instead of {len(heading)}")
    except csv.Error as error:
        problems.add(file, line, f"broken quotation marks: {error}")


def _commune(cells: list[str], seen: set[str]) -> Commune | str:
    """The commune, or the reason why there is none."""
    insee, name, codes, _, population, lat, lon = cells
    if not is_insee(insee):
        return f"« {insee} » is no INSEE code"
    if insee in seen:
        return f"commune « {insee} » stands twice"
    if not name or name.isspace():
        return "« nom » is empty"
    if codes and not _POSTCODES.fullmatch(codes):
        return f"« {codes} »: postcodes are five digits, with ; between them"
    seen.add(insee)
    try:
        return Commune(
            insee, name, tuple(codes.split(";")) if codes else (), int(population or 0),
            lat=float(lat) if lat else None, lon=float(lon) if lon else None,
        )  # fmt: skip
    except ValueError:
        return "population, lat and lon must be numbers"
