"""What the buttons of a card mean in words, and how the words that they ask for are read."""

import re
from datetime import date
from typing import cast

from config.pattern import Pattern
from core.agenda.deeds import Verb
from dialogs.pole.order_words import TALKING, plain_of
from dialogs.pole.orders import Order, Orders, read_orders

# By button, what is written instead in an answer by mail: the number, and words that are asked for where there are any.
ORDERS = {
    "ok": "{number} ok",
    "no": "{number} non",
    "full": "{number} complet",
    "ask": "{number} demander : {words}",
    "answer": "{number} répondre : {words}",
    "taken": "{number} {words} prises",
    "until": "{number} jusqu’au {words}",
    "propose": "{number} proposer {words}",
    "mine": "{number} je m’en occupe",
    "wait": "{number} attendre {words}",
    "pass": "{number} pour {words}",
    "undo": "annuler {number}",
}
# What people write around a day or a count: « jusqu’au 31/03 », « le 5/12 », « 2 places prises ».
_AROUND = Pattern(
    r"(?:jusqu[’' ]?(?:au|à la|a la|à|a) |le |au |pour |until |till |la (?=fin))?(?P<said>.*?)(?: places?)?(?: prises?)?[ .!]*"
)


def wants_words(verb: str) -> bool:
    """Whether a button asks for more."""
    return "{words}" in ORDERS[verb]


def orders_of(verb: str, number: int, today: date, said: str = "") -> Orders:
    """What a button says, with the words that it asked for; these are `unread` when they are not what it asked for.

    Words that go outside go as they are, whatever is in them.
    """
    if not wants_words(verb):
        return read_orders(ORDERS[verb].format(number=number), today)
    if verb in TALKING and verb != "propose":
        return Orders((Order(cast(Verb, verb), (number,), words=_words(verb, said)),))
    one_line = " ".join(said.split())
    around = _AROUND.fullmatch(one_line.lower())
    for text in (f"{number} {one_line}", ORDERS[verb].format(number=number, words=around["said"] if around else one_line)):
        found = read_orders(text, today)
        if [order.verb for order in found.orders] == [verb] and not found.unread:
            return found
    return Orders(unread=(one_line,))


def _words(verb: str, said: str) -> str:
    """« Demander : quels horaires ? » and « pour le Sud » without the verb, which the button has said."""
    ending = "" if verb == "pass" else r"\s{0,3}:"
    verbal = re.match(rf"\s*(?:{TALKING[verb]}){ending}", plain_of(said))
    return said[verbal.end() if verbal else 0 :].strip()
