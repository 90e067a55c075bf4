"""A large pool: a million offers of many years in one database; filing into it, and a coordinator's digest over it."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any

from sqlalchemy import Engine, insert, text

from config.territory import Territory
from core.agenda.digests import gather
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.people.records import Contact, Organisation
from core.pool.commands import FileOffer
from core.pool.draft import Callback, Draft, Employer, Period, Place
from core.pool.filing import file_offer
from core.pool.history import Author
from core.pool.matching import NeedIndex
from core.pool.records import Number, Offer
from core.territory.routing import Route, route
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.pole.digest import write_digest

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
YEARS = 8  # over which the offers were filed
ORGANISATIONS, CHUNK = 60_000, 20_000
# Of a hundred offers whose dates have passed, and of a hundred that are still to come.
PAST = {"expired": 70, "filled": 18, "withdrawn": 9, "rejected": 3}
AHEAD = {"available": 80, "filled": 10, "withdrawn": 5, "to_check": 1, "to_reconfirm": 2, "paused": 2}


def fill(engine: Engine, territory: Territory, count: int) -> float:
    """So many offers, as eight years of filing leave them; the seconds it took."""
    draw, began = random.Random(2026), time.perf_counter()
    communes = [one for one in territory.communes.values() if one.bassin]
    with transaction(engine) as session:
        firms = [{"name": f"Firm {n}", "key": f"firm {n}", "first_seen": NOW, "vetted_at": NOW} for n in range(ORGANISATIONS)]
        session.execute(insert(Organisation), firms)
        people = [
            {"organisation_id": n + 1, "name": f"P {n}", "first_seen": NOW, "phone": "+262692000012"}
            for n in range(ORGANISATIONS)
        ]
        session.execute(insert(Contact), people)
        session.add(Number(series="OF-2026", last=count))
    rows = _rows(count, communes, draw, territory)
    while chunk := list(islice(rows, CHUNK)):
        with transaction(engine) as session:
            session.execute(insert(Offer), chunk)
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
    return time.perf_counter() - began


def _rows(count: int, communes: list[Any], draw: random.Random, territory: Territory) -> Iterator[dict[str, Any]]:
    weights, today = [one.population for one in communes], local_day(NOW, territory)
    ways: dict[tuple[str, str], Route] = {}
    for number in range(count):
        place = draw.choices(communes, weights)[0]
        kind, level = draw.choice((("observation", "troisieme"), ("pfmp", "cap"), ("pfmp", "bac_pro"), ("sts", "bts")))
        filed = NOW - timedelta(days=draw.random() * 365 * YEARS)
        start = filed.date() + timedelta(days=draw.randint(5, 150))
        period = Period(start, start + timedelta(days=draw.choice((4, 11, 25))))
        seats = draw.choice((1, 1, 1, 2, 2, 3, 6))
        draft = Draft(kind=kind, levels=(level,), seats=seats, periods=(period,), place=Place(place.insee, place.name))  # type: ignore[arg-type]
        way = ways.get((place.insee, kind)) or ways.setdefault((place.insee, kind), route(draft, territory, today))
        past = period.end < today
        table = PAST if past else AHEAD
        status = draw.choices(list(table), list(table.values()))[0]
        yield {
            "reference": f"OF-{2000 + number // 100_000}-{number:06}", "status": status, "draft": draft,
            "kind": kind,
            "seats_left": 0 if status == "filled" else seats, "seats_held": 0, "starts_on": period.start, "ends_on": period.end,
            "pole": way.pole, "bassin": way.bassin, "coordinator": way.coordinator, "copies": list(way.copies),
            "organisation_id": 1 + number % ORGANISATIONS, "contact_id": 1 + number % ORGANISATIONS,
            "callback": Callback("P", phone="+262692000012"), "channel": "telegram", "filed_at": filed,
            "news_by": period.start, "check_reason": "new_organisation" if status == "to_check" else None,
        }  # fmt: skip


def filing_time(engine: Engine, territory: Territory, tries: int = 200) -> float:
    """The median milliseconds of filing an offer of a new employer, commit included."""
    times = []
    draw = random.Random(1)
    for number in range(tries):
        start = date(2027, 1, 4) + timedelta(days=7 * draw.randint(0, 20))
        period = Period(start, start + timedelta(days=18))
        draft = Draft(kind="pfmp", levels=("cap",), seats=2, periods=(period,), place=Place("97407", "Le Port"))
        began = time.perf_counter()
        with transaction(engine) as session:
            contact = meet(session, Doorstep("telegram", f"bench{number}", "Dany"), NOW)
            author = Author(f"contact:{contact.id}", NOW, "telegram")
            command = FileOffer(draft, Employer(f"Garage Bench {number}"), Callback("Dany", phone="+262692000012"))
            file_offer(session, command, contact, author, territory)
        times.append(1000 * (time.perf_counter() - began))
    return median(times)


def digest_times(engine: Engine, house: House) -> dict[str, float]:
    """For each coordinator, the median milliseconds of gathering and writing a digest."""
    found, day = {}, local_day(NOW, house.territory)
    for one in house.territory.coordinators.values():
        times = []
        for _ in range(5):
            began = time.perf_counter()
            with transaction(engine) as session:
                write_digest(gather(session, one, day, NOW, house.territory), house)
            times.append(1000 * (time.perf_counter() - began))
        found[one.id] = median(times)
    return found


def matching_times(house: House, needs: int, tries: int = 200) -> tuple[float, float]:
    """The median and the slowest milliseconds of one offer against so many needs, the territory's own over and over."""
    draw = random.Random(2026)
    own = house.territory.needs
    many = tuple(
        replace(one, class_name=f"{one.class_name} {n}", start=one.start + shift, end=one.end + shift)
        for n, one in enumerate(draw.choices(own, k=needs))
        if (shift := timedelta(days=draw.randint(-60, 120))) is not None
    )
    index = NeedIndex(replace(house.territory, needs=many), house.catalogue)
    offers = [
        row["draft"] for row in _rows(tries, [c for c in house.territory.communes.values() if c.bassin], draw, house.territory)
    ]
    programmes = [one.programme for one in draw.choices([need for need in own if need.kind == "pfmp"], k=tries)]
    offers += [Draft(kind="pfmp", programmes=(code,), flexible=True, place=Place("97407", "Le Port")) for code in programmes]
    times = []
    for draft in offers:
        began = time.perf_counter()
        index.matches(draft, local_day(NOW, house.territory))
        times.append(1000 * (time.perf_counter() - began))
    return median(times), max(times)
