"""A rush: many chats, each saying five things one after another without waiting, so that what comes of it shows the order."""

from collections import Counter
from dataclasses import dataclass

from bot.text import lay_out
from tests.guichet.employers import Employer
from tests.guichet.running import Books
from tests.tgemu import Emulator, parse_html
from tests.tgemu.users import User

SAYS = 5  # messages of one chat


@dataclass(frozen=True)
class Chat:
    """One employer with two offers: the second is another number of seats, and is confirmed as the first."""

    first: Employer
    second: Employer

    def speak(self, user: User) -> None:
        """All five, at once."""
        for words in (self.first.message(), "oui", self.second.message(), "oui", "mes offres"):
            user.send(words)


def chats(count: int) -> list[Chat]:
    """So many; the numbers of telephone tell the offers apart."""
    return [Chat(Employer(number), Employer(number + count)) for number in range(count)]


def person(telegram: Emulator, number: int) -> User:
    """Who speaks in this chat."""
    return telegram.user(1000 + number, first_name="Dany", last_name="Payet")


def check(telegram: Emulator, books: Books, everybody: list[Chat]) -> str:
    """Each message heard and answered once, each offer filed once, each chat in its order; a line of figures."""
    heard, said = books.inbox(), books.outbox()
    assert len(heard) == SAYS * len(everybody)
    assert {row.status for row in heard} == {"done"} and {row.status for row in said if row.channel == "telegram"} == {"sent"}
    answers = Counter(int(row.key.split(":")[1]) for row in said if row.key.startswith("answer:"))
    assert set(answers) == {row.id for row in heard}
    filed = sorted((offer.callback.phone, offer.draft.seats) for offer in books.offers())
    assert filed == sorted((one.phone, one.seats) for chat in everybody for one in (chat.first, chat.second))
    again = 0
    for number in range(len(everybody)):
        seen = [one["text"] for one in person(telegram, number).messages() if one["from"]["is_bot"]]
        kept = list(dict.fromkeys(seen))  # what was said again is left out: its first time counts
        wanted = [
            parse_html(piece)[0] for row in said if row.address == str(1000 + number) for piece in lay_out(row.message.blocks)
        ]
        assert kept == list(dict.fromkeys(wanted)), number
        again += len(seen) - len(wanted)
    return f"{len(heard)} messages of {len(everybody)} chats, {len(filed)} offers, {again} answers said again"
