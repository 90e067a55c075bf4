"""Messages that come together share a commit; each is told of its own fate."""

import asyncio

import pytest

from core.post.inbound import Arrival, Inbound
from guichet.together import Together
from tests.builders import NOW


def an_arrival(key: str) -> Arrival:
    return Arrival(Inbound("telegram", key, "7", NOW), b"{}")


class Commits:
    """What was kept, commit by commit; one that holds `bad` fails. The first waits for the gate."""

    def __init__(self, bad: str = "") -> None:
        self.kept: list[list[str]] = []
        self.bad, self.gate, self.begun = bad, asyncio.Event(), asyncio.Event()

    async def keep(self, arrivals: list[Arrival]) -> None:
        self.begun.set()
        await self.gate.wait()
        keys = [one.inbound.key for one in arrivals]
        if self.bad in keys:
            raise OSError(self.bad)
        self.kept.append(keys)


async def test_what_comes_during_a_commit_shares_the_next_one() -> None:
    commits = Commits()
    together = Together(commits.keep)
    calls = [asyncio.create_task(together.record([an_arrival("1")]))]
    await commits.begun.wait()
    calls += [asyncio.create_task(together.record([an_arrival(key)])) for key in ("2", "3", "4")]
    await asyncio.sleep(0)
    commits.gate.set()
    await asyncio.gather(*calls)
    assert commits.kept == [["1"], ["2", "3", "4"]]
    await together.record([an_arrival("5")])
    assert commits.kept[-1] == ["5"]


async def test_one_that_cannot_be_kept_takes_no_other_with_it() -> None:
    commits = Commits(bad="2")
    commits.gate.set()
    together = Together(commits.keep)
    told = await asyncio.gather(*(together.record([an_arrival(key)]) for key in ("1", "2", "3")), return_exceptions=True)
    assert [type(one) for one in told] == [type(None), OSError, type(None)]
    assert sorted(key for keys in commits.kept for key in keys) == ["1", "3"]


async def test_a_call_that_was_given_up_holds_nobody_up() -> None:
    commits = Commits()
    together = Together(commits.keep)
    first = asyncio.create_task(together.record([an_arrival("1")]))
    await commits.begun.wait()
    given_up = asyncio.create_task(together.record([an_arrival("2")]))
    last = asyncio.create_task(together.record([an_arrival("3")]))
    await asyncio.sleep(0)
    given_up.cancel()
    commits.gate.set()
    await asyncio.gather(first, last)
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert commits.kept == [["1"], ["2", "3"]]  # kept all the same: its key makes a second time harmless
