"""What Telegram refuses, word for word."""

from pathlib import Path
from typing import Any

import pytest

from tests.tgemu import ApiError, Emulator, parse_html
from tests.tgemu.calling import KEY, Json, call

ROOT = Path(__file__).parent.parent.parent


LONG = "x" * 4097
REFUSED = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 8, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": 7}, "message text is empty"),
    ("sendMessage", {"chat_id": 7, "text": "  \n"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": 7, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": 7, "text": LONG}, "message is too long"),
    ("sendMessage", {"chat_id": 7, "text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"chat_id": 7, "text": "é" * 20000}, "text is too long"),
    ("sendMessage", {"chat_id": 7, "text": "x", "parse_mode": "BB"}, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": 7, "text": "a <b", "parse_mode": "HTML"},
     "can't parse entities: Unclosed start tag at byte offset 2"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "["}, "can't parse reply keyboard markup JSON object"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "x"}, "object expected as reply markup"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
     "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": [[{"url": "http://x"}]]}},
     "can't parse inline keyboard button: Can't find field \"text\""),
    ("sendMessage",
     {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]}},
     "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": KEY["inline_keyboard"] * 101}},
     "reply markup is too long"),
    ("sendMessage", {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ("editMessageText", {"chat_id": 7, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"chat_id": 7, "message_id": 2, "text": " x ", "reply_markup": KEY},
     "message is not modified: specified new message content and reply markup are exactly the same as a current "
     "content and reply markup of the message"),
    ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 2, "reply_markup": KEY},
     "message is not modified: specified new message content and reply markup are exactly the same as a current "
     "content and reply markup of the message"),
    ("deleteMessage", {"chat_id": 7, "message_id": 99}, "message to delete not found"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired or query ID is invalid"),
    ("sendDocument", {"chat_id": 7}, "there is no document in the request"),
    ("sendPhoto", {"chat_id": 7, "photo": "nope"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": 7, "photo": "http://x", "caption": "x" * 1025}, "message caption is too long"),
    ("getFile", {"file_id": "nope"}, "invalid file_id"),
    ("setMyCommands", {"commands": [{"command": "Offre", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setWebhook", {"url": "http://x", "secret_token": "é"}, "secret token contains unallowed characters"),
    ("setWebhook", {"url": "x"}, "invalid webhook URL specified"),
    ("deleteMessage", {"chat_id": 7, "message_id": "x"}, "can't read the parameters: "
     "ValueError(\"invalid literal for int() with base 10: 'x'\")"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "expected"), REFUSED)
async def test_refusals(emulator: Emulator, method: str, params: Json, expected: str) -> None:
    emulator.user(7).send("bonjour")  # message 1
    assert (await call(emulator, "sendMessage", chat_id=7, text="x", reply_markup=KEY))["result"]["message_id"] == 2
    assert await call(emulator, method, **params) == {"ok": False, "error_code": 400, "description": f"Bad Request: {expected}"}


async def test_accepted_at_the_limits(emulator: Emulator) -> None:
    emulator.user(7).send("x")
    for text in ("x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>"):
        assert (await call(emulator, "sendMessage", chat_id=7, text=text, parse_mode="HTML", reply_markup=KEY))["ok"]
    assert (await call(emulator, "someNewMethod"))["result"] is True
    assert (await call(emulator, "getMe", "43:OTHER"))["error_code"] == 401


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  ", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ('<span class="a">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_refused(source: str, problem: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert str(refused.value) == f"Bad Request: can't parse entities: {problem}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("&ge;&lt;&gt;&amp;&quot;&laquo;&raquo;&#12345678;", '&ge;<>&"&laquo;&raquo;&#12345678;', []),
        ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", [("italic", 5, 5)]),
        ("🏟<b>a<u>b</u></b>", "🏟ab", [("bold", 2, 2), ("underline", 3, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("5 &#62; 4 & é", "5 > 4 & é", []),
    ],
)
def test_html_read(source: str, text: str, entities: list[Any]) -> None:
    seen, found = parse_html(source)
    assert (seen, [(e["type"], e["offset"], e["length"]) for e in found]) == (text, entities)


def test_html_link() -> None:
    assert parse_html('<a href="http://x.fr/?a=1&amp;b=2">x</a>')[1][0]["url"] == "http://x.fr/?a=1&b=2"


async def test_callback_query_ages(emulator: Emulator) -> None:
    anna = emulator.user(7)
    anna.send("x")
    await call(emulator, "sendMessage", chat_id=7, text="?", reply_markup=KEY)
    first, second = anna.press("a"), anna.press("a")
    assert (await call(emulator, "answerCallbackQuery", callback_query_id=first["id"]))["ok"]
    assert not (await call(emulator, "answerCallbackQuery", callback_query_id=first["id"]))["ok"]  # only once
    emulator.advance(31)
    assert "too old" in (await call(emulator, "answerCallbackQuery", callback_query_id=second["id"]))["description"]
    emulator.advance(150)
    kinds = [set(update) - {"update_id"} for update in (await call(emulator, "getUpdates"))["result"]]
    assert kinds == [{"message"}]  # the presses expired, the message has 24 hours


async def test_delete_only_for_two_days(emulator: Emulator) -> None:
    emulator.user(7).send("x")
    sent = (await call(emulator, "sendMessage", chat_id=7, text="x"))["result"]["message_id"]
    emulator.advance(49 * 3600)
    assert "can't be deleted" in (await call(emulator, "deleteMessage", chat_id=7, message_id=sent))["description"]
