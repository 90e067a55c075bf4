"""HTML of letters into lines of text, with quotes as `> ` lines; a walk without recursion over what lxml reads."""

import re

from lxml import etree
from lxml import html as lxml_html

MAX_HTML = 1_000_000  # characters
BLOCK_NAMES = """
address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p
pre section table tbody tfoot thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"])
SILENT = frozenset(["head", "script", "style", "title", "template", "noscript", "object", "select", "textarea", "svg", "math"])
DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>", re.IGNORECASE)
HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|mso-hide\s{0,5}:\s{0,5}all", re.IGNORECASE)
# What mailers put around the letter they answer, beyond blockquotes: all of it is a quote.
CONTAINERS = re.compile(r"\b(yahoo_quoted|protonmail_quote|moz-email-headers-table|zmail_extra)\b")
SPACE = re.compile(r"[ \t\r\n]+")
_PARSER_OPTIONS = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True, "huge_tree": False}


def as_text(source: str) -> str:
    """The lines a reader sees, quotes prefixed with `> `; empty for what is no HTML. At most 1,000,000 characters are read."""
    data = DECLARATION.sub("", source[:MAX_HTML]).encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(**_PARSER_OPTIONS))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    page = Page()
    _walk(root, page)
    return page.text()


def _walk(root: etree._Element, page: "Page") -> None:
    skipping = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in SILENT or not tag or HIDDEN.search(element.get("style") or ""):
                skipping = element
            else:
                page.open(tag, element)
        elif event == "end":
            if skipping is None:
                page.close(tag, element)
            elif skipping is element:
                skipping = None
            if skipping is None:
                page.add(element.tail or "")


def _is_quote(tag: str, element: etree._Element) -> bool:
    return tag == "blockquote" or bool(CONTAINERS.search(element.get("class") or ""))


class Page:
    """Lines being written: words gather on the open line, blocks end it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0

    def open(self, tag: str, element: etree._Element) -> None:
        """Enter an element, then its first words."""
        if tag in BLOCKS:
            self.end(tag in SPACED and _spaced(element))
        if _is_quote(tag, element):
            self.depth = min(self.depth + 1, 20)
        if tag == "br":
            self.end(False, always=True)
        elif tag == "li":
            number = (element.get("value") or "")[:4]
            self.line.append(f"{number}. " if number.isdecimal() else "- ")
        elif tag in ("td", "th") and self.line:
            self.line.append(" ")
        elif tag == "hr":
            self.line.append("_" * 32)
            self.end(False)
        self.add(element.text or "", keep=tag == "pre")

    def close(self, tag: str, element: etree._Element) -> None:
        """Leave an element."""
        if tag in BLOCKS:
            self.end(tag in SPACED and _spaced(element))
        if _is_quote(tag, element):
            self.depth = max(self.depth - 1, 0)

    def add(self, words: str, keep: bool = False) -> None:
        """More words on the open line; white space counts once unless `keep`."""
        if keep:
            for line in words.split("\n"):
                self.line.append(line)
                self.end(False, always=True)
        elif words:
            self.line.append(SPACE.sub(" ", words))

    def end(self, spaced: bool, always: bool = False) -> None:
        """Finish the open line; `spaced` leaves one empty line after it, `always` writes even an empty one."""
        line = SPACE.sub(" ", "".join(self.line)).strip(" ")
        self.line = []
        prefix = ">" * self.depth + (" " if self.depth and line else "")
        if line or always:
            self.lines.append(prefix + line)
        if spaced and self.lines and self.lines[-1].strip("> "):
            self.lines.append(prefix.rstrip())

    def text(self) -> str:
        """All lines so far."""
        self.end(False)
        return "\n".join(self.lines).strip("\n")


def _spaced(element: etree._Element) -> bool:
    return "MsoNormal" not in (element.get("class") or "")
