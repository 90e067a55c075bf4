"""What arrives in a chat, and what each refusal means, over real HTTP."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from aiogram import Bot

from bot.client import Access, open_bot
from bot.pace import Lane, Pace
from bot.send import Messenger
from core.post.parcel import Block, Button, NotYet, Parcel, Refused, TryLater, Unreachable
from tests.tgemu import Emulator, User, parse_html

AT_ONCE = Lane(rate=10_000, burst=10_000)


def a_parcel(*texts: str, **settings: object) -> Parcel:
    blocks = tuple(Block(text) for text in texts)
    return Parcel(**{"id": 1, "channel": "telegram", "address": "7", "blocks": blocks} | settings)


def a_messenger(bot: Bot) -> Messenger:
    return Messenger(bot, pace=Pace(overall=AT_ONCE, chat=AT_ONCE))


@pytest.fixture
def anna(emulator: Emulator) -> User:
    anna = emulator.user(7, first_name="Anna")
    anna.send("bonjour")
    return anna


async def test_a_parcel_arrives_with_its_blocks_and_buttons(bot: Bot, anna: User) -> None:
    blocks = (Block("Vos offres", "heading"), Block("Cuisine & <service>", "item", 1))
    id = await a_messenger(bot).send(a_parcel(blocks=blocks, buttons=(Button("o1:yes", "Oui"), Button("o1:no", "Non"))))
    message = anna.history[int(id)]
    assert message["text"] == "Vos offres\n\n1. Cuisine & <service>" and message["entities"][0]["type"] == "bold"
    assert [it["text"] for it in message["reply_markup"]["inline_keyboard"][0]] == ["Oui", "Non"]


async def test_a_silent_parcel_makes_no_sound_and_no_preview(emulator: Emulator, bot: Bot, anna: User) -> None:
    await a_messenger(bot).send(a_parcel("http://example.org", silent=True))
    params = emulator.log("sendMessage", anna.id)[0].params
    assert params["disable_notification"] == "true" and params["link_preview_options"] == {"is_disabled": True}


async def test_a_long_parcel_has_its_buttons_under_the_last_piece(bot: Bot, anna: User) -> None:
    id = await a_messenger(bot).send(a_parcel("mot & " * 2000, buttons=(Button("a", "Oui"),)))
    pieces = [message for message in anna.messages() if message["from"]["is_bot"]]
    assert len(pieces) == 3 and [("reply_markup" in piece) for piece in pieces] == [False, False, True]
    assert pieces[-1]["message_id"] == int(id)


async def test_asking_for_the_phone_shows_a_keyboard_that_the_next_message_takes_away(bot: Bot, anna: User) -> None:
    messenger = a_messenger(bot)
    await messenger.send(a_parcel("Votre numéro ?", buttons=(Button("ask:phone", "Envoyer mon numéro"), Button("no", "Non"))))
    assert [[it["text"] for it in row] for row in anna.keyboard] == [["Envoyer mon numéro"], ["Non"]]
    assert anna.press("Envoyer mon numéro")["contact"]["user_id"] == 7
    await messenger.send(a_parcel("Merci"))
    assert anna.keyboard == []


async def test_an_answer_to_a_press_closes_it_and_takes_the_buttons_away(bot: Bot, anna: User) -> None:
    messenger = a_messenger(bot)
    asked = await messenger.send(a_parcel("Une offre ?", buttons=(Button("yes", "Oui"),)))
    query = anna.press("Oui")
    await messenger.send(a_parcel("Merci", closes=query["id"], closes_message=asked))
    assert query["answer"] == {} and "reply_markup" not in anna.history[int(asked)]
    assert anna.texts() == ["Une offre ?", "Merci"]


async def test_words_take_the_place_of_an_earlier_message(emulator: Emulator, bot: Bot, anna: User) -> None:
    messenger = a_messenger(bot)
    asked = await messenger.send(a_parcel("Quel mois ?", buttons=(Button("m2", "Février"),)))
    query = anna.press("Février")
    parcel = a_parcel("Quelle <semaine> ?", id=2, closes=query["id"], replaces=asked, buttons=(Button("w1", "1er–5"),))
    assert await messenger.send(parcel) == asked
    assert await messenger.send(parcel) == asked  # a kill came before it was noted: twice is harmless
    assert anna.texts() == ["Quelle <semaine> ?"] and query["answer"] == {}
    assert anna.press("1er–5")["data"] == "w1"
    await messenger.send(a_parcel("Noté", id=3, replaces=asked))
    assert anna.texts() == ["Noté"] and "reply_markup" not in anna.history[int(asked)]


@pytest.mark.parametrize(
    ("refused", "parcel"),
    [
        ("Bad Request: message can't be edited", a_parcel("Noté", replaces="2")),
        (None, a_parcel("Noté", replaces="999")),
        (None, a_parcel("Noté", replaces="x")),
        (None, a_parcel("Noté", replaces="2", buttons=(Button("ask:phone", "Mon numéro"),))),
        (None, a_parcel("x" * 4096, "Noté", replaces="2")),
    ],
)
async def test_what_cannot_be_put_in_place_is_said_anew(
    emulator: Emulator, bot: Bot, anna: User, refused: str | None, parcel: Parcel
) -> None:
    messenger = a_messenger(bot)
    assert await messenger.send(a_parcel("Quel mois ?")) == "2"
    if refused:
        emulator.fault("editMessageText", status=400, description=refused)
    assert await messenger.send(replace(parcel, id=2)) not in ("2", "")
    assert anna.texts()[0] == "Quel mois ?" and anna.texts()[-1] == "Noté"


@pytest.mark.parametrize(("closes", "message"), [("999", None), (None, "999"), ("999", "1"), (None, "x")])
async def test_a_press_too_old_is_answered_all_the_same(bot: Bot, anna: User, closes: str | None, message: str | None) -> None:
    await a_messenger(bot).send(a_parcel("Merci", closes=closes, closes_message=message))
    assert anna.texts() == ["Merci"]


async def test_a_failing_courtesy_does_not_hold_the_answer(emulator: Emulator, bot: Bot, anna: User) -> None:
    emulator.fault("answerCallbackQuery", status=502, html=True)
    emulator.fault("editMessageReplyMarkup", drop="before")
    await a_messenger(bot).send(a_parcel("Merci", closes="5", closes_message="2"))
    assert anna.texts() == ["Merci"]


async def test_a_parcel_without_words_only_closes(bot: Bot, anna: User) -> None:
    assert await a_messenger(bot).send(a_parcel(" ", closes="5")) == ""
    assert anna.texts() == []


@pytest.mark.parametrize(
    ("fault", "after"),
    [
        ({"status": 500}, 5),
        ({"status": 502, "html": True}, 5),
        ({"drop": "before"}, 5),
        ({"drop": "after"}, 5),
        ({"status": 401, "description": "Unauthorized"}, 300),
    ],
)
async def test_what_passes_is_tried_later(
    emulator: Emulator, bot: Bot, anna: User, fault: dict[str, object], after: float
) -> None:
    emulator.fault("sendMessage", **fault)
    messenger = a_messenger(bot)
    with pytest.raises(TryLater) as later:
        await messenger.send(a_parcel("a"))
    assert later.value.after == after and "html" not in str(later.value) and "TEST" not in str(later.value)
    await messenger.send(a_parcel("a"))
    assert anna.texts()[-1] == "a"


@pytest.mark.parametrize(
    ("fault", "after"),
    [({"status": 429, "retry_after": 7}, 7), ({"status": 429, "description": "Too Many Requests"}, 30)],
)
async def test_flood_control_is_obeyed_and_is_no_failed_try(
    emulator: Emulator, bot: Bot, anna: User, fault: dict[str, object], after: float
) -> None:
    emulator.fault("sendMessage", **fault)
    clock = [100.0]
    messenger = Messenger(bot, pace=Pace(Lane(30, 10), AT_ONCE), monotonic=lambda: clock[0])
    with pytest.raises(NotYet) as turn:
        await messenger.send(a_parcel("a"))
    assert turn.value.after == after and messenger.room() > 0  # one chat may be the cause
    emulator.fault("sendMessage", **fault)
    emulator.user(8).send("bonjour")
    with pytest.raises(NotYet):
        await messenger.send(a_parcel("a", id=2, address="8"))
    assert messenger.room() == 0  # two chats: it is the bot that is to wait
    clock[0] += after
    assert messenger.room() > 0
    assert await messenger.send(a_parcel("a"))


async def test_a_piece_delivered_is_not_repeated(emulator: Emulator, bot: Bot, anna: User) -> None:
    messenger = Messenger(bot, pace=Pace(overall=AT_ONCE, chat=Lane(rate=5, burst=1)))
    parcel = a_parcel("x" * 4096, "y" * 4096, closes="5")
    waiting = asyncio.create_task(messenger.send(parcel))
    await anna.wait(like="^x")  # the second piece waits for its turn
    emulator.fault("sendMessage", status=500)
    with pytest.raises(TryLater):
        await waiting
    await messenger.send(parcel)
    assert [text[0] for text in anna.texts()] == ["x", "y"] and len(emulator.log("answerCallbackQuery")) == 1


def strange(address: str) -> Callable[[Emulator], Parcel]:
    return lambda _: a_parcel("a", address=address)


def blocked(emulator: Emulator) -> Parcel:
    emulator.user(7).block()
    return a_parcel("a")


def deactivated(emulator: Emulator) -> Parcel:
    emulator.fault("sendMessage", status=403, description="Forbidden: user is deactivated")
    return a_parcel("a")


@pytest.mark.parametrize("case", [blocked, deactivated, strange("8"), strange("anna@example.org")])
async def test_who_is_gone_is_unreachable(emulator: Emulator, bot: Bot, anna: User, case: Callable[[Emulator], Parcel]) -> None:
    with pytest.raises(Unreachable):
        await a_messenger(bot).send(case(emulator))
    assert anna.texts() == []


async def test_what_telegram_will_never_take_is_refused(emulator: Emulator, bot: Bot, anna: User) -> None:
    emulator.fault("sendMessage", status=400, description="Bad Request: message is too long")
    with pytest.raises(Refused, match="too long"):
        await a_messenger(bot).send(a_parcel("a"))
    assert anna.texts() == []


async def test_nobody_at_the_other_end_is_tried_later() -> None:
    bot = open_bot(Access("42:TEST", "http://127.0.0.1:9"))
    with pytest.raises(TryLater):
        await a_messenger(bot).send(a_parcel("a"))
    await bot.session.close()


async def test_the_pace_keeps_telegram_from_refusing(emulator: Emulator, bot: Bot) -> None:
    emulator.flood(chat=20, chat_burst=4, overall=200, overall_burst=30)
    messenger = Messenger(bot, pace=Pace(overall=Lane(150, 10), chat=Lane(18, 3)))
    for id in (7, 8, 9):
        emulator.user(id).send("x")
    begun = time.monotonic()
    parcels = [a_parcel("a", id=10 * chat + number, address=str(chat)) for number in range(8) for chat in (7, 8, 9)]
    await asyncio.gather(*(messenger.send(parcel) for parcel in parcels))
    assert {call.status for call in emulator.log("sendMessage")} == {200} and 0.25 < time.monotonic() - begun < 1.5


async def test_everything_that_leaves_is_escaped_and_short_enough(emulator: Emulator, bot: Bot, anna: User) -> None:
    nasty = '<a href="x">&amp; 5 < 6 </b> 😀' * 900
    await a_messenger(bot).send(a_parcel(nasty, "\ud83d\x00fin"))
    sent = [parse_html(call.params["text"])[0] for call in emulator.log("sendMessage", anna.id)]
    assert "".join("".join(sent).split()) == "".join((nasty + "fin").split()) and len(sent) > 5
