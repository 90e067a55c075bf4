"""A crowd of employers for the bench: each says the next thing as soon as the last was answered, so the bot is never idle."""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.tgemu import Emulator
from tests.tgemu.users import User

CHATS = 150
TURNS = 6  # messages of one chat in a run
LONE = 40  # messages said one at a time
QUIET = 0.6  # seconds without a message after which a bot has finished
SEED = 2718
PATIENCE = 120.0
FIRMS = ("Garage Alizé", "Boulangerie Corail", "Hôtel Filao", "Atelier Bambou", "Pharmacie Vanille")
PLACES = ("Saint-Pierre", "Sainte-Marie", "Saint-Benoît", "Le Port", "Saint-Leu", "Le Tampon")
PROGRAMMES = ("CAP carrossier", "bac pro MELEC", "élèves de 3e", "bac pro commerce", "CAP cuisine", "BTS MCO")
DATES = ("du 5 au 30 avril", "du 1er au 19 février", "du 31 mai au 18 juin")


@dataclass(frozen=True)
class Run:
    """What one crowd met: seconds from the first message to the last answer, and how many updates were answered."""

    seconds: float
    updates: int

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds


def script(number: int) -> Iterator[str]:
    """What one employer says: an offer in a sentence, yes, the list; then another offer."""
    for turn in range(TURNS):
        yield (offer(number, turn // 3), "oui", "mes offres")[turn % 3]


def offer(number: int, turn: int) -> str:
    """An offer that nobody else makes."""
    firm, seats = FIRMS[number % len(FIRMS)], 1 + (number + turn) % 4
    what = PROGRAMMES[(number + turn) % len(PROGRAMMES)]
    phone = f"0692 {number // 100:02} {number % 100:02} {turn:02}"
    return f"{firm} {number} à {PLACES[number % len(PLACES)]} : {seats} {what}, {DATES[turn % len(DATES)]}. Dany Payet, {phone}"


async def greet(telegram: Emulator) -> None:
    """Everybody is known before the clock starts: who we are is said once, with the first answer."""
    crowd = [telegram.user(1000 + number, first_name="Dany", last_name="Payet") for number in range(CHATS)]
    for user in crowd:
        user.send("bonjour")
    async with asyncio.timeout(PATIENCE):
        while not all(user.texts() for user in crowd):
            await asyncio.sleep(0.05)
        await quiet(telegram)


async def quiet(telegram: Emulator) -> None:
    """Until the bot has said nothing for a while."""
    while True:
        before = len(telegram.log("sendMessage"))
        await asyncio.sleep(QUIET)
        if len(telegram.log("sendMessage")) == before and not telegram.pending:
            return


async def rush(telegram: Emulator) -> Run:
    """All at once, each chat in its own order."""
    left, done = CHATS * TURNS, asyncio.Event()

    def go_on(user: User, words: Iterator[str]) -> None:
        nonlocal left
        left -= 1
        if (said := next(words, None)) is not None:
            user.send(said)
        elif left == 0:
            done.set()

    def watched(user: User, words: Iterator[str]) -> None:
        user.watch = lambda _: go_on(user, words)

    begun = time.perf_counter()
    for number in range(CHATS):
        user, words = telegram.user(1000 + number), script(number)
        watched(user, words)
        user.send(next(words))
    async with asyncio.timeout(PATIENCE):
        await done.wait()
    seconds = time.perf_counter() - begun
    for number in range(CHATS):
        telegram.user(1000 + number).watch = None
    return Run(seconds, CHATS * TURNS)


async def alone(telegram: Emulator) -> list[float]:
    """Seconds until a message is answered when nobody else writes, each time."""
    chance, waits = random.Random(SEED), list[float]()
    for number in range(LONE):
        await asyncio.sleep(chance.uniform(0.02, 0.2))
        begun = time.perf_counter()
        await telegram.user(1000 + number).ask("mes offres", timeout=PATIENCE)
        waits.append(time.perf_counter() - begun)
    return waits
