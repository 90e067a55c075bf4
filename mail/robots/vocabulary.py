"""The words of robots, servers and their languages: tables of expressions beside the code, read once, at the first need."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def expression(name: str) -> re.Pattern[str]:
    """One expression for a table of `words/`: an alternative a line, any case; lines that begin with # are remarks."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(f"(?:{line})" for line in lines if line.strip() and not line.startswith("#")), re.IGNORECASE)
