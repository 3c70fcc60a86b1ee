from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localize.errors import FormatError
from localize.formats import blocks
from localize.formats.blocks import leaves
from tests.formats.reference import their_blocks

BLOCKS = [
    "Para one text.", "Two lines of\nprose here", "# Heading", "Setext\n===", "- item", "- item\n- item two\n  - nested",
    "1. one\n2. two\n\n   second paragraph", "> quote\n> goes on", "> - quoted item\n>   lazy", "```\ncode\n```",
    "    indented code", "***", "<div>\nhtml\n</div>", "<!-- a\nb -->", "[a]: http://x 'title'", "| a | b |\n|---|---|\n| c | d |",
    "* * *", "- \n  late", "10. ten", "~~~\n# not\n~~~", "a | b", "#hashtag", "+ plus\n\n  more\n\n      code",
    "It was signed in\n1986. And then", "é ü 中文", "> # quoted heading\n> text", "text\n***\nafter",
]  # fmt: skip


def texts(document: str, *, at_once: int = blocks.WINDOW) -> list[str]:
    """Give the lines of each block of prose, joined by spaces, white space squeezed."""
    return [
        " ".join(" ".join(document[slice(*line)] for line in leaf.lines).split())
        for leaf in leaves(document, 0, at_once=at_once)
        if leaf.kind not in {"html", "title"}
    ]


@given(
    st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=8),
    st.sampled_from(["\n\n", "\n\n\n"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_blocks_are_found_as_an_independent_parser_finds_them(
    parts: list[str], gap: str, newline: str
) -> None:
    document = gap.join(parts)
    assert texts(document.replace("\n", newline)) == their_blocks(document)


@given(
    st.lists(st.sampled_from([*BLOCKS, "", "-", "===", ">", "[^1]: note"]), min_size=1, max_size=30),
    st.integers(1, 60),
)
@example(["[^1]: note", "    its second paragraph", "Text"], 1)
def test_parsing_in_windows_makes_no_difference(parts: list[str], at_once: int) -> None:
    document = "\n".join(parts)
    assert texts(document, at_once=at_once) == texts(document)


def test_a_number_at_the_start_of_a_wrapped_line_is_no_list() -> None:
    assert texts("The treaty was signed in\n1986. It has not\n2) been changed since.") == [
        "The treaty was signed in 1986. It has not 2) been changed since."
    ]
    assert texts("Text\n1. interrupts") == ["Text", "interrupts"]
    assert texts("1. one\n2. two\n7. three") == ["one", "two", "three"]
    assert texts("Text\n2. goes on\n\n3. begins a list") == ["Text 2. goes on", "begins a list"]


def test_containers_name_the_kind_of_a_block() -> None:
    document = "# T\n\np\n\n- l\n\n  > q\n  > - ql\n\n> # h\n\n|a|\n|-|\n|b|\n\n[^1]: f\n"
    assert [(leaf.kind, document[slice(*leaf.lines[0])]) for leaf in leaves(document, 0)] == [
        ("heading", "T"), ("paragraph", "p"), ("list-item", "l"), ("quote", "q"), ("list-item", "ql"), ("heading", "h"),
        ("table-cell", "a"), ("table-cell", "b"), ("footnote", "f"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "text"),
    [("# A #", "A"), ("## A ## b ##", "A ## b"), ("# C#", "C#"), ("# A \\#", "A \\#"), ("#\tA  ", "A")],
)
def test_number_signs_that_close_a_heading_are_not_part_of_it(heading: str, text: str) -> None:
    assert texts(heading) == [text]


def test_a_single_block_may_not_be_larger_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCK", 1000)
    document = "Short.\n\n" + "- an item of a long list\n" * 100 + "\nEnd.\n"
    with pytest.raises(FormatError, match=r"long\.md:3: a block of more than 1,000 characters begins here"):
        list(leaves(document, 0, path="long.md", at_once=100))
    with pytest.raises(FormatError, match=r"long\.md:1: a block of more than 1,000 characters"):
        list(leaves("word " * 1000, 0, path="long.md", at_once=100))


@pytest.mark.parametrize("text", ["> " * 3000 + "deep", "- " * 3000 + "deep", "1. " * 3000 + "deep"])
def test_deep_nesting_is_read_without_overflow(text: str) -> None:
    assert len(texts(text)) == 1


def test_html_in_a_list_item_is_found_though_a_blank_line_ends_it() -> None:
    text = "- It rained.\n\n  <details>\n  <summary>Why it rained</summary>\n\n  Clouds came.\n"
    found = [(leaf.kind, [text[slice(*line)] for line in leaf.lines]) for leaf in leaves(text, 0)]
    assert found == [
        ("list-item", ["It rained."]),
        ("html", ["<details>", "<summary>Why it rained</summary>"]),
        ("list-item", ["Clouds came."]),
    ]
