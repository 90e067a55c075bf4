"""getUpdates: offsets, long polls, conflicts, copies."""

import asyncio
import time
from pathlib import Path

from tests.tgemu import Emulator
from tests.tgemu.calling import call

ROOT = Path(__file__).parent.parent.parent


async def test_offset_confirms(emulator: Emulator) -> None:
    anna = emulator.user(7)
    for text in "abc":
        anna.send(text)
    first = (await call(emulator, "getUpdates", limit=2))["result"]
    assert [update["message"]["text"] for update in first] == ["a", "b"]
    again = (await call(emulator, "getUpdates", limit=2))["result"]
    assert again == first[:1]  # unconfirmed: again, but one at a time
    rest = (await call(emulator, "getUpdates", offset=first[1]["update_id"] + 1))["result"]
    assert [update["message"]["text"] for update in rest] == ["c"]
    anna.send("d")
    last = (await call(emulator, "getUpdates", offset=-1))["result"]
    assert [update["message"]["text"] for update in last] == ["d"] and len(emulator.pending) == 1


async def test_long_poll(emulator: Emulator) -> None:
    begun = time.monotonic()
    assert (await call(emulator, "getUpdates", timeout=1))["result"] == []
    assert 0.9 < time.monotonic() - begun < 1.5
    waiting = asyncio.create_task(call(emulator, "getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    emulator.user(7).send("x")
    assert len((await asyncio.wait_for(waiting, 1))["result"]) == 1


async def test_second_poller_ends_the_first(emulator: Emulator) -> None:
    first = asyncio.create_task(call(emulator, "getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(call(emulator, "getUpdates", timeout=20))
    assert (await first)["description"].startswith("Conflict: terminated by other getUpdates request")
    emulator.user(7).send("x")
    assert len((await second)["result"]) == 1
    await call(emulator, "setWebhook", url="http://127.0.0.1:9")
    assert (await call(emulator, "getUpdates"))["error_code"] == 409


async def test_allowed_updates_stick(emulator: Emulator) -> None:
    await call(emulator, "getUpdates", allowed_updates=["message"])
    emulator.user(7).send("x")
    emulator.user(7).block()
    assert [set(u) - {"update_id"} for u in (await call(emulator, "getUpdates"))["result"]] == [{"message"}]


async def test_duplicates_and_order(emulator: Emulator) -> None:
    anna = emulator.user(7)
    anna.send("a", copies=2)
    [update] = (await call(emulator, "getUpdates"))["result"]
    assert (await call(emulator, "getUpdates", offset=update["update_id"] + 1))["result"] == [update]
    assert (await call(emulator, "getUpdates", offset=update["update_id"] + 1))["result"] == []
    with emulator.hold(reorder=True):
        for n in range(10):
            anna.send(str(n))
        assert not emulator.pending
    got = (await call(emulator, "getUpdates"))["result"]
    texts = [u["message"]["text"] for u in got]
    assert texts != sorted(texts) == [str(n) for n in range(10)]
    assert [u["update_id"] for u in got] == sorted(u["update_id"] for u in got)
