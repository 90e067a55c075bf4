"""What is asked of one's channels is told from everything else that an employer writes."""

import pytest

from core.post.inbound import Channel, Inbound
from dialogs.talk.linking_words import Asked, asked_of, spaced
from tests.builders import NOW


def said(text: str, channel: Channel = "telegram") -> Asked | None:
    return asked_of(Inbound(channel, "1", "7", NOW, text=text))


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("relier", "link", ""),
        ("Relier mon adresse mail", "link", ""),
        ("reliez-moi à Telegram svp", "link", ""),
        ("relier Marie-Jo.Hoarau+stages@Ti-Jour.example.", "link", "marie-jo.hoarau+stages@ti-jour.example"),
        ("je voudrais relier mon mail : marie@ti-jour.example, merci", "link", "marie@ti-jour.example"),
        ("Link my e-mail to this account", "link", ""),
        ("link me@shop.example please", "link", "me@shop.example"),
        ("Délier", "unlink", ""),
        ("délier mon adresse mail", "unlink", ""),
        ("delier telegram s’il vous plaît", "unlink", ""),
        ("unlink", "unlink", ""),
        ("Délier Telegram et mail", "unlink", ""),
        ("Unlink Telegram and e-mail", "unlink", ""),
        ("Bonjour,\n\ndélier\n\nCordialement,\nMarie Hoarau\n0692 00 00 12", "unlink", ""),
        ("Ce n'est pas moi, délier", "unlink", ""),
        ("Ce n’est pas moi !! Merci de délier cette conversation.", "unlink", ""),
        ("délier\nMarie Hoarau", "unlink", ""),
        ("It wasn't me. Unlink, please.\nMary", "unlink", ""),
        ("Bonjour, relier Telegram svp. Cordialement, Marie", "link", ""),
        ("Bonjour Marie, relier nom@exemple.example", "link", "nom@exemple.example"),
        ("bonjour relier telegram", "link", ""),
        ("Écrivez-moi plutôt par mail", "prefer", "email"),
        ("ecrivez moi sur telegram", "prefer", "telegram"),
        ("write to me by e-mail, please", "prefer", "email"),
        ("4829 1375", "code", "48291375"),
        ("le code est 48291375.", "code", "48291375"),
        ("my code: 4829 1375", "code", "48291375"),
    ],
)
def test_what_is_asked(text: str, what: str, rest: str) -> None:
    assert said(text) == Asked(what, rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Nous relions des livres : 1 apprenti reliure à Saint-Denis",
        "relier mon offre OF-2026-00001 à celle du garage",
        "link to our website: https://shop.example",
        "mon mail est marie@ti-jour.example",
        "écrivez-moi",
        "Écrivez-moi par mail à marie@ti-jour.example, le téléphone est en panne",
        "0692 60 47 12",
        "4829-1375",
        "délier\nEt deux places en mars pour un CAP",
        "Bonjour, nous relions des livres. Délier est notre métier.",
        "du 0501 au 3004",
        "12345678901234",
        "2 élèves en mars, code APE 4520",
    ],
)
def test_what_is_not(text: str) -> None:
    assert said(text) is None


def test_a_code_counts_in_a_chat_only_and_reads_in_two_groups() -> None:
    assert said("4829 1375", "email") is None
    assert spaced("48291375") == "4829 1375"
