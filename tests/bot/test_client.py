"""The way to Telegram: token, proxy, authorities."""

from pathlib import Path

import pytest
from aiogram import Bot

from bot.client import Access, TokenRefused, leave_webhook, open_bot, username
from config.errors import SettingsInvalid
from tests.tgemu import Emulator


async def test_the_bots_name_is_asked(bot: Bot) -> None:
    assert await username(bot) == "emulated_bot"


async def test_an_unknown_token_is_refused_without_being_shown(emulator: Emulator) -> None:
    stranger = open_bot(Access("43:SECRET", emulator.url))
    with pytest.raises(TokenRefused) as refused:
        await username(stranger)
    await stranger.session.close()
    assert "SECRET" not in str(refused.value)


@pytest.mark.parametrize("token", ["", "x", "a:b", "12"])
def test_what_cannot_be_a_token_is_refused(token: str) -> None:
    with pytest.raises(TokenRefused):
        open_bot(Access(token))


def test_secrets_stay_out_of_the_representation() -> None:
    assert "SECRET" not in repr(Access("42:SECRET", proxy="http://me:SECRET@proxy:3128"))


async def test_a_webhook_is_left_and_what_waits_is_kept(emulator: Emulator, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    emulator.user(7).send("un")
    await leave_webhook(bot)
    assert not emulator.hook and len(await bot.get_updates()) == 1


async def test_calls_go_through_the_proxy(emulator: Emulator) -> None:
    bot = open_bot(Access("42:TEST", "http://telegram.invalid", proxy=emulator.url))
    assert await username(bot) == "emulated_bot"  # the name cannot be resolved: the proxy got the whole request
    await bot.session.close()


@pytest.mark.parametrize("content", [None, "not a certificate"])
def test_authorities_that_cannot_be_read_are_said(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content)
    with pytest.raises(SettingsInvalid, match=r"ca\.pem"):
        open_bot(Access("42:TEST", ca_file=str(file)))
