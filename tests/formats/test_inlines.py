from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localize.formats.inlines import scan, scan_plain
from tests.formats.reference import our_inlines, their_inlines

FRAGMENTS = [
    "*", "**", "***", "_", "__", "~~", "a", "b ", " ", "word", "[", "](x)", '](<y z> "t")', "[ref][]", "[x][a]", "![",
    "`", "``", "`c`", "<b>", "</b>", '<a href="x">', "&amp;", "&nope;", "\\*", "\\", ".", '"', "(", ")", "!", "\n",
    "<http://x.y>", "<!-- c -->", "é", "“", ",", "]]", "*a*", "**b**", "_c_", "[l](m)", "snake_case", "5 * 3", "&#65;",
]  # fmt: skip


def markup(text: str) -> list[tuple[str, str]]:
    return [(token.kind, text[token.start : token.end]) for token in scan(text, references={"a"})]


def settled(text: str) -> str:
    """Trim the lines, as blocks are, and leave out runs of more than two tildes, with which only they strike out."""
    while any(wrong in text for wrong in ("~~~", "\n ", " \n", "\n\n")):
        text = text.replace("~~~", "~~").replace("\n ", "\n").replace(" \n", "\n").replace("\n\n", "\n")
    return text.strip()


def comparable(text: str) -> bool:
    """Leave out references that something like the rest of a link follows; markdown-it-py does not see them."""
    return bool(text) and not re.search(r"\[a\]\s*[(\[]", text)


@given(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=20).map("".join).map(settled).filter(comparable)
)
@example("***a** b*")
@example("*[link *a*](b)*")
@example("[a [b](c) d](e)")
@example("a``b` ``a`b``")
@example("*foo**bar**baz*")
@example('**"quoted"**word')
def test_commonmark_is_read_as_an_independent_parser_reads_it(text: str) -> None:
    assert our_inlines(text) == their_inlines(text)


@given(st.text("*_~`[]()!<>&;$\\ \n\r{}%#:/.@ab1", max_size=60))
def test_tokens_are_sorted_disjoint_and_properly_nested(text: str) -> None:
    done = 0
    stack: list[int] = []
    for token in scan(text, references={"a"}):
        assert done <= token.start <= token.end
        done = token.end
        if token.kind == "open":
            stack.append(token.id)
        elif token.kind == "close":
            assert stack.pop() == token.id
    assert not stack
    assert done <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5, or $10 with delivery.",
        "US$5bn and A$3bn, or $ 7",
        "between $5 and 6$",
        "[sic] and [2] and [this] (see below)",
        "snake_case, 5 * 3, a < b > c, R&D, &c; x",
        "{x} and {{y}",
        "look! [no link]",
    ],
)
def test_ordinary_prose_has_no_markup(text: str) -> None:
    assert markup(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://example.org/a_b_(c)?d=e*f.", "https://example.org/a_b_(c)?d=e*f"),
        ("(at www.example.org/x)", "www.example.org/x"),
        ("“http://example.org”, he said", "http://example.org"),
        ("write to first.last+tag@mail.example.org.", "first.last+tag@mail.example.org"),
        ("**https://example.org/**", "https://example.org/"),
    ],
)
def test_bare_addresses_are_protected(text: str, address: str) -> None:
    for tokens in (scan(text), scan_plain(text)):
        opening, closing = (token for token in tokens if token.start == token.end)
        assert text[opening.start : closing.start] == address
        assert (opening.kind, opening.translate, closing.kind) == ("open", False, "close")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("so $x$ is", "x"),
        ("so $a_1 = \\frac{1}{2}$.", "a_1 = \\frac{1}{2}"),
        ("so $$E = mc^2$$ is", "E = mc^2"),
        ("a `b*c*` d", "b*c*"),
        ("<https://x.y/_z_>", "https://x.y/_z_"),
        ("press <kbd>Ctrl</kbd>", "Ctrl"),
    ],
)
def test_what_is_in_no_language_is_protected(text: str, content: str) -> None:
    opening, closing = scan(text)
    assert text[opening.end : closing.start] == content
    assert (opening.kind, opening.translate, closing.kind) == ("open", False, "close")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&#x41;", "A"), ("&#233;", "é"), ("&#0;", "\ufffd"), ("&#xD800;", "\ufffd"), ("&#x110000;", "\ufffd"), ("&#10;", " "),
        ("&hearts;", "♥"), ("\\#", "#"),
    ],
)  # fmt: skip
def test_a_character_can_be_spelled_otherwise(text: str, plain: str) -> None:
    (token,) = scan(text)
    assert (token.kind, token.plain) == ("literal", plain)


@pytest.mark.parametrize(
    "tail", ["(u)", "(<u v>)", "()", "(u 'title')", '( u\n"title" )', "(u (title))", "(u(v)w)", "[a]"]
)
def test_a_link_ends_where_its_target_ends(tail: str) -> None:
    assert markup(f"[x]{tail} y)") == [("open", "["), ("close", f"]{tail}")]


@pytest.mark.parametrize(
    "tail", ["(u v)", "(<u", "(u 'title)", "(u(v)", "(u 'a' b)", "[b]", "(" * 40 + ")" * 40]
)
def test_brackets_without_a_target_are_text(tail: str) -> None:
    assert markup(f"[x]{tail} y") == []


def test_codes_are_numbered_in_the_order_in_which_they_begin() -> None:
    assert [(token.kind, token.id) for token in scan("![i](j) **a *b* `c`** \\* <br>")] == [
        ("empty", 1), ("open", 2), ("open", 3), ("close", 3), ("open", 4), ("close", 4), ("close", 2), ("literal", 0),
        ("break", 5),
    ]  # fmt: skip


def test_tags_that_cross_other_markup_stand_alone() -> None:
    assert markup("*a <b>c* d</b>") == [("open", "*"), ("empty", "<b>"), ("close", "*"), ("empty", "</b>")]
    assert markup("<i>a <b>c</i> d</b>") == [
        ("open", "<i>"),
        ("empty", "<b>"),
        ("close", "</i>"),
        ("empty", "</b>"),
    ]


def test_a_pipe_is_escaped_in_the_code_of_a_table_cell_only() -> None:
    assert [token.kind for token in scan(r"`a \| b`", cell=True)] == ["open", "literal", "close"]
    assert [token.kind for token in scan(r"`a \| b`")] == ["open", "close"]


@pytest.mark.parametrize("text", ["a*b*c", "x_y_z", "2*3 and 4*5", "**a**b", "`*a*b`"])
def test_plain_text_has_no_emphasis_inside_words(text: str) -> None:
    assert scan_plain(text) == []


def test_plain_text_has_emphasis_around_words() -> None:
    text = "**Bold**, *it* and (_under_)."
    assert [text[token.start : token.end] for token in scan_plain(text)] == ["**", "**", "*", "*", "_", "_"]
