"""What is said, before it becomes words: a key of `texts/`, its facts, and the buttons that answer it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from core.post.parcel import Block, Button
from dialogs.words import Words


@dataclass(frozen=True)
class Choice:
    """A button whose label is data (a commune, an offer), not a sentence."""

    id: str
    label: str


@dataclass(frozen=True)
class Say:
    """One thing to say. `buttons` are attributes of the sentence `key`, or Choices; `shape` is how a Block shows it."""

    key: str
    facts: dict[str, Any] = field(default_factory=dict)
    buttons: tuple[str | Choice, ...] = ()
    shape: Literal["text", "heading", "item", "small"] = "text"
    number: int | None = None
    apart: bool = False  # a message of its own on a chat


def put_in_words(say: Say, words: Words) -> Block:
    """The block that a Say becomes in a language."""
    return Block(text=words.line(say.key, **say.facts), kind=say.shape, number=say.number)


def put_on_buttons(say: Say, words: Words, turn: int) -> tuple[Button, ...]:
    """The buttons of a question; `turn` makes those of an older question recognisable: `7:yes`."""
    return tuple(
        Button(f"{turn}:{one.id}", one.label) if isinstance(one, Choice) else Button(f"{turn}:{one}", words.label(say.key, one))
        for one in say.buttons
    )
