"""A territory: communes, bassins, pôles, coordinators, schools, needs, calendar. Frozen, checked by `territory_files`."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from config.errors import DataInvalid

Absence = tuple[date, date | None]  # inclusive; without an end: until they are back
Function = Literal["coordinator", "deputy", "academy", "cfa", "handicap", "mlds", "training"]


@dataclass(frozen=True)
class Commune:
    """A commune; `bassin` is empty outside the territory, `population` 0 when unknown."""

    insee: str
    name: str
    postcodes: tuple[str, ...] = ()
    population: int = 0
    bassin: str = ""
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None

    @property
    def departement(self) -> str:
        """The département's code: two characters, three overseas (974, 988)."""
        return self.insee[:3] if self.insee[:2] in ("97", "98") else self.insee[:2]


@dataclass(frozen=True)
class Pole:
    """A pôle de stages: the bassins it covers, the kinds it takes (`all` or kinds), its coordinator."""

    id: str
    name: str
    bassins: tuple[str, ...]
    kinds: tuple[str, ...]
    coordinator_id: str
    check_all: bool = False  # whether every offer is looked at before schools see it

    def takes(self, kind: str | None) -> bool:
        """Whether this pôle takes placements of that kind; an unknown kind is taken by a pôle for all."""
        return "all" in self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Coordinator:
    """A person in charge. `scope_kinds` narrows what they take; absence dates are inclusive.

    `absences` and when the digest comes are what they say themselves, by answering; weekdays from Monday, 0.
    """

    id: str
    pole: str
    bassins: tuple[str, ...]
    role: str
    function: Function
    scope_kinds: tuple[str, ...]
    name: str
    email: str
    phone: str | None = None
    deputy_id: str | None = None
    absent_from: date | None = None
    absent_to: date | None = None
    placeholder: bool = False
    absences: tuple[Absence, ...] = ()
    digest_days: tuple[int, ...] = ()
    digest_at: time | None = None

    def absent(self, day: date) -> bool:
        """Whether this person is away on that day."""
        files = ((self.absent_from, self.absent_to),) if self.absent_from else ()
        return any(first <= day and (last is None or day <= last) for first, last in (*files, *self.absences))


@dataclass(frozen=True)
class School:
    """A school of the territory; `uai` may be empty, the name is then the key."""

    uai: str
    name: str
    type: str
    insee: str
    bassin: str
    priority_education: str = ""
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Need:
    """Pupils of one class who need a place from `start` to `end` (inclusive); never a pupil's name."""

    uai: str
    school: str
    programme: str
    level: str
    class_name: str
    kind: str
    students: int
    start: date
    end: date
    weeks: int | None = None
    origin: str = ""
    still_to_place: int | None = None  # as the school said last

    @property
    def school_key(self) -> str:
        """By what records name its school: the UAI, else the name."""
        return self.uai or self.school

    @property
    def seeking(self) -> int:
        """Pupils who still need a place: all of them until the school says how many."""
        return self.students if self.still_to_place is None else self.still_to_place


@dataclass(frozen=True)
class CalendarDay:
    """A break (`vacances`), a public holiday (`ferie`), the return (`rentree`), a `risk`; `resume` is the first day after."""

    kind: str
    label: str
    first_day_off: date | None
    resume: date | None
    sure: bool


@dataclass(frozen=True)
class AmbiguousPlace:
    """Words that name several communes (ask), one (take it) or none (not a place)."""

    place: str
    communes: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Territory:
    """Everything known of one académie. Dictionaries are keyed by id (INSEE, pôle id, coordinator id)."""

    name: str
    academie: str
    timezone: str
    phone_regions: tuple[str, ...]
    school_year: str
    public_name: str
    signature: str
    controller: str
    dpo: str
    communes: dict[str, Commune]
    poles: dict[str, Pole]
    coordinators: dict[str, Coordinator]
    postcodes: dict[str, tuple[str, ...]] = field(default_factory=dict)  # postcode -> INSEE codes
    schools: tuple[School, ...] = ()
    needs: tuple[Need, ...] = ()
    calendar: tuple[CalendarDay, ...] = ()
    ambiguous: tuple[AmbiguousPlace, ...] = ()
    localities: tuple[tuple[str, str], ...] = ()  # (name, INSEE code), from the postcodes

    @property
    def academy(self) -> Coordinator:
        """The academic steering: who takes what nobody else takes; a loaded territory always has one."""
        for person in self.coordinators.values():
            if person.function == "academy":
                return person
        raise DataInvalid(file="coordinators.csv", line=1, reason="nobody has the function « academy », to whom the rest falls")
