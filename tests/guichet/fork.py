"""One public address before several processes, as a proxy has it: each connection goes to one that answers."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Fork:
    """Bytes go to the targets in turn; a target that does not answer is passed over."""

    def __init__(self, targets: list[int]) -> None:
        self.targets, self.port = targets, 0
        self._turn = itertools.count()
        self._open: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection from outside."""
        first = next(self._turn)
        for number in range(len(self.targets)):
            target = self.targets[(first + number) % len(self.targets)]
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", target)
                await asyncio.gather(_pass(reader, there[1]), _pass(there[0], writer))
                return
        writer.close()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def fork_to(*targets: int) -> AsyncIterator[Fork]:
    """A fork on loopback, closed at the end."""
    fork = Fork(list(targets))
    server = await asyncio.start_server(fork.serve, "127.0.0.1", 0)
    fork.port = server.sockets[0].getsockname()[1]
    try:
        yield fork
    finally:
        server.close()
