"""French and English say the same things: the same files, sentences, facts and buttons."""

from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

TEXTS = Path(__file__).parents[3] / "dialogs" / "texts"
LANGUAGES = ("fr", "en")
Entry = ast.Message | ast.Term


class References(Visitor):
    """Collects the facts ($name) and the other sentences ({ name }, { -name }) that an entry uses."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.sentences: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """A fact that the code must give."""
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        """A sentence used within another."""
        self.sentences.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        """A term, and the arguments it is given."""
        self.sentences.add(f"-{node.id.name}")
        self.generic_visit(node)


def references(node: ast.BaseNode) -> References:
    found = References()
    found.visit(node)
    return found


@cache
def bodies(language: str) -> dict[str, list[ast.EntryType]]:
    """What each file of a language holds, comments included."""
    parser = FluentParser(with_spans=False)
    return {file.name: parser.parse(file.read_text(encoding="utf-8")).body for file in sorted((TEXTS / language).glob("*.ftl"))}


def name(entry: Entry) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def entries(language: str) -> dict[str, Entry]:
    return {name(entry): entry for body in bodies(language).values() for entry in body if isinstance(entry, Entry)}


def messages(language: str) -> dict[str, ast.Message]:
    """The sentences proper, without the terms."""
    return {key: entry for key, entry in entries(language).items() if isinstance(entry, ast.Message)}


def test_both_languages_have_the_same_files_and_sentences() -> None:
    keys = {
        language: {(file, name(entry)) for file, body in bodies(language).items() for entry in body if isinstance(entry, Entry)}
        for language in LANGUAGES
    }
    assert keys["fr"] - keys["en"] == set()
    assert keys["en"] - keys["fr"] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_can_be_read_whole(language: str) -> None:
    assert [part.content for body in bodies(language).values() for part in body if isinstance(part, ast.Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language: str) -> None:
    keys = [name(entry) for body in bodies(language).values() for entry in body if isinstance(entry, Entry)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_uses_only_sentences_that_exist(language: str) -> None:
    known = entries(language)
    assert {key: lost for key, entry in known.items() if (lost := references(entry).sentences - known.keys())} == {}


def test_both_languages_are_given_the_same_facts() -> None:
    french, english = messages("fr"), messages("en")
    facts = {key: (references(french[key]).facts, references(english[key]).facts) for key in french.keys() & english.keys()}
    assert {key: pair for key, pair in facts.items() if pair[0] != pair[1]} == {}


def test_both_languages_have_the_same_buttons() -> None:
    french, english = messages("fr"), messages("en")
    buttons = {
        key: [[part.id.name for part in language[key].attributes] for language in (french, english)]
        for key in french.keys() & english.keys()
    }
    assert {key: pair for key, pair in buttons.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_is_short_enough_for_a_telephone(language: str) -> None:
    plain = {
        f"{key}.{button.id.name}": "".join(part.value for part in button.value.elements if isinstance(part, ast.TextElement))
        for key, message in messages(language).items()
        for button in message.attributes
    }
    assert {key: label for key, label in plain.items() if len(label) > 40} == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_entry_is_written_twice(language: str) -> None:
    names = [name(entry) for body in bodies(language).values() for entry in body if isinstance(entry, Entry)]
    assert sorted(one for one in set(names) if names.count(one) > 1) == []
