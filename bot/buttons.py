"""The buttons of a parcel as Telegram's keyboards, laid in rows that can be read on a phone."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.text import clean
from core.post.parcel import Button

DATA_BYTES = 64  # Telegram's limit of callback_data
MOST = 100  # buttons of one keyboard
ROW = 32  # characters that fit side by side on a small phone; the buttons of a row have equal widths
ABREAST = 3
# Buttons that open the phone's own sharing: only a reply keyboard can do it.
REQUESTS = {"ask:phone": "request_contact", "ask:place": "request_location"}

Json = dict[str, Any]


def keyboard(buttons: Iterable[Button]) -> Json:
    """The reply_markup of these buttons; without any, the one that takes an earlier reply keyboard away.

    A message has an inline or a reply keyboard: one request button turns them all into a reply keyboard, whose other
    labels come back as words. A button without label, or whose id Telegram would refuse, is left out: words do the same.
    """
    fit = [button for button in buttons if clean(button.label).strip() and 0 < len(button.id.encode()) <= DATA_BYTES][:MOST]
    if not fit:
        return {"remove_keyboard": True}
    if any(button.id in REQUESTS for button in fit):
        rows = [[_reply(button) for button in row] for row in in_rows(fit)]
        return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
    return {"inline_keyboard": [[_inline(button) for button in row] for row in in_rows(fit)]}


def in_rows(buttons: Iterable[Button]) -> Iterator[list[Button]]:
    """The buttons in order, at most three abreast, as many as the longest label of the row leaves room for."""
    row: list[Button] = []
    for button in buttons:
        wider = [*row, button]
        if row and (len(wider) > ABREAST or max(len(it.label) for it in wider) * len(wider) > ROW):
            yield row
            row = []
        row = [*row, button]
    if row:
        yield row


def _inline(button: Button) -> Json:
    return {"text": clean(button.label), "callback_data": button.id}


def _reply(button: Button) -> Json:
    request = REQUESTS.get(button.id)
    return {"text": clean(button.label)} | ({request: True} if request else {})
