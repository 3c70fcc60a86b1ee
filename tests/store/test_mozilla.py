"""Indexes of Firefox models, in Mozilla's two forms: what is offered, and what is left out and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from localize.errors import ModelError
from localize.languages import Pair
from localize.store.mozilla import ModelOffer, parse, read_models
from tests.store.foxes import FILES, listed, record, records, registry, stocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.build import Server

EN_ES = Pair("en", "es")
PLACE = "https://models.example/records.json"
ANDROID = "env.appinfo.OS == 'Android'"
NIGHTLY = "env.channel == 'default' || env.channel == 'nightly'"


def newest(*of_models: list[dict[str, Any]]) -> ModelOffer:
    return parse(listed(*of_models), PLACE).newest()[EN_ES]


def test_records_of_one_model_become_an_offer() -> None:
    offer = newest(records())
    assert (offer.name, offer.version, offer.released) == ("firefox-en_es-3_0", "3.0", True)
    assert [piece.kind for piece in offer.pieces] == ["lex", "model", "vocab"]
    (weights,) = [piece for piece in offer.pieces if piece.kind == "model"]
    assert weights.link == (
        "https://models.example/main-workspace/translations-models-v2/model.enes.intgemm.alphas.bin.zst"
    )
    assert weights.whole_size == 150_000
    assert offer.size == sum(piece.size for piece in offer.pieces) > 180_000


def test_a_server_of_remote_settings_says_where_the_files_are(server: Server) -> None:
    offer = read_models(stocked(server)).newest()[EN_ES]
    assert {link.partition("/main")[0] for link in offer.links} == {f"{server.address}/cdn"}


def test_a_server_that_does_not_say_where_is_an_error(server: Server) -> None:
    place = stocked(server)
    server.put("v1/", b'{"capabilities": {}}')
    with pytest.raises(ModelError, match="does not say where the files of its records are"):
        read_models(place)


def test_the_files_of_an_index_on_disk_are_looked_for_beside_it(tmp_path: Path) -> None:
    (tmp_path / "records.json").write_bytes(listed(records()))
    offer = read_models(str(tmp_path / "records.json")).newest()[EN_ES]
    assert offer.links[0] == str(
        tmp_path / "main-workspace/translations-models-v2/lex.50.50.enes.s2t.bin.zst"
    )


def test_the_newest_version_that_everybody_has_wins() -> None:
    assert newest(records(version="2.9"), records(version="2.10")).version == "2.10"
    assert newest(records(version="2.0"), records(version="3.0", filter_expression=NIGHTLY)).version == "2.0"
    assert newest(records(version="2.1"), records(version="3.0a1")).version == "2.1"
    both = newest(records(architecture="tiny", filter_expression=ANDROID), records())
    assert both.released


def test_what_is_for_trial_only_is_offered_for_want_of_better() -> None:
    offer = newest(records(version="1.0a1", filter_expression=NIGHTLY))
    assert (offer.version, offer.released) == ("1.0a1", False)


def test_the_older_collection_is_understood() -> None:
    older = records()
    for one in older:
        one["fromLang"], one["toLang"] = one.pop("sourceLanguage"), one.pop("targetLanguage")
        del one["decompressedHash"], one["decompressedSize"]
    assert newest(older).version == "3.0"


def test_chinese_has_its_tags_and_a_vocabulary_a_side() -> None:
    files = {"model.enzh.bin": b"m", "srcvocab.enzh.spm": b"s", "trgvocab.enzh.spm": b"t"}
    book = parse(
        listed(records(files, targetLanguage="zh-Hans"), records(files, targetLanguage="zh-Hant")), PLACE
    )
    assert [str(offer.pair) for offer in book.offers] == ["en-zh", "en-zh-Hant"]


def test_a_model_without_vocabulary_or_weights_is_no_offer() -> None:
    for missing in ("model.enes.intgemm.alphas.bin", "vocab.enes.spm"):
        rest = {name: data for name, data in FILES.items() if name != missing}
        assert parse(listed(records(rest)), PLACE).offers == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "../../model.bin"}, "no name of a model file"),
        ({"name": "vocab.enes.spm"}, "no name of a model file"),
        ({"version": "4.0"}, "is for newer programs: update localize"),
        ({"version": "newest"}, "is no version"),
        ({"attachment": {"location": "../secret"}}, "is no place of a file"),
        ({"attachment": {"location": "https://elsewhere.example/model"}}, "is no place of a file"),
        ({"attachment": {"location": "/etc/passwd"}}, "is no place of a file"),
        ({"attachment": {"size": -1}}, "no number of bytes"),
        ({"attachment": {"hash": "abc"}}, "no SHA-256"),
        ({"sourceLanguage": "English"}, "is not a language tag"),
    ],
)
def test_an_odd_record_is_left_out_and_said(change: dict[str, Any], reason: str) -> None:
    odd = record("model.enes.intgemm.alphas.bin", b"m", **change)
    book = parse(listed([odd], records(targetLanguage="fr")), PLACE)
    assert [str(offer.pair) for offer in book.offers] == ["en-fr"]
    (remark,) = book.remarks
    assert remark.startswith(f"{PLACE}: record 1 is left out: ")
    assert reason in remark


def test_the_registry_of_the_bucket_is_understood() -> None:
    book = parse(registry("https://bucket.example/data"), "https://bucket.example/data/db/models.json")
    (offer,) = book.offers
    assert (offer.name, offer.released) == ("firefox-en_es-base_memory", True)
    assert offer.links[1] == (
        "https://bucket.example/data/models/en-es/run_1/exported/model.enes.intgemm.alphas.bin.gz"
    )
    assert [piece.name for piece in offer.pieces] == sorted(FILES)


def test_of_the_registry_what_is_released_wins() -> None:
    data = json.loads(registry("https://bucket.example"))
    trial = json.loads(registry("https://bucket.example", architecture="base", releaseStatus="Nightly"))
    data["models"]["en-es"] += trial["models"]["en-es"]
    assert parse(json.dumps(data).encode(), PLACE).newest()[EN_ES].version == "base-memory"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'"models"', b'{"data": 7}', b"[" * 100_000])
def test_what_is_no_index_is_an_error(data: bytes) -> None:
    with pytest.raises(ModelError, match="is no index of Firefox models"):
        parse(data, PLACE)
