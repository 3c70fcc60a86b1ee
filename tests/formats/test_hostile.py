"""Junk is read in time that is in proportion to its length."""

from __future__ import annotations

import time

import pytest

from localize import formats
from localize.document import Text

SIZE = 12_000
SECONDS = 4.0
"""Processor time; the slowest of these takes a tenth of it on a machine of 2024; what is quadratic takes longer."""
JUNK = [
    "*a ", "**a *b ", "_a __", "~~a ~", "`a``", "[", "[a](", '[a](b "', "![", "[[a]", "a](b) ", "<a ", "<!--", "<![CDATA[",
    "<b><i>", "</b>", "<b>*<i></b>", "$a", "&amp", "{{", "\\", "http://a", "a@", "a.b+", "a", "> ", "- ", "1. ", "- a\n",
    "2. a\n", "a\n2. b\n", "- a\n  - b\n    - c\n", "|a|b", "|a|\n|-|\n|b|\n", "a  \n", "a<br>", "[^a]:\n", "[^a]: b\n",
    "[a]: b\n", "[a]:\n", "a\n> b\n", "```\n", "<div>\n", "x\n", "a\r", "# a\n", "a\n=\n", "\ufeff", "\u3000", "'" , "title: 'a",
    "a\\\n", "`" * 7 + " " + "`" * 5 + " ", "Mr. ", "* * *\n", "+++\n", ":::\n", "    a\n", "\ta\n\n", "==a", "==a== ", "[[a|", "[[a|b]]", "%%a", "%%a%%",
    "^a", "^a^ ", ": a\n", "!!! note\n", '!!! a "b"\n', ":::a b\n", "[!a] b\n", "import a\n", 'a](b "c', '[a](b "c") ', "<i lang=fr>a", "(a)=\n",
]  # fmt: skip
SPOKEN = [
    "<i>",
    "<i>a</i>",
    "<v A>",
    "{\\an8}",
    "{\\i1}a",
    "- ",
    "- a\n",
    "♪ ",
    "...",
    ">> ",
    "我",
    "1\n",
    "00:01 ",
    "00:00:01,0 -> ",
]
HEADS = {"srt": "1\n00:00:01,000 --> 00:00:02,000\n", "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}
CUES = "1\n00:00:01,000 --> 00:00:02,000\nand so\n\n"


@pytest.mark.parametrize("using", formats.TEXT_FORMATS.values(), ids=list(formats.TEXT_FORMATS))
@pytest.mark.parametrize("piece", [*JUNK, *SPOKEN, CUES])
def test_junk_is_read_and_written_in_bounded_time(using: formats.Format, piece: str) -> None:
    text = HEADS.get(using.name, "") + piece * (SIZE // len(piece))
    started = time.process_time()
    document = using.read(text, "junk")
    targets = {unit.id: Text(f"{unit.source.plain} mais") for unit in document.units[:500]}
    written = using.write(document, targets, "pt")
    assert len(written) < 4 * len(text) + 20 * len(targets)
    assert time.process_time() - started < SECONDS


def test_front_matter_that_does_not_end_takes_no_time() -> None:
    started = time.process_time()
    document = formats.TEXT_FORMATS["markdown"].read("---\n" + "a: b\n" * 20_000, "junk")
    assert document.units != ()
    assert time.process_time() - started < SECONDS


def test_a_paragraph_of_thousands_of_links_and_line_breaks_takes_a_time_in_proportion() -> None:
    rows = '<a href="x">arrived</a>.<br/>Nobody knew why &amp; <img src="a"x">left</a>.<br/>' * 2_500
    started = time.process_time()
    document = formats.TEXT_FORMATS["html"].read(f"<p>The {rows}</p>", "junk")
    assert len(document.units) == 5_000
    assert time.process_time() - started < SECONDS
