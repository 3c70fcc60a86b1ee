from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from localize import __version__
from localize.engines.packages import own_folder, shipped_folder

if TYPE_CHECKING:
    from localize.engines.firefox import FirefoxEngine
    from tests.cli.conftest import Desk


def facts(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_models_that_ship_translate_a_sentence(desk: Desk) -> None:
    done = desk("doctor", "--engine", "argos")
    assert done.exit_code == 0, done.stderr
    first, *_, out, back = done.stdout.splitlines()
    assert first.startswith(f"localize {__version__} (python 3.")
    assert out.startswith("  model en-pt: translate-en_pt ")
    assert "The house is white. -> A casa é branca." in out
    assert back.startswith("  model pt-en: translate-pt_en ")
    assert "A casa é branca. -> The house is white." in back


def test_it_says_where_models_are_looked_for(desk: Desk) -> None:
    rows = facts(desk("doctor", "--engine", "argos", "--json", "--no-trial").stdout)
    places = {row["name"]: row["there"] for row in rows if row["kind"] == "models"}
    assert places[str(shipped_folder())] is True
    assert places[str(own_folder())] is False


def test_it_names_the_detector_of_languages(desk: Desk) -> None:
    assert "\ndetector py3langid 0" in desk("doctor", "--engine", "argos", "--no-trial").stdout


def test_without_trial_nothing_is_translated(desk: Desk) -> None:
    rows = facts(desk("doctor", "--engine", "argos", "--json", "--no-trial").stdout)
    assert [row.get("target") for row in rows if row["kind"] == "model"] == [None, None]


def test_an_engine_that_is_not_installed_is_no_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(desk.folder))
    done = desk("doctor", "--no-trial")
    assert done.exit_code == 0
    assert "engine apertium: Apertium is not installed here" in done.stdout
    assert "hint: apt-get install apertium" in done.stderr
    asked = desk("doctor", "--engine", "apertium")
    assert asked.exit_code == 1


def test_a_model_that_does_not_load_is_a_fault_with_what_to_do(desk: Desk) -> None:
    shipped = next(path for path in shipped_folder().iterdir() if (path / "metadata.json").is_file())
    broken = Path("models/en_gl")
    shutil.copytree(shipped, broken, ignore=shutil.ignore_patterns("model.bin"))
    (broken / "model" / "model.bin").write_bytes(b"junk")
    metadata = json.loads((broken / "metadata.json").read_text(encoding="utf-8"))
    (broken / "metadata.json").write_text(json.dumps(metadata | {"to_code": "gl"}), encoding="utf-8")
    desk.put("localize.toml", 'models = "models"\n')
    done = desk("doctor", "--engine", "argos", "--json")
    assert done.exit_code == 1
    (row,) = [row for row in facts(done.stdout) if row["name"] == "en-gl"]
    assert "cannot be loaded" in row["problem"]


def test_pairs_of_the_project_that_nothing_translates_are_faults(desk: Desk) -> None:
    desk.put("localize.toml", 'from = "en"\nto = ["pt", "is"]\n')
    done = desk("doctor", "--engine", "argos", "--no-trial")
    assert done.exit_code == 1
    assert "project en-pt: by argos" in done.stdout
    assert "project en-is: nothing translates English to Icelandic" in done.stdout
    assert "hint: localize model available en-is" in done.stderr


@pytest.mark.usefixtures("apertium")
def test_apertium_shows_its_modes(desk: Desk) -> None:
    done = desk("doctor", "--engine", "apertium")
    assert done.exit_code == 0, done.stdout
    assert "  model en-es: eng-spa " in done.stdout
    assert "The house is white. -> La casa es blanca." in done.stdout


def test_models_of_firefox_are_tried(desk: Desk, firefox: FirefoxEngine) -> None:
    folder = next(iter(firefox.models.values())).weights.parent.parent
    desk.put("localize.toml", f'models = "{folder}"\n')
    done = desk("doctor", "--engine", "firefox")
    assert done.exit_code == 0, done.stdout
    assert "A casa é branca. -> The house is white." in done.stdout


def test_an_unknown_engine_is_named(desk: Desk) -> None:
    done = desk("doctor", "--engine", "babel")
    assert done.exit_code == 1
    assert "engine babel: no engine is called 'babel'" in done.stdout
