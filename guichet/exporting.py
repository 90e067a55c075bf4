"""`guichet export`: the pool and its employers as CSV, for the academic bank and for spreadsheets.

As programs read it: UTF-8, commas, E.164. With --excel as French spreadsheets open it: a mark first, semicolons, phones as they
are dialled. In both, a cell that a spreadsheet would take for a formula is words: an apostrophe stands before it.
"""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased
from tqdm import tqdm

from config.catalogue import Catalogue
from config.settings import Settings
from core.database import transaction
from core.intake.records import Import, Origin
from core.people.records import Contact, Organisation
from core.pool.records import Offer
from core.pool.search import Wanted, search_offers
from dialogs.house import House
from dialogs.wording.describe import say_phone
from guichet.opening import open_premises

FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | None
Row = dict[str, Cell]


def export(settings: Settings, kind: str, out: TextIO, *, excel: bool) -> int:
    """Write all offers or employers, a line each, under a line of headings."""
    premises = open_premises(settings)
    headings, rows = KINDS[kind]
    table = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n")
    out.write("\ufeff" if excel else "")
    table.writerow(headings)
    with transaction(premises.engine) as session:
        found = tqdm(rows(session, premises.house), unit=" lignes", desc=kind, file=sys.stderr, disable=None, leave=False)
        for row in found:
            table.writerow([_cell(name, row[name], excel=excel) for name in headings])
    return 0


def _cell(name: str, value: Cell, *, excel: bool) -> str:
    said = "" if value is None else str(value)
    if name == "phone":
        return say_phone(said).replace("\u00a0", " ") if said and excel else said
    return f"'{said}" if said.startswith(FORMULA) else said


OFFERS = (
    "reference", "status", "pole", "bassin", "coordinator", "kind", "levels", "programmes", "labels", "fields", "seats",
    "seats_left", "seats_held", "start", "end", "periods", "weeks", "flexible", "insee", "commune", "organisation", "siret",
    "contact", "phone", "email", "hours", "accessible", "channel", "filed_at",
)  # fmt: skip
EMPLOYERS = (
    "id", "name", "trade_name", "siret", "street", "insee", "commune", "contact", "phone", "email", "offers", "first_seen",
    "origin",
)  # fmt: skip


def offer_rows(session: Session, house: House) -> Iterator[Row]:
    """Every offer, in the order of their references; lists within a cell are separated by a bar."""
    for offer in search_offers(session, Wanted()):
        draft, callback = offer.draft, offer.callback
        yield {
            "reference": offer.reference, "status": offer.status, "pole": offer.pole, "bassin": offer.bassin,
            "coordinator": offer.coordinator, "kind": offer.kind, "levels": _listed(draft.levels),
            "programmes": _listed(draft.programmes), "labels": _listed(_labels(draft.programmes, house.catalogue)),
            "fields": _listed(draft.fields), "seats": draft.seats, "seats_left": offer.seats_left, "seats_held": offer.seats_held,
            "start": _day(offer, "starts_on"), "end": _day(offer, "ends_on"),
            "periods": _listed(f"{one.start}/{one.end}" for one in draft.periods), "weeks": draft.weeks,
            "flexible": _yes(draft.flexible), "insee": draft.place.insee if draft.place else None,
            "commune": draft.place.name if draft.place else None, "organisation": offer.organisation.name,
            "siret": offer.organisation.siret, "contact": callback.name, "phone": callback.phone, "email": callback.email,
            "hours": callback.hours, "accessible": _yes(offer.accessible), "channel": offer.channel,
            "filed_at": offer.filed_at.isoformat(timespec="seconds"),
        }  # fmt: skip


def employer_rows(session: Session, house: House) -> Iterator[Row]:
    """Every employer, with whoever answers there first, how many offers, and the file that it came from."""
    offers = dict(session.execute(select(Offer.organisation_id, func.count()).group_by(Offer.organisation_id)).all())
    any_contact = aliased(Contact)
    first = select(func.min(any_contact.id)).where(any_contact.organisation_id == Organisation.id).correlate(Organisation)
    source = (
        select(Import.name)
        .join(Origin, Origin.import_id == Import.id)
        .where(Origin.organisation_id == Organisation.id)
        .order_by(Origin.id)
        .limit(1)
        .correlate(Organisation)
        .scalar_subquery()
    )
    rows = (
        select(Organisation, Contact, source)
        .join(Contact, Contact.id == first.scalar_subquery(), isouter=True)
        .order_by(Organisation.id)
    )
    for one, contact, origin in session.execute(rows.execution_options(yield_per=500)):
        commune = house.gazetteer.by_insee(one.insee) if one.insee else None
        yield {
            "id": one.id, "name": one.name, "trade_name": one.trade_name, "siret": one.siret, "street": one.street,
            "insee": one.insee, "commune": commune.name if commune else None, "contact": contact.name if contact else None,
            "phone": contact.phone if contact else None, "email": contact.email if contact else None,
            "offers": offers.get(one.id, 0), "first_seen": one.first_seen.date().isoformat(), "origin": origin,
        }  # fmt: skip


KINDS: dict[str, tuple[tuple[str, ...], Callable[[Session, House], Iterator[Row]]]] = {
    "offers": (OFFERS, offer_rows),
    "employers": (EMPLOYERS, employer_rows),
}


def _labels(codes: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    return (catalogue.programmes[code].label for code in codes if code in catalogue.programmes)


def _listed(values: Iterable[str]) -> str:
    return "|".join(values)


def _yes(value: bool | None) -> str:
    return "" if value is None else "oui" if value else "non"


def _day(offer: Offer, name: str) -> str | None:
    day = getattr(offer, name)
    return day.isoformat() if day else None
