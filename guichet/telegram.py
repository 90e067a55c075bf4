"""Open Telegram: by long polling, or by a webhook; the bot's looks are kept up meanwhile. Its library is loaded only here."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival
from core.post.waiting import unanswered
from dialogs.post.reply import SPOKEN
from guichet.accounts import telegram_access, telegram_door
from guichet.front import fronts
from guichet.line import Clerical, Line, Record
from guichet.opening import Premises

LOG = logging.getLogger("guichet")


async def open_telegram(premises: Premises, record: Record, write_down: Clerical, *, alone: bool) -> Line:
    """The bot: updates in, paced messages out. A refused token raises TokenRefused when there is no other channel."""
    from bot.client import leave_webhook, open_bot, username
    from bot.front import Dressed
    from bot.pace import pace_of
    from bot.send import Messenger
    from bot.sign_of_life import SignOfLife

    settings, shown = premises.settings, fronts(premises.house.territory)
    bot = open_bot(telegram_access(settings))
    messenger = Messenger(bot, pace=pace_of(*settings.telegram_pace))
    try:
        await _introduce(partial(username, bot), write_down, alone=alone)
    except BaseException:
        await bot.session.close()
        raise

    async def owed(chats: set[int]) -> set[int]:
        return await asyncio.to_thread(_owed, write_down, chats)

    life = SignOfLife(bot, owed)

    async def hear(arrivals: list[Arrival]) -> None:
        await record(arrivals)
        life.heard(int(one.inbound.address) for one in arrivals if one.inbound.kind in SPOKEN)

    if door := telegram_door(settings, premises.house):
        from bot.hook import Doorman

        return Line("telegram", messenger, bot.session.close, doors=(Dressed(bot, Doorman(bot, door, hear), shown, life),))
    from bot.receive import Receiver

    LOG.info("telegram: asking for messages (long polling)")
    with suppress(Exception):  # a bot that Telegram does not answer yet still starts; the receiver tries again
        await leave_webhook(bot)
    return Line("telegram", messenger, bot.session.close, ears=(Dressed(bot, Receiver(bot, hear), shown, life),))


def _owed(write_down: Clerical, chats: set[int]) -> set[int]:
    """Of these chats, those that wait for an answer."""
    addresses = {str(chat) for chat in chats}
    return {int(one) for one in write_down(lambda session: unanswered(session, "telegram", addresses))}


async def _introduce(ask: Callable[[], Awaitable[str]], write_down: Clerical, *, alone: bool) -> None:
    """Learn the bot's name, and whether its token is good."""
    from bot.client import TokenRefused

    try:
        name = await ask()  # a token that Telegram refuses is told at once
    except TokenRefused as error:
        if alone:
            raise
        LOG.error("telegram: %s", error)
    except Exception as error:
        LOG.warning("telegram: does not answer yet, trying again: %s", str(error).partition("\n")[0][:200])
    else:
        await asyncio.to_thread(write_down, lambda session: keep_bot_name(session, name))
