"""The clerk: one thing at a time, and what has happened outside before all that waits."""

import asyncio
import threading

import pytest

from guichet.clerk import Clerk


async def test_what_has_happened_goes_before_what_waits() -> None:
    clerk, done, free = Clerk(), list[str](), threading.Event()
    waiting = [asyncio.create_task(clerk.do(free.wait, 20))]
    waiting += [asyncio.create_task(clerk.do(done.append, f"answer {n}")) for n in range(3)]
    await asyncio.sleep(0)  # all of them have been handed over
    waiting += [asyncio.create_task(clerk.write_down(done.append, f"sent {n}")) for n in range(2)]
    await asyncio.sleep(0)
    free.set()
    await asyncio.gather(*waiting)
    clerk.close()
    assert done == ["sent 0", "sent 1", "answer 0", "answer 1", "answer 2"]


async def test_a_failure_is_of_whom_asked_and_the_next_is_served() -> None:
    clerk = Clerk()
    with pytest.raises(ZeroDivisionError):
        await clerk.do(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        await asyncio.to_thread(clerk.write_down_now, lambda: 1 // 0)
    assert await clerk.write_down(lambda: "kept") == "kept"
    clerk.close()
