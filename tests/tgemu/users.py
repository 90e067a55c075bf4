"""The people: scripted users, each in a private chat with the bot, and crowds of them for load."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from .text import Json

if TYPE_CHECKING:
    from .server import Emulator


class User:
    """One person. What they do returns at once; `wait` and `ask` await the bot. Public methods are also HTTP verbs."""

    def __init__(self, emulator: Emulator, id: int, **profile: str) -> None:
        self._emulator, self.id = emulator, id
        self.profile = {"id": id, "is_bot": False, "first_name": f"User{id}", "language_code": "fr"} | profile
        self.chat = {"id": id, "type": "private", "first_name": self.profile["first_name"]}
        self.history: dict[int, Json] = {}  # message_id: message, of both sides, deleted ones left out
        self.keyboard: list[list[Any]] = []  # the reply keyboard on screen
        self.started = self.blocked = False
        self.news: list[Json] = []  # what the bot sent or edited since this user last did something
        self.watch: Callable[[Json], object] | None = None
        self._changed = asyncio.Event()

    def send(self, text: str, copies: int = 1) -> Json:
        """Write a text; with copies=2 the bot gets the update twice."""
        command = re.match(r"/\w+(@\w+)?", text)
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": command.end()}]} if command else {}
        return self._say({"text": text} | entities, copies)

    def start(self, payload: str = "") -> Json:
        """Open the bot, as from t.me/<bot>?start=<payload>."""
        return self.send(f"/start {payload}".strip())

    def press(self, label: str, copies: int = 1) -> Json:
        """Press the newest button so labelled: the callback query ("answer" holds the bot's answer), or the message."""
        for message in reversed(self.history.values()):
            for button in (b for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row):
                if button["text"] == label:
                    return self._callback(message, button, copies)
        for button in (b if isinstance(b, dict) else {"text": b} for row in self.keyboard for b in row):
            if button["text"] == label:
                return self.share_contact() if button.get("request_contact") else self.send(label, copies)
        raise LookupError(f"user {self.id} sees no button {label!r}")

    def edit(self, message_id: int, text: str) -> None:
        self.history[message_id] |= {"text": text, "edit_date": int(self._emulator.now())}
        self._act("edited_message", self.history[message_id])

    def share_contact(self, phone: str = "+33612345678", user_id: int = 0) -> Json:
        """Share one's own number, or with user_id somebody else's card."""
        owner = {"user_id": user_id or self.id, "first_name": self.profile["first_name"]}
        return self._say({"contact": {"phone_number": phone} | owner})

    def share_location(self, latitude: float, longitude: float) -> Json:
        return self._say({"location": {"latitude": latitude, "longitude": longitude}})

    def send_file(self, name: str, content: bytes | str, kind: str = "document", caption: str = "") -> Json:
        """Send a document, photo, voice, audio or video."""
        media = self._emulator.store(name, content.encode() if isinstance(content, str) else content, kind)
        return self._say({kind: media} | ({"caption": caption} if caption else {}))

    def block(self, blocked: bool = True) -> None:
        """Stop (or restart) the bot: a my_chat_member update, and 403 for what it sends from then on."""
        self.blocked = blocked
        members = [{"status": status, "user": self._emulator.me, "until_date": 0} for status in ("member", "kicked")]
        old, new = members if blocked else members[::-1]
        change = {"from": self.profile, "chat": self.chat, "date": int(self._emulator.now())}
        self._act("my_chat_member", change | {"old_chat_member": old, "new_chat_member": new}, 5)

    def messages(self) -> list[Json]:
        """The chat as it stands, both sides, oldest first."""
        return list(self.history.values())

    def texts(self) -> list[str]:
        """The bot's side of the chat, as the user reads it."""
        return [text_of(message) for message in self.messages() if message["from"]["is_bot"]]

    async def wait(self, n: int = 1, like: str = "", timeout: float = 5.0) -> list[Json]:
        """Wait for n bot messages, sent or edited since this user's last act, whose text matches `like`."""
        end = time.monotonic() + timeout
        while len(found := [message for message in self.news if re.search(like, text_of(message))]) < n:
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), end - time.monotonic())
            except TimeoutError:
                seen = [text_of(message) for message in self.news]
                raise TimeoutError(f"user {self.id}: {len(found)}/{n} like {like!r} in {timeout} s; {seen}") from None
        return found

    async def ask(self, text: str, n: int = 1, like: str = "", timeout: float = 5.0) -> list[Json]:
        """`send`, then `wait`."""
        self.send(text)
        return await self.wait(n, like, timeout)

    def _say(self, content: Json, copies: int = 1) -> Json:
        self.started = True
        message = self._emulator.message(self.profile, self.chat, content)
        self.history[message["message_id"]] = message
        self._act("message", message, copies=copies)
        return message

    def _callback(self, message: Json, button: Json, copies: int) -> Json:
        if not button.get("callback_data"):
            return button  # a link: the bot hears nothing of it
        query = self._emulator.callback(self, button["callback_data"])
        body = query | {"from": self.profile, "message": dict(message)}
        self._act("callback_query", body, 3, ttl=150, copies=copies)
        return query

    def _act(self, kind: str, body: Json, lane: int = 0, **push: Any) -> None:
        self.news.clear()
        self._emulator.push(kind, dict(body), queue=self.id + (lane << 33), **push)

    def hear(self, message: Json, markup: Json) -> None:
        self.history[message["message_id"]] = message
        if "keyboard" in markup or "remove_keyboard" in markup:
            self.keyboard = markup.get("keyboard", [])
        self.news.append(dict(message))
        self._changed.set()
        if self.watch:
            self.watch(message)


def text_of(message: Json) -> str:
    return message.get("text") or message.get("caption") or ""


async def paced(count: int, rate: float) -> AsyncIterator[int]:
    """The numbers below `count`, so many a second; all at once when `rate` is 0."""
    begun = time.perf_counter()
    for number in range(count):
        yield number
        if rate:
            await asyncio.sleep(max(0.0, begun + (number + 1) / rate - time.perf_counter()))


async def crowd(emulator: Emulator, updates: int, chats: int, *, rate: float = 0, window: int = 0, replies: int = 1,
                text: str = "message {n}", echo: bool = False, timeout: float = 120) -> Json:  # fmt: skip
    """Have `chats` users write `updates` texts; figures once `replies` bot messages came for each, or at the timeout.

    rate: open loop, so many texts a second. window: closed loop, at most so many unanswered texts per chat.
    Neither: all at once. echo: a reply must hold the text it answers, else it counts as misordered.
    """
    users = [emulator.user(10**9 + number) for number in range(min(chats, updates))]
    sent: dict[int, list[tuple[float, str]]] = {user.id: [] for user in users}
    heard, delays, wrong, numbers = dict.fromkeys(sent, 0), [], 0, iter(range(updates))
    complete, begun, earlier = asyncio.Event(), time.perf_counter(), len(emulator.calls)

    def write(user: User) -> None:
        if (number := next(numbers, None)) is not None:
            sent[user.id].append((time.perf_counter(), text.format(n=number)))
            user.send(sent[user.id][-1][1])

    def hear(message: Json) -> None:
        nonlocal wrong
        user = emulator.user(message["chat"]["id"])
        number, part = divmod(heard[user.id], replies)
        heard[user.id] += 1
        if number >= len(sent[user.id]):
            wrong += 1  # an answer too many
            return
        wrong += echo and sent[user.id][number][1] not in text_of(message)
        if part == replies - 1:
            delays.append(1000 * (time.perf_counter() - sent[user.id][number][0]))
            if window:
                write(user)
            if len(delays) == updates:
                complete.set()

    for user in users:
        user.watch = hear
    async for number in paced(min(updates, window * len(users) or updates), rate):
        write(users[number % len(users)])
    with suppress(TimeoutError):
        await asyncio.wait_for(complete.wait(), timeout)
    return {"updates": updates, "misordered": wrong} | summary(delays, time.perf_counter() - begun, emulator.calls[earlier:])


def summary(delays: list[float], seconds: float, calls: list[Any]) -> Json:
    """Throughput and percentiles of the delays (ms), and how the calls ended."""
    order = sorted(delays) or [0.0]
    return {
        "answered": len(delays),
        "seconds": round(seconds, 3),
        "per_second": round(len(delays) / seconds, 1),
        "calls": len(calls),
        "refused": sum(call.status not in (0, 200) for call in calls),
    } | {f"p{p}_ms": round(order[min(len(order) - 1, len(order) * p // 100)], 1) for p in (50, 95, 99, 100)}
