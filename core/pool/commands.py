"""What the dialogue decides to have done, and what came of it: frozen values, carried out by core in the same transaction."""

from dataclasses import dataclass
from datetime import date

from core.agenda.records import MatterKind
from core.pool.draft import Callback, Draft, Employer
from core.pool.records import Status


@dataclass(frozen=True)
class FileOffer:
    """File one confirmed offer. `doubts`: reasons of the dialogue to have it checked (place, programme, criterion)."""

    draft: Draft
    employer: Employer
    callback: Callback
    accessible: bool | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangeOffer:
    """Give an offer of this contact new values for the slots that `change` says."""

    reference: str
    change: Draft
    callback: Callback | None = None


@dataclass(frozen=True)
class CloseOffer:
    """End an offer of this contact: `withdrawn` or `filled`."""

    reference: str
    status: Status
    reason: str | None = None


@dataclass(frozen=True)
class ConfirmOffer:
    """The offer still stands: reminders stop, `to_reconfirm` becomes `available`."""

    reference: str


@dataclass(frozen=True)
class Unfile:
    """Undo the filing of these offers, within 30 minutes."""

    references: tuple[str, ...]


@dataclass(frozen=True)
class OpenMatter:
    """Put something before a person: the coordinator, or the training contact for `training`."""

    kind: MatterKind
    text: str
    people: int | None = None
    reference: str | None = None
    insee: str | None = None


@dataclass(frozen=True)
class MoveReminder:
    """Tell the next reminder of this offer on that day instead."""

    reference: str
    day: date


@dataclass(frozen=True)
class Stop:
    """No message of our own initiative to this contact any more."""


@dataclass(frozen=True)
class Start:
    """The contact writes again about an offer: messages are welcome again."""


Command = FileOffer | ChangeOffer | CloseOffer | ConfirmOffer | Unfile | OpenMatter | MoveReminder | Stop | Start


@dataclass(frozen=True)
class Person:
    """Somebody in charge, as the words name them."""

    id: str
    name: str
    email: str
    phone: str | None = None
    role: str = ""


@dataclass(frozen=True)
class Filed:
    """An offer is in the pool."""

    reference: str
    status: Status
    check_reason: str | None
    draft: Draft
    organisation: str
    pole: str | None
    coordinator: Person
    news_by: date
    urgent: bool
    callback: Callback = Callback()
    again: bool = False  # it was filed before, by the same words: nothing new was made


@dataclass(frozen=True)
class Changed:
    """An offer has new values; `coordinator` when the place moved it to somebody else."""

    reference: str
    draft: Draft
    organisation: str
    rerouted: Person | None = None


@dataclass(frozen=True)
class Closed:
    """An offer ended."""

    reference: str
    status: Status
    draft: Draft


@dataclass(frozen=True)
class Confirmed:
    """An offer still stands."""

    reference: str
    draft: Draft


@dataclass(frozen=True)
class Unfiled:
    """These filings are undone."""

    references: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """A matter is before this person, by this working day."""

    kind: MatterKind
    person: Person
    by: date


@dataclass(frozen=True)
class ReminderMoved:
    """The next reminder of an offer comes on this day."""

    reference: str
    draft: Draft
    day: date


@dataclass(frozen=True)
class Stopped:
    """Our own messages to this contact have ended."""


@dataclass(frozen=True)
class Started:
    """Our own messages to this contact are welcome again."""


@dataclass(frozen=True)
class NotDone:
    """A command could not be carried out: a fact of refusals.ftl."""

    fact: str
    reference: str | None = None
    status: str | None = None


Outcome = Filed | Changed | Closed | Confirmed | Unfiled | Opened | ReminderMoved | Stopped | Started | NotDone
