"""Lines and columns of segments: exact with inline markup, entities and quote prefixes in the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Document, Segment, Text, Unit
from localize.places import Places, locate

QUOTE = Text(
    "NATO & allies met. The Secretary-General spoke.",
    (
        Code(0, "**", "open", 1),
        Code(4, "**", "close", 1),
        Code(5, "&amp;", "literal", 2, 1),
        Code(18, "\n> ", "literal", 3, 1),
        Code(23, "*", "open", 4),
        Code(40, "*", "close", 4),
    ),
)
MARKDOWN = "# News\r\n\r\n> **NATO** &amp; allies met.\n> The *Secretary-General* spoke.\n"


def quoted() -> tuple[Document, Segment, Segment]:
    """Make an article with a block quote of two sentences."""
    start = MARKDOWN.index("**")
    unit = Unit("p2", (start, len(MARKDOWN) - 1), QUOTE)
    first = Segment(unit, 0, (0, 18), QUOTE.slice(0, 18))
    second = Segment(unit, 1, (19, 47), QUOTE.slice(19, 47))
    return Document("news.md", "markdown", MARKDOWN, (unit,)), first, second


def test_the_example_is_what_the_file_says() -> None:
    document, _, _ = quoted()
    (unit,) = document.units
    assert unit.source.render() == MARKDOWN[slice(*unit.span)]


@pytest.mark.parametrize(
    ("number", "words", "place"),
    [
        (0, "NATO", (3, 5)),
        (0, "& allies", (3, 12)),
        (0, "allies", (3, 18)),
        (1, "The", (4, 3)),
        (1, "Secretary", (4, 8)),
        (1, "spoke", (4, 27)),
    ],
)
def test_words_stand_where_an_editor_shows_them(number: int, words: str, place: tuple[int, int]) -> None:
    document, *segments = quoted()
    segment = segments[number]
    assert locate(document, segment, segment.source.plain.index(words)) == place


def test_a_segment_is_named_by_its_unit_and_number() -> None:
    _, first, second = quoted()
    assert (first.id, second.id) == ("p2/0", "p2/1")


def test_the_inside_of_a_character_spelled_in_two_is_its_beginning() -> None:
    text = Text("a--b", (Code(1, "&mdash;", "literal", 1, 2),))
    unit = Unit("p1", (0, 9), text)
    places = Places(Document("a.html", "html", "a&mdash;b", (unit,)))
    segment = Segment(unit, 0, (0, 4), text)
    assert [places.locate(segment, offset) for offset in range(4)] == [(1, 1), (1, 2), (1, 2), (1, 9)]


@pytest.mark.parametrize(
    ("number", "words", "end"),
    [
        (0, "NATO", (3, 9)),  # **NATO** with its closing asterisks left out
        (0, "NATO &", (3, 17)),  # &amp; belongs to what it spells
        (1, "Secretary-General", (4, 25)),
        (1, "", (4, 3)),
        (1, "The Secretary-General spoke.", (4, 33)),
    ],
)
def test_a_span_ends_behind_its_last_character(number: int, words: str, end: tuple[int, int]) -> None:
    document, *segments = quoted()
    segment = segments[number]
    start = segment.source.plain.index(words)
    assert Places(document).end(segment, (start, start + len(words))) == end


@given(
    st.lists(
        st.tuples(st.sampled_from("xyz\n\r"), st.sampled_from(["", "<b>", "\n> ", "\r\n"])),
        min_size=1,
        max_size=20,
    )
)
def test_every_character_is_found_behind_its_markup(pieces: list[tuple[str, str]]) -> None:
    plain = "".join(letter for letter, _ in pieces)
    codes = tuple(Code(at, markup, "empty", at) for at, (_, markup) in enumerate(pieces) if markup)
    text = Text(plain, codes)
    unit = Unit("p1", (1, 1 + len(text.render())), text)
    document = Document("a.txt", "text", f"-{text.render()}-", (unit,))
    segment = Segment(unit, 0, (0, len(plain)), text)
    offset = 1
    for at, (letter, markup) in enumerate(pieces):
        offset += len(markup)
        inside_newline = document.text[offset - 1 : offset + 1] == "\r\n"
        if not inside_newline:
            assert locate(document, segment, at) == document.position(offset)
        offset += len(letter)
