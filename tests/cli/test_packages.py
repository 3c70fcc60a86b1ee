from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.engines.packages import own_folder, shipped_folder
from tests.store.build import index, serving
from tests.store.build import package as made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Desk
    from tests.store.build import Server

NAME = "translate-en_gl-2_0"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the model that ships as if it led to Galician."""
    shipped = next(path for path in shipped_folder().iterdir() if (path / "metadata.json").is_file())
    path = tmp_path_factory.mktemp("packages") / "en_gl.argosmodel"
    metadata = json.loads((shipped / "metadata.json").read_text(encoding="utf-8"))
    metadata |= {"to_code": "gl", "to_name": "Galician", "package_version": "2.0"}
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(shipped.rglob("*")):
            if file.is_file() and file.name != "metadata.json":
                archive.write(file, f"en_gl/{file.relative_to(shipped)}")
        archive.writestr("en_gl/metadata.json", json.dumps(metadata))
    return path


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:  # noqa: ARG001
    """Run a web server on loopback."""
    monkeypatch.delenv("http_proxy", raising=False)
    with serving() as running:
        yield running


def offering(server: Server, *entries: dict[str, object]) -> str:
    """Serve an index and make it the one of the settings."""
    return server.put("index.json", index(*entries))


@pytest.mark.usefixtures("socket_disabled")
def test_a_file_is_installed_without_network_and_translates(desk: Desk, package: Path) -> None:
    done = desk("model", "install", str(package))
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith(f"{NAME}: installed in {own_folder() / NAME} (SHA-256 ")
    assert "en-gl  English to Galician: translate-en_gl 2.0" in desk("model", "list").stdout
    translated = desk(
        "translate", "-", "--to", "gl", "--from", "en", "--no-glossary", given=b"The house is white.\n"
    )
    assert translated.exit_code == 0, translated.stderr
    assert "casa" in translated.stdout


def test_a_pair_is_installed_from_the_index_of_the_settings(
    desk: Desk, server: Server, package: Path
) -> None:
    link = server.put("en_gl", package.read_bytes())
    offering(server, {"links": [link], "to_code": "gl", "package_version": "2.0"})
    desk.put("localize.toml", f'index = "{server.address}/index.json"\n')
    assert desk("model", "install", "en-gl").exit_code == 0
    assert desk("model", "verify", "en-gl").stdout == f"{own_folder() / NAME}: as it was\n"
    again = desk("model", "install", "en-gl")
    assert "is installed already" in again.stdout


def test_what_is_on_offer_is_listed_with_what_is_known(desk: Desk, server: Server) -> None:
    place = offering(
        server,
        {"links": ["https://models.example/a"], "to_code": "gl", "size": 90_000_000, "license": "CC0-1.0"},
        {"links": ["https://models.example/b"], "to_code": "pt", "package_version": "1.2"},
        {"links": ["https://models.example/c"], "from_code": "fr"},
    )
    done = desk("model", "available", "--index", place)
    assert done.stdout.splitlines() == [
        "en-gl  English to Galician: 1.9, 90 MB, CC0-1.0",
        "en-pt  English to Portuguese: 1.2, installed",
        "fr-es  French to Spanish: 1.9",
    ]
    assert desk("model", "available", "es", "--index", place).stdout == "fr-es  French to Spanish: 1.9\n"
    (row,) = map(
        json.loads, desk("model", "available", "en-gl", "--index", place, "--json").stdout.splitlines()
    )
    assert (row["size"], row["licence"], row["installed"]) == (90_000_000, "CC0-1.0", False)


def test_nothing_on_offer_for_a_language_is_said(desk: Desk, server: Server) -> None:
    place = offering(server, {"links": ["https://models.example/a"]})
    done = desk("model", "available", "sw", "--index", place)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "offers nothing for sw" in done.stderr


def test_a_pair_that_is_not_on_offer_is_an_error_that_knows_the_way(desk: Desk, server: Server) -> None:
    links = ["https://models.example/a"]
    place = offering(
        server, {"links": links, "from_code": "es", "to_code": "en"}, {"links": links, "to_code": "gl"}
    )
    done = desk("model", "install", "es-gl", "--index", place)
    assert done.exit_code == 2
    error, hint = done.stderr.splitlines()
    assert error == f"error: {place}: offers no package for es-gl"
    assert hint == "hint: it has what leads there: localize model install es-en en-gl"
    assert "it has: es-en" in desk("model", "install", "es-sw", "--index", place).stderr


def test_an_index_that_is_down_is_an_error_with_the_way_around(desk: Desk, server: Server) -> None:
    done = desk("model", "install", "en-gl", "--index", f"{server.address}/gone.json")
    assert done.exit_code == 2
    assert "gone.json: cannot be fetched" in done.stderr
    assert "hint: name another index with --index" in done.stderr


def test_a_lock_file_refuses_a_changed_package(desk: Desk, package: Path) -> None:
    assert desk("model", "install", str(package), "--lock", "localize.lock").exit_code == 0
    recorded = Path("localize.lock").read_text(encoding="utf-8")
    assert f'"{NAME}"' in recorded
    desk("model", "remove", "en-gl")
    Path("changed.argosmodel").write_bytes(package.read_bytes())
    with zipfile.ZipFile("changed.argosmodel", "a") as archive:
        archive.writestr("en_gl/note.txt", "changed")
    done = desk("model", "install", "changed.argosmodel")
    assert done.exit_code == 2
    assert f"{NAME} has changed" in done.stderr
    assert Path("localize.lock").read_text(encoding="utf-8") == recorded
    assert "en-gl" not in desk("model", "list").stdout


def test_with_locked_an_unknown_package_is_refused(desk: Desk, package: Path) -> None:
    done = desk("model", "install", str(package), "--locked", "--lock", "localize.lock")
    assert done.exit_code == 2
    assert "is not recorded there" in done.stderr


def test_a_package_that_does_not_load_is_refused(desk: Desk) -> None:
    Path("junk.argosmodel").write_bytes(made())
    done = desk("model", "install", "junk.argosmodel")
    assert done.exit_code == 2
    assert "the package does not load" in done.stderr
    assert "en-es" not in desk("model", "list").stdout


def test_damage_is_found_and_named(desk: Desk, package: Path) -> None:
    desk("model", "install", str(package))
    (own_folder() / NAME / "model" / "model.bin").write_bytes(b"junk")
    done = desk("model", "verify")
    assert done.exit_code == 1
    assert f"{own_folder() / NAME}: damaged" in done.stdout
    assert f"{own_folder() / NAME / 'model' / 'model.bin'} has changed" in done.stderr


def test_the_model_that_ships_verifies(desk: Desk) -> None:
    done = desk("model", "verify")
    assert done.exit_code == 0
    assert [line.rpartition("/")[2] for line in done.stdout.splitlines()] == [
        "translate-en_pt-1_2: as it was",
        "translate-pt_en-1_0: as it was",
    ]


def test_what_is_not_installed_cannot_be_verified_or_removed(desk: Desk) -> None:
    verified = desk("model", "verify", "en-gl")
    assert verified.exit_code == 1
    assert "no package for en-gl is installed" in verified.stderr
    removed = desk("model", "remove", "en-gl")
    assert removed.exit_code == 2
    assert "has no package for en-gl" in removed.stderr


def test_a_folder_of_a_project_can_hold_its_models(desk: Desk, package: Path) -> None:
    assert desk("model", "install", str(package), "--into", "models").exit_code == 0
    assert not own_folder().exists()
    desk.put("localize.toml", 'models = "models"\n')
    assert "en-gl" in desk("model", "list").stdout


@pytest.mark.parametrize("name", ["enes", "english-spanish", "-es", "en-"])
def test_what_is_no_pair_is_an_error(desk: Desk, server: Server, name: str) -> None:
    place = offering(server, {"links": ["https://models.example/a"]})
    done = desk("model", "install", "--index", place, "--", name)
    assert done.exit_code == 2
    assert "is not a pair of languages" in done.stderr
