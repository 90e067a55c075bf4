"""Everything wrong in a set of data files, told at once: file, line, reason."""

from dataclasses import dataclass, field

from config.errors import DataInvalid

MOST_SHOWN = 200


@dataclass(frozen=True)
class Problem:
    """One thing to mend; `line` counts from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class FilesInvalid(DataInvalid):
    """{report}"""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """At least one problem; the message lists them one per line, the first 200."""
        self.problems = problems
        lines = [str(problem) for problem in problems[:MOST_SHOWN]]
        if len(problems) > MOST_SHOWN:
            lines.append(f"… and {len(problems) - MOST_SHOWN} more")
        first = problems[0]
        super().__init__(file=first.file, line=first.line, reason=first.reason, report="\n".join(lines))


class TerritoryInvalid(FilesInvalid):
    """{report}"""


class CatalogueInvalid(FilesInvalid):
    """{report}"""


@dataclass
class Problems:
    """The list that readers and checks add to."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, reason: str) -> None:
        """Note one problem; reading goes on."""
        self.found.append(Problem(file, line, reason))

    def refuse(self, error: type[FilesInvalid]) -> None:
        """Raise that error when there is any problem, in the order of files and lines."""
        if self.found:
            raise error(tuple(sorted(self.found, key=lambda problem: (problem.file, problem.line))))
