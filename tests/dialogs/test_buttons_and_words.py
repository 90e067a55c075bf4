"""Buttons and words are equal: each button of the dialogue, pressed or typed, has the same answer and the same effect.

A press that comes twice, too late or from another chat does no harm, and is answered.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from sqlalchemy import text

from core.database import open_engine
from dialogs.desk import Desk
from dialogs.talk.hesitation import choice_of
from dialogs.talk.say import GESTURES
from dialogs.talk.state import Doubted, State
from dialogs.understanding.heard import Intent
from dialogs.wording.words import TEXTS, words_in
from tests.builders import NOW, a_database, a_house
from tests.documents import EMPLOYERS
from tests.replay import Stage, spoken

HOUSE = a_house()
START = "@ telegram 2026-11-24T10:00:00+04:00 Dany"
OFFER = "> Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril. Dany 0692 60 47 12"
OTHER = "> Garage Ligne Paradis à Saint-Pierre : 1 élève en CAP carrossier, du 1er au 19 février. Dany 0692 60 47 12"
FILED = f"{OFFER}\n> oui"
OBSERVED = "> 1 élève de 3e à Saint-Leu"
# What leads to the buttons; the last message that bears some is pressed.
SCENES = {
    "hello": "> /start",
    "help": "> /aide",
    "kind": "> je veux bien prendre un stagiaire",
    "seats": "> je peux accueillir des élèves de 3e à Saint-Leu",
    "periods": OBSERVED,
    "months": f"{OBSERVED}\n> [Choisir un mois]",
    "weeks": f"{OBSERVED}\n> [Choisir un mois]\n> [Mars]",
    "weeks of a placement": "> 1 stagiaire en bac pro MELEC au Port\n> [Choisir un mois]\n> [Mai]",
    "lengths": "> 1 stagiaire en bac pro MELEC au Port\n> [Choisir un mois]\n> [Mai]\n> [3 au 7 mai]",
    "place": "> 1 élève de 3e du 7 au 11 décembre",
    "which place": "> 1 élève de 3e du 7 au 11 décembre à La Plaine",
    "contact": f"{OBSERVED} du 7 au 11 décembre\n> Snack Chez Marie",
    "card": f"{OBSERVED} du 7 au 11 décembre\n> Snack Chez Marie\n> (card +262692000028 Jean Payet)",
    "summary": OFFER,
    "what to correct": f"{OFFER}\n> [Corriger]",
    "criterion": "> Café des Flamboyants, Saint-Denis, 1 bac pro CSR du 5 au 30 avril, une fille de préférence."
    " Rémi Fontaine 0692 38 41 77",
    "lost": "> 1 élève de 3e du 7 au 11 décembre\n> à Trifouilly\n> à Trifouilly",
    "doubtful": "> la boulangerie Ti Jour à Saint-Leu, voir avec Ida",
    "doubtful again": "> la boulangerie Ti Jour à Saint-Leu, voir avec Ida\n> ben ça dépend un peu de tout le monde",
    "doubtful thrice": "> la boulangerie Ti Jour à Saint-Leu, voir avec Ida\n> ben ça dépend un peu de tout le monde"
    "\n> enfin vous voyez ce que je veux dire par là",
    "withdraw": f"{FILED}\n> je retire mon offre",
    "found": f"{FILED}\n> je retire mon offre, j'ai trouvé quelqu'un",
    "which offer": f"{FILED}\n{OTHER}\n> oui\n> je retire mon offre",
    "my offers": f"{FILED}\n{OTHER}\n> oui\n> /offres",
    "one offer": f"{FILED}\n> /start o-OF-2026-00001",
    "new dates": f"{FILED}\n> /start o-OF-2026-00001\n> [Autres dates]",
    "language": "> /langue",
    "language in English": "> /langue\n> [English]\n> /language",
    "data": f"{FILED}\n> /mesdonnees",
    "data of a person on two channels": "> relier dany@garage.example\n> 3052 9417\n> /mesdonnees",  # that letter's code
    "reminders": f"{FILED}\n> /rappels",
    "day of a reminder": f"{FILED}\n> /rappels\n> [Changer le jour]",
    "reminders stopped": f"{FILED}\n> /stop\n> /rappels",
    "news": f"{FILED}\n@ clock 2027-03-05T09:05:00+04:00",
    "in the middle of a form": f"{OFFER}\n> /langue",
}
# Buttons that only some other state shows: readings have a test of their own, a question of « still valid? » needs a coordinator.
ELSEWHERE = {"notice-still": {"still", "dates", "filled", "withdraw"}, "proposal-question": {"agree", "refuse"}}


@dataclass(frozen=True)
class Scene:
    """A database in which the buttons have just been shown, and what they are called."""

    file: Path
    buttons: dict[str, str]
    now: datetime


def play(folder: Path, script: str) -> Scene:
    engine = a_database(folder)
    stage = Stage(engine, Desk(engine, HOUSE))
    for line in spoken(f"{START}\n{script}"):
        list(stage.turn_to(line[2:]) if line.startswith("@ ") else stage.hear(line[2:]))
    engine.dispose()
    return Scene(folder / "test.db", dict(stage.buttons), stage.speaker.received)


def act(scene: Scene, folder: Path, *acts: str, who: str = "Dany") -> tuple[list[str], str]:
    """What these acts are answered, and what they leave behind, in a copy of the scene."""
    folder.mkdir()
    shutil.copy(scene.file, folder / "test.db")
    engine = open_engine(f"sqlite:///{folder / 'test.db'}")
    stage = Stage(engine, Desk(engine, HOUSE), number=100, buttons=dict(scene.buttons))
    stage.speaker = replace(stage.speaker, address=who, name=who, received=scene.now)
    list(stage.show())
    said = [line for one in acts for line in stage.hear(one)]
    with engine.begin() as connection:
        left = left_behind(connection.execute(text("select state, language, stopped_at from contacts order by id")).all())
        left += str(connection.execute(text("select reference, status, draft, news_by from offers order by id")).all())
        left += str(connection.execute(text("select kind, text from matters order by id")).all())
    engine.dispose()
    return said, left


def left_behind(contacts: object) -> str:
    rows = [(json.loads(state or "{}"), *rest) for state, *rest in contacts]  # type: ignore[attr-defined]
    return str([({k: v for k, v in state.items() if k != "answers"}, *rest) for state, *rest in rows])


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    return {name: play(tmp_path_factory.mktemp("scene"), script) for name, script in SCENES.items()}


@pytest.mark.parametrize("name", SCENES)
def test_a_button_typed_is_the_button_pressed(name: str, scenes: dict[str, Scene], tmp_path: Path) -> None:
    scene = scenes[name]
    assert scene.buttons
    for number, (label, id) in enumerate(scene.buttons.items()):
        pressed = act(scene, tmp_path / f"p{number}", f"(press {id})")
        typed = act(scene, tmp_path / f"t{number}", label)
        assert pressed[0], f"{label}: met with silence"
        assert pressed[0] == typed[0], label
        assert pressed[1] == typed[1], label


@pytest.mark.parametrize("name", SCENES)
def test_a_button_pressed_twice_or_elsewhere_is_harmless(name: str, scenes: dict[str, Scene], tmp_path: Path) -> None:
    scene = scenes[name]
    label, id = next(iter(scene.buttons.items()))
    once, twice = act(scene, tmp_path / "1", f"(press {id})"), act(scene, tmp_path / "2", f"(press {id})", f"(press {id})")
    assert counts(once[1]) == counts(twice[1]) and len(twice[0]) > len(once[0]), label
    said, _ = act(scene, tmp_path / "3", f"(press {id})", who="Un Autre")
    assert said and not any(line.startswith("! OF-") for line in said)


def counts(left: str) -> tuple[int, ...]:
    return tuple(left.count(word) for word in ("OF-2026-0000", "withdrawn", "'human'", "'privacy'"))


def test_every_button_of_the_texts_is_shown_in_a_scene(scenes: dict[str, Scene]) -> None:
    seen = {label for scene in scenes.values() for label in scene.buttons}
    missing = {
        (key, name, label) for key, name, label in written("fr") if label not in seen and name not in ELSEWHERE.get(key, ())
    }
    assert {one for one in missing if not one[0].startswith("reading-")} == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_reading_typed_is_the_reading_pressed(language: str) -> None:
    intents: list[Intent] = [key.removeprefix("reading-") for key, _, _ in written(language) if key.startswith("reading-")]  # type: ignore[misc]
    for intent in intents:
        others = [one for one in intents if one != intent][:2]
        state = State(turn=3, doubted=Doubted("?", NOW, readings=(*others, intent)))
        label = words_in(language).label(f"reading-{intent}", "button")
        assert choice_of(state, f"3:reading.{intent}", "") == choice_of(state, None, label) == intent


def written(language: str) -> Iterator[tuple[str, str, str]]:
    """Every button that employers see: question, name, label."""
    words = words_in(language)
    for file in EMPLOYERS:
        for entry in FluentParser().parse((TEXTS / language / f"{file}.ftl").read_text(encoding="utf-8")).body:
            for button in entry.attributes if isinstance(entry, ast.Message) else ():
                yield entry.id.name, button.id.name, words.label(entry.id.name, button.id.name)


def test_what_only_the_phone_can_share_is_told_when_typed(scenes: dict[str, Scene], tmp_path: Path) -> None:
    for name, id in (("contact", GESTURES["ask_phone"]), ("place", GESTURES["ask_place"])):
        label = next(label for label, given in scenes[name].buttons.items() if given == id)
        said, _ = act(scenes[name], tmp_path / name, label)
        assert "Touchez le bouton" in said[0]
