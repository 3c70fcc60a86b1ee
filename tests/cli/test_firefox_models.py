"""``localize model`` with Firefox models: a real one, packed and listed the way Mozilla does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.engines.packages import own_folder
from localize.languages import Pair
from tests.store.build import serving
from tests.store.foxes import BASE, listed, packed, records, stocked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.engines.firefox import FirefoxEngine
    from tests.cli.conftest import Desk
    from tests.store.build import Server

NAME = "firefox-pt_en-3_0"


@pytest.fixture(scope="session")
def files(firefox: FirefoxEngine) -> dict[str, bytes]:
    """Read a real model, Portuguese to English."""
    model = firefox.models[Pair("pt", "en")]
    assert model.shortlist is not None
    paths = (model.weights, model.source_vocabulary, model.shortlist)
    return {path.name: path.read_bytes() for path in paths}


@pytest.fixture
def copy(files: dict[str, bytes], tmp_path: Path) -> Path:
    """Copy it to a disk, with its index."""
    folder = tmp_path / "usb" / BASE
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / f"{name}.zst").write_bytes(packed(data))
    index = tmp_path / "usb" / "records.json"
    index.write_bytes(listed(records(files, sourceLanguage="pt", targetLanguage="en")))
    return index


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:  # noqa: ARG001
    """Run a web server on loopback."""
    monkeypatch.delenv("http_proxy", raising=False)
    with serving() as running:
        yield running


@pytest.mark.usefixtures("socket_disabled")
def test_a_model_from_a_disk_translates_is_verified_and_goes_again(desk: Desk, copy: Path) -> None:
    desk.put("localize.toml", f'firefox_index = "{copy}"\n')
    assert desk("model", "available", "firefox:pt").stdout.startswith(
        "firefox:pt-en  Portuguese to English: 3.0, "
    )
    done = desk("model", "install", "firefox:pt-en")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith(f"{NAME}: installed in {own_folder() / NAME} (SHA-256 ")
    assert f"firefox:pt-en  Portuguese to English: {NAME}" in desk("model", "list").stdout
    assert desk("model", "available", "firefox:").stdout.endswith(", installed\n")
    words = ("translate", "-", "--from", "pt", "--to", "en", "--no-glossary", "--engine", "firefox")
    assert desk(*words, given="A casa é branca.\n".encode()).stdout == "The house is white.\n"
    assert desk("model", "verify", "firefox:pt-en").stdout == f"{own_folder() / NAME}: as it was\n"
    assert "is installed already" in desk("model", "install", "firefox:pt-en").stdout
    (own_folder() / NAME / "vocab.pten.spm").write_bytes(b"junk")
    damaged = desk("model", "verify", "firefox:pt-en")
    assert (damaged.exit_code, "vocab.pten.spm has changed" in damaged.stderr) == (1, True)
    assert desk("model", "remove", "firefox:pt-en").stdout == f"removed {NAME}\n"
    assert "firefox" not in desk("model", "list").stdout


def test_a_server_of_remote_settings_is_asked_only_for_what_is_wanted(desk: Desk, server: Server) -> None:
    place = stocked(server)
    rows = desk("model", "available", "firefox:es", "--index", place, "--json").stdout.splitlines()
    (row,) = map(json.loads, rows)
    assert (row["engine"], row["source"], row["target"], row["version"]) == ("firefox", "en", "es", "3.0")
    assert not any(shelf.asked for name, shelf in server.shelves.items() if name.startswith("/cdn/"))


def test_junk_that_is_called_a_model_is_not_installed(desk: Desk, server: Server) -> None:
    done = desk("model", "install", "firefox:en-es", "--index", stocked(server))
    assert done.exit_code == 2
    assert "the package does not load" in done.stderr
    assert "en-es" not in desk("model", "list").stdout


def test_a_pair_that_goes_through_another_language_says_so(desk: Desk) -> None:
    files = {"model.x.bin": b"m", "vocab.x.spm": b"v"}
    pairs = [("de", "en"), ("en", "es")]
    desk.put(
        "records.json",
        listed(*(records(files, sourceLanguage=a, targetLanguage=b) for a, b in pairs)).decode(),
    )
    done = desk("model", "install", "firefox:de-es", "--index", "records.json")
    assert done.exit_code == 2
    assert "hint: it has what leads there: localize model install firefox:de-en firefox:en-es" in done.stderr


def test_an_index_of_argos_packages_is_no_index_of_firefox_models(desk: Desk) -> None:
    desk.put("index.json", "[]")
    done = desk("model", "available", "firefox:", "--index", "index.json")
    assert done.exit_code == 2
    assert "index.json: is no index of Firefox models" in done.stderr
    assert Path("index.json").is_file()
