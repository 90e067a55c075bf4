"""One process is on duty; when it goes, however it goes, the next takes over. SQLite has one process."""

import time

from sqlalchemy import Engine, create_engine, text

from core.duty import Duty
from tests.postgres import fresh_database


def test_on_sqlite_the_process_is_always_on_duty(tmp_path: object) -> None:
    duty = Duty(create_engine(f"sqlite:///{tmp_path}/g.db"))
    assert duty.held() and duty.held()
    duty.leave()
    assert duty.held()


def test_one_of_two_is_on_duty_and_the_other_takes_over(postgres: str) -> None:
    url = fresh_database(postgres)
    engine, other = create_engine(url), create_engine(url)
    first, second = Duty(engine), Duty(other)
    assert [first.held(), second.held(), first.held(), second.held()] == [True, False, True, False]
    first.leave()
    assert [second.held(), first.held()] == [True, False]
    second.leave()
    _close(engine, other)


def test_whose_connection_is_cut_is_off_duty_at_once_and_may_take_it_again(postgres: str) -> None:
    url = fresh_database(postgres)
    engine, other = create_engine(url, pool_pre_ping=True), create_engine(url)
    first, second = Duty(engine), Duty(other)
    assert first.held()
    _cut_all(other)
    end = time.monotonic() + 30
    while not second.held():  # the server needs a moment to bury a connection
        assert time.monotonic() < end
    assert not first.held() and not first.held()
    second.leave()
    assert first.held()
    first.leave()
    _close(engine, other)


def test_a_server_that_is_gone_gives_no_duty() -> None:
    assert not Duty(create_engine("postgresql+psycopg://guichet@127.0.0.1:1/nothing")).held()


def _cut_all(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"))


def _close(*engines: Engine) -> None:
    for engine in engines:
        engine.dispose()
