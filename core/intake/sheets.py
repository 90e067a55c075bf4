"""Tables as people keep them: CSV of any encoding and separator, XLSX; titles above the headings, numbers as Excel has them."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from config.errors import GuichetError
from core.intake.headings import Fields, field_of

LARGEST = 64_000_000  # bytes of a file
UNPACKED = 600_000_000  # bytes of an XLSX once unpacked
ROWS = 500_000
ABOVE = 20  # lines among which the headings are looked for
CELL = 2_000  # characters of a cell that are read
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class SheetUnreadable(GuichetError):
    """{name} cannot be read as a table: {reason}"""


@dataclass(frozen=True)
class SheetRow:
    """A line of a table, as numbered in the file, its cells by field; of several columns for one the first that is filled."""

    line: int
    cells: dict[str, str]

    def get(self, name: str) -> str:
        """A cell; empty when the table has no such column."""
        return self.cells.get(name, "")


@dataclass(frozen=True)
class Sheet:
    """A table: which column was taken for which field, headings that mean nothing to us, and the rows below them."""

    name: str
    columns: dict[int, str]
    unknown: tuple[str, ...]
    rows: Iterator[SheetRow] = field(compare=False)
    size: int | None = None  # rows at most, for progress; None: not known


def read_sheet(name: str, raw: bytes, fields: Fields) -> Sheet:
    """Read a table whose headings name these fields, in any order and in people's words. Raises SheetUnreadable."""
    if len(raw) > LARGEST:
        raise SheetUnreadable(name=name, reason=f"larger than {LARGEST // 1_000_000} MB")
    lines = _workbook(name, raw) if raw[:2] == b"PK" else _csv(name, raw)
    above: list[tuple[int, list[str]]] = []
    best: tuple[int, int, dict[int, str]] = (0, 0, {})
    for line, cells in lines:
        if any(cells):
            above.append((line, cells))
            columns = _columns(cells, fields)
            best = max(best, (len(set(columns.values())), -len(above), columns), key=lambda one: one[:2])
        if len(above) >= ABOVE:
            break
    found, place, columns = best[0], -best[1], best[2]
    missing = [name for name in fields.required if name not in columns.values()]
    if not found or missing:
        known = ", ".join(fields.names[name][0] for name in missing or fields.names)
        raise SheetUnreadable(name=name, reason=f"no headings were found; missing: {known}")
    heading = above[place - 1][1]
    unknown = tuple(cell for at, cell in enumerate(heading) if cell and at not in columns)
    return Sheet(name, columns, unknown, _rows([*above[place:]], lines, columns), raw.count(b"\n") if raw[:2] != b"PK" else None)


def _columns(cells: list[str], fields: Fields) -> dict[int, str]:
    found = {at: field_of(cell, fields) for at, cell in enumerate(cells[:200]) if cell}
    return {at: name for at, name in found.items() if name}


def _rows(
    first: list[tuple[int, list[str]]], rest: Iterator[tuple[int, list[str]]], columns: dict[int, str]
) -> Iterator[SheetRow]:
    for line, cells in (one for lines in (first, rest) for one in lines):
        found: dict[str, str] = {}
        for at, name in columns.items():
            if at < len(cells) and cells[at] and name not in found:
                found[name] = cells[at]
        if found:
            yield SheetRow(line, found)


def _csv(name: str, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    text = decoded(raw)
    if "\0" in text:
        raise SheetUnreadable(name=name, reason="it is neither CSV nor XLSX")
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        begins = 1
        for number, record in enumerate(reader):
            if number > ROWS:
                raise SheetUnreadable(name=name, reason=f"more than {ROWS} lines")
            yield begins, [cell.strip()[:CELL] for cell in record]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetUnreadable(name=name, reason=f"line {reader.line_num}: {error}") from None


def decoded(raw: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else what Excel writes in France (Windows-1252)."""
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The mark that the first lines hold alike, and most of."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:ABOVE]
    return max(";,\t|", key=lambda mark: sorted(line.count(mark) for line in lines)[len(lines) // 2] if lines else 0)


def _workbook(name: str, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of the first sheet that has any."""
    import openpyxl  # only where a workbook is read: it takes long to load

    try:
        unpacked = sum(one.file_size for one in zipfile.ZipFile(io.BytesIO(raw)).infolist())
        if unpacked > UNPACKED:
            raise SheetUnreadable(name=name, reason=f"larger than {UNPACKED // 1_000_000} MB once unpacked")
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        raise SheetUnreadable(name=name, reason=f"it is no workbook ({type(error).__name__})") from None
    for sheet in book.worksheets:
        line = 0
        for line, cells in enumerate(sheet.iter_rows(values_only=True, max_row=ROWS), 1):
            yield line, [_said(cell) for cell in cells]
        if line:
            return


def _said(cell: object) -> str:
    """A cell as it is read: dates in ISO, whole numbers without a comma."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if (cell.hour, cell.minute) == (0, 0) else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split(" ")).strip()[:CELL]
