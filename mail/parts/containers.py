"""What mailers put around the letter they answer, around their signature, and around words nobody is to see, in HTML."""

import re

from lxml import etree

HIDDEN = re.compile(
    r"display\s{0,5}:\s{0,5}none|mso-hide\s{0,5}:\s{0,5}all|visibility\s{0,5}:\s{0,5}hidden|max-height\s{0,5}:\s{0,5}0"
    r"|font-size\s{0,5}:\s{0,5}0(?:px|pt)?\s{0,5}(?:;|$)|opacity\s{0,5}:\s{0,5}0\s{0,5}(?:;|$)",
    re.IGNORECASE,
)
# All of it is quoted. Gmail's and Proton's outer boxes are not here: answers between two quotes stand inside them.
QUOTE_CLASS = re.compile(
    r"\b(?:yahoo_quoted|moz-cite-prefix|zmail_extra|gmail_attr|gmail_quote_attribution|tutanota_quote"
    r"|ik_mail_quote|mailo_quote|OutlookMessageHeader)\b"
)
QUOTE_ID = re.compile(r"(?:x_)?(?:reply-intro|replybody\d{0,2})$|\w{0,40}yahoo_quoted")
# From here to the end stands the letter answered, unless it is marked line by line.
BELOW_ID = re.compile(
    r"(?:x_){0,3}(?:divRplyFwdMsg|zwchr|previousmessagehr|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|stopSpelling)$"
)
SIGNATURE = re.compile(
    r"\b(?:gmail_signature|moz-signature|protonmail_signature_block(?!-empty)|k9mail-signature|pre-sig|bm-signature"
    r"|editorUserSignature|ymail_android_signature|(?:(?<=x_)|(?<![\w-]))Signature(?![\w-])|ms-outlook-mobile-signature"
    r"|composer_signature|AppleMailSignature|messageSignatureSection)\b"
)
BORDERED = re.compile(r"border-left(?:-width|-style)?\s{0,5}:\s{0,5}(?!none|0|medium none)", re.IGNORECASE)
INDENTED = re.compile(r"margin\s{0,5}:\s{0,5}0(?:px)?\s0(?:px)?\s0(?:px)?\s40px", re.IGNORECASE)
HEADED = re.compile(r"border-top\s{0,5}:\s{0,5}solid|border-top-style\s{0,5}:\s{0,5}solid", re.IGNORECASE)
# « De : », in any language; a signature below a line begins with a name, or with how to reach somebody.
FIRST_LABEL = re.compile(
    r"\s{0,50}(?!t[ée]l|port|mob|fax|gsm|adr|mail|e-?mail|courriel|site|web|hor|contact|phone|cell|siret)[^\W\d_]{2,12}\s{0,3}:",
    re.I,
)
EMOJI = re.compile(r"[^\w\s<>]{1,8}")


def is_hidden(element: etree._Element) -> bool:
    """True for what no reader sees: the first words that lists and shops hide for the preview, a mailer's own marks."""
    style = element.get("style")
    return bool(style and HIDDEN.search(style)) or element.get("hidden") is not None


def quotes(tag: str, element: etree._Element) -> str:
    """`quote`: surely quoted by a mailer; `block`: a bare blockquote; `below`: the letter answered begins here; else empty."""
    name, names, style = element.get("id") or "", element.get("class") or "", element.get("style") or ""
    if tag == "blockquote":
        return _blockquote(element, names, style)
    if (names and QUOTE_CLASS.search(names)) or (name and QUOTE_ID.match(name)):
        return "quote"
    if (name and BELOW_ID.match(name)) or element.get("data-marker") == "__HEADERS__":
        return "below"
    return "below" if tag == "div" and style and HEADED.search(style) and _is_heading(element) else ""


def _blockquote(element: etree._Element, names: str, style: str) -> str:
    """A person who indents a paragraph gets a blockquote too, from most mailers."""
    if "webkit-indent-blockquote" in names or (INDENTED.search(style) and not BORDERED.search(style)):
        return ""
    cited = (element.get("type") or "").lower() == "cite" or element.get("cite") is not None
    return "quote" if cited or "quote" in names or BORDERED.search(style) else "block"


def _is_heading(element: etree._Element) -> bool:
    """True for Outlook's box of quoted headers: a line above, and several labels in bold or with an address."""
    words = "".join(element.itertext())[:600]
    return (
        bool(FIRST_LABEL.match(words))
        and words.count(":") >= 3
        and ("@" in words or words.count("\n") >= 3 or len(element.findall(".//b")) >= 3)
    )


def signs(element: etree._Element) -> bool:
    """True for the box that a mailer puts around a signature."""
    names = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('name') or ''}"
    return len(names) > 2 and bool(SIGNATURE.search(names))


def picture(element: etree._Element) -> str:
    """What a picture says: an emoji drawn as an image, else nothing."""
    said = element.get("alt") or ""
    return said if EMOJI.fullmatch(said) else ""
