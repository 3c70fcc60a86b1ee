"""Sentence starts, headlines, quotations and addresses."""

from __future__ import annotations

import pytest

from localize.glossary.words.surroundings import Surroundings, style_of
from localize.glossary.words.tokens import WORD


def around(text: str) -> Surroundings:
    return Surroundings(text, WORD.findall(text), [word.span() for word in WORD.finditer(text)])


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("Ukraine Wins Back Kherson", "headline"),
        ("What the EU Wants From China", "headline"),
        ("Apple Unveils New iPhone as Sales Slump", "headline"),
        ("Ukraine wins back Kherson", "running"),
        ("The minister met Jordan Spieth", "running"),
        ("RUSSIA SHELLS HOSPITAL", "loud"),
        ("RUSSIA", "loud"),
        ("U.S.", "running"),
        ("Jordan Spieth Wins.", "running"),
    ],
)
def test_style_of_a_line(line: str, style: str) -> None:
    assert style_of(line) == style


def test_style_is_that_of_the_sentence_or_line_around_a_place() -> None:
    text = "TALKS IN GENEVA FAIL\nThe delegates left Geneva on Friday. Peace Is Far Away"
    assert around(text).style(text.index("GENEVA")) == "loud"
    assert around(text).style(text.index("Geneva")) == "running"
    assert around(text).style(text.index("Peace")) == "headline"


@pytest.mark.parametrize(
    ("marked", "opens"),
    [
        ("|Ukraine won", True),
        ("It ended. |Ukraine won", True),
        ('He said: "|Ukraine won"', True),
        ("(|Ukraine won)", True),
        ("PARIS (AP) - |Ukraine won", True),
        ("* |Ukraine won", True),
        ("when |Ukraine won", False),
        ("when Mr. |Jordan won", False),
        ("when George W. |Bush won", False),
        ("Russia's |Ukraine won", False),
        ("first,\n|Ukraine won", False),
        ("It ended.\n\n|Ukraine won", True),
    ],
)
def test_where_a_capital_says_nothing(marked: str, opens: bool) -> None:  # noqa: FBT001
    text = marked.replace("|", "")
    index = len(WORD.findall(marked[: marked.index("|")]))
    assert around(text).opens(index) == opens


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("write to info@|nato|.int", True),
        ("see www.|nato|.int", True),
        ("see https://x.org/|nato|", True),
        ("see |nato|.int/news", True),
        ("#|NATO| trends", True),
        ("/srv/|nato|/x", True),
        ("open |nato|.pdf.", True),
        ("set |nato|=1", True),
        ("the UK/|US| talks", False),
        ("the |US|/UK/EU talks", False),
        ("(|NATO|)", False),
        ("the |U.S.|-led force", False),
        ("said.|Ukraine| won", False),
        ("left |NATO|.The end", False),
        ("|NATO|'s", False),
    ],
)
def test_addresses(marked: str, inside: bool) -> None:  # noqa: FBT001
    before, word, _ = marked.split("|")
    text = marked.replace("|", "")
    assert around(text).address((len(before), len(before) + len(word))) == inside


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('his film "From Russia With Love" ran', "From Russia With Love"),
        ("his film “From Russia With Love” ran", "From Russia With Love"),
        ('"It is over," Russia said, "for now."', ""),
        ('"Russia is losing." he said', ""),
        ("Russia is losing", ""),
    ],
)
def test_quotations(text: str, quoted: str) -> None:
    start = text.index("Russia")
    assert around(text).quotation((start, start + 6)) == quoted
