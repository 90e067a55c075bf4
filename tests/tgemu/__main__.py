"""python -m tests.tgemu --port N: serve until stopped."""

import argparse
import asyncio
from contextlib import suppress

from .server import Emulator


async def serve(token: str, port: int, username: str) -> None:
    async with Emulator(token, port=port, username=username) as emulator:
        print(emulator.url, flush=True)
        await asyncio.Event().wait()


parser = argparse.ArgumentParser(prog="tgemu", description="A Telegram Bot API on 127.0.0.1, for tests.")
parser.add_argument("--port", type=int, default=0, help="0: any free one; the URL is printed")
parser.add_argument("--token", default="42:TEST")
parser.add_argument("--username", default="emulated_bot")
with suppress(KeyboardInterrupt):
    asyncio.run(serve(**vars(parser.parse_args())))
