"""The sentences of a message and what each does: it tells, asks, or supposes. A request (« pouvez-vous me rappeler ? ») tells."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from config.pattern import Marked, Pattern

READ = 4000  # characters: what is wanted is said by then
MOST = (1 << 12) - 1
_LONG = 40  # characters
APART = 12  # each sentence has 2 ** 12 numbers for its words: no phrase runs on into the next

_END = re.compile(r"(?<=[.!?;])\s+|(?<=\?)|\n+")
_WORD = re.compile(r"[a-z0-9]+")
_OPENING = (
    r"\W{0,10}(?:(?:bonjour|bonsoir|bjr|bsr|slt|salut|hello|hi|hey|bonzour|coucou|cc|et|mais|donc|alors|du coup|svp|sinon"
    r"|dites|oui|ok|question|mme|madame|monsieur|messieurs|dear|sir|please|euh|juste|and|so|a votre avis|au fait)\b\W{0,5}){0,4}"
)
_ASKING_WORDS = (
    r"comment|combien|quel(?:le)?s?|kel|qui|quand|kan|pourquoi|quoi|est[- ]ce|peut[- ]on|puis[- ]je|faut[- ]il|dois[- ]je"
    r"|doit[- ]on|ai[- ]je|a[- ]t|y a[- ]t|ya[- ]t|avez|existe|sommes[- ]nous|avons[- ]nous|devons[- ]nous|pouvons[- ]nous"
    r"|est[- ]il|est[- ]elle|what|how|when|who|which|where|why|can (?:i|we|an?|the|they|s?he)|could an?|do|does|is|are|am i"
    r"|should|must|has|kansa|koman|kosa|any news|a qui|(?:a partir de|jusqu'a) (?:quel|kel|combien|quand)|a quoi"
    r"|c'?(?:est)? (?:quoi|koi)"
)
_ASKING_WITHIN = (
    r"\b(?:est[- ]ce qu|c(?:'?est)? (?:qui|quoi|quand|combien|ou)\b|c koi\b|c ki\b|(?:je|on) (?:fais|fait) quoi\b"
    r"|(?:peut|doit|faut|est|sont|va|peuvent|doivent|sera|serait|existe)[- ](?:t[- ])?(?:il|elle|ils|elles|on)\b"
    r"|(?:a|aura)[- ]t[- ](?:il|elle|on)\b|(?:dois|puis|ai|suis)[- ]je\b|j'ai une question"
    r"|je me demand\w{1,5}|(?:depend|releve) de qui"
    r"|combien (?:de|d'|un|une|ca|le|la|les|pour)|quoi (?:faire|comme)"
    r"|\bou c'est\b|qui decide\b|c'est grave"
    r"|(?:savoir|dire|preciser|indiquer|demande|comprendre|expliquer) (?:s'il|si|comment|quand|combien|quelle?s?|qui|ou|ce qu)\b"
    r"|par qui\b|a qui\b|qui (?:doit|signe|paie|paye|remplit|fait|declare|previent)\b|ou (?:pas|non)\W{0,5}$)"
)
_OPENS_A_QUESTION = Pattern(rf"{_OPENING}(?:{_ASKING_WORDS})\b")
_ASKS = Pattern(_ASKING_WITHIN)
_TELL_ME = r"(?! (?:me |nous |m'|lui )?(?:dire|preciser|indiquer|expliquer|renseigner|informer|eclairer|tell|explain))"
_REQUEST = Pattern(
    r"\b(?:(?:pouvez|pourriez|voulez|voudriez|pourrais|peux|povez)[- ](?:vous|tu)|vous (?:pouvez|pourriez|pourrez)"
    rf"|(?:can|could|would|will) you|(?:serait|est)[- ]ce possible|serait[- ]il possible)\b{_TELL_ME}"
)
_IF = Marked(
    r"(?:^|[ ,(])(?:si (?!possible|besoin|ca (?:vous|peut)|cela vous|vous (?:voulez|souhaitez|avez|etes)|interesse|tout)"
    r"|s'il (?!vous|te)|s'ils |s'elle |if |en cas d)",
    "si |s'|if |en cas d",
)


@dataclass(frozen=True)
class Sentences:
    """The words of a message, their numbers, and the kind of each sentence.

    Kinds: `s` tells, `q` asks, `c` supposes (« si … »), `t` is the title of a letter, `r` the subject of the letter answered.
    """

    words: Sequence[str]
    numbers: Sequence[int]
    kinds: Sequence[str]

    def kind(self, number: int) -> str:
        """The kind of the sentence where the word of that number stands."""
        return self.kinds[number >> APART]

    def place(self, number: int) -> int:
        """Where in `words` the word of that number stands."""
        return bisect_left(self.numbers, number)

    @property
    def asks(self) -> bool:
        """Whether any sentence asks."""
        return "q" in self.kinds

    @property
    def tells(self) -> bool:
        """Whether any sentence of four words or more tells something: a message may be nothing but questions."""
        return any(self.kind(number) in "st" for number in self.numbers if number & MOST == 3)


def split_sentences(folded: str, *, title: str = "", reply: str = "") -> Sentences:
    """The sentences of folded text, after the title of a new letter and the subject of the letter that it answers."""
    parts = [(title, "t"), (reply, "r"), *(part for sentence in _END.split(folded[:READ]) for part in _kinds(sentence))]
    words: list[str] = []
    numbers: list[int] = []
    kinds: list[str] = []
    for part, kind in parts:
        said = _WORD.findall(part)
        if said:
            numbers += range(len(kinds) << APART, (len(kinds) << APART) + len(said))
            words += said
            kinds.append(kind)
    return Sentences(words, numbers, kinds)


def _kinds(sentence: str) -> list[tuple[str, str]]:
    """A sentence and its kind; what a long one tells before its « si … » is still told."""
    asks = "?" in sentence or _OPENS_A_QUESTION.match(sentence) or _ASKS.search(sentence)
    if asks and not _REQUEST.search(sentence):
        return [(sentence, "q")]
    case = _IF.search(sentence)
    if not case:
        return [(sentence, "s")]
    told = case.start()
    return [(sentence[:told], "s"), (sentence[told:], "c")] if told > _LONG else [(sentence, "c")]
