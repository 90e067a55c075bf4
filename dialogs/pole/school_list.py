"""The letter of the week to a school's correspondent: which of its classes still seek, and offers that fit them."""

from config.territory import Need
from core.agenda.school_lists import Fit, SchoolSheet
from core.pool.draft import Period
from core.pool.holds import free_seats
from core.post.parcel import Block
from dialogs.house import House
from dialogs.wording.describe import describe, say_class, say_programme
from dialogs.wording.period_words import say_period
from dialogs.wording.words import words_in

WORDS = words_in("fr")


def write_school_list(sheet: SchoolSheet, house: House) -> tuple[str, tuple[Block, ...]]:
    """The subject and the blocks between greeting and signature; numbered as they are kept."""
    asked = [Block(class_words(need, house), "item", number) for number, need in enumerate(sheet.asked, 1)]
    first = len(asked) + 1
    fits = [Block(_fit(fit, house), "item", number) for number, fit in enumerate(sheet.fits, first)]
    blocks = [
        *(_part("asked", asked, number=1, count=len(asked), last=len(asked)) if asked else ()),
        *(_part("fits", fits, number=first, count=len(fits), last=0) if fits else ()),
    ]
    if sheet.left_out:
        blocks.append(Block(WORDS.line("school-list-cut", count=sheet.left_out)))
    blocks.append(Block(WORDS.line("school-list-why", school=sheet.school.name), "small"))
    facts = {"school": sheet.school.name, "asked": len(asked), "fits": len(fits) + sheet.left_out}
    return WORDS.line("school-list-subject", **facts), tuple(blocks)


def _part(name: str, entries: list[Block], **facts: int) -> tuple[Block, ...]:
    heading = Block(WORDS.line(f"school-list-{name}"), "heading")
    return (heading, *entries, Block(WORDS.line(f"school-list-{name}-how", **facts)))


def class_words(need: Need, house: House) -> str:
    """« tle, Bac pro MELEC, du 1er au 19 février 2027 : 12 élèves »: a class as its school knows it."""
    return WORDS.line(
        "school-class",
        name=say_class(need.class_name) or "none",
        programme=say_programme(need.programme, house.catalogue),
        period=say_period(Period(need.start, need.end), "fr"),
        students=need.students,
        seeking=-1 if need.still_to_place is None else need.still_to_place,
    )


def _fit(fit: Fit, house: House) -> str:
    need, place = fit.match.need, fit.offer.draft.place
    return WORDS.line(
        "school-fit",
        organisation=f"{fit.offer.organisation.name}, {place.name}" if place else fit.offer.organisation.name,
        offer=describe(fit.offer.draft, house.catalogue, WORDS, place=False),
        reference=fit.offer.reference,
        km=-1 if fit.match.km is None else fit.match.km,
        free=free_seats(fit.offer),
        class_name=say_class(need.class_name) or say_programme(need.programme, house.catalogue),
        days=fit.match.days,
    )
