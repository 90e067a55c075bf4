"""What people see before they write: set in both languages, once, and again when Telegram fails."""

import asyncio

from aiogram import Bot

from bot.front import DESCRIPTION, SHORT, Front, dress, keep_dressed
from dialogs.talk.slash import menu
from guichet.front import fronts
from tests.builders import a_house
from tests.tgemu import Emulator

FRONTS = fronts(a_house().territory)
SETTERS = ("setMyCommands", "setMyDescription", "setMyShortDescription")


async def test_the_menu_and_who_we_are_are_set_in_both_languages(bot: Bot) -> None:
    await dress(bot, FRONTS)
    assert [it.command for it in await bot.get_my_commands(language_code="fr")] == [name for name, _ in menu("fr")]
    assert [it.command for it in await bot.get_my_commands()] == [name for name, _ in menu("en")]
    assert (await bot.get_my_description(language_code="fr")).description == FRONTS[1].before
    assert (await bot.get_my_short_description()).short_description == FRONTS[0].about


async def test_what_is_there_already_is_not_set_again(emulator: Emulator, bot: Bot) -> None:
    assert await dress(bot, FRONTS) == 6
    assert await dress(bot, FRONTS) == 0
    assert [len(emulator.log(method)) for method in SETTERS] == [2, 2, 2]


async def test_only_what_changed_is_set(emulator: Emulator, bot: Bot) -> None:
    await dress(bot, FRONTS)
    assert await dress(bot, [Front(None, menu("en"), "Another line.", FRONTS[0].before)]) == 1


async def test_a_telegram_that_fails_is_asked_again(emulator: Emulator, bot: Bot) -> None:
    emulator.fault("getMyCommands", status=502, html=True, times=2)
    emulator.fault("setMyDescription", status=500, times=1)
    await asyncio.wait_for(keep_dressed(bot, FRONTS, asyncio.Event(), (0.01,)), 10)
    assert (await bot.get_my_description(language_code="fr")).description == FRONTS[1].before


async def test_a_bot_that_stops_does_not_wait_for_its_menu(emulator: Emulator, bot: Bot) -> None:
    emulator.fault("getMyCommands", status=500, times=9)
    stop = asyncio.Event()
    dressing = asyncio.create_task(keep_dressed(bot, FRONTS, stop))
    while not emulator.log("getMyCommands"):
        await asyncio.sleep(0.01)
    stop.set()
    await asyncio.wait_for(dressing, 5)
    assert not emulator.log("setMyCommands")


def test_what_is_shown_fits() -> None:
    assert all(len(one.about) <= SHORT and len(one.before) <= DESCRIPTION for one in FRONTS)
