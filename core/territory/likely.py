"""Which of several communes is meant: the likest name, the larger commune, and when that is sure enough not to ask."""

from collections.abc import Iterable
from math import log10

from config.territory import Commune

ACCEPT, MARGIN = 0.85, 0.05  # similarity taken as sure, its lead over the next
PRIOR = 0.04  # what a commune ten times as large is ahead
CLEARLY = 10  # times as large as the next: the one that people mean

Scored = tuple[Commune, float]


def choose(scored: Iterable[Scored], limit: int) -> tuple[Scored, ...]:
    """The likeliest alone when it is sure (similarity >= .85, ahead by .05, size counted), else the first `limit`."""
    best: dict[str, Scored] = {}
    for commune, score in sorted(scored, key=lambda pair: (-_rank(pair), pair[0].insee)):
        best.setdefault(commune.insee, (commune, score))
    ranked = tuple(best.values())
    if ranked and ranked[0][1] >= ACCEPT and (len(ranked) == 1 or _rank(ranked[0]) - _rank(ranked[1]) >= MARGIN):
        return ranked[:1]
    return ranked[:limit]


def _rank(scored: Scored) -> float:
    commune, score = scored
    return score + PRIOR * log10(commune.population + 10)


def clearly_larger(communes: Iterable[Commune]) -> Commune | None:
    """The commune that is ten times as large as the next, if there is one."""
    first, second = sorted(communes, key=lambda commune: -commune.population)[:2]
    return first if first.population > 0 and first.population >= CLEARLY * second.population else None
