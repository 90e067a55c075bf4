"""The narrow bridge between asyncio and the synchronous core: one thread that writes, so that SQLite has one writer."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Task = tuple[Future[Any], Callable[[], Any]]


class Clerk:
    """Does one thing at a time on its own thread, in order; what is written down at once goes before all that waits.

    What has happened outside (a parcel has left, a message has come) must not wait behind a backlog of answers: were the
    process killed meanwhile, all of it would happen again.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="clerk")
        self._first: deque[Task] = deque()
        self._rest: deque[Task] = deque()

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have it done in its turn, from the event loop."""
        return await asyncio.wrap_future(self._take(self._rest, partial(work, *args, **kwargs)))

    async def write_down(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have what has happened outside kept next, from the event loop."""
        return await asyncio.wrap_future(self._take(self._first, partial(work, *args, **kwargs)))

    def write_down_now(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same from another thread; returns when it is kept."""
        return self._take(self._first, partial(work, *args, **kwargs)).result()

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown(wait=True)

    def _take(self, queue: deque[Task], work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        queue.append((future, work))
        self._thread.submit(self._do_next)
        return future

    def _do_next(self) -> None:
        future, work = (self._first or self._rest).popleft()
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # it is whose asked that hears of it; the thread goes on
            future.set_exception(error)
