"""What Telegram refuses in texts and keyboards, in the words of tdlib/td and tdlib/telegram-bot-api."""

import html
import re
from typing import Any

Json = dict[str, Any]

TAGS = {tag: kind for kind, tags in {
    "bold": "b strong", "italic": "i em", "underline": "u ins", "strikethrough": "s strike del", "code": "code",
    "pre": "pre", "text_link": "a", "spoiler": "span tg-spoiler", "blockquote": "blockquote",
    "custom_emoji": "tg-emoji", "date_time": "tg-time"}.items() for tag in tags.split()}  # fmt: skip
ACTIONS = {"url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
           "switch_inline_query_current_chat", "login_url", "web_app", "copy_text"}  # fmt: skip
PIECE = re.compile(r"(?P<plain>[^<&]+)|&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>\d{1,7})|(?P<name>lt|gt|amp|quot)\b);?"
                   r"|(?P<amp>&)|<(?P<close>/?)(?P<tag>[^\s>]*)")  # fmt: skip
ATTRIBUTE = re.compile(r"""\s+([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]+))?""")
TAG_END = re.compile(r"\s*>")


class ApiError(Exception):
    """An answer with ok=false; a 400 gets the prefix "Bad Request: "."""

    def __init__(self, description: str, code: int = 400, **parameters: int) -> None:
        super().__init__(description if code != 400 else f"Bad Request: {description.removeprefix('Bad Request: ')}")
        answer = {"ok": False, "error_code": code, "description": str(self)}
        self.code, self.answer = code, answer | ({"parameters": parameters} if parameters else {})


def units(text: str) -> int:
    """A length as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def character(found: re.Match[str]) -> str:
    """The character that an entity stands for; of an impossible number, the entity itself."""
    if found["name"]:
        return {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[found["name"]]
    code = int(found["hex"] or "0", 16) or int(found["dec"] or 0)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else found[0]


def read_attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of the tag whose name ends at `at`, and where they end."""
    attributes = {}
    while pair := ATTRIBUTE.match(source, at):
        attributes[pair[1].lower()], at = html.unescape((pair[2] or "").strip("\"'")), pair.end()
    return attributes, at


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Split a parse_mode=HTML text into what the reader sees and its entities."""
    seen, entities = list[str](), list[Json]()
    stack: list[tuple[str, int, Json]] = []  # open tags: name, offset, attributes kept
    at = size = start = 0

    def refusal(problem: str, rest: str = "") -> ApiError:
        offset = len(source[:start].encode())
        return ApiError(f"can't parse entities: {problem} at byte offset {offset}{rest}")

    while found := PIECE.match(source, at):
        piece, start, at = found["plain"] or found["amp"] or "", at, found.end()
        if found["name"] or found["hex"] or found["dec"]:
            piece = character(found)
        elif found["close"]:
            if not stack:
                raise refusal("Unexpected end tag")
            if not (end := TAG_END.match(source, at)):
                raise refusal("Unclosed end tag")
            (opened, offset, extra), tag, at = stack.pop(), found["tag"].lower(), end.end()
            if tag and tag != opened:
                raise refusal("Unmatched end tag", f', expected "</{opened}>", found "</{tag}>"')
            if size > offset and (opened != "a" or extra):
                entities.append({"type": TAGS[opened], "offset": offset, "length": size - offset, **extra})
        elif found["tag"] is not None:
            tag = found["tag"].lower()
            if at == len(source) or tag not in TAGS:
                raise refusal("Unclosed start tag" if at == len(source) else f'Unsupported start tag "{tag}"')
            attributes, at = read_attributes(source, at)
            if not (end := TAG_END.match(source, at)):
                raise refusal("Unclosed start tag")
            if tag == "span" and attributes.get("class") != "tg-spoiler":
                raise refusal('Tag "span" must have class "tg-spoiler"')
            stack.append((tag, size, {"url": attributes["href"]} if attributes.get("href") else {}))
            at = end.end()
        seen.append(piece)
        size += units(piece)
    if stack:
        raise ApiError(f"can't parse entities: Can't find end tag corresponding to start tag \"{stack[-1][0]}\"")
    return "".join(seen), sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def read_text(params: Json, name: str = "text", limit: int = 4096) -> Json:
    """The checked text or caption of a call, as fields of a message. Markdown modes are taken as plain text."""
    text, mode = params.get(name) or "", (params.get("parse_mode") or "none").lower()
    key = "entities" if name == "text" else "caption_entities"
    entities = params.get(key) or []
    if not text and name == "text":
        raise ApiError("message text is empty")
    if len(text.encode()) > 1 << 15:
        raise ApiError("text is too long")
    if mode == "html":
        text, entities = parse_html(text)
    elif mode not in ("none", "markdown", "markdownv2"):
        raise ApiError("unsupported parse_mode")
    shift, text = units(text) - units(text.lstrip()), text.strip()
    if not text and name == "text":
        raise ApiError("text must be non-empty")
    if units(text) > limit:
        raise ApiError("message is too long" if name == "text" else "message caption is too long")
    entities = [entity | {"offset": max(0, entity["offset"] - shift)} for entity in entities]
    return {name: text} | ({key: entities} if entities else {}) if text else {}


def read_markup(markup: Any) -> Json:
    """The checked reply_markup of a call."""
    if not isinstance(markup or {}, dict):
        raise ApiError("object expected as reply markup")
    rows = (markup or {}).get("inline_keyboard") or []
    for button in (button for row in rows for button in row):
        if not isinstance(button.get("text"), str):
            raise ApiError("can't parse inline keyboard button: Can't find field \"text\"")
        if not any(button.get(action) not in (None, "") for action in ACTIONS):
            raise ApiError("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if len((button.get("callback_data") or "").encode()) > 64:
            raise ApiError("BUTTON_DATA_INVALID")
    if sum(map(len, rows)) > 100:
        raise ApiError("reply markup is too long")
    return markup or {}
