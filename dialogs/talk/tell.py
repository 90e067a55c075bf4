"""What is said of each outcome: one table, so that a decision and its words cannot drift apart."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from config.catalogue import Catalogue
from core.pool.commands import (
    Changed,
    Closed,
    Confirmed,
    Filed,
    NotDone,
    Opened,
    Outcome,
    Person,
    ReminderMoved,
    Started,
    Stopped,
    Unfiled,
)  # fmt: skip
from core.pool.draft import Draft
from dialogs.talk.say import Say
from dialogs.wording.describe import describe, say_callback, say_phone
from dialogs.wording.period_words import say_day
from dialogs.wording.words import Words


@dataclass(frozen=True)
class Telling:
    """With which words, on which day and channel, and with which names of programmes outcomes are told."""

    words: Words
    catalogue: Catalogue
    today: date
    channel: str = "telegram"


def tell(outcomes: tuple[Outcome, ...], by: Telling) -> tuple[Say, ...]:
    """The Says of these outcomes, in order; filings of one turn are told together."""
    filed = [outcome for outcome in outcomes if isinstance(outcome, Filed)]
    others = [say for outcome in outcomes if not isinstance(outcome, Filed) for say in _tell(outcome, by)]
    return (*_tell_filed(filed, by), *others)


def say_person(person: Person) -> str:
    """« Mme Técher, 0262 00 00 40 »: name, then phone, else e-mail."""
    return f"{person.name}, {say_phone(person.phone) if person.phone else person.email}"


def _tell_filed(filed: list[Filed], by: Telling) -> tuple[Say, ...]:
    if not filed:
        return ()
    lines = [_offer(one.reference, one.draft, by) for one in filed]
    head = Say("filed", {"offers": lines[0] if len(lines) == 1 else "\n" + "\n".join(lines), "count": len(lines)})
    after: list[Say] = []
    for one in filed:
        if (say := _what_next(one, by)) not in after:
            after.append(say)
    call = tuple(Say("call-back", {"contact": say_callback(one.callback)}) for one in filed[:1] if one.callback.hours)
    return (head, *call, *after, Say("filed-undo-mail" if by.channel == "email" else "filed-undo"))


def _what_next(one: Filed, by: Telling) -> Say:
    facts = {
        "person": say_person(one.coordinator),
        "pole": (one.pole or "").replace("Pôle", "pôle", 1),
        "date": say_day(one.news_by, by.words.language, by.today),
    }
    if one.pole is None:
        return Say("filed-outside", facts)
    key = "filed-urgent" if one.urgent else "filed-to-check" if one.status == "to_check" else "filed-available"
    return Say(key, facts | {"reason": by.words.line(f"check-{one.check_reason}") if one.check_reason else ""})


def _offer(reference: str, draft: Draft, by: Telling) -> str:
    return by.words.line("reference-offer", reference=reference, offer=describe(draft, by.catalogue, by.words))


@singledispatch
def _tell(outcome: object, by: Telling) -> tuple[Say, ...]:
    raise TypeError(f"nothing is said of {outcome!r}")


@_tell.register
def _changed(outcome: Changed, by: Telling) -> tuple[Say, ...]:
    said = Say("changed", {"offer": _offer(outcome.reference, outcome.draft, by)})
    return (said, Say("rerouted", {"person": say_person(outcome.rerouted)})) if outcome.rerouted else (said,)


@_tell.register
def _closed(outcome: Closed, by: Telling) -> tuple[Say, ...]:
    return (Say(f"closed-{outcome.status}", {"offer": _offer(outcome.reference, outcome.draft, by)}),)


@_tell.register
def _confirmed(outcome: Confirmed, by: Telling) -> tuple[Say, ...]:
    return (Say("confirmed", {"offer": _offer(outcome.reference, outcome.draft, by)}),)


@_tell.register
def _unfiled(outcome: Unfiled, by: Telling) -> tuple[Say, ...]:
    return (Say("unfiled", {"references": ", ".join(outcome.references), "count": len(outcome.references)}),)


@_tell.register
def _opened(outcome: Opened, by: Telling) -> tuple[Say, ...]:
    return (
        Say(
            f"opened-{outcome.kind}",
            {"person": say_person(outcome.person), "date": say_day(outcome.by, by.words.language, by.today)},
        ),
    )


@_tell.register
def _reminder_moved(outcome: ReminderMoved, by: Telling) -> tuple[Say, ...]:
    day = say_day(outcome.day, by.words.language, by.today)
    return (Say("reminder-moved", {"offer": _offer(outcome.reference, outcome.draft, by), "day": day}),)


@_tell.register
def _stopped(outcome: Stopped, by: Telling) -> tuple[Say, ...]:
    return (Say("stopped"),)


@_tell.register
def _started(outcome: Started, by: Telling) -> tuple[Say, ...]:
    return (Say("started"),)


@_tell.register
def _not_done(outcome: NotDone, by: Telling) -> tuple[Say, ...]:
    status = by.words.line(f"status-{outcome.status}") if outcome.status else ""
    return (Say(outcome.fact, {"reference": outcome.reference or "", "status": status}),)
