"""The parts of the documents that are drawn from code and transcripts; `python -m tests.documents` writes them again."""

import re
from pathlib import Path

from core.pool.records import LIFE

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "conversations" / "first-contact-telegram.txt"


def life_of_an_offer() -> str:
    """The table that the code runs on, as Markdown."""
    rows = [f"| `{status}` | {', '.join(f'`{one}`' for one in LIFE if one in ways) or '—'} |" for status, ways in LIFE.items()]
    return "\n".join(["| from | to |", "| --- | --- |", *rows])


def conversation() -> str:
    """The transcript that the README shows."""
    return f"```text\n{SHOWN.read_text(encoding='utf-8')}```"


PARTS = {
    ("docs/how-it-works.md", "life of an offer"): life_of_an_offer,
    ("README.md", "conversation"): conversation,
}


def drawn(document: str, name: str, part: str) -> str:
    """The document with this part between its marks."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda marks: f"{marks[1]}{part}\n{marks[2]}", document)


if __name__ == "__main__":
    for (path, name), part in PARTS.items():
        file = ROOT / path
        file.write_text(drawn(file.read_text(encoding="utf-8"), name, part()), encoding="utf-8")
