"""What a Telegram update says: pure, bounded, from the raw JSON, so that whatever arrives can be stored and read again."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.text import clean
from core.post.inbound import Attachment, Inbound, InboundKind

# Telegram keeps the setting: what is not named here never comes.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
LONGEST = 8192  # characters of a text; Telegram's own limit is 4096 units
LONGEST_NAME = 128
LATEST = timedelta(hours=25)  # Telegram keeps an update for 24 hours
MEDIA = (
    "photo", "voice", "video", "video_note", "audio", "animation", "document", "sticker",
    "dice", "poll", "story", "game", "checklist", "paid_media",
)  # fmt: skip
_ADDRESSED = re.compile(r"^(/\w{1,32})@\w{1,64}")  # « /aide@bot », as groups and menus write it
_PHONE = re.compile(r"\+?([1-9]\d{6,14})")
_PRESENT = ("member", "administrator")  # of a group: where the bot can say that it does not speak there
_MEMBERSHIP: dict[str, InboundKind] = {"kicked": "blocked", "member": "unblocked"}

Json = Mapping[str, Any]


def read_update(update: Json, received: datetime) -> Inbound:
    """What an update says. Never an error: one of an unknown form is `refused`, with the reason.

    `received` becomes the time at which Telegram took the message, when the update tells it: « demain », written before
    midnight to a bot that was down, means the day after it was written.
    """
    key = update_key(update)
    try:
        return _read(update, Inbound("telegram", key, "", received))
    except Exception:  # whatever came, it must be stored: a person of the house can look at the raw bytes
        return Inbound("telegram", key, "", received, kind="refused", reason="unreadable")


def update_key(update: Json) -> str:
    """The update's id; of an update without one, a digest of what it holds."""
    number = update.get("update_id") if isinstance(update, Mapping) else None
    if isinstance(number, int):
        return str(number)
    return "x" + hashlib.sha256(json.dumps(update, sort_keys=True, default=str).encode()).hexdigest()[:32]


def _read(update: Json, blank: Inbound) -> Inbound:
    if query := update.get("callback_query"):
        return _press(query, blank)
    if member := update.get("my_chat_member"):
        return _membership(member, blank)
    if message := update.get("message"):
        return _message(message, blank)
    if message := update.get("edited_message"):
        return _edited(message, blank)
    if post := update.get("channel_post") or update.get("edited_channel_post"):
        return replace(_envelope(post, post["chat"], blank), kind="refused", reason="channel")
    return replace(blank, kind="refused", reason="unknown update")


def _envelope(body: Json, chat: Json, blank: Inbound) -> Inbound:
    """Who speaks, where, when: what all kinds have in common. A chat of several, or a bot, is `refused`."""
    sender = body.get("from") or {}
    names = (sender.get("first_name"), sender.get("last_name"))
    type = chat.get("type", "private")
    reason = "channel" if type == "channel" else "group" if type != "private" else "bot" if sender.get("is_bot") else None
    return replace(
        blank,
        address=str(int(chat["id"])),
        received=_sent(body, blank.received),
        kind="refused" if reason else "message",
        reason=reason,
        name=clean(" ".join(str(name) for name in names if name))[:LONGEST_NAME].strip() or None,
        language=clean(str(sender.get("language_code") or ""))[:16].lower() or None,
        message_id=str(body["message_id"]) if isinstance(body.get("message_id"), int) else None,
    )


def _sent(body: Json, received: datetime) -> datetime:
    seconds = body.get("edit_date") or body.get("date")
    if not isinstance(seconds, int):
        return received
    sent = datetime.fromtimestamp(seconds, UTC)
    return sent if received - LATEST < sent < received else received


def _message(message: Json, blank: Inbound) -> Inbound:
    heard = _envelope(message, message["chat"], blank)
    if heard.kind == "refused":
        return heard
    if album := message.get("media_group_id"):
        heard = replace(heard, album=clean(str(album))[:32])
    if isinstance(text := message.get("text"), str):
        return replace(heard, text=_ADDRESSED.sub(r"\1", _words(text)))
    if contact := message.get("contact"):
        return _contact(contact, message, heard)
    if place := message.get("location"):
        return _location(place, message, heard)
    if kind := next((kind for kind in MEDIA if kind in message), None):
        return replace(
            heard, kind="media", text=_words(message.get("caption")), reason=kind, attachments=_attachments(kind, message[kind])
        )
    return replace(heard, kind="refused", reason="service message")


def _edited(message: Json, blank: Inbound) -> Inbound:
    heard = _envelope(message, message["chat"], blank)
    text = _words(message.get("text") or message.get("caption"))
    if heard.kind == "refused":
        return heard
    if not text:  # a live location moves, a poll closes: nobody said anything
        return replace(heard, kind="refused", reason="edited without words")
    return replace(heard, kind="edited", text=text)


def _press(query: Json, blank: Inbound) -> Inbound:
    message = query.get("message") or {}
    chat = message.get("chat") or {"id": query["from"]["id"]}
    heard = _envelope({"from": query["from"], "message_id": message.get("message_id")}, chat, blank)
    if heard.kind == "refused":
        return heard
    return replace(heard, kind="press", press=clean(str(query.get("data") or ""))[:64], reply_handle=str(query["id"])[:64])


def _membership(change: Json, blank: Inbound) -> Inbound:
    heard = _envelope(change, change["chat"], blank)
    status = change["new_chat_member"]["status"]
    kind = _MEMBERSHIP.get(status)
    if heard.reason == "group" and status not in _PRESENT:
        return replace(heard, reason="membership")
    if heard.kind == "refused":
        return heard
    return replace(heard, kind=kind) if kind else replace(heard, kind="refused", reason="membership")


def _contact(contact: Json, message: Json, heard: Inbound) -> Inbound:
    """One's own number, as Telegram knows it, is a fact; somebody else's is a `card`, with its name as words."""
    written = clean(str(contact.get("phone_number") or ""))[:32]
    phone = _PHONE.fullmatch(re.sub(r"[\s().-]", "", written))
    own = contact.get("user_id") is not None and contact.get("user_id") == (message.get("from") or {}).get("id")
    if own and phone:
        return replace(heard, kind="contact", phone=f"+{phone[1]}")
    if own:  # in a national form, which understanding reads
        return replace(heard, text=_words(f"{contact.get('first_name') or ''} {written}"))
    names = (contact.get("first_name"), contact.get("last_name"))
    whose = _words(" ".join(str(name) for name in names if name))[:LONGEST_NAME]
    return replace(heard, kind="contact", reason="card", text=whose, phone=f"+{phone[1]}" if phone else None)


def _location(place: Json, message: Json, heard: Inbound) -> Inbound:
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return replace(heard, kind="refused", reason="unreadable")
    venue = message.get("venue") or {}
    words = ", ".join(str(venue[key]) for key in ("title", "address") if venue.get(key))
    return replace(heard, kind="location", latitude=latitude, longitude=longitude, text=_words(words))


def _attachments(kind: str, media: object) -> tuple[Attachment, ...]:
    given = media[-1] if isinstance(media, list) and media else media  # of a photo, the largest size comes last
    if not isinstance(given, Mapping) or "file_id" not in given:
        return ()
    name, size = clean(str(given.get("file_name") or kind)), given.get("file_size")
    type = clean(str(given.get("mime_type") or ("image/jpeg" if kind == "photo" else "application/octet-stream")))
    return (Attachment(name[:LONGEST_NAME], type[:LONGEST_NAME], size if isinstance(size, int) else 0),)


def _words(text: object) -> str:
    return clean(text[:LONGEST]).strip() if isinstance(text, str) else ""
