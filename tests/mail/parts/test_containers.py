"""What mailers mark in HTML, whatever the words: quotes, the letter answered below, signatures, hidden words."""

import pytest

from mail.parts.html import as_text
from mail.written.reply import cut_quotes
from mail.written.signature import split_signature

OURS = "Bonjour Madame,<br>Répondez OUI ou NON."
BORDER = "margin-left:1rem;border-left:2px solid black"


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote type=cite>{OURS}</blockquote>",
        f"<div class=gmail_quote><div class=gmail_attr>12 janv. 2026 tarihinde yazdı:</div><blockquote class=gmail_quote>{OURS}"
        "</blockquote></div>",
        f"<div id=data-bm-reply-separator><blockquote style='{BORDER}'>{OURS}</blockquote></div>",
        f"<div id=ydp1yahoo_quoted_2>{OURS}</div>",
        f"<div class='ik_mail_quote x'>{OURS}</div>",
        f"<p id=reply-intro>12.01.2026 tarihinde yazdı:</p><blockquote type=cite>{OURS}</blockquote>",
        f"<hr><div id=divRplyFwdMsg><b>Kimden:</b> X</div><div>{OURS}</div>",
        f"<hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__>Kimden: X</div><div>{OURS}</div>",
        f"<div id=mail-editor-reference-message-container>{OURS}</div>",
        f"<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Kimden:</b> X<br><b>A:</b> y@z.example<br>C: d</p></div>"
        f"<p>{OURS}</p>",
    ],
)
def test_a_quote_is_known_by_its_box_alone(quote: str) -> None:
    cut = cut_quotes(as_text(f"<div>oui</div>{quote}"))
    assert (cut.text, cut.quoted) == ("oui", True)


@pytest.mark.parametrize("label", ["Tél", "Mobile", "E-mail"])
def test_a_signature_below_a_line_is_no_quote(label: str) -> None:
    ways = f"<b>{label} :</b> 02 00 00 00 00<br><b>Mail :</b> a@b.example<br><b>Site :</b> www.atelier.example"
    cut = cut_quotes(as_text(f"<p>oui</p><div style='border-top:solid red 1pt'>{ways}</div><p>Merci</p>"))
    assert (cut.text.startswith("oui"), cut.text.endswith("Merci"), "a@b.example" in cut.text) == (True, True, True)


def test_answers_between_the_quotes_of_one_box_are_kept_in_their_place() -> None:
    inside = (
        "<blockquote class=gmail_quote>1. Hôtel</blockquote><div>deux</div><blockquote class=gmail_quote>2. Garage</blockquote>"
    )
    cut = cut_quotes(as_text(f"<div class=gmail_quote>{inside}<div>non</div></div>"))
    assert (cut.text, cut.in_place) == ("deux\n\nnon", "> 1. Hôtel\n>\ndeux\n\n> 2. Garage\n>\nnon")


def test_a_bare_indented_block_is_a_quote_only_where_one_is_announced() -> None:
    block = "<blockquote style='margin:0 0 20px 0'><div>deux places</div><div>en mars</div></blockquote>"
    said = "<div>Le 12/01/2026 à 09:12, Pôle &lt;s@p.example&gt; a écrit :</div>"
    assert cut_quotes(as_text(f"<div>Voici :</div>{block}")).text == "Voici :\n\ndeux places\nen mars"
    assert cut_quotes(as_text(f"<div>oui</div>{said}{block}")).text == "oui"


@pytest.mark.parametrize("style", ["margin:0 0 0 40px;border:none;padding:0px", "margin: 0px 0px 0px 40px"])
def test_a_paragraph_that_a_person_indented_is_no_quote(style: str) -> None:
    assert cut_quotes(as_text(f"<div>Places :</div><blockquote style='{style}'>deux en mars</blockquote>")).text.endswith(
        "deux en mars"
    )


def test_what_a_person_typed_with_chevrons_is_no_box() -> None:
    text = as_text(f"<p>Places :</p><p>&gt; Cuisine : 2</p><p>&gt; Salle : 1</p><blockquote type=cite>{OURS}</blockquote>")
    assert cut_quotes(text).text == "Places :\n\n> Cuisine : 2\n\n> Salle : 1"


@pytest.mark.parametrize(
    "box", ["class=gmail_signature", "class=moz-signature", "id=ms-outlook-mobile-signature", "id=Signature"]
)
def test_a_signature_in_its_box_is_set_apart(box: str) -> None:
    text = cut_quotes(as_text(f"<div>oui</div><div {box}><p>Anne Roux</p>Atelier</div>")).text
    assert split_signature(text) == ("oui", "Anne Roux\n\nAtelier")


def test_a_letter_typed_into_the_box_for_signatures_is_read() -> None:
    html = "<div>Bonjour,</div><div id=Signature><p>Nous prenons deux élèves en mars, comme convenu.</p><p>Anne Roux</p></div>"
    assert split_signature(as_text(html)) == ("Bonjour,\n\nNous prenons deux élèves en mars, comme convenu.", "Anne Roux")


def test_a_letter_that_is_all_signature_is_not_emptied() -> None:
    assert split_signature(as_text("<div class=gmail_signature>oui</div>")) == ("oui", None)


@pytest.mark.parametrize(
    "style", ["display:none", "mso-hide:all", "max-height:0px", "visibility:hidden", "font-size:0", "opacity:0;color:#fff"]
)
def test_hidden_words_are_not_read(style: str) -> None:
    assert as_text(f'<div style="{style}">caché</div><div style="opacity:0.9;font-size:0.8em">oui</div>') == "oui"


def test_an_emoji_drawn_as_an_image_is_read() -> None:
    assert as_text("<p>Bien reçu <img alt='👍' src=x><img alt='Logo' src=y></p>") == "Bien reçu 👍"
