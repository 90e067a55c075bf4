"""Sets of letters' numbers as IMAP writes them (`3:7,12`): short in a command, and short in the database."""

from collections.abc import Iterable, Iterator
from itertools import pairwise


def compact(uids: Iterable[int]) -> str:
    """The numbers as ranges, ascending, each once; empty for none."""
    numbers = sorted(set(uids))
    starts = [one for before, one in pairwise([-1, *numbers]) if one != before + 1] if numbers else []
    ends = [one for one, after in pairwise([*numbers, numbers[-1] + 2]) if after != one + 1] if numbers else []
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in zip(starts, ends, strict=True))


def expand(text: str) -> list[int]:
    """The numbers of a set written by `compact`, ascending."""
    numbers: list[int] = []
    for part in filter(None, text.split(",")):
        first, _, last = part.partition(":")
        numbers.extend(range(int(first), int(last or first) + 1))
    return numbers


def slices(uids: list[int], size: int) -> Iterator[list[int]]:
    """The same numbers, so many at a time."""
    return (uids[at : at + size] for at in range(0, len(uids), size))
