"""The narrow bridge between asyncio and the synchronous core: one thread that writes, so that SQLite has one writer."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Clerk:
    """Does one thing at a time, in order, on its own thread."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="clerk")

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have it done, from the event loop."""
        return await asyncio.wrap_future(self._thread.submit(work, *args, **kwargs))

    def do_now(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have it done, from another thread; returns when it is."""
        return self._thread.submit(work, *args, **kwargs).result()

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown(wait=True)
