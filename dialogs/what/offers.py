"""The offers of a message: one draft a clause, with what is said once shared among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.pool.draft import Draft, Place
from dialogs.understanding.heard import Doubt, Evidence, Setting
from dialogs.understanding.reading import Reading, show
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import Words, words_of
from dialogs.what.clauses import Clause, split_clauses
from dialogs.what.names import Lexicon, find_names
from dialogs.what.programmes import Trade, find_trade
from dialogs.what.seats import find_numbers, find_seats
from dialogs.what.sharing import Part, share
from dialogs.what.spread import spread
from dialogs.when.periods import find_periods
from dialogs.where.places import Named, choose_place
from dialogs.who.bare import bare_number

MOST = 10  # offers of one message
_WHO = ("organisation", "contact", "person", "name", "phone", "email")  # an answer to these names no trade


@dataclass(frozen=True)
class Offers:
    """The drafts of a message, what gave them, and what is left to ask; `restated` leaves out what only the house tells."""

    drafts: tuple[Draft, ...]
    restated: tuple[Draft, ...]
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]
    closed_days: tuple[int, ...]

    def at_place(self, place: Place) -> "Offers":
        """The same offers, all at one place."""
        here = tuple(replace(draft, place=place) for draft in self.drafts)
        return replace(self, drafts=here, restated=tuple(replace(draft, place=place) for draft in self.restated))


def find_offers(reading: Reading, setting: Setting, lexicon: Lexicon) -> Offers:
    """One draft a clause; dates, place, kind and trade that are said once count for the clauses that say none."""
    words = words_of(reading.body)
    told = split_clauses(words, lexicon, len(reading.body.folded))
    clauses = told[:MOST]  # what is counted after them is no part of the last one, nor said of them all
    parts = [_part(clause, clauses, reading, setting, lexicon) for clause in clauses]
    around = _around(told, reading, setting, lexicon) if len(clauses) > 1 else None
    shared = share(parts, around, lexicon)
    places = [choose_place(part.places or reading.places) for part in shared]
    drafts = tuple(_draft(part, place.place) for part, place in zip(shared, places, strict=True))
    read = [*parts, around] if around else parts
    restated, drafts = drafts, _with_house(drafts, read)
    doubts = [doubt for part in read for doubt in part.timing.doubts]
    sites = spread(drafts[0], reading.text, reading.places) if len(drafts) == 1 else drafts
    if len(sites) > len(drafts):
        restated = drafts = sites
    else:
        doubts += [place.doubt for place in places if place.doubt]
    spans = [(slot, span) for part in read for slot, span in part.trade.spans] + _counted(clauses, reading.body)
    spans += [("place", place.span) for place in places if place.span]
    evidence = [show(reading.text, slot, span) for slot, span in spans]
    evidence += [item for part in read for item in part.timing.evidence]
    closed = tuple(dict.fromkeys(day for part in read for day in part.timing.closed_days))
    return Offers(drafts, restated, tuple(dict.fromkeys(evidence)), tuple(dict.fromkeys(doubts)), closed)


def _counted(clauses: Sequence[Clause], body: Text) -> list[tuple[str, Span]]:
    """The words that gave each number of young people."""
    told = [("seats", body.origin(*clause.counted)) for clause in clauses if clause.counted]
    if len(clauses) > 1:
        return told
    return [("seats", (number.start, number.end)) for number in find_numbers(body)[:1]] or told


def _part(clause: Clause, clauses: Sequence[Clause], reading: Reading, setting: Setting, lexicon: Lexicon) -> Part:
    alone = len(clauses) == 1
    body = reading.body if alone else reading.body.part(clause.start, clause.end)
    trade = find_trade(words_of(body), lexicon)
    if setting.asking in ("programme", "kind", "choice") and not trade.programmes:
        trade = _asked_trade(trade, words_of(body), lexicon)
    if setting.asking in _WHO and not trade.levels:
        trade = replace(trade, fields=(), house=())
    within = tuple(place for place in reading.places if clause.start <= place.start < clause.end)
    seats = find_seats(body) or clause.count if alone else clause.count
    if seats is None and setting.asking == "seats":
        seats = bare_number(body.folded)
    timing = find_periods(body, setting.received, setting.territory, _departement(within or reading.places))
    return Part(trade, seats, timing, reading.places if alone else within, body, clause.like)


def _around(clauses: Sequence[Clause], reading: Reading, setting: Setting, lexicon: Lexicon) -> Part:
    """What a message says before, between and after the clauses of its offers."""
    body = reading.body.without(reading.body.origin(clause.start, clause.end) for clause in clauses)
    within = tuple(place for place in reading.places if not any(one.start <= place.start < one.end for one in clauses))
    timing = find_periods(body, setting.received, setting.territory, _departement(within or reading.places))
    return Part(find_trade(words_of(body), lexicon), None, timing, within, body)


def _departement(places: Sequence[Named]) -> str:
    """Whose school holidays count: the département of the place named first; empty when unsure."""
    return places[0].communes[0].departement if places and len(places[0].communes) == 1 else ""


def _asked_trade(trade: Trade, words: Words, lexicon: Lexicon) -> Trade:
    """The name of one programme, said in answer to « quel diplôme ? », names it without its level."""
    codes = {
        code for hit in find_names(words, lexicon) if not hit.value.hint and hit.last - hit.first >= 3 for code in hit.value.codes
    }
    if len(codes) != 1:
        return trade
    programmes = tuple(codes)
    return replace(trade, programmes=programmes, fields=lexicon.programmes.families(programmes))


def _draft(part: Part, place: Place | None) -> Draft:
    return Draft(
        kind=part.trade.kind,
        levels=part.trade.levels,
        programmes=part.trade.programmes,
        fields=part.trade.fields,
        seats=part.seats,
        periods=part.timing.periods,
        weeks=part.timing.weeks,
        flexible=part.timing.flexible,
        place=place,
    )


def _with_house(drafts: tuple[Draft, ...], parts: Sequence[Part]) -> tuple[Draft, ...]:
    """The kind of house gives the family of an offer that names no trade, when the message names one kind of house."""
    house = tuple(dict.fromkeys(family for part in parts for family in part.trade.house))
    if len(house) != 1:
        return drafts
    return tuple(draft if draft.fields or draft.programmes else replace(draft, fields=house) for draft in drafts)
