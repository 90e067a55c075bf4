"""Whatever a person writes above, below or between, in any mailer: no written line is lost, no quoted one is left (seeded)."""

import random
from collections.abc import Callable

import pytest

from tests.mail.builders import a_letter, read
from tests.mail.written.test_quotes import ATTRIBUTIONS, HEADERS, MARKED, QUOTE

LINES = """Bonjour,
oui
Oui, deux places.
Objet : stage de 3e
Date : du 12 au 16 mars 2026
De : 9h à 17h
À : Fougères
Pour : deux élèves de 3e
Nombre de places : 2
Le 12 mars 2026, M. Durand a écrit au rectorat :
Le 12 janvier 2026 à 09:00 c'est possible
1. oui
2. non : complet
- cuisine : 2
* salle : 1
Merci d'avance
Contact : Mme Roux <c.roux@atelier.example>
Voir http://www.atelier.example/stage
Envoyé hier par courrier, le dossier attend.
12/03/2026 : réunion à 14:00
On 12 March 2026 we wrote to you about it.
Nous avons écrit le 3 mars à 10:30 au lycée :
« Super stagiaire ! » a écrit notre tuteur.
En réponse à votre mail : oui.
Le tuteur sera M. Le Goff (le.goff@garage.example) :
Bien reçu votre message du 12/01/2026 09:12.""".split("\n")
CLOSINGS = ["", "\n-- \nAnne Roux\n02 00 00 00 00", "\nCordialement,\nAnne Roux\nGérante", "\nEnvoyé de mon iPhone"]
Place = Callable[[str, str, random.Random], str]
GIVEN_AWAY = {line for closing in CLOSINGS for line in closing.split("\n")}


def above_headers(own: str, closing: str, chance: random.Random) -> str:
    return f"{own}{closing}\n\n{HEADERS[chance.choice(sorted(HEADERS))]}\n\n{QUOTE}"


def above(own: str, closing: str, chance: random.Random) -> str:
    return f"{own}{closing}\n\n{ATTRIBUTIONS[chance.choice(sorted(ATTRIBUTIONS))]}\n{MARKED}"


def below(own: str, closing: str, chance: random.Random) -> str:
    return f"{ATTRIBUTIONS[chance.choice(sorted(ATTRIBUTIONS))]}\n{MARKED}\n\n{own}{closing}"


def between(own: str, closing: str, chance: random.Random) -> str:
    first, _, rest = MARKED.partition("\n")
    return f"{ATTRIBUTIONS[chance.choice(sorted(ATTRIBUTIONS))]}\n{first}\n{own}\n{rest}{closing}"


@pytest.mark.parametrize("place", [above_headers, above, below, between])
@pytest.mark.parametrize("seed", range(5))
def test_every_written_line_is_kept_and_no_quoted_one(place: Place, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        own = chance.choice(["\n", "\n\n"]).join(chance.sample(LINES, chance.randint(1, 6)))
        letter = place(own, chance.choice(CLOSINGS), chance)
        kept = [line.strip() for line in read(a_letter(letter, In_Reply_To="<o1@pole.example>")).text.split("\n")]
        wanted = [line for line in own.split("\n") if line]
        assert [line for line in kept if line and line not in GIVEN_AWAY] == wanted, letter
