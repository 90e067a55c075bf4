"""French or English: counted on small words; a short message is French unless it is clearly English."""

from typing import Literal

from dialogs.understanding.text import Text

READ = 4000  # characters: enough to tell
ENGLISH = frozenset(
    "the and we you your our would could can have has is are with for from this that they please thank thanks hello hi dear "
    "to of at in be will what how who when where not do does my it take two three week weeks student students pupil "
    "pupils company yes regards best kind an trainee trainees internship apprentice i am need any there if but or by no".split()
)
# Said in both languages, or borrowed by French: they never decide alone.
EITHER = frozenset("best an i or but take at offer place on in to".split())
FRENCH = frozenset(
    "le la les un une des du de et en pour avec nous vous votre notre est sont au aux je on il elle que qui ne pas peut peux "
    "bonjour merci stage eleve eleves semaine semaines cordialement mon ma mes ce cette sur dans par ou oui "
    "non bonsoir salut svp "
    "slt bjr ds pr stagiaire stagiaires jeune jeunes ok c j l d".split()
)


def find_language(text: Text) -> Literal["fr", "en"]:
    """`en` when English words outnumber French ones, and enough are English alone (two; one in a single word)."""
    words = [token.word for token in text.tokens if token.start < READ]
    said = [word for word in words if word in ENGLISH]
    french = sum(word in FRENCH for word in words)
    clear = sum(word not in EITHER for word in said)
    return "en" if clear and len(said) >= min(2, len(words)) and len(said) > french else "fr"
