from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize import engines, formats
from localize.batch import Recogniser, Recognition, prepared
from localize.errors import DetectionError, EngineError, UnsupportedPairError

if TYPE_CHECKING:
    from localize.document import Document

ENGLISH = "The ministers met in Brussels on Monday and agreed that talks about the ceasefire would go on.\n"
PORTUGUESE = (
    "Os ministros reuniram-se na segunda-feira em Bruxelas e decidiram que as conversações vão continuar.\n"
)
ITALIAN = "I ministri si sono riuniti lunedì a Bruxelles e hanno deciso che i colloqui andranno avanti.\n"
DECLARED = "---\nlang: {}\n---\n\n" + ENGLISH


def article(text: str, name: str = "news/a.md") -> Document:
    return formats.parse(text.encode(), path=name, using=formats.for_path(name))


def shipped(*targets: str, told: str = "") -> Recogniser:
    """Make a recogniser for the model that ships, English to Portuguese."""
    return Recogniser(engines.load("argos", {}), targets, told=told)


def source(text: str, target: str = "pt", told: str = "") -> str | None:
    recogniser = shipped(target, told=told)
    return recogniser.source(recogniser.recognise(article(text)), "news/a.md", target)


@pytest.fixture(autouse=True)
def no_other_models(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("packages")))


def test_the_language_of_an_article_is_detected() -> None:
    found = shipped("pt").recognise(article(ENGLISH))
    assert (found.language, found.how) == ("en", "detected")
    assert found.detection is not None
    assert found.detection.confidence > 0.9


def test_what_the_file_declares_is_believed() -> None:
    assert shipped("pt").recognise(article(DECLARED.format("fr"))) == Recognition("fr", None, "declared")


def test_the_user_is_believed_before_the_file() -> None:
    recogniser = shipped("pt", told="en")
    assert recogniser.recognise(article(DECLARED.format("fr"))) == Recognition("en", None, "told")


def test_english_is_translated_from_english() -> None:
    assert source(ENGLISH) == "en"


def test_a_regional_target_is_served_by_its_language() -> None:
    assert source(ENGLISH, "pt-BR") == "en"


@pytest.mark.parametrize("target", ["pt", "pt-BR", "pt-PT"])
def test_an_article_in_the_target_language_is_left_out(target: str) -> None:
    assert source(PORTUGUESE, target) is None


def test_an_article_that_declares_another_region_of_the_target_needs_a_model() -> None:
    with pytest.raises(UnsupportedPairError):
        source(DECLARED.format("pt-PT"), "pt-BR")


def test_an_article_that_declares_the_target_language_is_left_out() -> None:
    assert source(DECLARED.format("pt")) is None
    assert source(DECLARED.format("pt-BR")) is None


def test_a_language_without_a_model_is_named() -> None:
    with pytest.raises(DetectionError, match=r"news/a\.md: looks like Italian \(it\): no model"):
        source(ITALIAN)


def test_a_declared_language_without_a_model_is_an_error_that_lists_the_models() -> None:
    with pytest.raises(UnsupportedPairError, match=r"fr to pt \(installed: en-pt, pt-en\)"):
        source(DECLARED.format("fr"))


def test_a_text_of_which_the_language_cannot_be_told_is_an_error_with_the_option_that_settles_it() -> None:
    with pytest.raises(DetectionError, match="cannot tell its language") as caught:
        source("OK.\n")
    assert "--from" in caught.value.hint


def test_a_file_without_words_needs_no_language() -> None:
    recogniser = shipped("pt")
    found = recogniser.recognise(article("```\nprint(1)\n```\n"))
    assert found == Recognition(None, None, "no words")
    assert recogniser.source(found, "news/a.md", "pt") == "und"


@pytest.mark.parametrize(
    ("text", "how"),
    [("", "empty"), ("\n\n", "empty"), ("\ufeff \r\n", "empty"), ("42\n\n17:30\n", "no words")],
)
def test_a_file_without_a_letter_has_nothing_to_translate(text: str, how: str) -> None:
    recogniser = shipped("pt")
    found = recogniser.recognise(article(text))
    assert found == Recognition(None, None, how)
    assert found.wordless
    made = prepared(article(text), recogniser.source(found, "news/a.md", "pt") or "", ())
    assert not any(unit.translate for unit in made.units)


def test_a_file_of_numbers_in_a_language_that_is_told_is_translated() -> None:
    """Its numbers may have to be written as the target's region does."""
    found = shipped("pt", told="en").recognise(article("3.5%\n"))
    assert found == Recognition("en", how="told")
    assert prepared(article("3.5%\n"), "en", ()).units[0].translate


def test_a_target_that_no_model_leads_to_is_an_error_before_anything_is_read() -> None:
    with pytest.raises(EngineError, match=r"into French \(fr\); installed: en-pt, pt-en"):
        shipped("pt", "fr")


def test_a_pair_that_the_user_names_and_no_model_serves_is_an_error_before_anything_is_read() -> None:
    with pytest.raises(UnsupportedPairError, match="es to pt"):
        shipped("pt", told="es")


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (PORTUGUESE, "pt"), ("42\n", "und"), ("", "und")]
)
def test_an_engine_that_takes_everything_gets_everything(text: str, language: str) -> None:
    recogniser = Recogniser(engines.load("echo", {}), ["pt"])
    assert recogniser.source(recogniser.recognise(article(text)), "news/a.md", "pt") == language
