"""The bot's voice: a parcel in Telegram's form, at Telegram's pace, and Telegram's refusals in the house's words."""

import asyncio
import logging
import time
from collections.abc import Callable

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.buttons import keyboard
from bot.pace import Pace
from bot.text import lay_out
from config.errors import GuichetError
from core.post.parcel import Carrier, NotYet, Parcel, Refused, TryLater, Unreachable

log = logging.getLogger(__name__)

PATIENCE = 30  # seconds for Telegram to take a message
BRIEFLY = 10  # seconds for what is only courtesy: ending the press's clock, taking spent buttons away
AGAIN = 5.0  # seconds before a cut connection or a broken server is tried again
FLOODED = 30.0  # seconds after a 429 that does not say how long
BROKEN = 300.0  # seconds before a token that was refused is tried again
SHORTLY = 1.0  # seconds: what has no place until then is not taken on, lest an answer wait behind it
BEGUN = 1000  # messages of several pieces whose progress is remembered
_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "bot was blocked",
    "peer_id_invalid",
    "input_user_deactivated",
)
_SAME = "message is not modified"
_FAULTS = (AiogramError, OSError, TimeoutError)

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class Messenger(Carrier):
    """The Telegram carrier. Parcels of different chats may be sent side by side, those of one chat one after another."""

    def __init__(self, bot: Bot, *, pace: Pace | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot, self._pace, self._monotonic = bot, pace or Pace(), monotonic
        self._begun: dict[int, list[str]] = {}  # of a parcel sent in part: the ids of its pieces, so that none is repeated

    def room(self) -> int:
        """How many parcels have a place in the next second."""
        return self._pace.room(self._monotonic(), SHORTLY)

    async def send(self, parcel: Parcel) -> str:
        """Deliver a parcel: the id of its last message, empty when it has no words and only closes a press.

        Raises NotYet (Telegram's flood control), TryLater, Unreachable or Refused. A parcel tried again goes on after the pieces
        that were delivered.
        """
        chat = _chat(parcel)
        try:
            if parcel.id not in self._begun:
                await self._close(chat, parcel)
            return await self._deliver(chat, parcel)
        except _FAULTS as error:
            meaning = refusal(error, parcel.address, self._bot.token)
            if isinstance(meaning, NotYet):
                self._pace.spare(chat, self._monotonic(), meaning.after)
            if not isinstance(meaning, TryLater):
                self._begun.pop(parcel.id, None)
            raise meaning from None

    async def _deliver(self, chat: int, parcel: Parcel) -> str:
        pieces = lay_out(parcel.blocks)
        done = self._begun.setdefault(parcel.id, [])
        while len(self._begun) > BEGUN:
            del self._begun[next(iter(self._begun))]
        if parcel.replaces and len(pieces) == 1 and await self._put_in_place(chat, parcel, pieces[0]):
            self._begun.pop(parcel.id, None)
            return parcel.replaces
        for number, piece in enumerate(pieces):
            if number >= len(done):
                last = number == len(pieces) - 1
                done.append(await self._say(chat, piece, _markup(parcel) if last else None, parcel.silent))
        self._begun.pop(parcel.id, None)
        return done[-1] if done else ""

    async def _put_in_place(self, chat: int, parcel: Parcel, piece: str) -> bool:
        """Whether these words stand now where the earlier message stood; a message that is gone or too old is answered anew."""
        markup = _markup(parcel)
        if isinstance(markup, ReplyKeyboardMarkup) or not (parcel.replaces or "").isdecimal():
            return False
        await self._await_turn(chat)
        try:
            await self._bot.edit_message_text(
                piece,
                chat_id=chat,
                message_id=int(parcel.replaces or 0),
                parse_mode="HTML",
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
                request_timeout=PATIENCE,
            )
        except TelegramBadRequest as error:
            return _SAME in error.message  # said before: a kill came between the saying and the noting
        return True

    async def _await_turn(self, chat: int) -> None:
        await asyncio.sleep(self._pace.book_chat(chat, self._monotonic()))
        await asyncio.sleep(self._pace.book(self._monotonic()))

    async def _say(self, chat: int, piece: str, markup: Markup | None, silent: bool) -> str:
        await self._await_turn(chat)
        sent = await self._bot.send_message(
            chat,
            piece,
            parse_mode="HTML",
            disable_notification=silent,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=markup,
            request_timeout=PATIENCE,
        )
        return str(sent.message_id)

    async def _close(self, chat: int, parcel: Parcel) -> None:
        """End the press that this parcel answers. A press too old, or buttons already gone, are no reason not to answer."""
        if parcel.closes:
            try:
                await self._bot.answer_callback_query(parcel.closes, request_timeout=BRIEFLY)
            except _FAULTS as error:
                log.info("telegram: press not closed: %s", _reason(error, self._bot.token))
        if parcel.closes_message and parcel.closes_message.isdecimal():
            try:
                number = int(parcel.closes_message)
                await self._bot.edit_message_reply_markup(chat_id=chat, message_id=number, request_timeout=BRIEFLY)
            except _FAULTS as error:
                log.info("telegram: buttons not taken away: %s", _reason(error, self._bot.token))


def refusal(error: Exception, address: str, token: str = "") -> GuichetError:
    """What an error of Telegram, of its client or of the network means: NotYet, TryLater, Unreachable or Refused."""
    reason = _reason(error, token)
    if isinstance(error, TelegramRetryAfter) or "too many requests" in reason.lower():  # nothing was delivered: no try is counted
        return NotYet(float(getattr(error, "retry_after", FLOODED)), reason)
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):  # of the bot, not of the message
        return TryLater(BROKEN, reason)
    if isinstance(error, TelegramForbiddenError | TelegramMigrateToChat):
        return Unreachable(address=address, reason=reason)
    if isinstance(error, TelegramBadRequest):
        gone = any(words in reason.lower() for words in _GONE)
        return Unreachable(address=address, reason=reason) if gone else Refused(reason=reason)
    if isinstance(error, TelegramEntityTooLarge):
        return Refused(reason=reason)
    return TryLater(AGAIN, reason)


def _reason(error: Exception, token: str) -> str:
    """One line for the log: no page that a proxy sent, and never the token."""
    line = str(error).partition("\n")[0][:200] or type(error).__name__
    return line.replace(token, "…") if token else line


def _chat(parcel: Parcel) -> int:
    try:
        return int(parcel.address)
    except ValueError:
        raise Unreachable(address=parcel.address, reason="not a chat id") from None


def _markup(parcel: Parcel) -> Markup:
    shape = keyboard(parcel.buttons)
    if "inline_keyboard" in shape:
        return InlineKeyboardMarkup.model_validate(shape)
    return (ReplyKeyboardMarkup if "keyboard" in shape else ReplyKeyboardRemove).model_validate(shape)
