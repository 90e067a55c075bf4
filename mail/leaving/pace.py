"""How fast letters may leave for one provider: a rate for all, a slower one for who complains. Pure: `now` in seconds is given.

`paces.csv` names providers known to throttle, and the domains that share their servers; the rates are cautious choices of ours.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

BURST = 10.0  # seconds' worth of letters that may leave at once after a rest
FIRST_PAUSE, LONGEST_PAUSE = 60.0, 1800.0  # seconds after a complaint; doubled while they go on
SLOWEST = 60.0  # seconds between two letters, at the worst
AFTER_COMPLAINT = 2.0  # seconds between two letters, at least, once the pause is over
RECOVERY = 0.8  # of the delay that a complaint brought is left after each letter that is taken
TIRING = 2.0  # seconds: a provider whose answers take longer is given one letter at a time
MOST_PROVIDERS, MOST_BOOKED = 2000, 20_000


@dataclass(frozen=True)
class Provider:
    """The servers behind some domains, and the letters a minute that they are given at most."""

    name: str
    per_minute: int


@dataclass
class Lane:
    """The state of one provider: when its next letter is due if all keep their distance, and what its complaints have cost."""

    distance: float  # seconds between two letters as agreed
    next_at: float = 0.0
    delay: float = 0.0  # between two letters, because it complained or is slow; 0 otherwise
    pause: float = 0.0  # after the last complaint
    closed_until: float = 0.0


@dataclass
class Pace:
    """`per_minute` letters to each provider, 0 for no limit but what complaints bring."""

    per_minute: int
    lanes: dict[str, Lane] = field(default_factory=dict)
    booked: dict[int, float] = field(default_factory=dict)  # parcel -> when it may leave

    def wait(self, address: str, parcel: int, now: float) -> float:
        """Seconds until this parcel may leave, 0 for now. A place in the row is kept for it, so that it is told once only."""
        lane = self._lane(address, now)
        place = self.booked.get(parcel)
        if place is None or place < lane.closed_until:
            place = _next_place(lane, now)
        if place <= now:
            self.booked.pop(parcel, None)
            return 0.0
        self._book(parcel, place, now)
        return place - now

    def troubled(self, address: str, now: float) -> bool:
        """True when the provider has complained or become slow: whoever has waited meanwhile asks for a turn again."""
        lane = self._lane(address, now)
        return lane.delay > 0 or lane.closed_until > now

    def complain(self, address: str, now: float) -> float:
        """The provider asked for less: nobody leaves for it during a pause, then fewer; the seconds of the pause."""
        lane = self._lane(address, now)
        if now < lane.closed_until:  # letters that were under way already
            return lane.closed_until - now
        lane.pause = min(max(FIRST_PAUSE, 2 * lane.pause), LONGEST_PAUSE)
        lane.delay = min(max(AFTER_COMPLAINT, 2 * lane.delay), SLOWEST)
        lane.closed_until = now + lane.pause
        return lane.pause

    def taken(self, address: str, seconds: float, now: float) -> None:
        """A letter was answered after so many seconds: a slow provider gets its next one later, a quick one recovers."""
        lane = self._lane(address, now)
        if now < lane.closed_until:  # it was under way when the provider complained
            return
        lane.pause = 0.0
        if seconds > TIRING:
            lane.delay = min(max(lane.delay, seconds), SLOWEST)
        else:
            lane.delay = lane.delay * RECOVERY if lane.delay > 0.05 else 0.0

    def _lane(self, address: str, now: float) -> Lane:
        provider = provider_of(address)
        lane = self.lanes.get(provider.name)
        if lane is None:
            if len(self.lanes) >= MOST_PROVIDERS:
                self.lanes = {
                    name: one for name, one in self.lanes.items() if one.delay or max(one.next_at, one.closed_until) > now
                }
            known = min(provider.per_minute or self.per_minute, self.per_minute)
            lane = self.lanes[provider.name] = Lane(60.0 / known if known else 0.0)
        return lane

    def _book(self, parcel: int, place: float, now: float) -> None:
        if len(self.booked) >= MOST_BOOKED:  # of parcels that were cancelled: nobody comes for their place
            self.booked = {one: at for one, at in self.booked.items() if at > now}
        self.booked[parcel] = place


def _next_place(lane: Lane, now: float) -> float:
    """The generic cell rate algorithm; who complained or is slow gets no bursts."""
    distance = max(lane.distance, lane.delay)
    at = max(lane.next_at, lane.closed_until, now)
    lane.next_at = at + distance
    burst = 0.0 if lane.delay else max(0.0, BURST - distance)
    return max(at - burst, lane.closed_until)


def provider_of(address: str) -> Provider:
    """Whose servers an address is on; a domain that the table does not know is a provider of its own."""
    domain = address.rpartition("@")[2].lower()
    return providers().get(domain) or Provider(domain, 0)


@lru_cache(maxsize=1)
def providers() -> Mapping[str, Provider]:
    """The table, by domain."""
    text = files("mail.leaving").joinpath("paces.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {domain: Provider(row["provider"], int(row["per_minute"])) for row in rows for domain in row["domains"].split()}
