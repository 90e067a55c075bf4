"""The coordinator's letter: subject and blocks from a Sheet. The HTML and the text of the mail are made of these same words."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.digests import LONGEST, Line, Section, Sheet, gather
from core.agenda.figures import Figure
from core.post.parcel import Block
from core.territory.workdays import next_digest_day
from dialogs.house import House
from dialogs.pole.campaign_words import campaign_words
from dialogs.pole.entries import clock, name_of, short_day, write_entry
from dialogs.post.promptness import digest_moment
from dialogs.wording.words import Words, words_in

LANGUAGE = "fr"  # coordinators are written to in French


def preview_digest(
    session: Session, house: House, coordinator: Coordinator, day: date, now: datetime
) -> tuple[str, tuple[Block, ...]]:
    """The letter of that day, neither stored nor sent."""
    return write_digest(gather(session, coordinator, day, now, house.territory, steps=house.settings.escalation_days), house)


def write_digest(sheet: Sheet, house: House) -> tuple[str, tuple[Block, ...]]:
    """The subject and the blocks of a digest: what awaits a decision first, then what needs none, the figures, how to answer."""
    words = words_in(LANGUAGE)
    blocks: list[Block] = []
    if sheet.stands_in_for:
        blocks.append(Block(words.line("digest-stands-in", people=", ".join(one.name for one in sheet.stands_in_for))))
    for section in LONGEST:
        blocks += _section(sheet, section, house, words)
    blocks += campaign_blocks(sheet, house, words)
    blocks += _figures(sheet, words)
    blocks.append(_closing(sheet, house, words))
    return subject_of(sheet, house, words), framed(sheet.coordinator.name, blocks, house)


def write_urgent(sheet: Sheet, house: House) -> tuple[str, tuple[Block, ...]]:
    """The letter for one entry that cannot wait until the morning."""
    words, line = words_in(LANGUAGE), sheet.lines[0]
    organisation = name_of(line.offer, line.contact, words)
    if line.matter or line.offer is None or line.offer.starts_on is None:
        subject = words.line("digest-subject-incident", organisation=organisation)
    else:
        start = words.line("digest-why-starts", day=short_day(line.offer.starts_on, words))
        subject = words.line("digest-subject-urgent", organisation=organisation, start=start)
    entry = Block(write_entry(line, sheet.coordinator, sheet.day, house, words), "item", 1)
    how = Block(words.line("digest-how", examples=_examples(sheet, words)))
    return subject, framed(sheet.coordinator.name, (entry, how), house)


def subject_of(sheet: Sheet, house: House, words: Words) -> str:
    """« 4 réponses attendues au pôle Ouest (mardi 24 novembre) »; what is new when nothing is asked."""
    awaiting = sum(line.awaits for line in sheet.lines) + sheet.left_out["decide"]
    new = sum(line.section == "new" for line in sheet.lines) + sheet.left_out["new"]
    proposed = len(sheet.campaigns)
    facts = {"place": _at_pole(sheet, house, words), "day": short_day(sheet.day, words)}
    if awaiting:
        subject = words.line("digest-subject-awaiting", count=awaiting, **facts)
    elif new:
        subject = words.line("digest-subject-new", count=new, **facts)
    elif proposed and not sheet.lines:
        subject = words.line("digest-subject-campaigns", count=proposed, **facts)
    else:
        subject = words.line("digest-subject-ended", **facts)
    return re.sub(" {2,}", " ", subject)


def _at_pole(sheet: Sheet, house: House, words: Words) -> str:
    pole = house.territory.poles.get(sheet.coordinator.pole)
    if pole is None:
        return ""
    short = re.sub(r"^pôle de stages\b", "pôle", pole.name, flags=re.IGNORECASE)
    return words.line("digest-at-pole", pole=short) if short.startswith("pôle") else words.line("digest-at-place", pole=pole.name)


def framed(name: str, blocks: Iterable[Block], house: House) -> tuple[Block, ...]:
    """A letter of the pôle: greeting, what it says, signature."""
    words = words_in(LANGUAGE)
    greeting = Block(words.line("digest-greeting", name=address_person(name, words)))
    return (greeting, *blocks, Block(words.line("digest-signature", signature=house.territory.signature), "small"))


def address_person(name: str, words: Words) -> str:
    """« Mme Doriane TÉCHER » is « Madame Técher »; a name without civility stays as it is."""
    civility, _, rest = name.partition(" ")
    key = {"mme": "digest-madam", "m": "digest-sir", "madame": "digest-madam", "monsieur": "digest-sir"}.get(
        civility.rstrip(".").lower()
    )
    if key is None or not rest.strip():
        return name
    family = [part for part in rest.split() if part.isupper()] or rest.split()[-1:]
    return words.line(key, name=" ".join(part.title() if part.isupper() else part for part in family))


def _section(sheet: Sheet, section: Section, house: House, words: Words) -> list[Block]:
    lines = [(number, line) for number, line in enumerate(sheet.lines, 1) if line.section == section]
    if not lines:
        return []
    blocks = [Block(words.line(f"digest-heading-{section}"), "heading")]
    blocks += [Block(write_entry(line, sheet.coordinator, sheet.day, house, words), "item", number) for number, line in lines]
    if sheet.left_out[section]:
        blocks.append(Block(words.line("digest-cut", count=sheet.left_out[section])))
    return blocks


def campaign_blocks(sheet: Sheet, house: House, words: Words) -> list[Block]:
    """What is proposed: whom to ask for seats that lack."""
    if not sheet.campaigns:
        return []
    first = len(sheet.lines) + 1
    entries = [Block(campaign_words(one, house, words), "item", n) for n, one in enumerate(sheet.campaigns, first)]
    return [
        Block(words.line("digest-heading-campaigns"), "heading"),
        *entries,
        Block(words.line("digest-campaigns-how", number=first)),
    ]


def _figures(sheet: Sheet, words: Words) -> list[Block]:
    if not sheet.placed:
        return []
    lines = [_figure(figure, words) for figure in sheet.figures] or [words.line("digest-figures-none")]
    return [Block(words.line("digest-heading-figures"), "heading"), Block("\n".join(lines))]


def _figure(figure: Figure, words: Words) -> str:
    month = words.line("digest-month", month=figure.first.month, year=str(figure.first.year))
    percent = round(100 * figure.seats / figure.students) if figure.students else 100
    return words.line(
        "digest-figure",
        kind=words.line("digest-kind", kind=figure.kind),
        month=month,
        seats=figure.seats,
        students=figure.students,
        percent=percent,
    )


def _closing(sheet: Sheet, house: House, words: Words) -> Block:
    awaits, examples = any(line.awaits for line in sheet.lines), _examples(sheet, words)
    lines = [words.line("digest-how" if awaits else "digest-how-nothing", examples=examples)] if examples else []
    following = next_digest_day(sheet.coordinator, sheet.day, house.territory)
    time = clock(digest_moment(sheet.coordinator, following, house.territory), house.territory, words)
    lines.append(words.line("digest-next", day=short_day(following, words), time=time))
    return Block("\n".join(lines))


def _examples(sheet: Sheet, words: Words) -> str:
    """Examples with the numbers of this very letter: a question is answered, an offer to check accepted, refused, asked about."""
    asked = [(number, line) for number, line in enumerate(sheet.lines, 1) if line.awaits]
    if len(asked) == 1:
        return ", ".join(words.line(f"digest-example-{verb}", number=asked[0][0]) for verb in _possible(asked[0][1]))
    found: dict[str, int] = {}
    for number, line in enumerate(sheet.lines, 1):
        for verb in _possible(line):
            if verb not in found and number not in found.values():
                found[verb] = number
                break
    if not found and sheet.lines:
        found = {"taken": 1} if sheet.lines[0].offer else {"ok": 1}
    return ", ".join(
        words.line(f"digest-example-{verb}", number=number) for verb, number in sorted(found.items(), key=lambda item: item[1])
    )


def _possible(line: Line) -> tuple[str, ...]:
    if line.section == "ended" or line.copied:
        return ()
    if line.matter:
        return ("answer",) if line.matter.kind in ("question", "human", "privacy") else ("ok",)
    return ("ok", "no", "ask") if line.awaits else ("taken",)
