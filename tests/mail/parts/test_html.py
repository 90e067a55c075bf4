"""HTML letters become lines of text, quotes marked, whatever the markup."""

import pytest

from mail.parts.charset import clean
from mail.parts.html import as_text
from mail.written.reply import cut_quotes

QUOTED = "Bonjour Madame,<br>Répondez OUI ou NON."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>un</p><p>deux</p>", "un\n\ndeux"),
        ("<div>un</div><div><br></div><div>deux</div>", "un\n\ndeux"),
        ("<ul><li>un</li><li value=3>deux</li></ul>", "- un\n3. deux"),
        ("<table><tr><td>3e</td><td>2 places</td></tr><tr><td>CAP</td><td>1</td></tr></table>", "3e 2 places\nCAP 1"),
        ("<style>x{}</style><script>y</script>oui<span style='display:none'>non</span>", "oui"),
        ("<?xml version='1.0' encoding='windows-1252'?><html><body>été</body></html>", "été"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("oui<!-- non -->", "oui"),
        ("", ""),
    ],
)
def test_html_is_read_as_it_is_seen(html: str, text: str) -> None:
    assert as_text(html) == text


@pytest.mark.parametrize(
    "quote",
    [
        f"<div class=gmail_quote><div class=gmail_attr>Le 12 janv. 2026 à 09:12, Pôle &lt;<a>s@p.example</a>&gt; a écrit :</div>"
        f"<blockquote>{QUOTED}</blockquote></div>",
        f"<div class=moz-cite-prefix>Le 12/01/2026 à 09:12, Pôle a écrit :</div><blockquote type=cite>{QUOTED}</blockquote>",
        f"<div class=yahoo_quoted>Le 12 janvier 2026 à 09:12, Pôle &lt;s@p.example&gt; a écrit :<div>{QUOTED}</div></div>",
        f"<hr><div id=divRplyFwdMsg><b>De :</b> Pôle &lt;s@p.example&gt;<br><b>Envoyé :</b> lundi 12 janvier 2026 09:12<br>"
        f"<b>À :</b> moi<br><b>Objet :</b> Stage</div><div>{QUOTED}</div>",
    ],
)
def test_the_quotes_of_mailers_are_recognised_in_html(quote: str) -> None:
    assert cut_quotes(clean(as_text(f"<div>oui</div><br>{quote}"))).text == "oui"


def test_an_answer_inside_a_quoted_block_is_kept() -> None:
    attribution = "<div>Le 12/01/2026 à 09:12, Pôle a écrit :</div>"
    inside = "<blockquote>Combien ?</blockquote><p>Deux</p><blockquote>Quand ?</blockquote>"
    assert cut_quotes(clean(as_text(attribution + inside))).text == "Deux"
