"""What is said, before it becomes words: a key of `texts/`, its facts, and the buttons that answer it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from core.pool.commands import Command
from core.post.parcel import Block, Button
from dialogs.talk.state import State
from dialogs.wording.words import Words


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
    lead: str = ""  # words that come before, in the same paragraph
    apart: bool = False  # a message of its own on a chat
    in_place: bool = False  # on a chat, it takes the place of the message whose button was pressed


@dataclass(frozen=True)
class Turn:
    """What a message led to: the new state, what core is to do, what is said, and the question that ends it."""

    state: State
    do: tuple[Command, ...] = ()
    say: tuple[Say, ...] = ()
    ask: Say | None = None


def put_in_words(say: Say, words: Words) -> Block:
    """The block that a Say becomes in a language."""
    text = words.line(say.key, **say.facts)
    link = say.facts.get("link")
    link = link if isinstance(link, str) and link.startswith("https://") else None
    return Block(text=f"{say.lead} {text}" if say.lead else text, kind=say.shape, number=say.number, link=link)


GESTURES = {"ask_phone": "ask:phone", "ask_place": "ask:place"}  # a channel may turn these into sharing a number, a place
# Buttons that mean the same whatever was asked since: `o.…` and `r.…` act on an offer, the others are these.
LASTING = {
    "stop_reminders": "r.stop",
    "resume_reminders": "r.resume",
    "french": "l.fr",
    "english": "l.en",
    "erase": "d.erase",
    "offers": "l.offers",
    "offer": "l.offer",
    "person": "l.person",
    "languages": "l.choose",
    "reminders": "r.list",
    "data": "d.show",
    "link": "d.link",
    "unlink": "d.unlink",
}


def lasts(id: str) -> bool:
    """Whether a button works whenever it is pressed."""
    return id.startswith(("o.", "r.", "l.", "d."))


def put_on_buttons(say: Say, words: Words, turn: int) -> tuple[Button, ...]:
    """The buttons of a question; `turn` makes those of an older question recognisable: `7:yes`. Lasting ones keep their id."""
    return tuple(
        Button(one.id if lasts(one.id) else f"{turn}:{one.id}", one.label)
        if isinstance(one, Choice)
        else Button((GESTURES | LASTING).get(one, f"{turn}:{one}"), words.label(say.key, one))
        for one in say.buttons
    )
