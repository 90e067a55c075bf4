"""Selection criteria that the law forbids for a placement (code du travail, L1132-1), found by what is said about them.

A group of words (« fille », « jeune des cités ») is nothing by itself: a frame around it (« pas de », « uniquement », « on
cherche ») makes it a criterion, and what opens the choice (« peu importe », a question, a report) takes that back.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from dialogs.criteria.age_limits import find_age_limits
from dialogs.criteria.lexicon import find_wordings
from dialogs.criteria.links import Link, find_links
from dialogs.criteria.scene import Placed, Scene, lay_out
from dialogs.understanding.text import Span, Text

MOST = 6  # criteria reported of one message
READ = 3_000  # characters read for them
_LINKS = 30  # looked at in one message
# Where a place or a family may be refused by its name: « pas un jeune des Minguettes ».
_MAY_NAME = re.compile(
    r"\b(?:pas?|jamais|aucun|personne|evit\w{1,4}|que|uniquement|exclusivement|seulement)[ '](?:[a-z]{1,14}[ ']){0,6}"
    r"(?:de|du|des|d|la|famille|habite\w{0,2})[ ']"
)
_HIDDEN = "x"  # stands for what is lawful: a word that no frame reaches across


def find_criteria(text: Text) -> list[tuple[str, Span]]:
    """Each forbidden criterion once, in order of place, with its words; what is lawful, or only to be asked about, is silent."""
    text = text.first(READ)
    spans = [*_said_in_words(text), *(("age", span) for span in find_age_limits(text.folded))]
    found: dict[str, Span] = {}
    for criterion, span in sorted(spans, key=lambda one: one[1]):
        found.setdefault(criterion, text.origin(*span))
    return list(found.items())[:MOST]


def _said_in_words(text: Text) -> list[tuple[str, Span]]:
    wordings = tuple(find_wordings(text.folded))
    if not wordings and not _MAY_NAME.search(text.folded):
        return []
    lawful = [(start, end) for wording, start, end in wordings if wording.criterion == "lawful"]
    if lawful:
        text = _hide(text, lawful)
        wordings = tuple(find_wordings(text.folded))
    scene = lay_out(text, wordings)
    links = (link for link in islice(find_links(scene), _LINKS) if not _taken_back(link, scene))
    return [(link.criterion, (scene.tokens[link.first].start, scene.tokens[link.last - 1].end)) for link in links]


def _hide(text: Text, spans: Iterable[Span]) -> Text:
    folded = text.folded
    for start, end in spans:
        folded = folded[:start] + _HIDDEN * (end - start) + folded[end:]
    return Text(text.original, folded, text.starts, text.ends)


def _taken_back(link: Link, scene: Scene) -> bool:
    """Whether the words around say that it is no condition: open to all, asked about, or told of somebody else."""
    if _is_asked(link, scene):
        return True
    if link.criterion != "whistleblower" and any(_same(scene.clause, placed, link) for placed in _said(scene, "report")):
        return True
    # What is refused stays refused when a later stretch opens something else: « pas de voile, le niveau importe peu ».
    near = scene.stretch if link.does in ("exclude", "always") else scene.clause
    return any(_same(near, placed, link) and not _undone(placed, link, scene) for placed in _said(scene, "open"))


def _said(scene: Scene, does: str) -> Iterable[Placed]:
    return (placed for placed in scene.frames if placed.frame.does == does)


def _same(numbers: Sequence[int], placed: Placed, link: Link) -> bool:
    return numbers[placed.first] == numbers[link.first]


def _undone(placed: Placed, link: Link, scene: Scene) -> bool:
    """« ne sont pas les bienvenues », « pas de problème de dos »: words of openness that belong to a refusal or to the group."""
    if placed.first < link.last and link.first < placed.last:
        return True
    return any(
        other.frame.side == "after" and other.first < placed.last and placed.first < other.last and other.last - other.first > 1
        for other in _said(scene, "exclude")
    )


def _is_asked(link: Link, scene: Scene) -> bool:
    """« A-t-on le droit de refuser … ? » asks; « pouvez-vous m'envoyer plutôt une fille ? » asks for her."""
    sentence, stretch = scene.sentence[link.first], scene.stretch[link.first]
    said = [placed.frame.does for placed in scene.frames if scene.sentence[placed.first] == sentence]
    wonders = any(scene.stretch[placed.first] == stretch for placed in _said(scene, "wonders"))
    if sentence not in scene.questions and not wonders:
        return False
    return "asks" in said or "request" not in said
