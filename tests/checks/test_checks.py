from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.checks import CHECKS, UnknownCheckError, explain, run
from localize.document import Document, Segment, Text, Translation, Unit
from tests.checks.build import messages


def article(*sentences: tuple[str, str]) -> tuple[Document, list[Translation]]:
    """Make a document of one unit a sentence, and its translations."""
    units: list[Unit] = []
    translations: list[Translation] = []
    text = ""
    for number, (source, target) in enumerate(sentences):
        unit = Unit(f"p{number}", (len(text), len(text) + len(source)), Text(source))
        segment = Segment(unit, 0, (0, len(source)), unit.source)
        translations.append(Translation(segment, Text(target)))
        units.append(unit)
        text += source + "\n\n"
    return Document("news/vote.txt", "text", text, tuple(units), "en"), translations


BAD = article(
    ("All 32 members met at www.example.org.", "Todos os membros reuniram-se."),
    ("The talks failed.", ""),
)


def test_findings_come_in_order_of_place_with_name_and_severity() -> None:
    findings = run(*BAD, "pt")
    assert [(f.segment.unit.id if f.segment else "", f.check, f.severity) for f in findings] == [
        ("p0", "number-mismatch", "warning"),
        ("p0", "url-changed", "error"),
        ("p1", "target-empty", "error"),
    ]


def test_the_order_of_translations_does_not_matter() -> None:
    document, translations = BAD
    assert run(document, translations[::-1], "pt") == run(document, translations, "pt")


def test_checks_can_be_chosen_and_left_out() -> None:
    assert [f.check for f in run(*BAD, "pt", only={"url-changed"})] == ["url-changed"]
    assert [f.check for f in run(*BAD, "pt", exclude=["url-changed"])] == ["number-mismatch", "target-empty"]
    assert run(*BAD, "pt", only=()) == ()


def test_an_unknown_check_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownCheckError, match="no check is called 'numbers-mismatch'") as caught:
        run(*BAD, "pt", exclude=["numbers-mismatch"])
    assert caught.value.hint.startswith("did you mean number-mismatch? checks: term-missing, ")


def test_a_document_whose_language_is_not_known_is_checked_too() -> None:
    document, translations = BAD
    unknown = Document(document.path, document.format, document.text, document.units)
    assert [f.check for f in run(unknown, translations, "pt")] == [
        "number-mismatch",
        "url-changed",
        "target-empty",
    ]


def test_a_check_explains_itself() -> None:
    assert explain("code-lost").startswith("code-lost (error)\n\nReport inline markup that is missing, ")
    assert explain("target-empty") == (
        "target-empty (error)\n\nReport segments that have no translation at all.\n\n"
        "It is a guard: --on-bad says what becomes of a translation that it holds against."
    )


def test_every_check_is_named_for_a_defect_and_has_a_title() -> None:
    for name, check in CHECKS.items():
        assert name == check.name
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert check.title.startswith("Report ")
        assert check.title.endswith(".")


PROSE = (
    "A cimeira terminou sem acordo, disse o ministro.",
    "Mais de 1.500 pessoas (e 3,5% do total) saíram às 16h44.",
)


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("text", PROSE)
def test_no_check_complains_about_a_text_that_is_its_own_translation_in_one_language(
    name: str, text: str
) -> None:
    assert messages(name, text, text, "pt-pt-BR") == []


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en-pt", "und-ja", "ar-de", "zh-ru"]))
def test_no_junk_breaks_a_check(source: str, target: str, pair: str) -> None:
    for name in CHECKS:
        for message in messages(name, source, target, pair):
            assert "\n" not in message
