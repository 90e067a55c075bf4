"""What happens at the same time is kept in one commit: durability costs a batch what it would cost one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 200  # calls that share a commit


class Together(Generic[T]):
    """Calls that come while a commit is under way share the next one; each returns when its own things are safe."""

    def __init__(self, keep: Callable[[list[T]], Awaitable[object]]) -> None:
        self._keep = keep
        self._waiting: list[tuple[Sequence[T], asyncio.Future[None]]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def record(self, things: Sequence[T]) -> None:
        """Keep these; raises what the commit of these alone raised."""
        safe = asyncio.get_running_loop().create_future()
        self._waiting.append((things, safe))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_all())
        await safe

    async def _keep_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._keep_batch(batch)
        finally:
            self._keeping = None

    async def _keep_batch(self, batch: list[tuple[Sequence[T], asyncio.Future[None]]]) -> None:
        try:
            await self._keep([one for things, _ in batch for one in things])
        except Exception as error:
            if len(batch) > 1:  # one that cannot be kept must not take the others with it
                for alone in batch:
                    await self._keep_batch([alone])
            elif not batch[0][1].done():
                batch[0][1].set_exception(error)
            return
        for _, safe in batch:
            if not safe.done():  # whose call was given up meanwhile
                safe.set_result(None)
