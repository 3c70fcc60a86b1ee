"""Packages of the older kind (byte-pair codes without SentencePiece), and those with a token for the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from localize.engines.argos import ArgosEngine
from localize.engines.packages import find, open_package
from localize.engines.tokens import spans
from localize.languages import Pair
from tests.engines import toy

if TYPE_CHECKING:
    from pathlib import Path

PAIR = Pair("en", "es")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy.write(tmp_path_factory.mktemp("packages") / "en_es").parent


@pytest.fixture(scope="module")
def engine(folder: Path) -> ArgosEngine:
    return ArgosEngine({"models": [str(folder)]})


@pytest.fixture(scope="module")
def prefixed(tmp_path_factory: pytest.TempPathFactory) -> ArgosEngine:
    """Load the same model as one of several target languages, told by a token."""
    path = toy.write(tmp_path_factory.mktemp("prefixed") / "en_es", target_prefix=">>pt<<")
    return ArgosEngine({"models": [str(path.parent)]})


def test_byte_pairs_are_found_in_the_text(folder: Path) -> None:
    (package,) = find([folder])
    text = 'o governo "o" a.'
    tokens = open_package(package).tokenizer.encode(text)
    assert tokens[:3] == ["o", "gov@@", "erno"]
    found = [text[slice(*span)] for span in spans(tokens, text) if span]
    assert "".join(found) == text.replace(" ", "")
    assert found[:3] == ["o", "gov", "erno"]


def test_an_older_package_is_named_with_the_beam_that_argos_translate_uses(engine: ArgosEngine) -> None:
    assert re.search(r"translate-en_es 0\.9 \w{8} beam 4$", engine.origin(PAIR))


def test_an_older_package_translates_completes_aligns_and_scores(engine: ArgosEngine) -> None:
    sources = ["o governo", "a a governo.", ""]
    drafts = engine.translate(sources, PAIR)
    assert drafts[2].text == ""
    assert all(draft.text and "@@" not in draft.text for draft in drafts[:2])
    (led,) = engine.complete(["o governo"], ["a governo"], PAIR, forbid=["o"])
    assert led.text.startswith("a governo")
    assert "o" not in led.text[len("a governo") :].split()
    (alignment,) = engine.align(["o governo"], ["a governo"], PAIR)
    assert [target for _, target in alignment] == [(0, 1), (2, 5), (5, 9)]
    (score,) = engine.score(["o governo"], ["a governo"], PAIR)
    assert score.tokens == 4  # a, gov@@, erno, and the end of the sentence


def test_a_source_longer_than_a_model_has_places_is_no_crash(engine: ArgosEngine) -> None:
    (draft,) = engine.translate(["o a " * 1500], PAIR)
    assert draft.text


def test_a_token_for_the_language_is_no_part_of_the_translation(prefixed: ArgosEngine) -> None:
    sources = ["o governo", "a a governo."]
    drafts = prefixed.translate(sources, PAIR)
    assert all(">>" not in draft.text for draft in drafts)
    assert drafts[0].text != ""
    (led,) = prefixed.complete(["o governo"], ["a governo"], PAIR)
    assert led.text.startswith("a governo")


def test_a_token_for_the_language_is_neither_aligned_nor_scored(
    engine: ArgosEngine, prefixed: ArgosEngine
) -> None:
    source = "o governo a"
    (led,) = prefixed.complete([source], ["a governo"], PAIR)
    (alignment,) = prefixed.align([source], ["a governo"], PAIR)
    assert alignment == led.alignment[:3]
    assert [target for _, target in alignment] == [(0, 1), (2, 5), (5, 9)]
    plain, told = (one.score([source], ["a governo"], PAIR)[0] for one in (engine, prefixed))
    assert told.tokens == plain.tokens == 4
    assert told.total != plain.total
