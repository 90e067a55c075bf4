"""A black-box Telegram Bot API for tests: a server that checks calls like Telegram, scripted users, faults on demand.

    async with Emulator("42:TEST") as emulator:             # a bot polls emulator.url, or sets a webhook there
        anna = emulator.user(7, first_name="Anna")
        [reply] = await anna.ask("/start")                  # send, then wait for the bot's message
        anna.press("Oui")                                   # an inline button, or a reply button
        emulator.fault("sendMessage", status=429, retry_after=1, times=2)
        figures = await emulator.load(updates=1000, chats=100)

The same from outside: `python -m tests.tgemu --port 8090`, then `await Remote("http://127.0.0.1:8090").user(7).send("x")`.
"""

from .server import Call, Emulator, Fault, Remote
from .text import ApiError, parse_html
from .users import User

__all__ = ["ApiError", "Call", "Emulator", "Fault", "Remote", "User", "parse_html"]
