"""Which part of a letter speaks: plain text or HTML, several texts around pictures, stubs and flattened text."""

import pytest

from mail.parts.mime import parse
from mail.read import read_letter
from tests.mail.builders import RECEIVED, a_letter, read

QUOTE = "<div class=moz-cite-prefix>Kimden: X</div><blockquote type=cite>Bonjour Madame</blockquote>"
IMAGE = "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0K"


def multipart(kind: str, *parts: str, boundary: str = "B") -> str:
    return (
        f"Content-Type: multipart/{kind}; boundary={boundary}\n\n"
        + "".join(f"--{boundary}\n{one}\n" for one in parts)
        + f"--{boundary}--\n"
    )


def text(words: str, kind: str = "plain") -> str:
    return f"Content-Type: text/{kind}; charset=utf-8\n\n{words}"


def letter(part: str, **more: str) -> bytes:
    head, _, body = part.partition("\n\n")
    return a_letter(body, Content_Type=head.removeprefix("Content-Type: "), **more)


ALTERNATIVE = multipart("alternative", text("oui"), text("<p>oui</p>", "html"), boundary="A")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (ALTERNATIVE, "oui"),
        (multipart("mixed", text("un"), IMAGE, text("deux")), "un\ndeux"),
        (multipart("mixed", text("<p>un</p>", "html"), IMAGE, text("deux"), text("<p>trois</p>", "html")), "un\ndeux\ntrois"),
        (multipart("mixed", ALTERNATIVE, IMAGE, text("<p>pied de liste</p>", "html")), "oui"),
        (multipart("related", text("<p>oui <img src=cid:a></p>", "html"), IMAGE), "oui"),
        (multipart("alternative", text(""), text("<p>oui</p>", "html")), "oui"),
        (multipart("alternative", text("Ce message est au format HTML."), text("<p>oui</p>", "html")), "oui"),
        (
            multipart("alternative", text("Votre messagerie ne l’affiche pas."), text(f"<p>{'deux places ' * 20}</p>", "html")),
            "deux",
        ),
        (multipart("alternative", text("mot " * 90), text("<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>", "html")), "a"),
        (multipart("mixed", text("oui"), "Content-Type: message/rfc822\n\nFrom: a@b.example\n\nnon"), "oui"),
    ],
)
def test_the_part_that_speaks_is_read(part: str, said: str) -> None:
    assert read(letter(part)).text.split()[: len(said.split())] == said.split()


def test_html_tells_the_quote_that_plain_text_does_not_show() -> None:
    part = multipart("alternative", text("Oui.\n\nKimden: X\nBonjour Madame"), text(f"<p>Oui.</p>{QUOTE}", "html"))
    heard = read(letter(part, In_Reply_To="<o1@pole.example>"))
    assert (heard.text, heard.quoted) == ("Oui.", True)


def test_a_new_letter_is_read_in_plain_text_whatever_its_html_marks() -> None:
    part = multipart("alternative", text("Kimden: X\nDeux places"), text(QUOTE, "html"))
    assert read(letter(part)).text == "Kimden: X\nDeux places"


def test_html_that_names_its_charset_itself_is_believed() -> None:
    body = "<meta charset=iso-8859-15><p>10 €</p>".encode("iso-8859-15")
    assert read_letter(a_letter(body, Content_Type="text/html"), own_address=None, received=RECEIVED).text == "10 €"


def test_flowed_text_is_joined_as_it_was_typed() -> None:
    flowed = 'text/plain; format=flowed; delsp=yes; charset="utf-8"'
    body = "Bonjour, deux pla \nces en mars.\n> Combien \n> ?\n-- \nAnne"
    heard = read(a_letter(body, Content_Type=flowed, In_Reply_To="<o1@pole.example>"))
    assert (heard.text, heard.signature) == ("Bonjour, deux places en mars.\n> Combien?", "--\nAnne")


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("attachment; filename*=UTF-8''fiche%20%C3%A9l%C3%A8ve.pdf", "fiche élève.pdf"),
        ("attachment; filename*0*=iso-8859-1''fiche%20%E9l; filename*1*=%E8ve.pdf", "fiche élève.pdf"),
        ('attachment; filename="=?utf-8?B?w6lsw6h2ZS5wZGY=?="', "élève.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ("attachment; filename*=martien''%C3%A9.pdf", "é.pdf"),
    ],
)
def test_names_of_files_are_decoded(declared: str, name: str) -> None:
    part = f"Content-Type: application/pdf\nContent-Disposition: {declared}\n\nx"
    heard = read(letter(multipart("mixed", text("oui"), part)))
    assert [one.name for one in heard.attachments] == [name]


def test_text_that_was_uuencoded_is_left_as_it_is() -> None:
    body = "oui\n\nbegin 644 a.txt\n#8V]N\n`\nend"
    assert read(a_letter(body)).text == body
    assert parse(a_letter(body)).get_content_type() == "text/plain"
