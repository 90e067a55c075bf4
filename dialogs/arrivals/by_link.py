"""The links that open the bot and need records, one row each; an offer's and a poster's are moves of the conversation."""

from collections.abc import Callable

from dialogs.arrivals.case import Case
from dialogs.arrivals.linking import linked_by_link
from dialogs.pole.coordinator_chat import linked_by_digest
from dialogs.talk.deep_links import Purpose, deep_link

# By what follows the letter. What a row answers is answered; False: it is for the conversation.
SERVED: dict[Purpose, Callable[[Case, str], bool]] = {"k": linked_by_link, "c": linked_by_digest}


def opened_by_link(case: Case) -> bool:
    """Serve the link that opened the bot; False when there is none, or when the conversation takes it."""
    link = deep_link(case.inbound)
    serve = SERVED.get(link.purpose) if link else None
    return bool(link and serve and serve(case, link.rest))
