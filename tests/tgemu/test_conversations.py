"""Conversations with an aiogram bot that polls."""

from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, MenuButtonCommands

from tests.tgemu import Emulator
from tests.tgemu.calling import call
from tests.tgemu.echo import polling

ROOT = Path(__file__).parent.parent.parent


async def test_text_and_start_payload(emulator: Emulator, bot: Bot) -> None:
    async with polling(bot):
        anna = emulator.user(7, first_name="Anna")
        [reply] = await anna.ask("bonjour")
        assert reply["text"] == "bonjour" and reply["chat"]["id"] == 7
        anna.start("tok-1")
        await anna.wait(like="^/start tok-1$")
        assert anna.texts() == ["bonjour", "/start tok-1"]
        assert [m["from"]["is_bot"] for m in anna.messages()] == [False, True, False, True]


async def test_inline_button(emulator: Emulator, bot: Bot) -> None:
    async with polling(bot):
        anna = emulator.user(7)
        await anna.ask("/menu")
        query = anna.press("Oui")
        await anna.wait(like="noté")
        assert query["answer"] == {"text": "Merci"}
        assert anna.texts() == ["C'est noté"]
        with pytest.raises(LookupError):
            anna.press("Oui")  # editing the text took the keyboard away


async def test_reply_keyboard_and_contact(emulator: Emulator, bot: Bot) -> None:
    async with polling(bot):
        anna = emulator.user(7)
        await anna.ask("/phone")
        anna.press("Mon numéro")
        assert (await anna.wait())[0]["text"] == "+33612345678 True"
        anna.share_contact("+33699999999", user_id=8)
        assert (await anna.wait())[0]["text"] == "+33699999999 False"
        anna.press("Non")
        assert (await anna.wait())[0]["text"] == "Non"


async def test_files_both_ways(emulator: Emulator, bot: Bot) -> None:
    async with polling(bot):
        anna = emulator.user(7)
        anna.send_file("offre.txt", "deux stages")
        assert (await anna.wait())[0]["text"] == "offre.txt: deux stages"
        sent = await bot.send_document(7, BufferedInputFile(b"%PDF", "convention.pdf"), caption="<b>Voilà</b>", parse_mode="HTML")
        assert (await bot.download(sent.document)).read() == b"%PDF"
        assert (sent.caption, sent.caption_entities[0].type) == ("Voilà", "bold")
        again = await bot.send_document(7, sent.document.file_id)
        assert (await bot.download(again.document)).read() == b"%PDF"
        photo = await bot.send_photo(7, BufferedInputFile(b"png", "a.png"))
        assert photo.photo[0].file_size == 3


async def test_block(emulator: Emulator, bot: Bot) -> None:
    anna = emulator.user(7)
    anna.send("x")
    anna.block()
    assert (await call(emulator, "sendMessage", chat_id=7, text="x"))["description"] == "Forbidden: bot was blocked by the user"
    updates = await bot.get_updates()
    assert updates[-1].my_chat_member.new_chat_member.status == "kicked"
    anna.block(False)
    assert (await bot.send_message(7, "x")).text == "x"


async def test_settings_by_language(emulator: Emulator, bot: Bot) -> None:
    await bot.set_my_commands([{"command": "offre", "description": "Proposer un stage"}], language_code="fr")
    await bot.set_my_description("Guichet", language_code="fr")
    await bot.set_my_short_description("G")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_my_commands(language_code="fr"))[0].command == "offre"
    assert await bot.get_my_commands() == []
    assert (await bot.get_my_description(language_code="fr")).description == "Guichet"
    assert (await bot.get_my_short_description()).short_description == "G"
    assert emulator.settings["chatmenubutton", "", ""]["menu_button"] == {"type": "commands"}


async def test_copy_pin_action_delete(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("x")
    sent = await bot.send_message(7, "à copier")
    copy = await bot.copy_message(7, 7, sent.message_id)
    assert emulator.user(7).history[copy.message_id]["text"] == "à copier"
    assert await bot.pin_chat_message(7, sent.message_id) and await bot.send_chat_action(7, "typing")
    assert await bot.delete_message(7, sent.message_id)
    assert sent.message_id not in emulator.user(7).history
