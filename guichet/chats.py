"""The operator looks at the coordinators' chats, and ends one: a phone was lost, somebody left."""

from typing import TextIO

from config.settings import Settings
from core.agenda.chats import all_chats, forget_chat
from core.database import transaction
from core.post.masked import masked
from guichet.opening import open_premises
from guichet.values import named


def show_chats(settings: Settings, unlink: str | None, out: TextIO) -> int:
    """List the linked chats, or end that of one coordinator; 1 when they have none. Raises SettingsInvalid: unknown name."""
    premises = open_premises(settings)
    people = {one.id: one.name for one in premises.house.territory.coordinators.values()}
    with transaction(premises.engine) as session:
        if unlink is not None:
            function = named("--unlink", unlink, people)
            chat = next((chat for chat in all_chats(session) if chat.coordinator == function), None)
            ended = forget_chat(session, chat.address) if chat else []
            print(f"Délié : {', '.join(ended)}." if ended else "Aucune conversation n’est reliée à cette personne.", file=out)
            return 0 if ended else 1
        chats = all_chats(session)
        for chat in chats:
            who = people.get(chat.coordinator, "?")
            print(f"{chat.coordinator}  {who}  {masked(chat.address)}  {chat.linked_at:%Y-%m-%d %H:%M}", file=out)
    if not chats:
        print("Aucune conversation reliée.", file=out)
    return 0
