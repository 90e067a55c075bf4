"""The poster's link opens the bot where its reader begins an offer of that pôle."""

import io
import re
from pathlib import Path

import pytest

from config.errors import SettingsInvalid
from config.settings import Settings, load_settings
from core.database import transaction
from core.post.bot_name import keep_bot_name
from core.post.inbound import Inbound
from dialogs.talk.deep_links import deep_link
from guichet.opening import open_premises
from guichet.poster import show_posters
from tests.builders import NOW


def settings_in(folder: Path, name: str = "pole_bot") -> Settings:
    settings = load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'g.db'}"}, folder)
    with transaction(open_premises(settings).engine) as session:
        keep_bot_name(session, name)
    return settings


def posters(folder: Path, pole: str | None) -> str:
    out = io.StringIO()
    assert show_posters(settings_in(folder), pole, out) == 0
    return out.getvalue()


def test_each_pole_has_a_link_that_the_bot_understands(tmp_path: Path) -> None:
    links = re.findall(r"https://t\.me/pole_bot\?start=(\S+)", posters(tmp_path, None))
    opened = [deep_link(Inbound("telegram", "1", "7", NOW, text=f"/start {link}")) for link in links]
    assert len(opened) > 1 and all(one and one.purpose == "p" and one.rest.startswith("pole-") for one in opened)


def test_one_pole_can_be_named(tmp_path: Path) -> None:
    said = posters(tmp_path, "Sud")
    assert "pôle de stages Sud" in said and said.count("https://") == 1


def test_an_unknown_pole_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid):
        show_posters(settings_in(tmp_path), "Atlantide", io.StringIO())


def test_without_the_bots_name_there_is_no_link(tmp_path: Path) -> None:
    out = io.StringIO()
    assert show_posters(settings_in(tmp_path, ""), None, out) == 1 and "GUICHET_TELEGRAM_TOKEN" in out.getvalue()
