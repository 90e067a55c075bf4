"""An employer's card in words: name, SIRET, commune, who answers there, what came of their offers, notes, who asked them last."""

from core.agenda.asking import Card
from core.pool.draft import Callback
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.pole.entries import author_name, person_name, short_day
from dialogs.wording.describe import say_callback
from dialogs.wording.words import Words


def write_card(card: Card, house: House, words: Words) -> str:
    """The card, a fact a line; its offers follow as numbered entries."""
    one, territory = card.organisation, house.territory
    commune = house.gazetteer.by_insee(one.insee) if one.insee else None
    lines = [", ".join(part for part in (one.name, one.street, commune.name if commune else None) if part)]
    if one.siret:
        lines.append(words.line("card-siret", siret=one.siret))
    for contact in card.contacts:
        who = say_callback(Callback(contact.name, contact.email, contact.phone, contact.hours))
        lines.append(who + (words.line("card-stopped") if contact.stopped_at else ""))
    lines.append(words.line("card-offers", offers=card.offers, taken=card.taken))
    for note in card.notes:
        by, day = author_name(note.author, territory, words), short_day(local_day(note.at, territory), words)
        lines.append(words.line("card-note", words=note.reason or "", by=by, day=day))
    if card.asked:
        day = short_day(local_day(card.asked.at, territory), words)
        lines.append(words.line("card-asked", by=person_name(card.asked.coordinator, territory), day=day))
    return "\n".join(lines)
