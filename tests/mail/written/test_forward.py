"""Letters that pass on somebody else's: whose words they are, in every mailer's way."""

import pytest

from core.post.inbound import Forwarded
from mail.written.forward import author_of, is_forward
from tests.mail.builders import OWN, a_letter, read

WHO = "Julien Moreau <j.moreau@transports.example>"
BODY = "Bonjour,\nnous prenons un stagiaire en mai.\n\nCordialement,\nJulien Moreau"
EXPECTED = Forwarded(BODY, "Julien Moreau", "j.moreau@transports.example", "Stage")
HEADS = {
    "Outlook": f"De : {WHO}\nEnvoyé : vendredi 9 janvier 2026 16:40\nÀ : Anne\nObjet : Stage\n",
    "Outlook, plain": "-----Message d'origine-----\nDe : Julien Moreau [mailto:j.moreau@transports.example]\n"
    "Envoyé : vendredi 9 janvier 2026 16:40\nÀ : Anne\nObjet : Stage\n",
    "Gmail": f"---------- Forwarded message ---------\nDe : {WHO}\nDate: ven. 9 janv. 2026 à 16:40\nSubject: Stage\nTo: A\n\n",
    "Apple Mail": f"> Début du message réexpédié :\n\nDe: {WHO}\nObjet: Stage\nDate: 9 janvier 2026 à 16:40:02 UTC+1\nÀ: A\n",
    "iPhone": f"Début du message transféré :\n\n> De: {WHO}\nDate: 9 janvier 2026 à 16:40\nÀ: A\nObjet: Stage\n",
    "Thunderbird": f"-------- Message transféré --------\nSujet : \tStage\nDate : \t9 Jan 2026\nDe : \t{WHO}\nPour : \tA\n",
    "Yahoo": f"   ----- Message transmis -----  De : {WHO}À : Anne <a@x.example>Envoyé : 9 janvier 2026 à 16:40Objet : Stage",
    "Zimbra": f"----- Mail transféré -----\nDe: {WHO}\nÀ: Anne\nEnvoyé: Vendredi 9 Janvier 2026 16:40:02\nObjet: Stage\n",
    "Orange": f"> Message du 09/01/26 16:40\nDe : {WHO}\nA : Anne\nObjet : Stage\n",
    "Horde": f"----- Message transféré de {WHO} -----\n  Date : Fri, 9 Jan 2026\n    De : {WHO}\n Objet : Stage\n     À : A\n",
}


def marked(text: str) -> str:
    """What follows the first chevron, each line with its own."""
    before, chevron, after = text.partition("> ") if text.startswith("> ") or "\n> " in text else (text, "", "")
    return before + "\n".join(f"> {line}" for line in after.split("\n")) if chevron else text


FORWARDS = {client: marked(f"{head}\n{BODY}") for client, head in HEADS.items()}


@pytest.mark.parametrize("client", FORWARDS)
@pytest.mark.parametrize("comment", ["Pour info.", ""])
def test_the_comment_and_the_letter_passed_on_are_told_apart(client: str, comment: str) -> None:
    heard = read(a_letter(f"{comment}\n\n{FORWARDS[client]}", Subject="TR: Stage"))
    assert (heard.text, heard.forwarded) == (comment, EXPECTED)


def test_an_attached_letter_is_passed_on() -> None:
    inside = a_letter(BODY, From=WHO, Subject="Stage").decode().replace("\r\n", "\n")
    body = f"--b\nContent-Type: text/plain\n\nPour info\n--b\nContent-Type: message/rfc822\n\n{inside}\n--b--\n"
    heard = read(a_letter(body, Content_Type="multipart/mixed; boundary=b"))
    assert (heard.text, heard.forwarded) == ("Pour info", EXPECTED)


def test_a_letter_passed_on_in_html_alone_is_read() -> None:
    html = (
        "<p>Pour info</p><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>"
        "De : Julien Moreau &lt;<a>j.moreau@transports.example</a>&gt;<br>Date: ven. 9 janv. 2026 à 16:40<br>"
        "Subject: Stage<br>To: Anne</div>"
        "<br><br>Bonjour,<br>nous prenons un stagiaire en mai.<br><br>Cordialement,<br>Julien Moreau</div>"
    )
    heard = read(a_letter(html, Subject="Fwd: Stage", Content_Type="text/html; charset=utf-8"))
    assert (heard.text, heard.forwarded) == ("Pour info", EXPECTED)


BOXES = {
    "Outlook": "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>{}</p></div>",
    "Outlook on the web": "<div id=appendonsend></div><hr tabindex=-1><div id=divRplyFwdMsg><font>{}</font></div>",
    "Zimbra": "<hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__>{}</div>",
    "Thunderbird": "<div>------ Message transféré ------<table class=moz-email-headers-table><tr><td>{}</td></tr></table></div>",
    "Yahoo": "<div class=yahoo_quoted><div>----- Message transmis -----</div><div>{}</div></div>",
    "Apple Mail": "<blockquote type=cite><div>Début du message réexpédié :</div><br><div>{}</div></blockquote>",
}


@pytest.mark.parametrize("client", BOXES)
def test_the_boxes_of_mailers_pass_letters_on(client: str) -> None:
    headers = (
        "De : Julien Moreau &lt;j.moreau@transports.example&gt;<br>Date : 9 janvier 2026 à 16:40<br>À : Anne<br>Objet : Stage"
    )
    body = "<p>Bonjour,<br>nous prenons un stagiaire en mai.</p><p>Cordialement,<br>Julien Moreau</p>"
    html = BOXES[client].format(headers)
    inside = (
        html.replace("</blockquote>", f"<div>{body}</div></blockquote>")
        if "</blockquote>" in html
        else f"{html}<div>{body}</div>"
    )
    heard = read(a_letter(f"<p>Pour info</p>{inside}", Subject="TR: Stage", Content_Type="text/html; charset=utf-8"))
    assert (heard.text, heard.forwarded) == ("Pour info", EXPECTED)


def test_a_letter_passed_on_twice_without_a_word_is_the_first_ones() -> None:
    again = (
        f"De : Anne <anne@x.example>\nEnvoyé : lundi 12 janvier 2026 09:12\nÀ : Luc\nObjet : TR: Stage\n\n{FORWARDS['Outlook']}"
    )
    assert read(a_letter(f"Voir plus bas\n\n{again}", Subject="TR: TR: Stage")).forwarded == EXPECTED


def test_an_answer_forwards_nothing() -> None:
    assert read(a_letter(f"Oui\n\n{FORWARDS['Outlook']}", Subject="RE: TR: Stage")).forwarded is None


def test_our_own_letter_passed_on_is_nobody_elses() -> None:
    ours = FORWARDS["Outlook"].replace("j.moreau@transports.example", OWN.replace("@", "+1.abc@"))
    assert read(a_letter(f"Oui\n\n{ours}", Subject="TR: Stage")).forwarded is None


@pytest.mark.parametrize(
    ("subject", "forward"), [("Tr: a", True), ("[EXT] FW: a", True), ("Re: Fwd: a", False), ("Transport", False)]
)
def test_a_subject_tells_a_forward(subject: str, forward: bool) -> None:
    assert is_forward(subject) == forward


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ('"Moreau, Julien" <J@x.example>', ("Moreau, Julien", "j@x.example")),
        ("j@x.example", (None, "j@x.example")),
        ("Julien (j@x.example)", ("Julien", "j@x.example")),
        ("Le lun. 12 janv. 2026 à 09:12, Julien Moreau <j@x.example> a écrit :", ("Julien Moreau", "j@x.example")),
        ("Le lundi 12 janvier 2026 à 09:12:34 UTC+1, Julien <j@x.example> a écrit :", ("Julien", "j@x.example")),
        ("Atelier Moreau", ("Atelier Moreau", None)),
    ],
)
def test_an_author_has_a_name_or_an_address(said: str, author: tuple[str | None, str | None]) -> None:
    assert author_of(said) == author


@pytest.mark.parametrize(
    ("words", "kept"), [("", True), ("Voir ci-dessous.", True), ("Nous prenons deux élèves en mars. " * 5, False)]
)
def test_the_letter_answered_is_kept_where_the_words_are_few(words: str, kept: bool) -> None:
    ours = f"Le 12/01/2026 à 09:12, Pôle <{OWN}> a écrit :\n> Combien ? 2\n> Le 10/01/2026 à 09:12, Anne a écrit :\n>> oui"
    heard = read(a_letter(f"{words}\n\n{ours}", In_Reply_To="<o1@pole.example>"))
    assert heard.answered == ("Combien ? 2" if kept else None)
