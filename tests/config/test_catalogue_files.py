"""The catalogue is whole, and its references hold."""

import shutil
from pathlib import Path

import pytest

from config.catalogue_files import FOLDER, load_catalogue
from config.problems import CatalogueInvalid


def test_the_catalogue_is_whole() -> None:
    catalogue = load_catalogue()
    assert (len(catalogue.programmes), len(catalogue.ambiguous), len(catalogue.hints)) == (538, 303, 75)
    assert catalogue.programmes["bac-pro-melec"].level == "bac_pro"
    assert catalogue.programmes["bac-pro-cgea"].ministry == "MASA"
    assert catalogue.ambiguous["frigoriste"] == ("cap-froid", "bac-pro-mfer", "bts-fed-b")


def test_a_code_that_no_programme_has_is_told_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))
    with (folder / "family-hints.csv").open("a", encoding="utf-8") as file:
        file.write("poterie,artz,bma-ceramik,\n")
    with pytest.raises(CatalogueInvalid) as refused:
        load_catalogue(folder)
    assert str(refused.value).splitlines() == [
        "family-hints.csv:77: unknown family « artz » (did you mean arts?)",
        "family-hints.csv:77: unknown programme « bma-ceramik » (did you mean bma-ceramique?)",
    ]
