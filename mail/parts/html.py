"""HTML of letters into lines of text, with quotes as `> ` lines; a walk without recursion over what lxml reads."""

import re

from lxml import etree

from mail.parts.charset import clean
from mail.parts.containers import is_hidden, picture, quotes, signs
from mail.parts.limits import has_endless_tag
from mail.parts.marks import BELOW, INDENTED, MARK, MARKS, QUOTED, SIGNED

MAX_HTML = 1_000_000  # characters
MAX_ELEMENTS = 30_000  # a letter of a hundred pages has fewer
MAX_WORDS = 100_000  # characters of words, more than a letter's text may have
BLOCK_NAMES = """
address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p
pre section table tbody tfoot thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"])
SILENT = frozenset(["head", "script", "style", "title", "template", "noscript", "object", "select", "textarea", "svg", "math"])
DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n]+")
_PARSER_OPTIONS = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True, "huge_tree": False}


def as_text(source: str) -> str:
    """The lines a reader sees, cleaned, quotes prefixed with `> `, and with the marks of what mailers tell in HTML.

    Empty for what is no HTML. At most 1,000,000 characters are read.
    """
    if has_endless_tag(source[:MAX_HTML]):
        return ""
    data = DECLARATION.sub("", source[:MAX_HTML]).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, etree.HTMLParser(**_PARSER_OPTIONS))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    if root is None:
        return ""
    page = Page()
    _walk(root, page)
    return page.text()


def _walk(root: etree._Element, page: "Page") -> None:
    skipping = None
    for step, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in SILENT or not tag or is_hidden(element):
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
        if page.size > MAX_WORDS or step > 2 * MAX_ELEMENTS:
            return


class Page:
    """Lines being written: words gather on the open line, blocks end it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0  # quotes within quotes
        self.sure = 0  # of them, boxes that only mailers make
        self.signed = 0
        self.size = 0  # characters so far
        self.boxes: list[tuple[etree._Element, int, int, int]] = []  # open ones, with what each changed

    def open(self, tag: str, element: etree._Element) -> None:
        """Enter an element, then its first words."""
        if tag in BLOCKS:
            self.end(tag in SPACED and _spaced(element))
        if element.attrib or tag == "blockquote":
            self._enter(tag, element)
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
        elif tag == "img":
            self.add(picture(element))
        self.add(element.text or "", keep=tag == "pre")

    def _enter(self, tag: str, element: etree._Element) -> None:
        kind = quotes(tag, element)
        if kind == "below":
            self.end(False)
            if self.depth == 0:
                self.lines.append(BELOW)
        signed = int(self.depth == 0 and signs(element))
        deeper, sure = int(tag == "blockquote" and bool(kind)), int(kind == "quote")
        if deeper or sure or signed:
            self.end(False)
            self.depth, self.sure, self.signed = self.depth + deeper, self.sure + sure, self.signed + signed
            self.boxes.append((element, deeper, sure, signed))

    def close(self, tag: str, element: etree._Element) -> None:
        """Leave an element."""
        if tag in BLOCKS:
            self.end(tag in SPACED and _spaced(element))
        if self.boxes and self.boxes[-1][0] is element:
            self.end(False)
            _, deeper, sure, signed = self.boxes.pop()
            self.depth, self.sure, self.signed = self.depth - deeper, self.sure - sure, self.signed - signed

    def add(self, words: str, keep: bool = False) -> None:
        """More words on the open line; white space counts once unless `keep`."""
        if keep:
            for line in words.split("\n"):
                self.line.append(line)
                self.end(False, always=True)
        elif words:
            self.line.append(SPACE.sub(" ", words))
            self.size += len(words)

    def end(self, spaced: bool, always: bool = False) -> None:
        """Finish the open line; `spaced` leaves one empty line after it, `always` writes even an empty one."""
        line = SPACE.sub(" ", "".join(self.line)).strip(" ")
        self.line = []
        prefix = self._prefix()
        if line or always:
            said = MARKS.sub("", clean(line)) if not line.isascii() else line
            self.lines.append(prefix + (" " if prefix.endswith(">") and said else "") + said)
        if spaced and self.lines and self.lines[-1].strip("> " + MARK + SIGNED):
            self.lines.append(prefix.rstrip())

    def _prefix(self) -> str:
        if not self.depth and not self.sure:
            return SIGNED if self.signed else ""
        return (QUOTED if self.sure else INDENTED) + ">" * min(max(self.depth, 1), 20)

    def text(self) -> str:
        """All lines so far."""
        self.end(False)
        return "\n".join(self.lines).strip("\n")


def _spaced(element: etree._Element) -> bool:
    return "MsoNormal" not in (element.get("class") or "")
