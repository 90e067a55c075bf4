"""The offers of a message: one draft a clause, with what is said once shared among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.pool.draft import Draft, Place
from dialogs.understanding.bare import bare_number
from dialogs.understanding.clauses import Clause, split_clauses
from dialogs.understanding.heard import Doubt, Evidence, Setting
from dialogs.understanding.names import Lexicon, find_names
from dialogs.understanding.periods import Timing, find_periods
from dialogs.understanding.places import Named, choose_place
from dialogs.understanding.programmes import Trade, find_trade
from dialogs.understanding.reading import Reading, show
from dialogs.understanding.seats import find_seats
from dialogs.understanding.text import Text
from dialogs.understanding.words import Words, words_of

_WHO = ("organisation", "contact", "person", "name", "phone", "email")  # an answer to these names no trade


@dataclass(frozen=True)
class Part:
    """One clause read: what it is for, how many, when, and the places it names."""

    trade: Trade
    seats: int | None
    timing: Timing
    places: tuple[Named, ...]


@dataclass(frozen=True)
class Offers:
    """The drafts of a message, what gave them, and what is left to ask."""

    drafts: tuple[Draft, ...]
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]
    closed_days: tuple[int, ...]


def find_offers(reading: Reading, setting: Setting, lexicon: Lexicon) -> Offers:
    """One draft a clause; dates, place, kind and trade that only one clause says count for those that say none."""
    words = words_of(reading.body)
    clauses = split_clauses(words, lexicon, len(reading.body.folded))
    parts = [_part(clause, clauses, reading, setting, lexicon) for clause in clauses]
    timings = _shared([part.timing for part in parts])
    places = [choose_place(part.places or reading.places) for part in parts]
    drafts = tuple(_draft(part, timing, place.place) for part, timing, place in zip(parts, timings, places, strict=True))
    drafts = _all_completed(drafts, parts)
    doubts = [doubt for part in parts for doubt in part.timing.doubts] + [place.doubt for place in places if place.doubt]
    spans = [(slot, span) for part in parts for slot, span in part.trade.spans]
    spans += [("place", place.span) for place in places if place.span]
    evidence = [show(reading.text, slot, span) for slot, span in spans]
    evidence += [item for part in parts for item in part.timing.evidence]
    closed = tuple(dict.fromkeys(day for part in parts for day in part.timing.closed_days))
    return Offers(drafts, tuple(dict.fromkeys(evidence)), tuple(dict.fromkeys(doubts)), closed)


def _part(clause: Clause, clauses: Sequence[Clause], reading: Reading, setting: Setting, lexicon: Lexicon) -> Part:
    body = reading.body if len(clauses) == 1 else _only(reading.body, clause)
    timing = find_periods(body, setting.received, setting.territory)
    trade = find_trade(words_of(body), lexicon)
    if setting.asking in ("programme", "kind", "choice") and not trade.programmes:
        trade = _asked_trade(trade, words_of(body), lexicon)
    if setting.asking in _WHO and not trade.levels:
        trade = replace(trade, fields=(), house=())
    within = tuple(place for place in reading.places if clause.start <= place.start < clause.end)
    seats = find_seats(body)
    if seats is None and setting.asking == "seats":
        seats = bare_number(body.folded)
    return Part(trade, seats, timing, within if len(clauses) > 1 else reading.places)


def _only(body: Text, clause: Clause) -> Text:
    end = len(body.folded)
    outside = [(a, b) for a, b in ((0, clause.start), (clause.end, end)) if a < b]
    return body.without(body.origin(a, b) for a, b in outside)


def _asked_trade(trade: Trade, words: Words, lexicon: Lexicon) -> Trade:
    """The name of one programme, said in answer to « quel diplôme ? », names it without its level."""
    codes = {
        code for hit in find_names(words, lexicon) if not hit.value.hint and hit.last - hit.first >= 3 for code in hit.value.codes
    }
    if len(codes) != 1:
        return trade
    programmes = tuple(codes)
    return replace(trade, programmes=programmes, fields=lexicon.programmes.families(programmes))


def _draft(part: Part, timing: Timing, place: Place | None) -> Draft:
    return Draft(
        kind=part.trade.kind,
        levels=part.trade.levels,
        programmes=part.trade.programmes,
        fields=part.trade.fields,
        seats=part.seats,
        periods=timing.periods,
        weeks=timing.weeks,
        flexible=timing.flexible,
        place=place,
    )


def _shared(timings: list[Timing]) -> list[Timing]:
    said = [timing for timing in timings if timing.periods or timing.weeks or timing.flexible]
    if len(said) != 1:
        return timings
    return [said[0]] * len(timings)


def _all_completed(drafts: tuple[Draft, ...], parts: list[Part]) -> tuple[Draft, ...]:
    """Fill kind, levels and trade that later clauses leave to the first; the kind of house for want of a trade."""
    house = tuple(dict.fromkeys(family for part in parts for family in part.trade.house))
    return tuple(_completed(draft, drafts[0], house if len(house) == 1 else ()) for draft in drafts)


def _completed(draft: Draft, first: Draft, house: tuple[str, ...]) -> Draft:
    if draft.kind is None and not draft.levels:
        draft = replace(draft, kind=first.kind, levels=first.levels)
    return draft if draft.fields or draft.programmes else replace(draft, fields=house)
