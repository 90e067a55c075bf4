"""A plain aiogram bot, for the emulator's own tests: what any bot would do, the emulator must bear."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiogram import Bot, Dispatcher, F
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)


def dispatcher() -> Dispatcher:
    dp = Dispatcher()

    @dp.message(Command("menu"))
    async def menu(message: Message) -> None:
        rows = [[InlineKeyboardButton(text="Oui", callback_data="oui"), InlineKeyboardButton(text="Site", url="http://x.fr")]]
        await message.answer("Une offre ?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))

    @dp.message(Command("phone"))
    async def phone(message: Message) -> None:
        rows = [[KeyboardButton(text="Mon numéro", request_contact=True), KeyboardButton(text="Non")]]
        await message.answer("Votre numéro ?", reply_markup=ReplyKeyboardMarkup(keyboard=rows))

    @dp.message(F.contact)
    async def contact(message: Message) -> None:
        await message.answer(f"{message.contact.phone_number} {message.contact.user_id == message.from_user.id}")

    @dp.message(F.document)
    async def document(message: Message, bot: Bot) -> None:
        content = await bot.download(message.document)
        await message.answer(f"{message.document.file_name}: {content.read().decode()}")

    @dp.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("Merci")
        await query.message.edit_text("C'est noté")

    @dp.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(message.text)

    return dp


@contextlib.asynccontextmanager
async def polling(bot: Bot) -> AsyncIterator[Dispatcher]:
    dp = dispatcher()
    task = asyncio.create_task(dp.start_polling(bot, handle_signals=False, close_bot_session=False))
    await asyncio.sleep(0.05)
    try:
        yield dp
    finally:
        await dp.stop_polling()
        await task
