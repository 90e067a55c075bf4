"""A regular expression compiled when a message first asks for it: many rules read few messages, and compiling is slow."""

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
