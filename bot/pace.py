"""How fast Telegram lets a bot speak: virtual scheduling, a value that is told the time."""

from dataclasses import dataclass, replace

MANY = 1000  # lanes kept before those that are free again are forgotten


@dataclass(frozen=True)
class Lane:
    """A way for `rate` messages a second, of which `burst` may go at once; `due` is when an even flow would be free."""

    rate: float
    burst: float
    due: float = 0.0

    @property
    def slack(self) -> float:
        """Seconds by which `due` may lie ahead without a wait."""
        return (self.burst - 1) / self.rate

    def wait(self, now: float) -> float:
        """Seconds from `now` until the next message may go."""
        return max(0.0, self.due - now - self.slack)

    def room(self, now: float, within: float) -> int:
        """How many messages have a place in the next `within` seconds."""
        return max(0, int((within + now - max(self.due, now)) * self.rate + self.burst))

    def take(self, now: float) -> "Lane":
        """The lane once a message has its place, at `now` or as soon after as it may go."""
        return replace(self, due=max(self.due, now) + 1 / self.rate)


class Pace:
    """The places of the next messages, in all and in each chat.

    Telegram allows about 30 messages a second, and 1 in a chat; its bursts are not published, ours are small.
    """

    def __init__(self, overall: Lane = Lane(rate=30, burst=10), chat: Lane = Lane(rate=1, burst=3)) -> None:
        self._overall, self._chat, self._chats = overall, chat, dict[int, Lane]()
        self._refused: dict[int, float] = {}  # chats that Telegram asked to spare, until when

    def book_chat(self, chat: int, now: float) -> float:
        """Take a place in this chat: the seconds to wait before asking for one in all."""
        lane = self._chats.get(chat, self._chat)
        if len(self._chats) >= MANY:
            self._chats = {id: busy for id, busy in self._chats.items() if busy.due > now}
        self._chats[chat] = lane.take(now)
        return lane.wait(now)

    def spare(self, chat: int, now: float, seconds: float) -> None:
        """Telegram asks to wait: in this chat; and everywhere, when it asks so of two chats at once: it is our pace it means."""
        self._refused = {id: until for id, until in self._refused.items() if until > now}
        self._refused[chat] = now + seconds
        if len(self._refused) > 1:
            self._overall = replace(self._overall, due=max(self._overall.due, now + seconds + self._overall.slack))

    def room(self, now: float, within: float) -> int:
        """How many messages have a place among all in the next `within` seconds."""
        return self._overall.room(now, within)

    def book(self, now: float) -> float:
        """Take a place among all messages: the seconds to wait before sending."""
        wait = self._overall.wait(now)
        self._overall = self._overall.take(now)
        return wait


def pace_of(overall: int, chat: int) -> Pace:
    """So many messages a second in all and in one chat, with bursts of a third of the one and three times the other."""
    return Pace(Lane(overall, max(1, overall // 3)), Lane(chat, 3 * chat))
