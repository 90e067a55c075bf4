"""The pace that Telegram allows, told the time."""

from bot.pace import MANY, Lane, Pace


def test_a_burst_goes_at_once_and_the_next_waits() -> None:
    lane = Lane(rate=1, burst=3)
    waits = []
    for _ in range(5):
        waits.append(lane.wait(100.0))
        lane = lane.take(100.0)
    assert waits == [0, 0, 0, 1, 2]


def test_a_lane_left_alone_is_free_again() -> None:
    lane = Lane(rate=1, burst=3)
    for _ in range(3):
        lane = lane.take(100.0)
    assert (lane.wait(100.5), lane.wait(101.0), lane.take(200.0).wait(200.0)) == (0.5, 0, 0)


def test_there_is_room_for_what_may_go_within_a_second() -> None:
    lane, taken = Lane(rate=30, burst=10), 0
    while lane.wait(100.0) <= 1:
        lane, taken = lane.take(100.0), taken + 1
    assert Lane(rate=30, burst=10).room(100.0, within=1) == taken == 40
    assert lane.room(100.0, within=1) == 0 and lane.room(101.0, within=1) == 30


def test_a_busy_chat_holds_no_other() -> None:
    pace = Pace()
    waits = [pace.book_chat(7, 0.0) for _ in range(9)]
    assert waits[-1] == 6 and pace.book_chat(8, 0.0) == 0 and pace.book(0.0) == 0


def test_five_thousand_messages_never_exceed_thirty_a_second() -> None:
    pace, now, times = Pace(), 0.0, []
    for _ in range(5000):
        now += pace.book(now)
        times.append(now)
    assert all(times[at + 40] - times[at] >= 0.999 for at in range(len(times) - 40))
    assert 160 < times[-1] < 170


def test_chats_that_are_free_again_are_forgotten() -> None:
    pace = Pace()
    for chat in range(3 * MANY):
        pace.book_chat(chat, float(chat))
    assert len(pace._chats) <= MANY
