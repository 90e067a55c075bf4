"""The parts of the documents that are drawn from code and transcripts; `python -m tests.documents` writes them again."""

import re
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser, ast

from core.pool.records import LIFE
from dialogs.talk.slash import COMMANDS, menu
from dialogs.wording.words import TEXTS, words_in

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "conversations" / "first-contact-telegram.txt"

EMPLOYERS = ("dialogue", "gestures", "filing", "notices", "readings", "speakers")  # the texts whose buttons employers see


def life_of_an_offer() -> str:
    """The table that the code runs on, as Markdown."""
    rows = [f"| `{status}` | {', '.join(f'`{one}`' for one in LIFE if one in ways) or '—'} |" for status, ways in LIFE.items()]
    return "\n".join(["| from | to |", "| --- | --- |", *rows])


def conversation() -> str:
    """The transcript that the README shows."""
    return f"```text\n{SHOWN.read_text(encoding='utf-8')}```"


def commands() -> str:
    """Every command, the words that do the same, and the line of the menu."""
    menus = {language: dict(menu(language)) for language in ("fr", "en")}
    rows = []
    for one in COMMANDS:
        names = " ".join(dict.fromkeys((f"`/{one.fr}`", f"`/{one.en}`")))
        said = ", ".join(dict.fromkeys((one.words_fr, one.words_en)))
        rows.append(f"| {names} | {said} | {menus['fr'].get(one.fr, '—')} | {menus['en'].get(one.en, '—')} |")
    return "\n".join(["| command | words | menu | in English |", "| --- | --- | --- | --- |", *rows])


def buttons() -> str:
    """Every button that an employer may see, by the sentence that it stands under."""
    french, english = (dict(_buttons(language)) for language in ("fr", "en"))
    rows = [f"| `{key}` | {' · '.join(labels)} | {' · '.join(english[key])} |" for key, labels in french.items()]
    return "\n".join(["| under | buttons | in English |", "| --- | --- | --- |", *rows])


def _buttons(language: str) -> Iterator[tuple[str, list[str]]]:
    words = words_in(language)
    for name in EMPLOYERS:
        file = TEXTS / language / f"{name}.ftl"
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.attributes:
                key = entry.id.name
                yield key, [words.label(key, button.id.name) for button in entry.attributes]


PARTS = {
    ("docs/telegram.md", "commands"): commands,
    ("docs/telegram.md", "buttons"): buttons,
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
