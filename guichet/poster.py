"""`guichet poster`: the words and the link of a poster; whoever follows it begins an offer on Telegram."""

from typing import TextIO

from config.settings import Settings
from core.database import transaction
from core.post.bot_name import bot_name
from dialogs.talk.deep_links import DeepLink, payload
from dialogs.wording.words import words_in
from guichet.opening import open_premises
from guichet.values import named


def show_posters(settings: Settings, pole: str | None, out: TextIO) -> int:
    """Print the poster of this pôle, else of every one; 1 while the bot's name is not known."""
    premises = open_premises(settings)
    poles = {one.id: one.name for one in premises.house.territory.poles.values()}
    wanted = [named("poster", pole, poles)] if pole else list(poles)
    with transaction(premises.engine) as session:
        name = bot_name(session)
    if name is None:
        print("Le nom du bot n’est pas encore connu : lancez « guichet run » une fois avec GUICHET_TELEGRAM_TOKEN.", file=out)
        return 1
    for id in wanted:
        link = f"https://t.me/{name}?start={payload(DeepLink('p', id))}"
        print(words_in("fr").line("poster-words", pole=poles[id].replace("Pôle", "pôle", 1), link=link), end="\n\n", file=out)
    return 0
