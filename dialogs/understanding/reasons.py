"""Why a message was given its intent: the phrases of config/lexicon/intents.csv that speak for it, found again in its words."""

import re

from dialogs.understanding.hear import listen
from dialogs.understanding.heard import Evidence, Intent, Setting
from dialogs.understanding.reading import show
from dialogs.wants.intents import phrases_of

MOST = 3  # phrases shown


def find_reasons(text: str, setting: Setting, intent: Intent) -> tuple[Evidence, ...]:
    """The words of the strongest phrases for an intent, where they first stand; those of the subject are left out.

    A message may have none: then its words as a whole, or its slots, spoke for the intent.
    """
    listened = listen(text, setting)
    prepared, found = listened.prepared, []
    for words in phrases_of(intent, listened.sentences):
        place = re.compile(r"[^a-z0-9]+".join(map(re.escape, words))).search(prepared.folded, listened.offset)
        if place:
            shown = show(prepared, "intent", prepared.origin(*place.span()))
            found.append(Evidence("intent", shown.start - listened.offset, shown.end - listened.offset, shown.text))
    return tuple(dict.fromkeys(found))[:MOST]
