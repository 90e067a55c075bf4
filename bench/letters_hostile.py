"""Letters made to harm: too long, too deep, too many, broken or endless; each must be read or refused quickly."""

import base64
from collections.abc import Callable, Iterator
from email.message import EmailMessage

HEAD = b"From: Eve <eve@mal.example>\r\nTo: stages@pole.example\r\nSubject: Re: Votre offre\r\nMessage-ID: <h@mal.example>\r\n"
PLAIN = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
KB = 1_000


def plain(text: str) -> bytes:
    """A plain letter that holds `text`."""
    return HEAD + PLAIN + text.encode()


def rich(html: str) -> bytes:
    """A letter in HTML."""
    return HEAD + HTML + html.encode()


def nested(levels: int) -> bytes:
    """Multiparts inside each other."""
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(levels))
    return HEAD + b"MIME-Version: 1.0\r\n" + opening.encode() + b"Content-Type: text/plain\r\n\r\nOui.\r\n"


def attached_messages(levels: int) -> bytes:
    """Messages inside messages, without any boundary."""
    return HEAD + b"MIME-Version: 1.0\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * levels + b"Subject: fin\r\n\r\nOui.\r\n"


def many_parts(parts: int) -> bytes:
    """Parts side by side."""
    one = b"--b\r\nContent-Type: text/plain\r\n\r\nOui.\r\n"
    return HEAD + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' + one * parts + b"--b--\r\n"


def with_headers(lines: str, text: str = "Oui.") -> bytes:
    """A plain letter with more header lines."""
    return HEAD + lines.encode("utf-8", "surrogateescape") + PLAIN + text.encode()


def encoded(data: bytes, kind: str = "text/plain", encoding: str = "base64") -> bytes:
    """A part in base64 or another transfer encoding."""
    body = base64.encodebytes(data) if encoding == "base64" else data
    head = f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return HEAD + head.encode() + body


def bounce(words: str) -> bytes:
    """A letter of a mail server."""
    return (
        HEAD.replace(b"Eve <eve@mal", b"MAILER-DAEMON <mailer-daemon@mal").replace(b"Re: Votre", b"Undelivered")
        + PLAIN
        + words.encode()
    )


def bomb() -> bytes:
    """An attachment that says that it is a small archive of endless zeros."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "eve@mal.example", "stages@pole.example", "Re: tableau"
    letter.set_content("Ci-joint.")
    letter.add_attachment(b"PK\x03\x04" + bytes(2_000 * KB), maintype="application", subtype="zip", filename="offres.xlsx")
    return letter.as_bytes()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "200 kB of words": lambda: plain("Bonjour, oui. " * 14_000),
    "200 kB on one line": lambda: plain("a" * 200 * KB),
    "200 kB of spaces": lambda: plain("Oui" + " " * 200 * KB + "."),
    "200 kB of empty lines": lambda: plain("Oui." + "\r\n" * 100 * KB),
    "200 kB of >": lambda: plain(">" * 200 * KB),
    "10,000 lines of > > >": lambda: plain(("> " * 10 + "oui\r\n") * 10_000),
    "« a écrit : » 8,000 times": lambda: plain("Le 3 mai 2027 à 09:12, Anne Roux <a@b.example> a écrit :\r\n" * 8_000),
    "« a écrit » on one line": lambda: plain("Le 3 mai " + "a écrit " * 20_000),
    "« Le le le »": lambda: plain("Le " * 60_000 + ":"),
    "10,000 lines of dashes": lambda: plain(("-" * 60 + "\r\n") * 10_000),
    "header-like lines": lambda: plain("De : a@b.example\r\nObjet : x\r\nÀ : c@d.example\r\n" * 5_000),
    "100,000 @": lambda: plain("a@" * 100_000),
    "20,000 addresses in words": lambda: plain(" ".join(f"a{n}@b.example" for n in range(20_000))),
    "format=flowed, 50,000 soft lines": lambda: HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"oui \r\n" * 50_000,
    "1 MB of words": lambda: plain("Bonjour, oui pour deux places en mars. " * 26_000),
    "1 MB of HTML paragraphs": lambda: rich("<p>Bonjour, oui.</p>" * 50_000),
    "20,000-row table": lambda: rich("<table>" + "<tr><td>a</td><td>b</td></tr>" * 20_000 + "</table>"),
    "3,000 nested div": lambda: rich("<div>" * 3_000 + "Oui." + "</div>" * 3_000),
    "50,000 nested blockquote": lambda: rich("<blockquote>" * 50_000 + "Oui."),
    "100,000 attributes": lambda: rich("<div " + " ".join(f'a{n}="b"' for n in range(60_000)) + ">Oui.</div>"),
    "style of 500 kB": lambda: rich("<div style='" + "display :" * 60_000 + "'>Oui.</div>"),
    "unclosed tags": lambda: rich("<a href='" * 60_000),
    "800 MIME levels": lambda: nested(800),
    "1,500 MIME levels": lambda: nested(1_500),
    "1,500 messages in messages": lambda: attached_messages(1_500),
    "50,000 parts": lambda: many_parts(50_000),
    "190 parts": lambda: many_parts(190),
    "20,000 addresses in From": lambda: plain("Oui.").replace(
        b"eve@mal.example>", b"eve@mal.example>" + b", a@b.example" * 20_000
    ),
    "20,000 addresses in To": lambda: with_headers("To: " + ", ".join(f"a{n}@b.example" for n in range(20_000)) + "\r\n"),
    "50,000 headers": lambda: with_headers("X-A: b\r\n" * 50_000),
    "a header of 2 MB": lambda: with_headers("X-A: " + "b" * 2_000 * KB + "\r\n"),
    "20,000 References": lambda: with_headers("References: " + " ".join(f"<{n}@b.example>" for n in range(20_000)) + "\r\n"),
    "200 kB of Subject": lambda: with_headers("Subject: " + "Re: " * 50_000 + "\r\n").replace(
        b"Subject: Re: Votre offre\r\n", b""
    ),
    "5,000 encoded words": lambda: with_headers("Subject: " + "=?utf-8?q?=C3?=\r\n " * 5_000 + "\r\n").replace(
        b"Subject: Re: Votre offre\r\n", b""
    ),
    "RFC 2047, broken": lambda: with_headers("Subject: =?utf-8?b?" + "A" * 60_000 + "\r\n").replace(
        b"Subject: Re: Votre offre\r\n", b""
    ),
    "RFC 2231, broken": lambda: with_headers(
        "Content-Disposition: attachment; " + "".join(f"filename*{n}*=%C3;\r\n " for n in range(3_000)) + "x=y\r\n"
    ),
    "RFC 2231, 2 million pieces": lambda: with_headers(
        "Content-Disposition: attachment; filename*2000000*=x; filename*0*=a''b\r\n"
    ),
    "boundary of 100 kB": lambda: (
        HEAD + b'Content-Type: multipart/mixed; boundary="' + b"b" * 100 * KB + b'"\r\n\r\n--b\r\n\r\nOui.'
    ),
    "base64, 2 MB of zeros": lambda: encoded(bytes(2_000 * KB)),
    "base64, all wrong": lambda: encoded(b"", "text/plain", "base64") + b"=A=" * 100_000,
    "quoted-printable, all wrong": lambda: encoded(b"=" * 300 * KB, "text/plain", "quoted-printable"),
    "uuencode without end": lambda: encoded(b"begin 644 a\n" + (b"M" + b"!" * 60 + b"\n") * 20_000, "text/plain", "x-uuencode"),
    "uuencode in the text": lambda: plain("begin 644 a.txt\r\n" + ("M" + "#" * 60 + "\r\n") * 5_000),
    "archive that swells": bomb,
    "unknown charset": lambda: HEAD + b"Content-Type: text/plain; charset=x-\xff\x00\r\n\r\nOui.",
    "charset that is no text": lambda: HEAD + b"Content-Type: text/plain; charset=zlib_codec\r\n\r\n" + b"x\x9c" * 50_000,
    "NUL and controls": lambda: HEAD + PLAIN + bytes(range(256)) * 800,
    "bidirectional marks": lambda: plain("\u202e\u200b" * 50_000 + "oui"),
    "combining marks": lambda: plain("e" + "\u0301" * 60_000),
    "bounce of 10,000 recipients": lambda: bounce("".join(f"<a{n}@b.example>: 550 5.1.1 unknown\r\n" for n in range(10_000))),
    "bounce on one line": lambda: bounce("could not be delivered " + "a@b.example 550 " * 12_000),
    "bounce of words": lambda: bounce("user " * 40_000 + "mailbox " * 10_000),
    "report of 20,000 fields": lambda: (
        HEAD
        + b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        + b"Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n" * 10_000
        + b"--b--\r\n"
    ),
    "JSON, 30,000 brackets": lambda: plain('{"notificationType":' + "[" * 30_000),
    "absence without end": lambda: plain("je suis absent " * 12_000 + "du 3 " * 5_000),
    "empty": lambda: b"",
    "only a newline": lambda: b"\r\n\r\n",
    "no header": lambda: b"Oui pour deux places.",
}


def hostile() -> Iterator[tuple[str, bytes]]:
    """Each letter with its name."""
    return ((name, make()) for name, make in HOSTILE.items())
