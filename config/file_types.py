"""Which files that come with a letter are kept, and up to which size; what is not in the table is refused."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from config.problems import CatalogueInvalid, Problems
from config.tables import Columns, read_table

FILE = Path(__file__).parent / "catalogue" / "file-types.csv"
MEGABYTE = 1024 * 1024
Kind = Literal["table", "document", "aside"]  # aside: comes with letters as such, neither kept nor spoken of
KINDS = ("table", "document", "aside")
COLUMNS = Columns(("kind", "extensions", "types", "most_mb", "source"))


@dataclass(frozen=True)
class FileType:
    """A type of files; `most` in bytes."""

    kind: Kind
    most: int


@dataclass(frozen=True)
class FileTypes:
    """Types by the end of a file's name, and by media type for what has no such end."""

    by_extension: dict[str, FileType]
    by_type: dict[str, FileType]

    def of(self, name: str, type: str) -> FileType | None:
        """The type of a file; its name decides, since it is by its name that a computer opens it."""
        stem, dot, extension = name.rpartition(".")
        if stem and dot and name != type:
            return self.by_extension.get(extension.lower().strip())
        return self.by_type.get(type.lower())


@cache
def load_file_types(file: Path = FILE) -> FileTypes:
    """The table, read once. Raises CatalogueInvalid with every problem: file, line, reason."""
    problems = Problems()
    by_extension: dict[str, FileType] = {}
    by_type: dict[str, FileType] = {}
    for row in read_table(file, COLUMNS, problems):
        row.required("source")
        known = FileType(cast(Kind, row.word("kind", KINDS)), (row.number("most_mb") or 0) * MEGABYTE)
        by_extension |= dict.fromkeys(row.many("extensions"), known)
        by_type |= dict.fromkeys(row.many("types"), known)
    problems.refuse(CatalogueInvalid)
    return FileTypes(by_extension, by_type)
