"""CSV files read with line numbers: UTF-8 with or without BOM, `;` or `,`; their columns and sizes are checked."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.closest import did_you_mean
from config.problems import Problems
from config.rows import Row

LARGEST = 32_000_000  # bytes


@dataclass(frozen=True)
class Columns:
    """The columns that a table must have, and those that it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """All of them."""
        return self.required + self.optional


def read_text(path: Path, problems: Problems) -> str | None:
    """The file's text without BOM; None, and a problem, when it is missing, too large or not UTF-8."""
    try:
        if path.stat().st_size > LARGEST:
            problems.add(path.name, 1, f"larger than {LARGEST // 1_000_000} MB")
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = bytes(error.object[: error.start]).count(b"\n") + 1
        problems.add(path.name, line, "not UTF-8: save the file as « CSV UTF-8 »")
    except OSError as error:
        problems.add(path.name, 1, "missing file" if isinstance(error, FileNotFoundError) else f"unreadable: {error.strerror}")
    return None


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; the separator is the one that the heading holds most of.

    Raises csv.Error on a broken quotation.
    """
    heading = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if heading.count(";") > heading.count(",") else ",", strict=True
    )
    begins = 1
    for record in reader:
        yield begins, record
        begins = reader.line_num + 1


def read_table(path: Path, columns: Columns, problems: Problems) -> list[Row]:
    """The rows of a table; blank lines are skipped, whatever is wrong becomes a problem."""
    text = read_text(path, problems)
    if text is None:
        return []
    rows: list[Row] = []
    heading: list[str] | None = None
    line = 1
    try:
        for line, record in records(text):
            cells = [cell.strip() for cell in record]
            if not any(cells):
                continue
            if heading is None:
                heading = [cell.lower() for cell in cells]
                if not check_heading(path.name, line, heading, columns, problems):
                    return []
            elif len(cells) != len(heading):
                problems.add(path.name, line, f"{len(cells)} cells instead of {len(heading)}")
            else:
                rows.append(Row(path.name, line, dict(zip(heading, cells, strict=True)), problems))
    except csv.Error as error:
        problems.add(path.name, line, f"broken quotation marks: {error}")
    if heading is None:
        problems.add(path.name, 1, "empty file: a first line with the columns is needed")
    return rows


def check_heading(file: str, line: int, heading: list[str], columns: Columns, problems: Problems) -> bool:
    """Whether all required columns are there; missing, unknown and double ones become problems."""
    missing = [column for column in columns.required if column not in heading]
    for column in missing:
        problems.add(file, line, f"missing column « {column} »")
    for column in heading:
        if column not in columns.known:
            problems.add(file, line, f"unknown column « {column} »{did_you_mean(column, columns.known)}")
    for column in {column for column in heading if heading.count(column) > 1}:
        problems.add(file, line, f"column « {column} » stands twice")
    return not missing
