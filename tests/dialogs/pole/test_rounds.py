"""The clock: digests once a working day, news even when there are none, ends of offers; nothing twice, nothing lost."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine, select, text, update

from core.agenda.records import Digest, Due, Matter
from core.database import transaction
from core.pool.draft import Period, Place
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, finish, next_waiting, record
from core.post.outbox import Outgoing
from core.post.retention import BATCH
from dialogs.pole.rounds import SILENT, SPOKEN, make_rounds
from tests.builders import NOW
from tests.day import HOUSE, a_matter, an_offer, shown, somebody, waiting

MORNING = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # Wednesday, 7:30 in La Réunion
MONDAY = (Period(date(2026, 11, 30), date(2026, 12, 4)),)


def rounds(engine: Engine, now: datetime) -> list[Outgoing]:
    """What the rounds of that moment posted; made twice, the second changes nothing."""
    with transaction(engine) as session:
        before = {row.id for row in waiting(session)}
        make_rounds(session, HOUSE, now)
    with transaction(engine) as session:
        assert make_rounds(session, HOUSE, now) == 0
        return [row for row in waiting(session) if row.id not in before]


def file(engine: Engine, **said: object) -> None:
    with transaction(engine) as session:
        an_offer(session, **said)  # type: ignore[arg-type]


def test_the_digest_leaves_at_half_past_seven_and_once(engine: Engine) -> None:
    file(engine)
    assert rounds(engine, MORNING - timedelta(minutes=1)) == []
    (letter,) = rounds(engine, MORNING)
    assert (letter.key, letter.address) == ("digest:c-ouest:2026-11-25", "pole.ouest@example.org")
    assert rounds(engine, MORNING + timedelta(hours=5)) == []


def test_a_digest_missed_in_the_morning_is_caught_up_the_same_day(engine: Engine) -> None:
    file(engine)
    assert [row.key for row in rounds(engine, MORNING + timedelta(hours=7))] == ["digest:c-ouest:2026-11-25"]


def test_no_digest_on_a_public_holiday_nor_on_a_sunday(engine: Engine) -> None:
    file(engine)
    assert rounds(engine, datetime(2026, 12, 25, 4, tzinfo=UTC)) == []
    assert rounds(engine, datetime(2026, 11, 29, 4, tzinfo=UTC)) == []


def test_nothing_to_say_is_no_digest(engine: Engine) -> None:
    assert rounds(engine, MORNING) == []


def test_an_offer_that_can_no_longer_be_read_holds_back_its_own_digest_only(engine: Engine) -> None:
    file(engine)
    file(engine, name="Garage Alizé", place=Place("97416", "Saint-Pierre"))
    with engine.begin() as connection:
        kept = connection.execute(text("select draft from offers where pole = 'pole-ouest'")).scalar_one()
        connection.execute(text("update offers set draft = '{' where pole = 'pole-ouest'"))
    assert [row.key for row in rounds(engine, MORNING)] == ["digest:c-sud:2026-11-25"]
    with engine.begin() as connection:
        connection.execute(text("update offers set draft = :kept where pole = 'pole-ouest'"), {"kept": kept})
    assert [row.key for row in rounds(engine, MORNING + timedelta(hours=1))] == ["digest:c-ouest:2026-11-25"]


def test_an_absent_coordinators_digest_goes_to_who_stands_in(engine: Engine) -> None:
    file(engine, place=Place("97410", "Saint-Benoît"))
    (letter,) = rounds(engine, datetime(2026, 12, 8, 4, tzinfo=UTC))
    assert letter.address == "poles@example.org" and "Vous remplacez" in shown(letter.message.blocks)


def test_an_urgent_offer_is_told_at_once_even_at_night(engine: Engine) -> None:
    file(engine, periods=MONDAY)
    (letter,) = rounds(engine, NOW + timedelta(hours=12))
    assert letter.key == "urgent:c-ouest:OF-2026-00001"
    assert (
        (letter.message.envelope.subject or "")
        .replace("\u00a0", " ")
        .startswith("À voir aujourd’hui : Pharmacie de la Baie, Le Port")
    )


def test_an_incident_is_told_at_once(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session, "incident", "Il est tombé")
    assert [row.key for row in rounds(engine, NOW + timedelta(hours=12))] == ["urgent:c-ouest:incident-1"]


def test_news_come_on_the_promised_day_even_when_there_are_none(engine: Engine) -> None:
    file(engine, vetted=True)
    news = [row for row in rounds(engine, datetime(2026, 12, 31, 6, tzinfo=UTC)) if row.key.startswith("news")]
    assert "Personne n’a encore pris la place" in shown(news[0].message.blocks)
    assert [button.id for button in news[0].message.buttons] == [
        f"o.{verb}.OF-2026-00001" for verb in ("keep", "dates", "withdraw")
    ]


def test_nobody_is_spoken_to_at_night(engine: Engine) -> None:
    file(engine, vetted=True)
    night = datetime(2026, 12, 31, 16, tzinfo=UTC)  # 20:00
    assert [row for row in rounds(engine, night) if row.address == "7"] == []
    assert [row.key for row in rounds(engine, datetime(2027, 1, 4, 6, tzinfo=UTC)) if row.address == "7"] == [
        "news:OF-2026-00001:2026-12-31:0"
    ]


def test_still_valid_is_asked_and_without_an_answer_the_offer_waits_for_a_word(engine: Engine) -> None:
    file(engine, vetted=True)
    asked = [row.key for row in rounds(engine, datetime(2027, 1, 18, 6, tzinfo=UTC)) if row.key.startswith("still")]
    assert asked == ["still_valid:OF-2026-00001:2027-01-18:0"]
    (letter,) = [row for row in rounds(engine, datetime(2027, 1, 25, 6, 1, tzinfo=UTC)) if row.key.startswith("digest")]
    assert "Sans confirmation malgré le rappel" in shown(letter.message.blocks)


def test_an_offer_ends_the_night_after_its_last_day_and_its_employer_is_thanked(engine: Engine) -> None:
    file(engine, vetted=True)
    posted = [row.key for row in rounds(engine, datetime(2027, 2, 22, 6, tzinfo=UTC)) if row.address == "7"]
    assert posted == ["farewell:OF-2026-00001:2027-02-19:0"]


def test_who_said_stop_hears_nothing_and_the_coordinator_is_asked_to_call(engine: Engine) -> None:
    file(engine, vetted=True)
    with transaction(engine) as session:
        somebody(session).stopped_at = NOW
    (letter,) = rounds(engine, datetime(2026, 12, 31, 6, tzinfo=UTC))
    assert "ne souhaite plus de message de l’assistant" in shown(letter.message.blocks)
    with transaction(engine) as session:
        assert session.scalars(select(Matter.kind)).all() == ["unreachable"]


def test_every_planned_step_has_somebody_who_takes_it(engine: Engine) -> None:
    file(engine)
    with transaction(engine) as session:
        assert set(session.scalars(select(Due.kind))) <= {*SILENT, *SPOKEN}
        assert session.scalars(select(Digest)).all() == []


def test_every_night_what_was_dealt_with_a_year_ago_is_emptied(engine: Engine) -> None:
    night = datetime(2026, 11, 26, 23, 0, tzinfo=UTC)  # 3:00 in La Réunion
    year = timedelta(days=365)
    heard(engine, "old", night - year - timedelta(hours=1))
    heard(engine, "next", night - year + timedelta(hours=1))
    rounds(engine, night - timedelta(days=2))  # the first of all
    assert statuses(engine) == {"old": "done", "next": "done"}
    rounds(engine, night)
    assert statuses(engine) == {"old": "emptied", "next": "done"}
    rounds(engine, night + timedelta(hours=12))
    assert statuses(engine) == {"old": "emptied", "next": "done"}  # it is looked at once a night
    rounds(engine, night + timedelta(days=1))
    assert statuses(engine) == {"old": "emptied", "next": "emptied"}


def test_many_old_messages_are_emptied_a_batch_a_round(engine: Engine) -> None:
    old = NOW - timedelta(days=400)
    with transaction(engine) as session:
        record(session, [an_arrival(str(number)) for number in range(BATCH + 3)], old)
        session.execute(update(Incoming).values(status="done", done_at=old))
    emptied = []
    for _ in range(3):
        with transaction(engine) as session:
            emptied.append(make_rounds(session, HOUSE, NOW))
    assert emptied == [BATCH, 3, 0]


def an_arrival(key: str) -> Arrival:
    return Arrival(Inbound("telegram", key, "7", NOW, text="bonjour"), b"{}")


def heard(engine: Engine, key: str, at: datetime) -> None:
    """A message dealt with at that moment."""
    with transaction(engine) as session:
        record(session, [an_arrival(key)], at)
        for row in next_waiting(session, at, 10):
            finish(row, at)


def statuses(engine: Engine) -> dict[str, str]:
    with transaction(engine) as session:
        return {row.key: row.status for row in session.scalars(select(Incoming))}
