"""The commands of chats: each stands for words that one may write instead, on any channel; French and English are twins."""

import re
from dataclasses import dataclass, replace

from core.post.inbound import Inbound
from dialogs.wording.words import words_in

_COMMAND = re.compile(r"/(\w{1,32})(?:@\w{1,64})?\b(.*)", re.DOTALL)
WITH_WORDS = ("relier", "link")  # what follows belongs to them: an address
LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Slash:
    """One command: its name without the slash, and the words that it stands for, in French and in English."""

    fr: str
    en: str
    words_fr: str
    words_en: str


COMMANDS = (
    Slash("offres", "offers", "mes offres", "my offers"),
    Slash("rappels", "reminders", "rappels", "reminders"),
    Slash("annuler", "cancel", "annuler", "cancel"),
    Slash("langue", "language", "langue", "language"),
    Slash("relier", "link", "relier", "link"),
    Slash("mesdonnees", "mydata", "mes données", "my data"),
    Slash("aide", "help", "aide", "help"),
    Slash("stop", "stop", "stop", "stop"),
    Slash("start", "start", "bonjour", "hello"),
)
_MEANING = {name: words for one in COMMANDS for name, words in ((one.en, one.words_en), (one.fr, one.words_fr))}


def in_words(inbound: Inbound) -> Inbound:
    """The message with its command in words; one that no table knows loses its slash only. « /start » stays: links begin so."""
    command = _COMMAND.fullmatch(inbound.text.strip()) if inbound.text.startswith("/") else None
    if command is None or command[1].lower() == "start":
        return inbound
    name, rest = command[1].lower(), command[2]
    said = _MEANING.get(name, name.replace("_", " "))
    return replace(inbound, text=said if name in _MEANING and name not in WITH_WORDS else f"{said}{rest}")


def menu(language: str) -> tuple[tuple[str, str], ...]:
    """What Telegram lists behind « / »: names and what they do, in this language. Everybody knows how to start."""
    words = words_in(language)
    listed = [one for one in COMMANDS if one.fr != "start"]
    return tuple((one.fr if language == "fr" else one.en, words.line(f"menu-{one.fr}")) for one in listed)
