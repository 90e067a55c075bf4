"""Regular expressions that cost nothing until a message needs them: many rules read few messages, and compiling is slow."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """Written at import, compiled at its first use; from then on as fast as any other."""

    def __init__(self, written: str) -> None:
        """Keep what is written; a fault in it shows at the first use."""
        self.written = written

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.written)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of `re.Pattern`."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As of `re.Pattern`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As of `re.Pattern`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of `re.Pattern`."""
        return self.compiled.finditer


class Marked:
    """A pattern that is not tried on a text without any of its marks: whatever it finds holds one of them."""

    def __init__(self, written: str, marks: str) -> None:
        """Marks are parts of folded text, separated by `|`: as few and as rare as can be."""
        self.pattern = Pattern(written)
        self._marks = tuple(marks.split("|"))

    def search(self, said: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(said) if holds(said, self._marks) else None

    def finditer(self, said: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self.pattern.finditer(said) if holds(said, self._marks) else iter(())


def holds(said: str, marks: tuple[str, ...]) -> bool:
    """Whether a text holds any of these parts: far cheaper to ask than most expressions."""
    for mark in marks:  # noqa: SIM110 - a generator would cost as much as the search that is spared
        if mark in said:
            return True
    return False
