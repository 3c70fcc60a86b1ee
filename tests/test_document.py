"""Text with inline codes: rendering gives the file back, slices joined are the whole, protected spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, CodeKind, Document, Score, Segment, Text, Unit

FOOTNOTE = Text(
    "NATO leaders met. They agreed.",
    (
        Code(0, "**", "open", 1),
        Code(17, "[^1]", "empty", 2),
        Code(17, "**", "close", 1),
        Code(18, "*", "open", 3),
        Code(30, "*", "close", 3),
    ),
)
ENTITY = Text("AT&T paid <5", (Code(2, "&amp;", "literal", 1, 1), Code(10, "&lt;", "literal", 2, 1)))

PIECES: list[tuple[str, str, CodeKind | None]] = [
    ("Nato", "Nato", None),
    (" ", " ", None),
    ("é日", "é日", None),
    ("&", "&amp;", "literal"),
    ("fi", "ﬁ", "literal"),
    ("", "<b>", "open"),
    ("", "</b>", "close"),
    ("", "<br>", "empty"),
]
"""What a text is made of: plain characters, what stands in the file for them, and the kind of code it is."""


def built(pieces: list[tuple[str, str, CodeKind | None]]) -> tuple[Text, str]:
    """Put a text together, and beside it what it must render to."""
    plain = rendered = ""
    codes = []
    for number, (shown, written, kind) in enumerate(pieces):
        if kind:
            codes.append(Code(len(plain), written, kind, number, len(shown)))
        plain, rendered = plain + shown, rendered + written
    return Text(plain, tuple(codes)), rendered


def uncut(text: Text) -> list[int]:
    """List the offsets at which a text may be cut: anywhere but inside what a literal spells."""
    inside = {i for code in text.codes for i in range(code.at + 1, code.at + code.length)}
    return [i for i in range(1, len(text.plain)) if i not in inside]


texts = st.lists(st.sampled_from(PIECES), max_size=12).map(built)


def test_markup_stands_where_it_stood_in_the_file() -> None:
    assert FOOTNOTE.render() == "**NATO leaders met.[^1]** *They agreed.*"
    assert ENTITY.render() == "AT&amp;T paid &lt;5"


def test_a_footnote_before_the_end_of_bold_text_stays_with_its_sentence() -> None:
    assert FOOTNOTE.slice(0, 17).render() == "**NATO leaders met.[^1]**"
    assert FOOTNOTE.slice(17, 18).render() == " "
    assert FOOTNOTE.slice(18, 30).render() == "*They agreed.*"


def test_a_slice_counts_its_codes_from_its_own_beginning() -> None:
    assert ENTITY.slice(10, 12) == Text("<5", (Code(0, "&lt;", "literal", 2, 1),))
    assert ENTITY.slice(3, 10).codes == ()


def test_the_whole_is_a_slice_of_itself() -> None:
    assert FOOTNOTE.slice(0, 30) == FOOTNOTE
    empty = Text("", (Code(0, "<br>", "empty"), Code(0, "<b>", "open", 1), Code(0, "</b>", "close", 1)))
    assert empty.slice(0, 0) == empty
    assert empty.render() == "<br><b></b>"


@given(texts)
def test_rendering_gives_the_file_back(case: tuple[Text, str]) -> None:
    text, rendered = case
    assert text.render() == rendered


@given(texts, st.data())
def test_the_slices_of_any_division_joined_are_the_whole(case: tuple[Text, str], data: st.DataObject) -> None:
    text, rendered = case
    cuts = data.draw(st.sets(st.sampled_from(uncut(text) or [0])).map(sorted)) if uncut(text) else []
    parts = [text.slice(a, b) for a, b in pairwise([0, *cuts, len(text.plain)])]
    assert "".join(part.render() for part in parts) == rendered
    assert "".join(part.plain for part in parts) == text.plain


@given(texts, st.data())
def test_the_codes_of_a_slice_lie_inside_it(case: tuple[Text, str], data: st.DataObject) -> None:
    text, _ = case
    places = [0, *uncut(text), len(text.plain)]
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    part = text.slice(start, end)
    assert all(code.at >= 0 and code.at + code.length <= end - start for code in part.codes)
    assert [code.at for code in part.codes] == sorted(code.at for code in part.codes)


def test_code_spans_are_protected_and_bold_text_is_not() -> None:
    text = Text(
        "Run pip install or write to us.",
        (
            Code(4, "`", "open", 1, translate=False),
            Code(15, "`", "close", 1),
            Code(19, "**", "open", 2),
            Code(24, "**", "close", 2),
        ),
    )
    assert [text.plain[slice(*span)] for span in text.protected()] == ["pip install"]


def test_a_protected_span_that_is_cut_off_is_not_protected() -> None:
    assert list(Text("pip", (Code(0, "`", "open", 1, translate=False),)).protected()) == []
    assert list(Text("pip", (Code(3, "`", "close", 1),)).protected()) == []


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (4, (1, 5)), (6, (2, 1)), (9, (3, 1)), (11, (3, 3)), (12, (4, 1))]
)
def test_lines_end_as_editors_end_them(offset: int, place: tuple[int, int]) -> None:
    text = "NATO\r\nEU\rUN\nUK"
    document = Document("a.txt", "text", text, ())
    assert document.position(offset) == place


def test_a_segment_is_named_by_its_unit_and_its_number_in_it() -> None:
    unit = Unit("p3", (0, 30), FOOTNOTE)
    assert Segment(unit, 1, (18, 30), FOOTNOTE.slice(18, 30)).id == "p3/1"


def test_the_mean_of_a_score_is_by_token_and_nothing_is_infinitely_unlikely() -> None:
    assert Score(-3.0, 4).mean == -0.75
    assert Score(0.0, 0).mean == float("-inf")
