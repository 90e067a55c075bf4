"""What the bot shows before anybody writes, from the table of commands and the words of both languages."""

from typing import TYPE_CHECKING

from config.territory import Territory
from dialogs.talk.slash import menu
from dialogs.wording.words import words_in

if TYPE_CHECKING:
    from bot.front import Front


def fronts(territory: Territory) -> "tuple[Front, ...]":
    """English for everybody, French for those whose Telegram is in French."""
    from bot.front import Front

    return tuple(
        Front(code, menu(language), words_in(language).line("front-about"), _before(territory, language))
        for code, language in ((None, "en"), ("fr", "fr"))
    )


def _before(territory: Territory, language: str) -> str:
    return words_in(language).line("front-before", signature=territory.signature)
