"""Commands are words: each means what its words mean, in both languages, on either channel."""

from datetime import UTC, datetime

import pytest

from core.post.inbound import Channel, Inbound
from dialogs.listen import listen
from dialogs.talk.slash import COMMANDS, Slash, in_words, menu
from dialogs.talk.state import State
from tests.builders import a_house

HOUSE = a_house()


def said(text: str, channel: Channel = "telegram") -> Inbound:
    return Inbound(channel, "1", "7", datetime(2026, 11, 24, 6, tzinfo=UTC), text=text)


@pytest.mark.parametrize("channel", ["telegram", "email", "terminal"])
@pytest.mark.parametrize("one", COMMANDS, ids=lambda one: one.fr)
def test_a_command_is_its_words(one: Slash, channel: Channel) -> None:
    pairs = [(f"/{one.fr}", one.words_fr), (f"/{one.fr.upper()}@emulated_bot", one.words_fr)]
    pairs += [(f"/{one.en}", one.words_en)] if one.en != one.fr else []
    for command, words in pairs:
        by_command = listen(in_words(said(command, channel)), State(), HOUSE)
        by_words = listen(said(words, channel), State(), HOUSE)
        assert (by_command.intent, by_command.wish) == (by_words.intent, by_words.wish)


def test_every_command_means_something() -> None:
    heard = {one.fr: listen(in_words(said(f"/{one.fr}")), State(), HOUSE) for one in COMMANDS}
    assert {name: one.wish or one.intent for name, one in heard.items()} == {
        "offres": "my_offers",
        "rappels": "reminders",
        "annuler": "cancel",
        "langue": "language",
        "relier": "smalltalk",  # answered before any conversation
        "mesdonnees": "my_data",
        "aide": "help",
        "stop": "stop",
        "start": "smalltalk",
    }


def test_an_unknown_command_is_read_as_words() -> None:
    assert in_words(said("/oui")).text == "oui"
    assert in_words(said("/parler_a_quelqu_un svp")).text == "parler a quelqu un svp"


def test_a_link_that_opens_the_bot_keeps_its_form() -> None:
    assert in_words(said("/start o-OF-2026-00001")).text == "/start o-OF-2026-00001"


@pytest.mark.parametrize("text", ["1/2 journée", "/", "// oui", "/ oui", "du 1er/2e étage"])
def test_a_slash_elsewhere_is_no_command(text: str) -> None:
    assert in_words(said(text)).text == text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_menu_has_short_lines_for_every_command_but_start(language: str) -> None:
    listed = menu(language)
    assert len(listed) == len(COMMANDS) - 1 and all(0 < len(what) <= 60 for _, what in listed)
