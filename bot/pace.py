"""How fast Telegram lets a bot speak: virtual scheduling, a value that is told the time."""

from dataclasses import dataclass, replace

MANY = 1000  # lanes kept before those that are free again are forgotten


@dataclass(frozen=True)
class Lane:
    """A way for `rate` messages a second, of which `burst` may go at once; `due` is when an even flow would be free."""

    rate: float
    burst: float
    due: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds from `now` until the next message may go."""
        return max(0.0, self.due - now - (self.burst - 1) / self.rate)

    def take(self, now: float) -> "Lane":
        """The lane once a message has its place, at `now` or as soon after as it may go."""
        return replace(self, due=max(self.due, now) + 1 / self.rate)


class Pace:
    """The places of the next messages, in all and in each chat.

    Telegram allows about 30 messages a second, and 1 in a chat; its bursts are not published, ours are small.
    """

    def __init__(self, overall: Lane = Lane(rate=30, burst=10), chat: Lane = Lane(rate=1, burst=3)) -> None:
        self._overall, self._chat, self._chats = overall, chat, dict[int, Lane]()

    def book_chat(self, chat: int, now: float) -> float:
        """Take a place in this chat: the seconds to wait before asking for one in all."""
        lane = self._chats.get(chat, self._chat)
        if len(self._chats) >= MANY:
            self._chats = {id: busy for id, busy in self._chats.items() if busy.due > now}
        self._chats[chat] = lane.take(now)
        return lane.wait(now)

    def book(self, now: float) -> float:
        """Take a place among all messages: the seconds to wait before sending."""
        wait = self._overall.wait(now)
        self._overall = self._overall.take(now)
        return wait
