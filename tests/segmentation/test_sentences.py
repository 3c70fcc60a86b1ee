"""Text is split where a reader would say that a sentence ends, and nothing of it is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Text, Unit
from localize.languages import LanguageTagError
from localize.segmentation import segment, split
from tests.segmentation.cases import CASES, Case

if TYPE_CHECKING:
    from localize.document import Span

LANGUAGES = ("en", "pt", "fr", "de", "ru", "el", "zh", "ja", "ar", "hi", "th", "ko", "xx")
PIECES = (
    *"aZé1 .!?…,;:()[]“”«»„'\"-–—\n\t\u00a0\u202f。！？「」（）।؟好のяЖ",
    *(
        "Dr.",
        "U.S.",
        "p. ex.",
        "e.g.",
        "1)",
        "2)",
        "1.",
        "•",
        "...",
        ". . .",
        "\r\n",
        "\n\n",
        "\u2029",
        "\u200f",
    ),
    *("The", "he", "No.", "g.", "Yahoo!", "https://a.b/c?d", "😀", "é", "\x1c", "[1]", "¹", " said"),
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def sentences(text: str, language: str, **options: object) -> list[str]:
    return [text[start:end] for start, end in split(text, language, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}-{case.kind}-{case.text[:24]}")
def test_a_text_is_split_where_a_reader_would(case: Case) -> None:
    assert tuple(sentences(case.text, case.language)) == case.sentences


def test_the_main_languages_have_cases_of_many_kinds() -> None:
    kinds = {
        language: {case.kind for case in CASES if case.language == language}
        for language in ("en", "pt", "de")
    }
    assert all(len(of_language) >= 10 for of_language in kinds.values())
    assert {case.language for case in CASES} >= {
        "en",
        "pt",
        "es",
        "fr",
        "de",
        "it",
        "ru",
        "zh",
        "ja",
        "ar",
        "hi",
    }


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u2029"])
def test_text_without_anything_visible_has_no_sentences(text: str) -> None:
    assert split(text, "en") == ()


def test_spans_count_code_points_of_the_text_as_it_stands() -> None:
    assert split("  😀 Yes.\r\n No. ", "en") == ((2, 8), (11, 14))


@pytest.mark.parametrize("tag", ["pt", "pt-BR", "pt_br", "PT"])
def test_script_and_region_do_not_matter(tag: str) -> None:
    assert sentences("O Exmo. Juiz saiu. Voltou.", tag) == ["O Exmo. Juiz saiu.", "Voltou."]


def test_a_language_without_rules_of_its_own_is_split_by_the_common_ones() -> None:
    assert sentences("Ni Dr. Maas. Kor ma!", "wo") == ["Ni Dr. Maas.", "Kor ma!"]


def test_a_string_that_is_no_tag_is_refused() -> None:
    with pytest.raises(LanguageTagError):
        split("Yes. No.", "../en")


class TestAbbreviationsOfAGlossary:
    def test_no_sentence_ends_after_one(self) -> None:
        text = "A Secr. Silva falou. Ninguém ouviu."
        assert len(split(text, "pt")) == 3
        assert sentences(text, "pt", abbreviations=["Secr"]) == ["A Secr. Silva falou.", "Ninguém ouviu."]

    def test_the_final_period_and_capitals_do_not_matter(self) -> None:
        assert len(split("Die HOCHBAUGES. Nord baut.", "de", abbreviations=["Hochbauges."])) == 1

    def test_one_of_several_parts_holds_with_spaces_and_without(self) -> None:
        for text in ("The Dep. Asst. Sec. Smith left.", "The Dep.Asst. Sec. Smith left."):
            assert len(split(text, "en", abbreviations=["Dep. Asst. Sec."])) == 1

    def test_an_abbreviation_inside_a_term_says_nothing_about_the_terms_end(self) -> None:
        text = "She flew to Ste. Genevieve. The town is small."
        glossary = frozenset({"Ste. Genevieve", "U.S. Congress"})
        assert sentences(text, "en", abbreviations=glossary) == [
            "She flew to Ste. Genevieve.",
            "The town is small.",
        ]

    def test_one_that_the_language_lets_end_a_sentence_still_may(self) -> None:
        assert len(split("She lives in the U.S. The other does not.", "en", abbreviations=["U.S"])) == 2


class TestProtectedSpans:
    def test_no_boundary_falls_into_one(self) -> None:
        text = "He read Yes. No. Maybe. in a day. It was long."
        start = text.index("Yes")
        assert sentences(text, "en", protected=[(start, start + len("Yes. No. Maybe."))]) == [
            "He read Yes. No. Maybe. in a day.",
            "It was long.",
        ]

    def test_a_boundary_at_its_edge_stands(self) -> None:
        text = "See Acme Inc. Then go."
        assert len(split(text, "en", protected=[(4, 13), (14, 18)])) == 2

    def test_they_may_overlap_and_come_in_any_order(self) -> None:
        text = "One. Two. Three. Four."
        assert sentences(text, "en", protected=[(5, 16), (0, 9)]) == ["One. Two. Three.", "Four."]

    def test_even_a_blank_line_in_one_does_not_cut(self) -> None:
        assert len(split("One\n\nTwo", "en", protected=[(0, 8)])) == 1


class TestUnits:
    def test_segments_are_numbered_and_carry_their_part_of_the_source(self) -> None:
        source = Text("It is over. She left.", (Code(0, "**", "open", 1), Code(11, "**", "close", 1)))
        unit = Unit("u1", (0, 25), source)
        first, second = segment(unit, "en")
        assert (first.index, first.span, first.source.render()) == (0, (0, 11), "**It is over.**")
        assert (second.index, second.span, second.source.render()) == (1, (12, 21), "She left.")
        assert first.unit is unit

    def test_a_heading_is_one_segment_whatever_its_punctuation(self) -> None:
        unit = Unit("h", (0, 24), Text(" War is over. What now? "), kind="heading")
        assert [part.span for part in segment(unit, "en")] == [(1, 23)]

    def test_text_that_must_come_through_unchanged_is_not_cut(self) -> None:
        codes = (Code(4, "`", "open", 1, translate=False), Code(14, "`", "close", 1))
        unit = Unit("u", (0, 27), Text("Run Stop. Go.. now. It ends.", codes))
        assert [part.source.plain for part in segment(unit, "en")] == ["Run Stop. Go.. now.", "It ends."]

    def test_a_character_reference_is_not_cut(self) -> None:
        unit = Unit("u", (0, 20), Text("It is. Not so.", (Code(5, "&weird;", "literal", length=3),)))
        assert len(segment(unit, "en")) == 1

    def test_a_literal_that_stands_for_white_space_at_an_edge_stays_whole(self) -> None:
        unit = Unit(
            "u",
            (0, 9),
            Text(" A. B. ", (Code(0, "&a;", "literal", length=2), Code(5, "&b;", "literal", length=2))),
        )
        assert [part.span for part in segment(unit, "en")] == [(0, 7)]

    def test_protected_spans_of_the_caller_count_too(self) -> None:
        unit = Unit("u", (0, 10), Text("Yes. No. Oh."))
        assert len(segment(unit, "en", protected=[(0, 8)])) == 2


@given(text=PROSE, language=st.sampled_from(LANGUAGES))
def test_sentences_are_sorted_tight_and_lose_nothing(text: str, language: str) -> None:
    spans = split(text, language)
    done = 0
    for start, end in spans:
        assert done <= start < end <= len(text)
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()
    assert split(text, language) == spans


@given(data=st.data(), text=PROSE, language=st.sampled_from(LANGUAGES))
def test_no_boundary_falls_into_protected_text(data: st.DataObject, text: str, language: str) -> None:
    offset = st.integers(0, len(text))
    protected: list[Span] = data.draw(st.lists(st.tuples(offset, offset), max_size=4))
    spans = split(text, language, protected=protected)
    for (_, end), (start, _) in pairwise(spans):
        assert not any(left < end < right or left < start < right for left, right in protected)
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)


@given(data=st.data(), plain=PROSE)
def test_the_segments_of_a_unit_and_its_gaps_render_the_unit(data: st.DataObject, plain: str) -> None:
    places = (
        data.draw(st.lists(st.integers(0, max(0, len(plain) - 2)), max_size=3, unique=True)) if plain else []
    )
    codes = [Code(at, f"<{at}>", "empty", at) for at in sorted(places)]
    literal = [Code(len(plain) - 2, "&x;", "literal", length=2)] if len(plain) > 1 else []
    source = Text(plain, (*codes, *literal))
    done, parts = 0, []
    for part in segment(Unit("u", (0, 0), source), "en"):
        start, end = part.span
        parts += [source.slice(done, start).render() if done < start else "", part.source.render()]
        done = end
    assert (
        "".join(parts) + (source.slice(done, len(plain)).render() if done < len(plain) else "")
        == source.render()
    )
