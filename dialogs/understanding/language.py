"""French or English: counted on small words; a short message is French unless it is clearly English."""

from typing import Literal

from dialogs.understanding.text import Text

ENGLISH = frozenset(
    "the and we you your our would could can have has is are with for from this that they please thank thanks hello hi dear "
    "to of at on in be will what how who when where not do does my it take take two three week weeks student students pupil "
    "pupils company offer place yes regards best kind an".split()
)
FRENCH = frozenset(
    "le la les un une des du de et en pour avec nous vous votre notre est sont au aux je on il elle que qui ne pas peut peux "
    "bonjour merci stage eleve eleves semaine semaines cordialement mon ma mes ce cette sur dans par ou oui".split()
)


def find_language(text: Text) -> Literal["fr", "en"]:
    """`en` when English small words are at least two and outnumber French ones."""
    words = [token.word for token in text.tokens[:400]]
    english, french = sum(word in ENGLISH for word in words), sum(word in FRENCH for word in words)
    return "en" if english >= min(2, max(1, len(words))) and english > french else "fr"
