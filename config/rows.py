"""One row of a table, and its cells read as dates, numbers, codes; what is wrong becomes a problem, and reading goes on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from config.closest import did_you_mean
from config.problems import Problems

UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_INSEE = re.compile(r"(?:\d\d|2[AB])\d{3}", re.ASCII)
_POSTCODE = re.compile(r"\d{5}", re.ASCII)
_UAI = re.compile(r"(\d{7})([A-Z])", re.ASCII)
_EMAIL = re.compile(r"[^\s@,;<>\"]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def is_insee(code: str) -> bool:
    """Whether it has the form of a commune's INSEE code: 97411, 2A004."""
    return _INSEE.fullmatch(code) is not None


def is_postcode(code: str) -> bool:
    """Five digits."""
    return _POSTCODE.fullmatch(code) is not None


def is_uai(code: str) -> bool:
    """A school's id: seven digits and their check letter (the number modulo 23)."""
    found = _UAI.fullmatch(code)
    return found is not None and UAI_LETTERS[int(found[1]) % 23] == found[2]


def is_email(address: str) -> bool:
    """One plain address: local@domain, with a top-level domain."""
    return len(address) <= 254 and _EMAIL.fullmatch(address) is not None


@dataclass(frozen=True)
class Row:
    """The cells of one record by column; `line` is where it begins."""

    file: str
    line: int
    cells: dict[str, str]
    problems: Problems

    def blame(self, reason: str) -> None:
        """Note a problem of this row."""
        self.problems.add(self.file, self.line, reason)

    def text(self, column: str) -> str:
        """A cell that may be empty; an absent column is empty."""
        return self.cells.get(column, "")

    def required(self, column: str) -> str:
        """A cell that must not be empty."""
        if not self.text(column):
            self.blame(f"« {column} » is empty")
        return self.text(column)

    def many(self, column: str) -> tuple[str, ...]:
        """The parts between `;`, without blanks."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def word(self, column: str, known: Iterable[str]) -> str:
        """One of the known words."""
        value, words = self.required(column), list(known)
        if value and value not in words:
            self.blame(f"unknown {column} « {value} »{did_you_mean(value, words)}")
        return value

    def words(self, column: str, known: Iterable[str]) -> tuple[str, ...]:
        """Several of the known words, at least one."""
        values, words = self.many(column), list(known)
        if not values:
            self.required(column)
        for value in values:
            if value not in words:
                self.blame(f"unknown {column} « {value} »{did_you_mean(value, words)}")
        return values

    def day(self, column: str) -> date | None:
        """An ISO date, or None when empty."""
        value = self.text(column)
        try:
            if value and not _DAY.fullmatch(value):
                raise ValueError
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.blame(f"« {value} » in {column} is no date: write 2027-02-01")
            return None

    def number(self, column: str) -> int | None:
        """A whole number, zero or more, or None when empty."""
        value = self.text(column)
        if not value:
            return None
        if value.isascii() and value.isdigit() and len(value) <= 9:
            return int(value)
        self.blame(f"« {value} » in {column} is no whole number")
        return None

    def degrees(self, column: str, limit: int) -> float | None:
        """A coordinate within ± limit, or None when empty."""
        value = self.text(column)
        try:
            number = float(value) if value else None
        except ValueError:
            number = float("nan")
        if number is not None and not -limit <= number <= limit:
            self.blame(f"« {value} » in {column} is no coordinate")
            return None
        return number

    def yes(self, column: str) -> bool:
        """`yes` or `no`; empty is no."""
        if self.text(column) not in ("", "yes", "no"):
            self.blame(f"« {self.text(column)} » in {column}: write yes or no")
        return self.text(column) == "yes"

    def insee(self, column: str) -> str:
        """A commune's INSEE code."""
        value = self.required(column)
        if value and not is_insee(value):
            self.blame(f"« {value} » is no INSEE code")
        return value

    def email(self, column: str) -> str:
        """An e-mail address."""
        value = self.required(column)
        if value and not is_email(value):
            self.blame(f"« {value} » is no e-mail address")
        return value
