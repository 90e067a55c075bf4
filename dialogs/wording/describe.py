"""An offer in words: how many of whom, when, where. The same words in summaries, receipts, lists and digests."""

import re
from collections.abc import Iterable

import phonenumbers

from config.catalogue import Catalogue
from core.pool.draft import Callback, Draft, Place
from dialogs.wording.period_words import say_period, say_start
from dialogs.wording.words import NBSP, Words

BRACKETS = re.compile(r"\s*\([^()]*\)")


def describe(draft: Draft, catalogue: Catalogue, words: Words, *, place: bool = True) -> str:
    """« 1 élève de 3e, du lundi 7 au vendredi 11 décembre 2026, à Saint-Leu »: what is said of an offer so far."""
    parts = [say_people(draft, catalogue, words), say_dates(draft, words)]
    if place and draft.place:
        parts.append(at_place(draft.place, words))
    return ", ".join(part for part in parts if part)


def say_people(draft: Draft, catalogue: Catalogue, words: Words) -> str:
    """« 2 élèves de CAP Cuisine »: seats, level and programmes, or the field in brackets."""
    known = [catalogue.programmes[code] for code in draft.programmes if code in catalogue.programmes]
    joined = f" {words.line('or')} "
    if known:
        level = "bts" if known[0].level in ("bts", "but") else "pupil"
        names = joined.join(short_label(programme.label) for programme in known)
        key = "apprentices-programme" if draft.kind == "apprenticeship" else f"{level}-programme"
        return words.line(key, seats=draft.seats or 0, programme=names)
    levels = joined.join(words.line(f"level-{level}") for level in draft.levels)
    key = "apprentices" if draft.kind == "apprenticeship" else "pupils"
    if draft.kind == "observation" and not levels:
        key = "pupils-observing"
    people = words.line(f"{key}-level" if levels else key, seats=draft.seats or 0, level=levels)
    fields = ", ".join(say_fields(draft.fields, words))
    return f"{people} ({fields})" if fields else people


def say_programme(code: str, catalogue: Catalogue) -> str:
    """A programme's short label; its code when the catalogue has lost it."""
    programme = catalogue.programmes.get(code)
    return short_label(programme.label) if programme else code


def say_fields(fields: Iterable[str], words: Words) -> list[str]:
    """The names of trades; those that have none are left out."""
    return [words.line(f"field-{field}") for field in fields if words.has(f"field-{field}")]


def short_label(label: str) -> str:
    """« bac pro Métiers de la logistique »: a catalogue label inside a sentence, without what stands in brackets."""
    bare = BRACKETS.sub("", label).strip()
    return f"bac pro{bare.removeprefix('Bac pro')}" if bare.startswith("Bac pro") else bare


# Classes as files of needs name them, where people say it otherwise.
CLASSES = {
    "2nde": "2de", "tle": "terminale", "2nde_gt": "2de GT", "3e_pm": "3e prépa-métiers", "3e_segpa": "3e Segpa",
    "4e_segpa": "4e Segpa", "cap1": "1re année", "cap2": "2e année", "bts1": "1re année", "bts2": "2e année", "cs": "",
}  # fmt: skip


def say_class(name: str) -> str:
    """A class as people name it; a school's own name for it as it stands."""
    return CLASSES.get(name, name)


def say_dates(draft: Draft, words: Words) -> str:
    """The periods, else the duration, else « dates à convenir »."""
    if draft.kind == "apprenticeship" and len(draft.periods) == 1:
        return words.line("starting", day=say_start(draft.periods[0].start, words.language))
    parts = [f" {words.line('and')} ".join(say_period(period, words.language) for period in draft.periods)]
    if draft.weeks and not (len(draft.periods) == 1 and _weeks_long(draft) == draft.weeks):
        parts.append(words.line("weeks", weeks=draft.weeks))
    if draft.flexible:
        parts.append(words.line("flexible"))
    return ", ".join(part for part in parts if part)


def _weeks_long(draft: Draft) -> int:
    return round(((draft.periods[0].end - draft.periods[0].start).days + 3) / 7)


def at_place(place: Place, words: Words) -> str:
    """« à Saint-Leu », « au Port », « aux Avirons »; English: « in Le Port »."""
    if words.language != "fr":
        return f"in {place.name}"
    for article, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if place.name.startswith(article):
            return contracted + place.name.removeprefix(article)
    return f"à {place.name}"


def say_phone(phone: str) -> str:
    """An E.164 number as people of its country read it: « 0692 00 00 27 »; anything else as it is."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.NATIONAL).replace(" ", NBSP)
    except phonenumbers.NumberParseException:
        return phone


def say_callback(callback: Callback) -> str:
    """« Jean-Marc, 0692 00 00 27, après 11 h »: who to call back, and when, as far as it is known."""
    phone = callback.phone and say_phone(callback.phone)
    return ", ".join(part for part in (callback.name, phone, callback.hours, callback.email) if part)
