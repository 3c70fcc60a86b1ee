"""What a translation looks like in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Text
from localize.formats import markdown
from tests.formats.build import rewritten, units

WORDS = [
    "a", "o", "Secretário-Geral", "*", "**", "_", "[x]", "[", "](", "`", "``", "#", "1.", "-", "+", ">", "<b>", "<div",
    "&amp;", "&", "|", "\\", "$5", "$", "~~", "http://x.y/a_b", "www.a.b_", "!", "![x](y)", "é", "中", '"', "a_b", "x*y",
    "===", "---", "[a]", "[^1]", "{{x}}", "10)", ":::", "\\*", "palavra", "(x)", "[ ]", "a@b.co", "'", "[!NOTE]", "~~~",
]  # fmt: skip
BLOCKS = [
    "Para one text.",
    "A long line of prose that will be wrapped at some width or other, as\nauthors of plain text do in their editors.",
    "# Heading", "## H2 *x* ##", "Setext head\n====", "Two line\nsetext head\n---", "- one\n- two\n  - nested",
    "1. one\n2. two\n\n   para in item", "> quote one\n> and two",
    "> - quoted item that is long enough to be wrapped again in the target,\n>   that goes on here\n> - q2",
    "| a | b `c` |\n|---|---|\n| d | e \\| f |", "[^1]: Foot note\n    goes on.", "![alt text](x.png)", "- [ ] task",
    "Title line  \nBy Anna Smith\\\nBrussels", "```\ncode\n```", "<div>\n\ninside\n\n</div>", "[a]: http://x",
    "> [!NOTE]\n> Be careful, said he.", "Line with `code` and <b>html</b><br>next", "---\n\nafter a rule",
]  # fmt: skip


@st.composite
def translated(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Give a document and a target of junk for each of its units."""
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    front = draw(st.sampled_from(["", "---\ntitle: A b\n---\n", '+++\ntitle = "A"\n+++\n']))
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=3))
    document = (front + "\n\n".join(blocks)).replace("\n", newline)
    junk = st.lists(st.sampled_from(WORDS), min_size=1, max_size=15).map(
        lambda words: f"Nota {' '.join(words)} fim."
    )
    return document, [draw(junk) for _ in units(document)]


@given(translated())
def test_what_is_written_is_what_is_read(case: tuple[str, list[str]]) -> None:
    document, targets = case
    kinds = [kind for kind, _ in units(document)]
    assert units(rewritten(document, *targets)) == list(zip(kinds, targets, strict=True))


@pytest.mark.parametrize(
    "target",
    [
        "snake_case e 5 * 3 = 15", "[sic], disse ele [2]", "R&D & AT&T", "a < b > c", "custa $5, ou US$10", "C# e F#",
        "50% (ou mais)!", "d'água -- sim", "1.500 mortos", "-5 graus", "#hashtag", "a | b", "C:\\Temp",
        "https://example.org/a_b_c e x_@_y", "{x}", "«“Não”», disse", "1,5", "+55 11 99999", "= 5",
    ],
)  # fmt: skip
def test_ordinary_prose_is_not_escaped(target: str) -> None:
    assert rewritten("A paragraph.\n", target) == f"{target}\n"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("*não*", "\\*não*"),
        ("__init__", "\\_\\_init__"),
        ("veja [isto](aqui)", "veja \\[isto](aqui)"),
        ("![x](y)", "!\\[x](y)"),
        ("use `x`", "use \\`x`"),
        ("a <b> c", "a \\<b> c"),
        ("&lt; e &nada;", "\\&lt; e &nada;"),
        ("C:\\*.txt", "C:\\\\*.txt"),
        ("~~não~~", "\\~\\~não~~"),
        ("{{ x }}", "\\{{ x }}"),
        ("veja [^1]", "veja \\[^1]"),
        ("1. de maio", "1\\. de maio"),
        ("10) de", "10\\) de"),
        ("2024.", "2024\\."),
        ("# um", "\\# um"),
        ("- um", "\\- um"),
        ("> um", "\\> um"),
        ("<div", "\\<div"),
        ("``` x", "\\``` x"),
        ("fim\\", "fim\\\\"),
    ],
)
def test_what_would_be_markup_is_escaped(target: str, written: str) -> None:
    assert rewritten("A paragraph.\n", target) == f"{written}\n"
    assert units(f"{written}\n") == [("paragraph", target)]


def test_headings_cells_and_alternative_texts_have_their_own_rules() -> None:
    assert rewritten("# Title #\n", "1. Fim #") == "# 1. Fim \\# #\n"
    assert rewritten("Title\n===\n", "# Fim #") == "\\# Fim #\n===\n"
    assert rewritten("|a|b|\n|-|-|\n|`c|d|\n", "- x", "1|2", "c\\", "d") == "|- x|1\\|2|\n|-|-|\n|c\\\\|d|\n"
    assert rewritten("a | b\n--|--\n", "- x", "y") == "\\- x | y\n--|--\n"
    assert rewritten("![alt](x.png)\n", "um [2]") == "![um \\[2\\]](x.png)\n"


def test_a_hard_wrapped_paragraph_is_wrapped_at_its_own_width_with_its_prefix() -> None:
    source = "> - The Foreign Minister of Portugal said that he would\n>   stay, and went.\n"
    target = "O ministro dos Negócios Estrangeiros de Portugal disse que ia ficar, e foi-se embora."
    assert rewritten(source, target) == (
        "> - O ministro dos Negócios Estrangeiros de Portugal\n>   disse que ia ficar, e foi-se embora.\n"
    )


def test_a_wrapped_line_begins_no_block() -> None:
    source = "The Foreign Minister of the country said that he was\nleaving, and left.\n"
    target = "O ministro dos Negócios Estrangeiros disse que chegara\n- em 1986. > # Saiu depois."
    assert rewritten(source, target) == (
        "O ministro dos Negócios Estrangeiros disse que\nchegara - em 1986. > # Saiu depois.\n"
    )
    target = (
        "O ministro dos Negócios Estrangeiros disse aí que\n- em 1986. > # Saiu depois, mais tarde, em maio."
    )
    assert rewritten(source, target) == (
        "O ministro dos Negócios Estrangeiros disse aí que -\nem 1986. > # Saiu depois, mais tarde, em maio.\n"
    )


def test_a_word_that_would_begin_a_block_on_its_line_is_escaped() -> None:
    source = "The Foreign Minister of the country said that\nhe was leaving.\n"
    written = rewritten(source, "O ministro dos Estrangeiros saiu em novembro, 1986. Depois nada mais.")
    assert written == "O ministro dos Estrangeiros saiu em novembro,\n1986\\. Depois nada mais.\n"


def test_a_paragraph_of_one_sentence_a_line_keeps_the_breaks_that_are_left() -> None:
    document = markdown.read("It is over, after nine long years of talks.\nNobody won.\n", "a.md")
    soft = Code(10, "\n", "literal", 0, 1)
    assert markdown.write(document, {"p1": Text("Já acabou. Ninguém ganhou.", (soft,))}, "pt") == (
        "Já acabou.\nNinguém ganhou.\n"
    )


def test_a_hard_line_break_needs_no_space_after_it() -> None:
    document = markdown.read("One line,  \nand another\\\nand more\n", "a.md")
    first, second = Code(4, "  \n", "empty", 1), Code(9, "\\\n", "empty", 2)
    assert (
        markdown.write(document, {"p1": Text("Uma, duas três", (first, second))}, "pt")
        == "Uma,  \nduas\\\ntrês\n"
    )


def test_a_link_that_was_its_own_label_keeps_the_label() -> None:
    document = markdown.read("See [the Report] or [that one][].\n\n[The report]: x\n[that one]: y\n", "a.md")
    codes = document.units[0].source.codes
    places = (5, 16, 20, 24)
    target = Text("Veja o relatório ou esse.", tuple(
        Code(at, code.markup, code.kind, code.id) for at, code in zip(places, codes, strict=True)
    ))  # fmt: skip
    assert markdown.write(document, {"p1": target}, "pt") == (
        "Veja [o relatório][the Report] ou [esse][that one].\n\n[The report]: x\n[that one]: y\n"
    )


def test_emphasis_inside_a_word_is_spelled_with_stars() -> None:
    document = markdown.read("It is _important_ now.\n", "a.md")
    target = Text("重要です。", (Code(0, "_", "open", 1), Code(2, "_", "close", 1)))
    assert markdown.write(document, {"p1": target}, "ja") == "*重要*です。\n"


def test_blanks_at_the_ends_of_a_target_are_left_out() -> None:
    assert rewritten("- item\n\nText\n", "  um ", "\u00a0\tdois\n") == "- um\n\ndois\n"


def test_codes_and_code_spans_are_not_escaped() -> None:
    document = markdown.read("Run `a*b*c` **now**.\n", "a.md")
    codes = (
        Code(8, "`", "open", 1, translate=False), Code(13, "`", "close", 1), Code(14, "**", "open", 2), Code(19, "**", "close", 2),
    )  # fmt: skip
    assert (
        markdown.write(document, {"p1": Text("Execute a*b*c agora *x*.", codes)}, "pt")
        == "Execute `a*b*c` **agora** \\*x*.\n"
    )


def test_a_tick_at_the_end_of_a_cell_is_text() -> None:
    written = rewritten("| a |\n|---|\n| b |\n", "a", "Um `")
    assert units(written) == [("table-cell", "a"), ("table-cell", "Um `")]
