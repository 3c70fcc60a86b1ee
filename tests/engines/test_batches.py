"""Sentences translated together have, to the last bit, what they have alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ctranslate2
import pytest

from localize.engines.batches import batches, padded, padding_is_exact
from localize.engines.packages import find, open_package, shipped_folder
from localize.languages import Pair

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The ministers of the two countries met in Lisbon on Monday and agreed to open the border again, to lower the"
    " duties on fruit and wine, and to build a railway that will carry two million people every year by 2031."
)


def test_a_batch_holds_equal_keys_longest_first_and_no_empty_sentence() -> None:
    assert list(batches([(3, 0), (9, 0), (0, 0), (3, 0)])) == [[1], [0, 3]]


def test_a_batch_has_at_most_2048_tokens() -> None:
    assert [len(batch) for batch in batches([(500, 0)] * 9)] == [4, 4, 1]


def test_padding_never_reaches_the_next_whole_vector_of_eight() -> None:
    """With the mark of its end a sentence of 15 tokens fills two vectors of eight, and so does one of 22."""
    assert [padded(tokens) for tokens in (1, 6, 7, 14, 15, 22)] == [6, 6, 14, 14, 22, 22]


def test_what_is_empty_or_longer_than_was_measured_is_not_padded() -> None:
    assert [padded(tokens) for tokens in (0, 65, 200)] == [0, 65, 200]


def test_a_model_that_does_not_say_that_it_marks_the_end_is_not_padded(tmp_path: Path) -> None:
    assert not padding_is_exact(tmp_path)
    (tmp_path / "config.json").write_text('{"add_source_eos": false}', encoding="utf-8")
    assert not padding_is_exact(tmp_path)


@pytest.mark.model
def test_sentences_of_a_batch_have_the_attention_and_the_score_that_they_have_alone() -> None:
    package = next(one for one in find([shipped_folder()]) if one.pair == Pair("en", "pt"))
    size = padded if padding_is_exact(package.path / "model") else int
    tokenizer = open_package(package).tokenizer
    words = TEXT.split()
    tokens = [tokenizer.encode(" ".join(words[:count])) for count in range(1, len(words) + 1, 2)]
    model = ctranslate2.Translator(str(package.path / "model"), compute_type="int8")

    def ask(some: list[int]) -> dict[int, tuple[list[str], float, list[list[float]]]]:
        results = model.translate_batch(
            [tokens[i] for i in some], beam_size=1, return_scores=True, return_attention=True
        )
        return {
            i: (made.hypotheses[0], made.scores[0], [row[: len(tokens[i])] for row in made.attention[0]])
            for i, made in zip(some, results, strict=True)
        }

    for batch in batches([(size(len(one)), 0) for one in tokens]):
        assert ask(batch) == {i: ask([i])[i] for i in batch}
