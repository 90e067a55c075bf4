"""A bare HTTP call of the emulator, as any client would make it."""

from typing import Any

import aiohttp

from tests.tgemu import Emulator

Json = dict[str, Any]
# A keyboard with one button, its data at the limit.
KEY = {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 64}]]}


async def call(emulator: Emulator, method: str, _token: str = "42:TEST", **params: object) -> Json:
    async with aiohttp.ClientSession() as http, http.post(f"{emulator.url}/bot{_token}/{method}", json=params) as answer:
        return await answer.json()
