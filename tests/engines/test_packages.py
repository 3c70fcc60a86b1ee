"""Argos packages on this computer: which are found, which wins, and what is said of broken ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from localize.engines import packages
from localize.engines.packages import ModelPackage, find, open_package
from localize.errors import EngineError
from localize.languages import Pair


def package(folder: Path, name: str, **metadata: object) -> Path:
    """Make a package without a model; keys of metadata that are None are left out."""
    path = folder / name
    (path / "model").mkdir(parents=True)
    told = {"from_code": "en", "to_code": "es", "package_version": "1.0", "type": "translate"} | metadata
    text = json.dumps({key: value for key, value in told.items() if value is not None})
    (path / "metadata.json").write_text(text, encoding="utf-8")
    return path


def test_the_shipped_packages_are_english_to_portuguese_and_back() -> None:
    shipped = find([packages.shipped_folder()])
    assert [package.pair for package in shipped] == [Pair("en", "pt"), Pair("pt", "en")]
    assert [package.name for package in shipped] == ["translate-en_pt 1.2", "translate-pt_en 1.0"]
    assert [package.beam for package in shipped] == [1, 1]


def test_a_package_says_its_pair_its_version_and_its_beam(tmp_path: Path) -> None:
    path = package(tmp_path, "pb", from_code="pb", to_code="zt", package_version="1.10", beam_size=2)
    assert find([tmp_path]) == (ModelPackage(Pair("pt-BR", "zh-Hant"), "1.10", path, 2),)


def test_other_weights_under_the_same_name_and_version_are_another_package(tmp_path: Path) -> None:
    path = package(tmp_path, "en_es")
    weights = bytearray(300_000)
    (path / "model" / "model.bin").write_bytes(weights)
    (first,) = find([tmp_path])
    before = first.digest()
    (copied,) = find([shutil.copytree(tmp_path, tmp_path.with_name(f"{tmp_path.name}-copy"))])
    assert (copied.name, copied.digest()) == (first.name, before)
    for place in (0, 150_000, 299_999):
        other = weights.copy()
        other[place] = 1
        (path / "model" / "model.bin").write_bytes(other)
        assert first.digest() != before
    (path / "model" / "model.bin").write_bytes(weights)
    assert first.digest() == before
    (path / "sentencepiece.model").write_bytes(b"other words")
    assert first.digest() != before


def test_the_newest_version_of_a_pair_comes_first(tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "1.2.1", "1.x"):
        package(tmp_path, f"v{version}", package_version=version)
    assert [found.version for found in find([tmp_path])] == ["1.10", "1.9", "1.2.1", "1.x"]


def test_an_earlier_folder_wins_between_equal_versions(tmp_path: Path) -> None:
    first = package(tmp_path / "b", "en_es")
    second = package(tmp_path / "a", "en_es")
    assert [found.path for found in find([tmp_path / "b", tmp_path / "a"])] == [first, second]


def test_a_folder_named_twice_is_looked_at_once(tmp_path: Path) -> None:
    path = package(tmp_path / "one", "en_es")
    (tmp_path / "link").symlink_to(tmp_path / "one")
    found = find([tmp_path / "none", tmp_path / "one", tmp_path / "link", tmp_path / "one"])
    assert [one.path for one in found] == [path]


def test_what_is_no_translation_package_is_passed_over(tmp_path: Path) -> None:
    package(tmp_path, "splitter", type="sbd")
    (tmp_path / "empty").mkdir()
    (tmp_path / "readme.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "metadata.json").write_text("{}", encoding="utf-8")
    assert find([tmp_path, tmp_path / "missing", tmp_path / "readme.txt"]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '"en"',
        '{"from_code": 5, "to_code": "pt"}',
        '{"from_code": "english", "to_code": "pt"}',
    ]
    + [
        '{"from_code": "en", "to_code": "pt", "beam_size": ' + beam + "}"
        for beam in ("Infinity", '"wide"', "[]")
    ]
    + ["[" * 100_000],
    ids=lambda text: text[:60],
)
def test_broken_metadata_names_the_file_and_the_remedy(tmp_path: Path, text: str) -> None:
    path = package(tmp_path, "broken")
    (path / "metadata.json").write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match="not the metadata of an Argos package") as caught:
        find([tmp_path])
    assert str(path / "metadata.json") in str(caught.value)
    assert caught.value.hint == "remove that folder, or install the package again"


def test_metadata_that_is_no_utf8_is_broken(tmp_path: Path) -> None:
    path = package(tmp_path, "broken")
    (path / "metadata.json").write_bytes(b'{"from_code": "\xff"}')
    with pytest.raises(EngineError):
        find([tmp_path])


def test_a_beam_below_nothing_is_none(tmp_path: Path) -> None:
    package(tmp_path, "en_es", beam_size=-3)
    assert [found.beam for found in find([tmp_path])] == [0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (None, b""),
        ("sentencepiece.model", b"not a model"),
        ("bpe.model", b"a b c d\n"),
        ("bpe.model", b"\xff\xfe"),
    ],
)
def test_a_package_without_a_working_tokenizer_is_refused(
    tmp_path: Path, name: str | None, data: bytes
) -> None:
    path = package(tmp_path, "en_es")
    if name:
        (path / name).write_bytes(data)
    (found,) = find([tmp_path])
    with pytest.raises(EngineError, match="the tokenizer cannot be loaded") as caught:
        open_package(found)
    assert str(path) in str(caught.value)


def test_user_packages_are_where_argos_translate_puts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert packages.user_folder() == Path("/data/argos-translate/packages")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/ana")
    assert packages.user_folder() == Path("/home/ana/.local/share/argos-translate/packages")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/packages")
    assert packages.user_folder() == Path("/packages")


def test_folders_that_the_user_names_win_and_the_shipped_one_comes_last() -> None:
    found = packages.places([Path("mine")])
    assert found[0] == Path("mine")
    assert found[-1] == packages.shipped_folder()
    assert found[1:3] == [packages.own_folder(), packages.user_folder()]
