"""« élec février Le Port »: the words that narrow a question, read as an employer's are; what is left is a name."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from core.pool.draft import Draft, Period
from core.pool.search import Wanted
from core.territory.fold import fold
from dialogs.house import House
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Heard, Setting
from dialogs.wording.describe import say_fields, say_programme
from dialogs.wording.period_words import say_period
from dialogs.wording.words import Words

SMALL = frozenset(
    "le la les l de des du d a au aux en dans sur pour par et ou chez avec pole bassin offre offres place places stage stages "
    "commune ville mois semaine semaines".split()
)


@dataclass(frozen=True)
class Asked:
    """What is looked for, how that is said back, and the days that were named."""

    wanted: Wanted
    said: str
    period: Period | None = None


def read_asked(said: str, house: House, now: datetime, words: Words) -> Asked:
    """Kind, levels, programmes or trades, days, place or bassin; other words are sought in names and references."""
    setting = Setting(now, house.territory, house.catalogue, house.gazetteer, meant="offer")
    heard = understand(said, setting)
    draft = _as_said(heard)
    bassin, rest = _bassin(_rest(said, heard), house)
    text = " ".join(word for word in re.findall(r"[a-z0-9-]+", rest) if word not in SMALL)
    period = Period(min(p.start for p in draft.periods), max(p.end for p in draft.periods)) if draft.periods else None
    wanted = Wanted(
        bassin=bassin,
        insee=draft.place.insee if draft.place else None,
        kind=draft.kind,
        levels=draft.levels,
        programmes=draft.programmes,
        fields=draft.fields,
        since=period.start if period else None,
        until=period.end if period else None,
        text=text or None,
    )
    return Asked(wanted, _said_back(draft, bassin, text, house, words), period)


def _as_said(heard: Heard) -> Draft:
    """Only what words of the question say: a kind of house (« pharmacie ») names an employer here, no trade."""
    draft, slots = heard.offers[0] if heard.offers else Draft(), {item.slot for item in heard.evidence}
    return draft if slots & {"fields", "programmes"} else replace(draft, programmes=(), fields=())


def _rest(said: str, heard: Heard) -> str:
    """The words that gave none of the slots; those of a firm's name did not either."""
    slots = ("kind", "levels", "programmes", "fields", "periods", "place", "seats", "weeks")
    kept = list(said)
    for item in heard.evidence:
        if item.slot in slots:
            kept[item.start : item.end] = " " * (item.end - item.start)
    return fold("".join(kept))


def _bassin(rest: str, house: House) -> tuple[str | None, str]:
    """The bassin that is named (« grand nord »), and the words without it."""
    for bassin in sorted({one for pole in house.territory.poles.values() for one in pole.bassins}, key=len, reverse=True):
        spoken = r"[- ]".join(map(re.escape, fold(bassin).split("-")))
        named = re.search(rf"\b{spoken}\b", rest)
        if named:
            return bassin, f"{rest[: named.start()]} {rest[named.end() :]}"
    return None, rest


def _said_back(draft: Draft, bassin: str | None, text: str, house: House, words: Words) -> str:
    programmes = [say_programme(code, house.catalogue) for code in draft.programmes]
    fields = say_fields(draft.fields, words) if not programmes else []
    levels = [words.line(f"level-{one}") for one in draft.levels] if not programmes else []
    kind = [words.line("digest-kind", kind=draft.kind)] if draft.kind and not (levels or programmes) else []
    days = [say_period(period, words.language) for period in draft.periods]
    place = [draft.place.name] if draft.place else [bassin.title()] if bassin else []
    names = [f"«\u00a0{text}\u00a0»"] if text else []
    return ", ".join([*kind, *levels, *programmes, *fields, *days, *place, *names])
