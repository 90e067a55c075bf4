"""A way to the mailbox that can be watched and stopped: bytes go through as they are, until a trap is sprung."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Literal

Trap = Literal["", "fetched", "flagging"]
Watch = Callable[[bytes], bool]  # whether these bytes may pass


class Passage:
    """A relay of bytes to an IMAP server on loopback. `sprung` is set when the trap that was laid has gone off."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, 0
        self.trap: Trap = ""
        self.sprung = False
        self._fetching = False

    def lay(self, trap: Trap) -> None:
        """`fetched`: a letter's bytes have passed. `flagging`: they have, and the flag that follows is kept back."""
        self.trap, self.sprung, self._fetching = trap, False, False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either side ends it."""
        with suppress(OSError):
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
            ways = (self._carry(reader, back, self._asks), self._carry(there, writer, self._answers))
            tasks = [asyncio.create_task(way) for way in ways]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            for end in (back, writer):
                end.close()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, passes: Watch) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                if passes(data):
                    sink.write(data)
                    await sink.drain()

    def _asks(self, data: bytes) -> bool:
        self._fetching = self._fetching or b"BODY.PEEK[]" in data
        if self.trap == "flagging" and b"STORE" in data:
            self.sprung = True
            return False
        return True

    def _answers(self, data: bytes) -> bool:
        if self.trap == "fetched" and self._fetching:
            self.sprung = True
        return True


@asynccontextmanager
async def passage_to(target: int) -> AsyncIterator[Passage]:
    """A passage to the server on this port, open as long as the block runs."""
    passage = Passage(target)
    server = await asyncio.start_server(passage.serve, "127.0.0.1", 0)
    passage.port = server.sockets[0].getsockname()[1]
    try:
        yield passage
    finally:
        server.close()
