"""From a detection to the language to translate from, or to the error that says what settles it."""

from __future__ import annotations

import pytest

from localize.detection import Detection, require
from localize.errors import DetectionError


def detection(language: str | None, *candidates: tuple[str, float]) -> Detection:
    confidence = candidates[0][1] if candidates else 0.0
    return Detection(language, confidence, candidates, "langdetect 1.0.9")


PORTUGUESE = detection("pt", ("pt", 0.98))


def test_a_detected_installed_language_is_required_as_it_is() -> None:
    assert require(PORTUGUESE, path="a.md", installed=("en", "pt", "pt-BR")) == "pt"


def test_nothing_installed_named_means_no_restriction() -> None:
    assert require(PORTUGUESE, path="a.md", installed=()) == "pt"


def test_the_only_region_of_a_language_is_what_there_is() -> None:
    assert require(PORTUGUESE, path="a.md", installed=("en", "pt-BR")) == "pt-BR"


def test_norwegian_under_its_old_tag_serves_bokmal() -> None:
    assert require(detection("nb", ("nb", 0.9)), path="a.md", installed=("no",)) == "no"


def test_simplified_chinese_does_not_serve_traditional_chinese() -> None:
    with pytest.raises(DetectionError, match="Traditional Chinese"):
        require(detection("zh-Hant", ("zh-Hant", 0.9)), path="a.md", installed=("zh",))


def test_a_language_without_a_model_is_named_with_the_command_that_installs_one() -> None:
    found = detection("it", ("it", 0.97))
    with pytest.raises(DetectionError) as caught:
        require(found, path="news/a.md", installed=("en", "pt"))
    assert str(caught.value) == "news/a.md: looks like Italian (it): no model for it is installed"
    assert "localize model install it-en" in caught.value.hint
    assert "--from" in caught.value.hint
    assert caught.value.candidates == (("it", 0.97),)


def test_a_doubtful_text_names_the_guesses_and_the_option_that_settles_it() -> None:
    found = detection(None, ("pt", 0.45), ("es", 0.31))
    with pytest.raises(DetectionError) as caught:
        require(found, path="a.md", installed=("en", "pt"))
    assert (
        str(caught.value)
        == "a.md: cannot tell its language (best guesses: Portuguese (pt) 0.45, Spanish (es) 0.31)"
    )
    assert caught.value.hint == (
        "name the language: --from pt, or in the file itself, such as lang: pt in front matter"
    )
    assert caught.value.candidates == (("pt", 0.45), ("es", 0.31))


def test_a_text_without_words_says_so() -> None:
    with pytest.raises(
        DetectionError, match=r"^a\.md: cannot tell its language \(too little text that is words\)$"
    ):
        require(detection(None), path="a.md", installed=("en",))
