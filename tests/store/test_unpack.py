from __future__ import annotations

import io
import stat
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize.errors import ModelError
from localize.languages import Pair
from localize.store import unpack
from localize.store.folder import nothing
from tests.store.build import WEIGHTS, members, metadata, package, zipped

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "translate-en_es-1_9"


def unpacked(data: bytes, folder: Path) -> tuple[unpack.Facts, dict[str, tuple[int, str]]]:
    """Unpack a package file into ``staging``; give what it says of itself, and its files."""
    path = folder / "en_es.argosmodel"
    path.write_bytes(data)
    with path.open("rb") as file:
        archive = unpack.Archive(file, "en_es.argosmodel")
        return archive.facts, archive.unpack(folder / "staging", nothing)


def refusal(data: bytes, folder: Path) -> str:
    """Open and unpack what must be refused; nothing may lie outside the folder for it."""
    with pytest.raises(ModelError) as caught:
        unpacked(data, folder)
    outside = {path.name for path in folder.iterdir()} - {"en_es.argosmodel", "staging"}
    assert outside == set()
    return str(caught.value)


def with_entry(entry: zipfile.ZipInfo | str, content: bytes = b"x") -> bytes:
    data = io.BytesIO(package())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(entry, content)
    return data.getvalue()


def test_a_package_is_unpacked_without_the_folder_it_is_packed_in(tmp_path: Path) -> None:
    facts, files = unpacked(package(), tmp_path)
    assert facts == unpack.Facts(Pair("en", "es"), "1.9")
    assert facts.name == ROOT
    assert (tmp_path / "staging" / "model" / "model.bin").read_bytes() == WEIGHTS
    assert list(files) == [
        "README.md", "metadata.json", "model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model",
    ]  # fmt: skip


def test_sizes_and_sums_are_those_of_the_files_on_disk(tmp_path: Path) -> None:
    _, files = unpacked(package(), tmp_path)
    assert unpack.hashes(tmp_path / "staging") == files


def test_the_sum_of_a_package_is_what_sha256sum_gives(tmp_path: Path) -> None:
    _, files = unpacked(package(), tmp_path)
    listing = subprocess.run(
        ["bash", "-c", "LC_ALL=C; sha256sum $(find -type f -printf '%P\\n' | sort) | sha256sum"],
        cwd=tmp_path / "staging",
        capture_output=True,
        text=True,
        check=True,
    )
    assert unpack.digest(files) == listing.stdout.split()[0]


def test_files_get_no_permissions_from_the_archive(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo(f"{ROOT}/run")
    entry.external_attr = (stat.S_IFREG | 0o4777) << 16
    unpacked(with_entry(entry), tmp_path)
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "staging" / "run").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize(
    "name",
    [
        "../evil", f"{ROOT}/../../evil", "/tmp/evil", f"{ROOT}/model/../../../evil", "..\\evil", "C:\\evil", f"{ROOT}/C:evil",
        f"{ROOT}//evil", f"{ROOT}/./evil", f"{ROOT}/model/..", "~/../evil", f"{ROOT}/evil. ", f"{ROOT}/a\nb",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    assert "has a name that may lead elsewhere" in refusal(with_entry(name), tmp_path)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo(f"{ROOT}/stanza")
    entry.external_attr = (kind | 0o777) << 16
    assert "is a link or a device" in refusal(with_entry(entry, b"/etc"), tmp_path)


@pytest.mark.parametrize("name", [f"{ROOT}/MODEL/model.bin", f"{ROOT}/Readme.md"])
def test_names_that_are_one_on_some_systems_are_refused(tmp_path: Path, name: str) -> None:
    assert "stands in it twice" in refusal(with_entry(name), tmp_path)


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    bomb = package(weights=bytes(40_000_000))
    assert len(bomb) < 100_000
    assert "would become 40,0" in refusal(bomb, tmp_path)
    assert not (tmp_path / "staging").exists()


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    bomb = bytearray(package(weights=bytes(40_000_000)))
    told = (40_000_000).to_bytes(4, "little")
    while told in bomb:
        at = bomb.index(told)
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    assert "model/model.bin cannot be unpacked" in refusal(bytes(bomb), tmp_path)
    assert (tmp_path / "staging" / "model" / "model.bin").stat().st_size <= 1000


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    many = members() | {f"{ROOT}/stanza/{i}": b"" for i in range(10_001)}
    assert "entries" in refusal(zipped(many), tmp_path)


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    data = bytearray(package())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "is encrypted" in refusal(bytes(data), tmp_path)


def test_damage_inside_is_found(tmp_path: Path) -> None:
    data = bytearray(package())
    at = data.index(WEIGHTS[50_000:50_100])
    data[at] ^= 1
    assert "is damaged: model/model.bin cannot be unpacked" in refusal(bytes(data), tmp_path)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"<html>502 Bad Gateway</html>", package()[:-100], package()[:5000]]
)
def test_what_is_no_archive_or_cut_off_is_said(tmp_path: Path, data: bytes) -> None:
    assert "en_es.argosmodel: is no Argos package, or is cut off" in refusal(data, tmp_path)


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("metadata.json", "it has no metadata.json"),
        ("model/model.bin", "it has no model/model.bin"),
        ("sentencepiece.model", "it has neither sentencepiece.model nor bpe.model"),
    ],
)
def test_a_package_without_a_part_is_none(tmp_path: Path, gone: str, message: str) -> None:
    files = {name: data for name, data in members().items() if name != f"{ROOT}/{gone}"}
    assert message in refusal(zipped(files), tmp_path)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"argos_version": "2.0"}, "is for a newer format, Argos 2.0"),
        ({"type": "sbd"}, "is a package of type 'sbd'"),
        ({"from_code": None}, "its metadata.json is not understood"),
        ({"to_code": "../es"}, "its metadata.json is not understood"),
        ({"package_version": "../../1"}, "its metadata.json is not understood"),
    ],
)
def test_what_metadata_may_not_say(tmp_path: Path, changes: dict[str, str | None], message: str) -> None:
    assert message in refusal(zipped(members(WEIGHTS, **changes)), tmp_path)


@pytest.mark.parametrize("data", [b"", b"[]", b'"x"', b"{" * 1000, b"\xff", metadata()[:-1]])
def test_metadata_that_is_no_object_is_an_error(tmp_path: Path, data: bytes) -> None:
    files = members() | {f"{ROOT}/metadata.json": data}
    assert "its metadata.json is not understood" in refusal(zipped(files), tmp_path)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_junk_is_unpacked_right_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(package(weights=WEIGHTS[:500]))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("junk")
    try:
        _, files = unpacked(bytes(whole), folder)
    except ModelError:
        return
    for name in files:
        content = (folder / "staging" / name).read_bytes()
        assert content in members(weights=WEIGHTS[:500]).values()
