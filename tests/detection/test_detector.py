"""Detection on articles written for these tests: one story in forty languages, a headline or a sentence a line."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize.detection import Detection, Detector, langid
from localize.detection.result import TELLS
from localize.errors import LocalizeError
from localize.languages import NAMES

if TYPE_CHECKING:
    from localize.detection.detector import Backend

ARTICLES = {path.stem: path for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))}

BLIND = {"az", "eo", "eu", "ga", "gl", "sr"}
"""Languages of the articles that langdetect has no profile of."""

ALIKE = {"hr", "id"}
"""py3langid knows the twins of these (Bosnian, Malay), and takes short texts for them."""

NO_LANGUAGE = [
    "", " ", "\n\n", "42 km", "12,345.67", "2024-05-06 12:30", "+1 (555) 123-4567", "EUR 1,200", "$5m", "10 %",
    "https://example.com/news/2024/harbour-plan?page=2", "www.example.org", "editor@example.co.uk", "#news",
    "Reuters", "NATO", "Berlin", "Москва", "Angela Merkel", "Владимир Путин", "Ludwig van Beethoven", "BBC News",
    "COVID-19", "A4", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "/usr/share/doc", r"C:\Windows\System32",
    '<div class="teaser"></div>', "{{ headline }}", "%(count)d", "${HOME}/bin", "index.html", "import os, sys",
    "😀 🎉", "—", "***", "°C", "α", "q w e r t y", "aaaaaaaaaaaaaaaaaaaa", "la la la la la la", "ok", "no",
]  # fmt: skip


@pytest.fixture(scope="module", params=["langdetect", "py3langid"])
def backend(request: pytest.FixtureRequest) -> Backend:
    if request.param == "py3langid":
        pytest.importorskip("py3langid")
    return cast("Backend", request.param)


@pytest.fixture(scope="module")
def detector(backend: Backend) -> Detector:
    return Detector(backend=backend)


@pytest.fixture(scope="module")
def langdetect() -> Detector:
    return Detector(backend="langdetect")


def lines(language: str) -> tuple[list[str], list[str]]:
    headlines, sentences = ARTICLES[language].read_text(encoding="utf-8").split("\n\n")
    return headlines.splitlines(), sentences.splitlines()


def known_to(backend: str) -> set[str]:
    return set(ARTICLES) - (BLIND if backend == "langdetect" else ALIKE)


def wrong(detector: Detector, texts: list[tuple[str, str]]) -> list[tuple[str, Detection]]:
    found = [(language, detector.detect(text)) for language, text in texts]
    return [(language, result) for language, result in found if result.language != language]


def test_articles_are_written_in_more_than_thirty_languages() -> None:
    assert len(ARTICLES) >= 35


@pytest.mark.parametrize("language", sorted(set(ARTICLES) - BLIND))
def test_every_article_is_recognised_and_sure(language: str, detector: Detector) -> None:
    found = detector.detect(" ".join(lines(language)[1]))
    assert found.language == language
    assert found.confidence >= 0.9


def test_ninety_nine_of_a_hundred_sentences_are_recognised(detector: Detector, backend: str) -> None:
    texts = [(language, text) for language in known_to(backend) for text in lines(language)[1]]
    assert len(wrong(detector, texts)) <= len(texts) / 100


def test_nine_of_ten_headlines_are_recognised(detector: Detector, backend: str) -> None:
    texts = [(language, text) for language in known_to(backend) for text in lines(language)[0]]
    assert len(wrong(detector, texts)) <= len(texts) / 10


def test_a_sure_answer_about_a_headline_is_right(detector: Detector, backend: str) -> None:
    texts = [(language, text) for language in known_to(backend) for text in lines(language)[0]]
    sure = [language for language, result in wrong(detector, texts) if result.confidence >= 0.8]
    assert len(sure) <= len(texts) / 100


@pytest.mark.parametrize("language", sorted(BLIND))
def test_an_unknown_language_is_told_by_its_words_or_is_not_called_another_one(
    language: str, langdetect: Detector
) -> None:
    found = langdetect.detect(" ".join(lines(language)[1]))
    assert found.language in {language, None}


@pytest.mark.parametrize("text", NO_LANGUAGE)
def test_what_is_in_no_language_cannot_be_told(text: str, detector: Detector) -> None:
    assert detector.detect(text).language is None


def test_addresses_and_codes_do_not_disturb_the_words_around_them(detector: Detector) -> None:
    text = "Die Zahlen stehen unter https://example.com/the/new/report und bei editor@news.example, Seite A4."
    assert detector.detect(text).language == "de"


def test_a_text_in_capitals_is_read_like_any_other(detector: Detector) -> None:
    assert detector.detect("O GOVERNO APRESENTOU ONTEM UM PLANO CONTRA A SECA NO INTERIOR").language == "pt"


def test_foreign_names_in_another_script_do_not_count(detector: Detector) -> None:
    text = "Председатель компании Apple Тим Кук встретился с главой Microsoft в Лондоне."
    assert detector.detect(text).language == "ru"


def test_two_scripts_in_equal_parts_cannot_be_told_and_are_both_listed(detector: Detector) -> None:
    found = detector.detect(
        "Городской совет одобрил новый порт. El ayuntamiento aprueba el nuevo puerto de la ciudad."
    )
    assert {"ru", "es"} <= {tag for tag, _ in found.candidates}


def test_the_detector_names_itself_with_its_version(detector: Detector, backend: str) -> None:
    name, version = detector.detect("").detector.split(" ")
    assert name == backend
    assert version[0].isdigit()


def test_portuguese_and_spanish_are_told_apart_in_a_line(detector: Detector) -> None:
    assert detector.detect("As eleições foram adiadas por causa da chuva").language == "pt"
    assert detector.detect("Las elecciones se aplazaron por culpa de la lluvia").language == "es"


@pytest.mark.parametrize("language", ARTICLES)
def test_an_article_in_its_own_language_is_no_stranger_and_in_another_one_it_is(
    language: str, detector: Detector
) -> None:
    text = ARTICLES[language].read_text(encoding="utf-8")
    assert detector.stranger(text, language) is None
    wanted = "fi" if language == "hu" else "hu"
    found = detector.stranger(text * 6, wanted)
    assert found == language or language in BLIND | ALIKE


def test_a_stranger_needs_text_and_a_neighbour_needs_more(detector: Detector) -> None:
    spanish = ARTICLES["es"].read_text(encoding="utf-8")
    assert detector.stranger(spanish[:120], "de") is None
    assert detector.stranger(spanish[:400], "de") == "es"
    assert detector.stranger(spanish[:400], "pt-BR") is None
    assert detector.stranger(spanish * 3, "pt-BR") == "es"
    assert detector.stranger(spanish * 3, "gl") is None, "it may be Galician that is taken for Spanish"
    assert detector.stranger(spanish * 3, "tlh") is None, "of Klingon nothing is known"


def test_an_installed_language_is_preferred_where_the_text_leaves_it_open() -> None:
    text = "nova classe social"
    free, bound = (Detector(backend="langdetect", installed=tags).detect(text) for tags in ((), ("en", "pt")))
    share = dict(free.candidates).get("pt", 0.0)
    assert dict(bound.candidates)["pt"] > share


def test_a_clear_text_is_named_although_no_model_for_it_is_installed() -> None:
    found = Detector(backend="langdetect", installed=("en", "pt", "es")).detect(" ".join(lines("it")[1]))
    assert found.language == "it"


def test_a_region_of_an_installed_language_counts_as_that_language() -> None:
    plain = Detector(backend="langdetect", installed=("pt",)).detect("nova classe social")
    region = Detector(backend="langdetect", installed=("pt-BR",)).detect("nova classe social")
    assert plain == region


def test_only_the_beginning_of_a_long_text_is_read(detector: Detector) -> None:
    english = " ".join(lines("en")[1])
    text = (english * 20)[:10_000]
    assert detector.detect(text + " ".join(lines("fr")[1]) * 200) == detector.detect(text)


def test_a_text_in_ten_thousand_repetitions_is_no_surer_than_once(detector: Detector) -> None:
    assert detector.detect("bom " * 10_000).language is None


def test_answers_do_not_depend_on_instance_or_order_of_calls(backend: Backend) -> None:
    texts = [
        text for language in ("pt", "es", "ru", "uk", "hi", "nb", "da", "zh") for text in lines(language)[0]
    ]
    first, second = Detector(backend=backend), Detector(backend=backend)
    forward = {text: first.detect(text) for text in texts}
    backward = {text: second.detect(text) for text in reversed(texts)}
    assert forward == backward


def test_detection_leaves_chance_and_the_library_alone() -> None:
    from langdetect import DetectorFactory, detector_factory  # noqa: PLC0415 - the suite's other tests do without

    before = random.getstate(), DetectorFactory.seed, detector_factory._factory
    Detector(backend="langdetect").detect("The council voted on Tuesday to rebuild the harbour.")
    assert (random.getstate(), DetectorFactory.seed, detector_factory._factory) == before


def test_importing_the_package_loads_no_detector() -> None:
    program = "import sys, localize.detection; print({'langdetect', 'py3langid', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_without_a_choice_py3langid_is_used_when_it_is_installed() -> None:
    pytest.importorskip("py3langid")
    assert Detector().detect("").detector.startswith("py3langid ")


def test_a_full_disk_under_the_detector_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """py3langid unpacks its model in the folder for temporary files."""
    pytest.importorskip("py3langid")
    langid._identifier.cache_clear()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(LocalizeError, match="py3langid cannot unpack its model: No such file") as caught:
        langid.LangId()
    assert "TMPDIR" in caught.value.hint


hostile = st.text(st.characters(), max_size=300) | st.lists(
    st.sampled_from(["a", "É", "ß", "न", "中", "の", "한", "ж", "ї", "١", "ə", "{", "<", "`", "%", "@", "/", ".", "_", " ", "\n", "\0", "\u0301", "\ud800", "http://"]),
    max_size=200,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=hostile)
def test_any_text_gets_an_ordered_answer_with_confidence_between_0_and_1(
    text: str, langdetect: Detector
) -> None:
    found = langdetect.detect(text)
    shares = [share for _, share in found.candidates]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 for share in shares)
    assert sum(shares) <= 1 + 1e-9
    assert found.confidence == (shares[0] if shares else 0)
    assert found.language == (found.candidates[0][0] if found.confidence >= TELLS else None)
    assert langdetect.detect(text) == found


@settings(max_examples=40, deadline=None)
@given(text=hostile)
def test_the_other_detector_keeps_the_same_law(text: str, py3langid: Detector) -> None:
    found = py3langid.detect(text)
    shares = [share for _, share in found.candidates]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 for share in shares)
    assert py3langid.detect(text) == found


@pytest.fixture(scope="module")
def py3langid() -> Detector:
    pytest.importorskip("py3langid")
    return Detector(backend="py3langid")


def test_languages_of_the_articles_are_ones_the_product_names() -> None:
    assert set(ARTICLES) <= set(NAMES)
