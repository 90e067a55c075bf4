"""Offers as a workbook that a person opens: French headings, days as days, filters ready, nothing that a cell would compute."""

import base64
import io
from collections.abc import Iterable

from core.pool.holds import free_seats
from core.pool.records import Offer
from core.post.parcel import Enclosure
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.pole.entries import person_name
from dialogs.wording.describe import say_fields, say_phone, say_programme
from dialogs.wording.words import words_in

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = {
    "Référence": 16, "État": 22, "Entreprise": 32, "Commune": 18, "Type": 20, "Formations": 44, "Places": 8, "Libres": 8,
    "Réservées": 10, "Début": 12, "Fin": 12, "Contact": 24, "Téléphone": 16, "Courriel": 30, "Pôle": 22, "Coordinateur": 28,
    "Déposée le": 12,
}  # fmt: skip
WORDS = words_in("fr")


def workbook(offers: Iterable[Offer], house: House, name: str) -> Enclosure:
    """The file of these offers, a line each."""
    import openpyxl  # only where a workbook is made: it takes long to load
    from openpyxl.cell.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Offres")
    for column, width in enumerate(HEADINGS.values(), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    rows = 1
    heading = [WriteOnlyCell(sheet, value=name) for name in HEADINGS]
    for cell in heading:
        cell.font = Font(bold=True)
    sheet.append(heading)
    for offer in offers:
        cells = [WriteOnlyCell(sheet, value=value) for value in _row(offer, house)]
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"  # « =1+1 » is somebody's words
        sheet.append(cells)
        rows += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{rows}"
    file = io.BytesIO()
    book.save(file)
    return Enclosure(name, XLSX, base64.b64encode(file.getvalue()).decode("ascii"))


def _row(offer: Offer, house: House) -> list[object]:
    draft, contact, territory = offer.draft, offer.callback, house.territory
    programmes = [say_programme(code, house.catalogue) for code in draft.programmes if code in house.catalogue.programmes]
    pole = territory.poles.get(offer.pole or "")
    return [
        offer.reference, WORDS.line(f"status-{offer.status}"), offer.organisation.name, draft.place.name if draft.place else "",
        WORDS.line("digest-kind", kind=offer.kind) if offer.kind else "",
        " / ".join(programmes) or ", ".join(say_fields(draft.fields, WORDS)), draft.seats, free_seats(offer), offer.seats_held,
        offer.starts_on, offer.ends_on, contact.name or "", say_phone(contact.phone or "").replace("\u00a0", " "),
        contact.email or "", pole.name if pole else "", person_name(offer.coordinator, territory),
        local_day(offer.filed_at, territory),
    ]  # fmt: skip
