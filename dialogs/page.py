"""Blocks as plain text: what terminals show, and what a letter's text part says."""

from core.post.parcel import Block


def plain(blocks: tuple[Block, ...]) -> str:
    """Paragraphs apart by an empty line; numbered entries one under the other."""
    out = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        text = f"{block.number}. {block.text}" if block.kind == "item" and block.number is not None else block.text
        close = before is not None and block.kind == "item" and before.kind in ("item", "heading")
        out += ("" if before is None else "\n" if close else "\n\n") + text
    return out
