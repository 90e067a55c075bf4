"""Blocks as plain text: what a terminal shows, and the text part of a letter. A paragraph stays one line."""

from core.post.parcel import Block


def plain(blocks: tuple[Block, ...]) -> str:
    """One paragraph a block; entries of a list follow their heading and each other closely, and hang by three spaces."""
    out = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        out += _gap(before, block) + _lines(block)
    return out


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    return "\n" if block.kind == "item" and before.kind in ("item", "heading") else "\n\n"


def _lines(block: Block) -> str:
    text = block.text.strip("\n")
    if block.kind != "item":
        return text
    mark = f"{block.number}. " if block.number is not None else "- "
    return mark + text.replace("\n", "\n" + " " * len(mark))
