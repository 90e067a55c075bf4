"""What is in the chats, and the Bot API's methods that change it."""

from __future__ import annotations

import itertools
import math
import re
import time
from typing import Any

from aiohttp.web import FileField

from .text import ApiError, Json, read_markup, read_text
from .users import User

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TEXTS = {"name": ("name", 64), "description": ("description", 512), "shortdescription": ("short_description", 120)}
MEGABYTE = 1 << 20


class Chats:
    """One bot's users, messages, files and settings. do_<method in lower case>(parameters) is a method of the API."""

    def __init__(self, token: str, username: str, callback_ttl: float) -> None:
        self.me = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": username, "username": username}
        self.callback_ttl = callback_ttl  # seconds a callback query can be answered
        self.users: dict[int, User] = {}
        self.callbacks: dict[str, Json] = {}
        self.files: dict[str, tuple[str, bytes]] = {}  # file_id: path, content
        self.settings: dict[tuple[str, str, str], Json] = {}  # what set… methods got: by name, scope or chat, language
        self._rates: dict[str, tuple[float, float]] = {}
        self._due: dict[int, float] = {}
        self._ids, self._shift = itertools.count(1), 0.0

    def now(self) -> float:
        return time.time() + self._shift

    def advance(self, seconds: float) -> None:
        """Let time pass: updates expire (24 h; button presses 150 s), callback queries and messages grow old."""
        self._shift += seconds

    def message(self, sender: Json, chat: Json, content: Json) -> Json:
        return {"message_id": next(self._ids), "from": sender, "chat": chat, "date": int(self.now())} | content

    def callback(self, user: User, data: str) -> Json:
        """A new callback query; "answer" will hold what the bot answers."""
        id = str(next(self._ids))
        self.callbacks[id] = {"id": id, "chat_instance": str(user.id), "data": data, "pressed_at": self.now()}
        return self.callbacks[id]

    def store(self, name: str, content: bytes, kind: str) -> Json | list[Json]:
        """Keep a file; returns it as a message holds it."""
        file_id = f"{kind}-{next(self._ids)}"
        self.files[file_id] = f"{kind}s/{file_id}/{name}", content
        media = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content), "width": 90, "height": 90}
        return [media] if kind == "photo" else media | {"file_name": name, "duration": 1}

    def flood(self, chat: float = 1, chat_burst: float = 5, overall: float = 30, overall_burst: float = 30) -> None:
        """Answer 429 to more messages a second than this, per chat and in all (Telegram's real bursts are secret)."""
        self._rates = {"chat": (chat, chat_burst), "overall": (overall, overall_burst)}

    def _throttle(self, chat_id: int) -> None:
        now = time.monotonic()
        for key, kind in ((chat_id, "chat"), (0, "overall")) if self._rates else ():
            rate, burst = self._rates[kind]
            if (wait := math.ceil(self._due.get(key, now) - now - burst / rate)) > 0:
                raise ApiError(f"Too Many Requests: retry after {wait}", 429, retry_after=wait)
            self._due[key] = max(now, self._due.get(key, now)) + 1 / rate

    # -- the methods

    def do_getme(self, _: Json) -> Json:
        return self.me | {"can_join_groups": True, "can_read_all_group_messages": False, "has_main_web_app": False}

    def do_sendmessage(self, p: Json) -> Json:
        return self._send(p, read_text(p))

    def do_senddocument(self, p: Json, kind: str = "document") -> Json:
        given = p.get(kind)
        if isinstance(given, str) and given.startswith("attach://"):
            given = p.get(given.removeprefix("attach://"))
        if not given:
            raise ApiError(f"there is no {kind} in the request")
        if isinstance(given, FileField):
            content = given.file.read()
            if len(content) > (10 if kind == "photo" else 50) * MEGABYTE:
                raise ApiError("Request Entity Too Large", 413)
            media = self.store(given.filename, content, kind)
        elif given in self.files or given.startswith("http"):
            media = self.store(given, self.files.get(given, ("", b""))[1], kind)
        else:
            raise ApiError("wrong file identifier/HTTP URL specified")
        return self._send(p, {kind: media} | read_text(p, "caption", 1024))

    def do_sendphoto(self, p: Json) -> Json:
        return self.do_senddocument(p, "photo")

    def do_sendchataction(self, p: Json) -> bool:
        return bool(self._chat(p))

    def do_copymessage(self, p: Json) -> Json:
        source = self._chat({"chat_id": p.get("from_chat_id")}).history.get(int(p.get("message_id") or 0))
        if not source:
            raise ApiError("message to copy not found")
        own = {"message_id", "from", "chat", "date", "edit_date", "reply_markup"}
        return {"message_id": self._send(p, {key: source[key] for key in source.keys() - own})["message_id"]}

    def do_editmessagetext(self, p: Json) -> Json:
        return self._edit(p, read_text(p), {"text", "entities"})

    def do_editmessagecaption(self, p: Json) -> Json:
        return self._edit(p, read_text(p, "caption", 1024), {"caption", "caption_entities"})

    def do_editmessagereplymarkup(self, p: Json) -> Json:
        return self._edit(p, {}, set())

    def do_deletemessage(self, p: Json) -> bool:
        chat, message_id = self._chat(p), int(p.get("message_id") or 0)
        if message_id not in chat.history:
            raise ApiError("message to delete not found")
        if chat.history[message_id]["date"] < self.now() - 48 * 3600:
            raise ApiError("message can't be deleted for everyone")
        return bool(chat.history.pop(message_id))

    def do_answercallbackquery(self, p: Json) -> bool:
        query = self.callbacks.get(p.get("callback_query_id", ""))
        if not query or "answer" in query or query["pressed_at"] < self.now() - self.callback_ttl:
            raise ApiError("query is too old and response timeout expired or query ID is invalid")
        if len(p.get("text") or "") > 200:
            raise ApiError("MESSAGE_TOO_LONG")
        query["answer"] = {key: p[key] for key in ("text", "show_alert", "url") if key in p}
        return True

    def do_getfile(self, p: Json) -> Json:
        if p.get("file_id") not in self.files:
            raise ApiError("invalid file_id")
        path, content = self.files[p["file_id"]]
        if len(content) > 20 * MEGABYTE:
            raise ApiError("file is too big")
        return {"file_id": p["file_id"], "file_unique_id": p["file_id"], "file_size": len(content), "file_path": path}

    def do_setmycommands(self, p: Json) -> bool:
        for command in p.get("commands") or []:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) or not 0 < len(command["description"]) <= 256:
                raise ApiError("BOT_COMMAND_INVALID")
        return bool(self._default("setmycommands", p))

    def _default(self, name: str, p: Json) -> Any:
        """Any other method: setMy… is kept and getMy… finds it, send… sends a message without content, else true."""
        key = name[3:], str(p.get("scope") or p.get("chat_id") or ""), p.get("language_code") or ""
        field, limit = TEXTS.get(name[5:], ("commands", 0))
        if name.startswith("set"):
            if limit and len(p.get(field) or "") > limit:
                raise ApiError(f"{field} is too long")
            self.settings[key] = p
        elif name.startswith("getmy"):
            found = self.settings.get(key, {}).get(field)
            return {field: found or ""} if limit else found or []
        return self._send(p, {}) if name.startswith("send") else True

    def _chat(self, p: Json) -> User:
        if not p.get("chat_id"):
            raise ApiError("chat_id is empty")
        chat = self.users.get(int(p["chat_id"])) if re.fullmatch(r"-?\d+", str(p["chat_id"])) else None
        if not chat or not chat.started:
            raise ApiError("chat not found")
        if chat.blocked:
            raise ApiError("Forbidden: bot was blocked by the user", 403)
        return chat

    def _send(self, p: Json, content: Json) -> Json:
        chat, markup, reply = self._chat(p), read_markup(p.get("reply_markup")), p.get("reply_parameters") or {}
        if reply.get("message_id", 0) not in {0, *chat.history} and not reply.get("allow_sending_without_reply"):
            raise ApiError("message to be replied not found")
        self._throttle(chat.id)
        shown = {"reply_markup": markup} if "inline_keyboard" in markup else {}
        message = self.message(self.me, chat.chat, content | shown)
        chat.hear(message, markup)
        return message

    def _edit(self, p: Json, content: Json, replaced: set[str]) -> Json:
        chat, markup = self._chat(p), read_markup(p.get("reply_markup"))
        if not (old := chat.history.get(int(p.get("message_id") or 0))):
            raise ApiError("message to edit not found")
        if old["from"] != self.me:
            raise ApiError("message can't be edited")
        old = {key: old[key] for key in old.keys() - {"edit_date"}}
        new = {key: old[key] for key in old.keys() - {"reply_markup", *replaced}} | content
        new |= {"reply_markup": markup} if markup.get("inline_keyboard") else {}
        if new == old:
            raise ApiError(NOT_MODIFIED)
        new["edit_date"] = int(self.now())
        chat.hear(new, {})
        return new
