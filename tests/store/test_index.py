from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.errors import ModelError
from localize.languages import Pair
from localize.store.index import Offer, parse, read_index
from tests.store.build import index

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.build import Server

LINKS = ["https://models.example/en_es.argosmodel"]


def test_an_entry_of_argos_is_an_offer() -> None:
    (offer,) = parse(index({"links": LINKS, "code": "translate-en_es"}), "index.json").offers
    assert offer == Offer(Pair("en", "es"), "1.9", tuple(LINKS))


def test_argos_own_codes_become_tags() -> None:
    offers = parse(index({"links": LINKS, "to_code": "pb"}, {"links": LINKS, "to_code": "zt"}), "i").offers
    assert [offer.pair for offer in offers] == [Pair("en", "pt-BR"), Pair("en", "zh-Hant")]


def test_an_index_of_our_own_may_say_size_sum_and_licence() -> None:
    (offer,) = parse(
        index({"links": LINKS, "size": 9, "sha256": "AB" * 32, "license": "CC0-1.0"}), "i"
    ).offers
    assert (offer.size, offer.sha256, offer.licence) == (9, "ab" * 32, "CC0-1.0")


def test_the_newest_version_is_the_one_with_the_highest_number() -> None:
    book = parse(index(*({"links": LINKS, "package_version": v} for v in ("1.9", "1.10", "1.2"))), "i")
    assert book.newest()[Pair("en", "es")].version == "1.10"


def test_packages_of_other_types_are_passed_over() -> None:
    book = parse(index({"type": "sbd", "links": []}, {"links": LINKS}), "i")
    assert (len(book.offers), book.remarks) == (1, ())


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"links": []}, "no link"),
        ({"links": ["ipfs://Qm", "file:///etc/passwd"]}, "no link"),
        ({"links": "https://a.example/b"}, "not a list"),
        ({"links": LINKS, "from_code": "../.."}, "not a language tag"),
        ({"links": LINKS, "package_version": "../1"}, "is no version"),
        ({"links": LINKS, "size": -1}, "size"),
        ({"links": LINKS, "sha256": "abc"}, "sha256"),
    ],
)
def test_an_odd_entry_is_left_out_and_said(entry: dict[str, object], problem: str) -> None:
    book = parse(index(entry, {"links": LINKS, "to_code": "fr"}), "index.json")
    assert [offer.pair for offer in book.offers] == [Pair("en", "fr")]
    (remark,) = book.remarks
    assert remark.startswith("index.json: entry 1 is left out: ")
    assert problem in remark


def test_entries_that_are_no_objects_are_left_out_and_said() -> None:
    assert len(parse(b'[1, null, [], "en-es", {}]', "i").remarks) == 5


@pytest.mark.parametrize("data", [b"<html>Not found</html>", b"{}", b"", b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_index_is_an_error_that_says_where(data: bytes) -> None:
    with pytest.raises(ModelError, match=r"^index\.json: is no ") as caught:
        parse(data, "index.json")
    assert "--index" in caught.value.hint


def test_an_index_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_bytes(index({"links": LINKS}))
    assert len(read_index(str(tmp_path / "index.json")).offers) == 1


def test_an_index_may_be_on_a_server(server: Server) -> None:
    assert len(read_index(server.put("index.json", index({"links": LINKS}))).offers) == 1


def test_an_index_that_is_down_is_an_error_with_the_way_around(server: Server) -> None:
    with pytest.raises(ModelError, match="cannot be fetched") as caught:
        read_index(f"{server.address}/index.json")
    assert "a package on disk installs without one" in caught.value.hint


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"index\.json: the index cannot be read"):
        read_index(str(tmp_path / "index.json"))
