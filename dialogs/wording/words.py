"""Every sentence the assistant can say, from the Fluent files of `texts/`: French first, one file a subject."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

TEXTS = Path(__file__).parents[1] / "texts"
NBSP = "\u00a0"
# French typography that a typist forgets: no-break spaces before double punctuation, inside quotes and hours, and ’.
TYPESET = (
    (re.compile(r"(?<=\S) (?=[:;?!%»€](?:\s|$|[.,)]))"), NBSP),
    (re.compile(r"« "), f"«{NBSP}"),
    (re.compile(r"(?<=\d) (?=h\b|€)"), NBSP),
    (re.compile(r"(?<=\bh) (?=\d\d\b)"), NBSP),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"[ \u00a0]+\n"), "\n"),
)


def typeset(text: str) -> str:
    """French words with the spaces and apostrophes that French wants."""
    for pattern, right in TYPESET:
        text = pattern.sub(right, text)
    return text


class Words:
    """The sentences of one language. A missing key is an error: nobody is ever shown a key."""

    def __init__(self, language: str):
        self.language = language if (TEXTS / language).is_dir() else "fr"
        self._bundle = FluentBundle([self.language], use_isolating=False)
        for file in sorted((TEXTS / self.language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return bool(self._bundle.has_message(key))

    def line(self, key: str, **facts: Any) -> str:
        """The sentence of this key, with its facts; KeyError when it or one of its facts is missing."""
        message = self._bundle.get_message(key)
        return self._format(key, message.value, facts)

    def label(self, key: str, button: str, **facts: Any) -> str:
        """The label of a button of this question."""
        return self._format(f"{key}.{button}", self._bundle.get_message(key).attributes[button], facts)

    def _format(self, key: str, pattern: Any, facts: dict[str, Any]) -> str:
        text, errors = self._bundle.format_pattern(pattern, facts)
        if errors or not isinstance(text, str):
            raise KeyError(f"{key}: {errors}")
        return typeset(text) if self.language == "fr" else text


@lru_cache
def words_in(language: str | None) -> Words:
    """The sentences of a language, French when it is unknown; read once."""
    return Words("en" if language == "en" else "fr")
