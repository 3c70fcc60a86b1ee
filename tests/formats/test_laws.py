"""Laws that hold for any text whatever."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize import formats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Unit

FRAGMENTS = [
    "Para one text.", "second line goes on", "# Heading", "## H2 ##", "- item", "* star", "1. one", "2) two", "> quote",
    ">lazy", "  indented", "    code", "\tcode", "```", "```py", "~~~", "***", "---", "===", "", "<div>", "</div>", "<!-- c -->",
    "[a]: http://x", "| a | b |", "|---|---|", "|c \\| d|`x`|", "a | b", "--|--", "-", "+ plus", "  - nested", "> - q",
    "> > qq", "[^1]: foot note", "<b>in</b> x", "<span>", "a  ", "b\\", "&amp; x", "**b** c", "- [ ] t", "<script>", "\\# no",
    "####### seven", "- - a", ">", "      more", '*em* and [link](u "t") more', "![alt text](x.png)", "see [a] and [^1].",
    "a<br>b", 'title: "x y"', "lang: en", "+++", "A long line of prose that will be wrapped at some width or other, as",
    "authors of plain text do in their editors, line after line,", "“Quoted,” said he.", "_it_ __bo__ ~~s~~", "a@b.co",
    "http://x.y/a_b_c", "{{< x >}}", "$x^2$ costs $5 and $6", ":::note", "> [!NOTE]", "é 中文", "snake_case", "By Anna Smith",
    '<p title="a b">', '<img alt="a flag">', "<li>", "<option>two", "<select>", "</select>", '<p lang="fr">', "<pre>", "</pre>",
    '<span translate="no">', "</span>", "</p>", "<code>x</code>", "<?php a ?>", "&nbsp;", "&shy;", "<td>", "</>", "<a>b</a>", "<svg>",
    "\ufeff", "***bold it***", "• dot", "![", "](", "`", "<", "\u2028", "\x0b", "\u00a0",
]  # fmt: skip
SOUP = st.one_of(
    st.tuples(st.lists(st.sampled_from(FRAGMENTS), max_size=15), st.sampled_from(["\n", "\r\n", "\r"])).map(
        lambda pair: pair[1].join(pair[0])
    ),
    st.lists(st.sampled_from([*FRAGMENTS, "\n", " ", "\r\n", "*", "`"]), max_size=25).map("".join),
    st.text("ab *_`[]()<>#-+=|\\!&~$.\n\r\t \"'é中1:{}^", max_size=60),
    st.text(max_size=60),
)
SPEECH = [
    "Good evening.", "The minister said", "that talks would go on,", "- Really?", "- No.", "♪ La la ♪", "<i>off screen</i>", "<i>I was...",
    "...going home</i>", "{\\an8}at the top", "<v Anna>We are here", "<c.loud>Stop!</c>", "one &amp; two", "&lt;b&gt;", "[door opens]", "1984",
    "NO ENTRY", "<00:00:01.500>karaoke", "我们走了", "去看看。", "-", "♪", "<i></i>", "<b><i>x</b></i>", "- I thought", "you left.", ">> Next:",
]  # fmt: skip


@st.composite
def subtitles(draw: st.DrawFn, header: str) -> str:
    """Write cues of speech and of anything else, a quarter of a minute at most between one and the next."""
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    said = st.one_of(
        st.lists(st.sampled_from([*SPEECH, *FRAGMENTS, ""]), max_size=3).map("\n".join), st.text(max_size=20)
    )
    lines = [header, ""] if header else []
    for number, text in enumerate(draw(st.lists(said, min_size=1, max_size=6)), 1):
        second = number * draw(st.integers(1, 9))
        lines += [str(number)] * draw(st.integers(0, 1))
        lines += [
            f"00:00:{second:02},000 --> 00:00:{second + 1:02},000",
            *text.replace("-->", "->").split("\n"),
        ]
        lines += [""] * draw(st.integers(0, 2))
    return newline.join(lines)


SOUPS = {"srt": subtitles(""), "vtt": subtitles("WEBVTT")}
"""For formats that refuse what is not theirs; all others read anything."""
each_format = pytest.mark.parametrize("using", formats.TEXT_FORMATS.values(), ids=list(formats.TEXT_FORMATS))


@each_format
@given(data=st.data())
def test_an_untranslated_document_is_written_as_it_was_read(
    using: formats.Format, data: st.DataObject
) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    document = using.read(text, "a")
    assert using.write(document, {}, "pt") == text
    assert using.write(document, {unit.id: unit.source for unit in document.units}, "pt") == text


@each_format
@given(data=st.data())
def test_units_are_sorted_and_disjoint_or_within_a_code_and_render_to_their_part(
    using: formats.Format, data: st.DataObject
) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    done = 0
    outer: list[tuple[int, int]] = []
    for number, unit in enumerate(using.read(text, "a").units, 1):
        start, end = unit.span
        assert start < end <= len(text)
        if start >= done:
            done, outer = end, list(markup(unit))
        else:
            assert any(first < start and end <= last for first, last in outer)
        assert unit.source.render() == text[start:end]
        assert unit.id == f"p{number}"


def markup(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield where the markup of a unit's codes stands in the file."""
    place, done = unit.span[0], 0
    for code in unit.source.codes:
        place += max(0, code.at - done)
        yield place, place + len(code.markup)
        place, done = place + len(code.markup), max(done, code.at) + code.length


@each_format
@given(data=st.data())
def test_codes_are_sorted_within_the_text_and_balanced(using: formats.Format, data: st.DataObject) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    for unit in using.read(text, "a").units:
        plain, codes = unit.source.plain, unit.source.codes
        assert list(codes) == sorted(codes, key=lambda code: code.at)
        stack: list[int] = []
        for code in codes:
            assert 0 <= code.at <= code.at + code.length <= len(plain)
            if code.kind == "open":
                stack.append(code.id)
            elif code.kind == "close":
                assert stack.pop() == code.id
        assert not stack


@each_format
@given(data=st.data())
def test_plain_texts_are_one_line_without_blanks_at_the_ends(
    using: formats.Format, data: st.DataObject
) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    for unit in using.read(text, "a").units:
        assert not set("\r\n") & set(unit.source.plain)
        assert unit.source.plain.strip(" \t") == unit.source.plain or unit.source.codes


@each_format
@given(data=st.data())
def test_reading_what_was_written_gives_the_same_document(using: formats.Format, data: st.DataObject) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    document = using.read(text, "a")
    assert using.read(using.write(document, {}, "pt"), "a") == document


@each_format
@given(data=st.data())
def test_a_new_target_changes_its_own_unit_only(using: formats.Format, data: st.DataObject) -> None:
    text = data.draw(SOUPS.get(using.name, SOUP))
    document = using.read(text, "a")
    if document.units:
        unit = data.draw(st.sampled_from(document.units))
        target = replace(unit.source, plain="Uma frase só", codes=())
        written = using.write(document, {unit.id: target}, "pt")
        start, end = unit.span
        if using.name not in SOUPS:  # a sentence goes over several cues
            assert "Uma frase só" in " ".join(written[start:].split())
        if document.language is None:
            assert written.startswith(text[:start])
            assert written.endswith(text[end:])
