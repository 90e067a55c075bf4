"""The HTML of a letter, from the same blocks as its text: headings, lists and paragraphs, the words escaped, nothing added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup, escape

from core.post.parcel import Block

BREAK = Markup("<br>\n")
WIDE = 100  # from this number on an entry hangs deeper


@dataclass(frozen=True)
class Entries:
    """Entries that follow each other: one list. The numbers are in the words, for whoever quotes or cites them."""

    blocks: tuple[Block, ...]
    kind: str = "item"

    @property
    def tag(self) -> str:
        """The element of the list."""
        return "ol" if self.blocks[0].number is not None else "ul"

    @cached_property
    def indent(self) -> int:
        """How far entries hang, in CSS pixels: as the widest number takes."""
        most = max((block.number or 0 for block in self.blocks), default=0)
        return 18 if self.tag == "ul" else 24 if most < 10 else 36 if most < WIDE else 46


def html_page(blocks: Iterable[Block], *, subject: str, language: str) -> str:
    """The whole page, in the language of its words."""
    return frame().render(parts=list(_parts(blocks)), subject=subject, language=language)


def _parts(blocks: Iterable[Block]) -> Iterator[Block | Entries]:
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, block.kind == "item" and block.number is not None)):
        if kind == "item":
            yield Entries(tuple(run))
        else:
            yield from run


def _lines(block: Block) -> Markup:
    """The words, escaped; an address that is ours is a link, one that somebody else wrote is not."""
    words = escape(block.text.strip("\n")).replace("\n", BREAK)
    link = escape(block.link) if block.link else None
    return words.replace(link, Markup('<a href="{0}">{0}</a>').format(link)) if link else words


@lru_cache(maxsize=1)
def frame() -> Template:
    """The frame of every HTML letter, compiled once; all words are escaped."""
    environment = Environment(loader=PackageLoader("mail.leaving", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["lines"] = _lines
    return environment.get_template("frame.html.j2")
