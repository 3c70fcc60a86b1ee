"""The number of an item, the dateline of a report, a label in capitals: what stands before the sentence proper."""

from __future__ import annotations

import pytest

from localize.openings import dateline, item, label


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1. It is losing ice", "1. "),
        ("3.2. What you can do", "3.2. "),
        ("(a) A further fall", "(a) "),
        ("b) modernise the agreements", "b) "),
        ("(iv) the courts", "(iv) "),
        ("Q: A follow-up, if I may.", "Q: "),
        ("A: No.", "A: "),
        ("B: side", ""),
        ("A. Smith resigned", ""),
        ("2.5 million people", ""),
        ("1990. The wall is gone", ""),
        ("(but) nobody came", ""),
        ("1.", ""),
    ],
)
def test_the_number_of_an_item_is_found(text: str, number: str) -> None:
    assert text[: item(text, "en")] == number


def test_a_number_with_a_period_is_an_ordinal_in_german() -> None:
    assert item("3. Oktober in Berlin", "de") == 0
    assert item("3) Oktober in Berlin", "de") == 3


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("KABUL, Oct 12 (AFP) - A powerful earthquake struck the north.", "KABUL, Oct 12 (AFP)"),
        ("NEW YORK, 14 March – The Security Council decided today.", "NEW YORK, 14 March"),
        ("AUSTIN, Texas — Tesla delivered 336,681 vehicles in March.", "AUSTIN, Texas"),
        ("BOGOTÁ, Colombia, March 3, 2026 (EFE) -- The president has won.", "BOGOTÁ, Colombia, March 3, 2026 (EFE)"),
        ("SÃO PAULO (Reuters) - A polícia prendeu dez pessoas.", "SÃO PAULO (Reuters)"),
        ("NATO — the alliance of 32 countries — has agreed.", None),
        ("The U.N. - An agency of it says so in a report.", None),
        ("PARIS - Yes.", None),
    ],
)  # fmt: skip
def test_a_dateline_is_found_before_a_report(text: str, head: str | None) -> None:
    found = dateline(text)
    assert (found and text[slice(*found[0])]) == head
    if found:
        assert text[found[1][0] - 2 : found[1][0]].strip(" -–—") == ""
        assert text[slice(*found[1])].endswith(".")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("TENNIS: The champion needed five sets.", "TENNIS"),
        ("FORMULA ONE: Norris took pole position.", "FORMULA ONE"),
        ("OBR: Living standards will stagnate.", ""),
        ("Breaking: a minister resigns.", ""),
        ("TENNIS:", ""),
    ],
)
def test_a_label_in_capitals_is_found(text: str, written: str) -> None:
    assert text[: label(text)] == written


def test_emoji_before_a_sentence_are_not_shown_to_the_engine() -> None:
    assert item("🔥🔥 Fire destroys the market", "en") == 3
    assert item("✅ 1. Open the file", "en") == 5
    assert item("🔥", "en") == 0


def test_a_copyright_sign_before_a_sentence_is_not_shown_to_the_engine() -> None:
    assert item("© The Example Company.", "en") == 2
