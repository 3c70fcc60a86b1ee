from __future__ import annotations

import pytest

from tests.formats.build import rewritten, units

WRAPPED = """\
   The Security Council will meet on Friday at the request
of France, which holds the presidency, to hear a report by
the Secretary-General.
"""


def plain(document: str) -> list[str]:
    return [source for _, source in units(document, "text")]


def test_a_paragraph_on_one_line_is_a_unit() -> None:
    assert plain("One sentence. Another sentence.\n\nNext paragraph.\n") == [
        "One sentence. Another sentence.",
        "Next paragraph.",
    ]


def test_a_hard_wrapped_paragraph_is_one_unit() -> None:
    expected = (
        "The Security Council will meet on Friday at the request of France, which holds the presidency, to hear a "
        "report by the Secretary-General."
    )
    assert plain(WRAPPED) == [expected]


def test_lines_that_are_not_wrapped_are_units_however_long() -> None:
    first = "The Prime Minister said that the government would not change its mind about the budget. " * 4
    second = "The opposition had expected nothing else and left the chamber before the vote was taken. " * 3
    assert plain(f"{first}\n{second}\n{first}") == [first.strip(), second.strip(), first.strip()]


def test_one_sentence_a_line_gives_a_unit_a_line() -> None:
    sentences = [
        "The vote is on Monday.",
        "A majority of the seats is needed to pass the bill.",
        "It has none yet.",
    ]
    assert plain("\n".join(sentences)) == sentences


def test_a_two_line_paragraph_is_joined_if_the_rest_of_the_file_is_wrapped() -> None:
    pair = "The report was handed over by the former Prime Minister\nHelena Duarte in the afternoon.\n"
    assert plain(pair) == pair.strip().split("\n")
    assert plain(f"{WRAPPED}\n{pair}")[1] == pair.strip().replace("\n", " ")


def test_the_first_line_is_a_heading_if_it_is_short_and_no_sentence() -> None:
    assert units("Talks fail again\n\nText.", "text")[0][0] == "heading"
    assert units("Talks failed again.\n\nText.", "text")[0][0] == "paragraph"
    assert units("Talks fail again\nBy Anna Smith\n\nText.", "text")[0][0] == "paragraph"
    assert units("word " * 30 + "\n\nText.", "text")[0][0] == "paragraph"


def test_later_lines_are_headings_only_in_bold_or_capitals() -> None:
    found = units("Title\n\n**In bold**\n\nIN CAPITALS\n\nSome words\n\n**Bold** start\n", "text")
    assert [kind for kind, _ in found] == ["heading", "heading", "heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "text", ["5 * 3 * 2 = 30", "snake_case_name", "a 4* hotel and a 5* hotel", "f*ck and f*ck", "* * *x"]
)
def test_stars_and_underscores_that_enclose_no_words_are_text(text: str) -> None:
    assert plain(f"Say {text} now") == [f"Say {text} now"]


def test_markdown_that_plain_text_does_not_have_is_text() -> None:
    text = "See [this](http://x.org/a_b_c), `that`, AT&amp;T and \\[those\\]."
    assert plain(text) == [text]


def test_a_wrapped_paragraph_is_wrapped_again_at_its_own_width() -> None:
    target = (
        "O Conselho de Segurança vai reunir-se na sexta-feira a pedido da França, que detém a presidência, para ouvir "
        "um relatório do secretário-geral das Nações Unidas."
    )
    assert rewritten(WRAPPED, target, format_="text") == (
        "   O Conselho de Segurança vai reunir-se na sexta-feira a\n"
        "pedido da França, que detém a presidência, para ouvir um\n"
        "relatório do secretário-geral das Nações Unidas.\n"
    )


def test_wrapped_quotes_keep_their_marks_and_their_newlines() -> None:
    source = "> The minister wrote that she would not come to the\r\n> meeting, and gave no reason.\r\n"
    target = "A ministra escreveu que não viria à reunião e não deu nenhuma razão para isso."
    assert rewritten(source, target, format_="text") == (
        "> A ministra escreveu que não viria à reunião e não\r\n> deu nenhuma razão para isso.\r\n"
    )


def test_other_paragraphs_stay_on_one_line() -> None:
    target = "palavra " * 40 + "fim."
    assert rewritten("A short line.\n\nEnd\n", target, "Fim", format_="text") == f"{target}\n\nFim\n"


def test_list_markers_quotes_and_indentation_stay() -> None:
    source = "  - one\n  * two\n 10. three\n> > four\n\t• five\n"
    assert rewritten(source, "um", "dois", "três", "quatro", "cinco", format_="text") == (
        "  - um\n  * dois\n 10. três\n> > quatro\n\t• cinco\n"
    )


def test_a_list_item_goes_on_in_lines_that_begin_where_its_text_does() -> None:
    text = " * The minister left\n   the room early.\n * Nobody knew why\n * Anna\n  Smith\n"
    assert plain(text) == ["The minister left the room early.", "Nobody knew why", "Anna", "Smith"]


def test_columns_are_texts_of_their_own() -> None:
    assert plain("Name:\tAnna Smith\nPlace: \t\t Berlin \n") == ["Name:", "Anna Smith", "Place:", "Berlin"]


def test_line_breaks_in_a_target_become_spaces() -> None:
    assert rewritten("One line.\n", "Uma\nlinha\r\nsó.", format_="text") == "Uma linha  só.\n"
