from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Alignment, Code, Text
from localize.formats import TEXT_FORMATS
from localize.inline import Placed, place

WORD = re.compile(r"\S+")


def read(markdown: str) -> Text:
    """Read one paragraph."""
    unit, *_ = TEXT_FORMATS["markdown"].read(markdown, "a.md").units  # after it come texts in its markup
    return unit.source


def aligned(source: str, target: str, pairs: str) -> Alignment:
    """Align words by their numbers: "0-1 2-0" aligns the first source word with the second target word."""
    sources = [found.span() for found in WORD.finditer(source)]
    targets = [found.span() for found in WORD.finditer(target)]
    numbers = [pair.split("-") for pair in pairs.split()]
    links = [(sources[int(left)], targets[int(right)]) for left, right in numbers]
    return tuple(sorted(links, key=lambda link: link[1]))


def placed(markdown: str, target: str, pairs: str = "") -> Placed:
    source = read(markdown)
    return place(source, target, aligned(source.plain, target, pairs))


def rendered(markdown: str, target: str, pairs: str = "") -> str:
    """Place the codes, all of them for sure, and give what stands in the file."""
    result = placed(markdown, target, pairs)
    assert (result.guessed, result.lost) == ((), ())
    return result.text.render()


def test_a_term_and_where_it_stands_are_better_known_than_its_alignment() -> None:
    source = read("The **National Weather Service** warned.")
    target = "O Serviço Meteorológico Nacional advertiu."
    astray = aligned(source.plain, target, "0-0 1-1 2-2 4-3 4-4")
    term, stands = (4, 28), (2, 32)
    assert (source.plain[slice(*term)], target[slice(*stands)]) == (
        "National Weather Service",
        "Serviço Meteorológico Nacional",
    )
    made = place(source, target, astray, known=[(term, stands)])
    assert made.text.render() == "O **Serviço Meteorológico Nacional** advertiu."


def test_a_term_that_a_code_parts_is_left_to_the_alignment() -> None:
    source, target = read("The **Weather** Service warned."), "O Serviço Meteorológico advertiu."
    links = aligned(source.plain, target, "0-0 1-2 2-1 3-3")
    made = place(source, target, links, known=[((4, 19), (2, 23))])
    assert made.text.render() == "O Serviço **Meteorológico** advertiu."


def test_a_target_that_equals_the_source_is_the_source() -> None:
    source = read("AT&amp;T **was** here  \nand there[^1].")
    assert place(source, source.plain, ()) == Placed(source)


@pytest.mark.parametrize(
    ("markdown", "target", "pairs", "expected"),
    [
        (
            "The **new Secretary-General** of NATO spoke.",
            "O novo secretário-geral da OTAN falou.",
            "0-0 1-1 2-2 3-3 4-4 5-5",
            "O **novo secretário-geral** da OTAN falou.",
        ),
        (
            "The *Prime Minister's* speech was long.",
            "O discurso do primeiro-ministro foi longo.",
            "0-0 1-2 1-3 2-2 2-3 3-1 4-4 5-5",
            "O discurso *do primeiro-ministro* foi longo.",
        ),
        (
            "See [the *full* report](u) now.",
            "Veja agora o relatório completo.",
            "0-0 1-2 2-4 3-3 4-1",
            "Veja agora [o relatório *completo*](u).",
        ),
        (
            "**Red** and *green* lights.",
            "Luzes verdes e vermelhas.",
            "0-3 1-2 2-1 3-0",
            "Luzes *verdes* e **vermelhas**.",
        ),
        (
            "He **did not** come.",
            "Er kam nicht.",
            "0-0 1-1 2-2 3-1",
            "Er kam **nicht**.",
        ),
    ],
)
def test_a_pair_surrounds_what_renders_the_words_that_it_encloses(
    markdown: str, target: str, pairs: str, expected: str
) -> None:
    assert rendered(markdown, target, pairs) == expected


def test_a_stray_link_does_not_stretch_a_pair() -> None:
    markdown = "The **European Commission** said on Monday that it would pay."
    target = "A Comissão Europeia disse na segunda-feira que pagaria."
    pairs = "0-0 1-2 2-1 3-3 4-4 5-5 6-6 7-7 8-7 9-7 1-7"
    assert rendered(markdown, target, pairs) == "A **Comissão Europeia** disse na segunda-feira que pagaria."


def test_a_word_without_link_inside_a_pair_stays_inside() -> None:
    markdown = "The **Council of Europe** met."
    assert rendered(markdown, "O Conselho da Europa reuniu-se.", "0-0 1-1 3-3 4-4") == (
        "O **Conselho da Europa** reuniu-se."
    )


def test_part_of_a_word_becomes_the_word() -> None:
    assert rendered("It is un**believ**able news.", "É uma notícia incrível.", "0-0 1-0 2-3 3-2") == (
        "É uma notícia **incrível**."
    )


def test_part_of_a_word_that_stays_the_same_stays_that_part() -> None:
    assert rendered("The CO~~2~~ level is high.", "O nível de CO2 é alto.", "0-0 1-3 2-1 3-4 4-5") == (
        "O nível de CO~~2~~ é alto."
    )


def test_a_pair_around_everything_surrounds_everything() -> None:
    assert rendered("**All of it.**", "«Tudo isto».") == "**«Tudo isto».**"
    assert rendered("***All of it.***", "Tudo isto.") == "***Tudo isto.***"


@pytest.mark.parametrize(
    ("markdown", "target", "pairs", "expected"),
    [
        ("**Bold lead**: the end.", "Chamada: o fim.", "0-0 1-0 2-1 3-2", "**Chamada**: o fim."),
        ("**Bold lead:** the end.", "Chamada: o fim.", "0-0 1-0 2-1 3-2", "**Chamada:** o fim."),
        ('Say "**yes**" now', "Diga “sim” já", "0-0 1-1 2-2", "Diga “**sim**” já"),
        ('Say **"yes"** now', "Diga “sim” já", "0-0 1-1 2-2", "Diga **“sim”** já"),
        ('"**Yes.**" He left.', "“Sim.” Saiu.", "0-0 1-1 2-1", "“**Sim.**” Saiu."),
        ("He said **no!** Then", "Il dit non\u00a0! Puis", "0-0 1-1 2-2 3-4", "Il dit **non\u00a0!** Puis"),
        ("He said **no**! Then", "Il dit non\u00a0! Puis", "0-0 1-1 2-2 3-4", "Il dit **non**\u00a0! Puis"),
        ("(**here**) it is", "(aqui) está", "0-0 1-1 2-1", "(**aqui**) está"),
    ],
)
def test_punctuation_stays_on_its_side(markdown: str, target: str, pairs: str, expected: str) -> None:
    assert rendered(markdown, target, pairs) == expected


@pytest.mark.parametrize(
    ("markdown", "target", "pairs", "expected"),
    [
        ("He said[^1] nothing.", "Nada disse ele.", "0-2 1-1 2-0", "Nada disse[^1] ele."),
        ("He said nothing.[^1]", "Nada disse ele.", "0-2 1-1 2-0", "Nada disse ele.[^1]"),
        ("He said nothing[^1].", "Ele não disse nada.", "0-0 1-2 2-3", "Ele não disse nada[^1]."),
        ("![x](y) He left.", "Saiu.", "", "![x](y) Saiu."),
        ("The ![x](y) flag fell.", "Caiu a bandeira.", "0-1 1-2 2-0", "Caiu a ![x](y) bandeira."),
        ("A flag ![x](y)", "Uma bandeira", "0-0 1-1", "Uma bandeira ![x](y)"),
        ("**Norway[^1]** paid.", "Pagou a Noruega.", "0-2 1-0", "Pagou a **Noruega[^1]**."),
        ("**Norway**[^1] paid.", "Pagou a Noruega.", "0-2 1-0", "Pagou a **Noruega**[^1]."),
        ("He met Rutte[^1] there.", "Hij ontmoette daar Mark.", "3-2", "Hij ontmoette[^1] daar Mark."),
        ("A ![x](y) flag fell.", "Une bannière tomba.", "0-0 2-2", "Une ![x](y) bannière tomba."),
        ("a *b* ![x](y) *c* d", "k l m n", "0-0 1-1 2-2 3-3", "k *l* ![x](y) *m* n"),
    ],
)
def test_a_code_that_stands_alone_keeps_its_neighbour(
    markdown: str, target: str, pairs: str, expected: str
) -> None:
    assert rendered(markdown, target, pairs) == expected


def test_a_hard_line_break_comes_before_the_space() -> None:
    result = placed("one,  \ntwo", "um, dois", "0-0 1-1")
    assert [(code.at, code.markup) for code in result.text.codes] == [(3, "  \n")]


@pytest.mark.parametrize(
    ("markdown", "target", "expected"),
    [
        ("Run `pip install` first.", "Execute primeiro pip install.", "Execute primeiro `pip install`."),
        ("See <https://x.org/a> now", "Veja já https://x.org/a", "Veja já <https://x.org/a>"),
        ("So `a` and `b` and `a`.", "Pois b e a e a.", "Pois `b` e `a` e `a`."),
        ("The `is` in this", "O is nisto", "O `is` nisto"),
        ("Press <kbd>*A*</kbd> now", "Prima agora A", "Prima agora <kbd>*A*</kbd>"),
    ],
)
def test_protected_text_is_found_as_it_stands(markdown: str, target: str, expected: str) -> None:
    assert rendered(markdown, target) == expected


def test_protected_text_that_is_not_in_the_target_is_lost() -> None:
    result = placed("Run `pip install` **first**.", "Execute primeiro a instalação.", "0-0 3-1 1-3")
    assert result.text.render() == "Execute **primeiro** a instalação."
    assert [code.markup for code in result.lost] == ["`", "`"]


@pytest.mark.parametrize(
    ("markdown", "target", "expected"),
    [
        ("AT&amp;T and R&D", "A AT&T e a I&D", "A AT&amp;T e a I&D"),
        ("20&nbsp;km away", "a 20\u00a0km", "a 20&nbsp;km"),
        ("\\*Not\\* so", "*Não* é", "\\*Não\\* é"),
        ("one\\* two", "um dois", "um dois"),
        ("A & B &amp; C", "a & b & c", "a & b &amp; c"),
    ],
)
def test_a_spelling_is_used_again_where_its_character_is(markdown: str, target: str, expected: str) -> None:
    assert rendered(markdown, target) == expected


def test_the_line_breaks_of_the_source_are_left_out() -> None:
    assert rendered("one\ntwo three\nfour", "um dois três quatro") == "um dois três quatro"


@pytest.mark.parametrize(
    ("markdown", "target", "expected"),
    [
        (
            "Yesterday **Jens Stoltenberg** spoke.",
            "Falou ontem Jens Stoltenberg.",
            "Falou ontem **Jens Stoltenberg**.",
        ),
        ("They sent *1.5 million* shells.", "Enviaram 1.5 million obuses.", "Enviaram *1.5 million* obuses."),
        ("**NATO**: why *NATO* grows", "NATO: porque cresce a NATO", "**NATO**: porque cresce a *NATO*"),
        ("In Kyiv[^1] it rained", "Choveu em Kyiv", "Choveu em Kyiv[^1]"),
    ],
)
def test_without_alignment_equal_words_are_a_guide(markdown: str, target: str, expected: str) -> None:
    assert rendered(markdown, target) == expected


def test_without_any_guide_a_place_is_guessed_and_said_to_be() -> None:
    result = placed("one two **three four** five", "um dois três quatro cinco")
    assert result.text.render() == "um dois **três quatro** cinco"
    assert [code.markup for code in result.guessed] == ["**", "**"]
    assert result.lost == ()


def test_a_pair_for_which_no_word_is_left_is_lost() -> None:
    result = placed("**a** and *b*", "x", "0-0")
    assert result.text.render() == "**x**"
    assert [code.markup for code in result.lost] == ["*", "*"]


def test_codes_in_a_lost_pair_are_placed_all_the_same() -> None:
    result = placed("Go *there* or `to**do`[^1]!", "Vá *lá*!".replace("*", ""), "0-0 1-1")
    assert result.text.render().count("[^1]") == 1
    assert [code.markup for code in result.lost] == ["`", "`"]


def test_half_a_pair_reaches_to_the_end_of_the_segment() -> None:
    source = Text("It is over", (Code(6, "**", "open", 1),))
    result = place(source, "Agora acabou", aligned(source.plain, "Agora acabou", "0-0 1-0 2-1"))
    assert result.text.render() == "Agora **acabou"


def test_half_a_pair_reaches_to_the_start_of_the_segment() -> None:
    source = Text("It is over, he said", (Code(10, "**", "close", 1),))
    target = "Acabou, disse ele"
    assert place(source, target, aligned(source.plain, target, "0-0 1-0 2-0 3-2 4-1")).text.render() == (
        "Acabou**, disse ele"
    )


def test_halves_of_pairs_that_cross_stand_alone() -> None:
    codes = (
        Code(0, "<b>", "open", 1),
        Code(2, "<i>", "open", 2),
        Code(3, "</b>", "close", 1),
        Code(5, "</i>", "close", 2),
    )
    result = place(Text("a b c", codes), "x y z", aligned("a b c", "x y z", "0-0 1-1 2-2"))
    assert result.text.render() == "<b>x <i>y</b> z</i>"


def test_scripts_without_spaces_are_placed_by_the_character() -> None:
    source = read("He **loves** tea.")
    target = "他喜欢茶。"
    links = (((0, 2), (0, 1)), ((3, 8), (1, 3)), ((9, 12), (3, 4)))
    assert place(source, target, links).text.render() == "他**喜欢**茶。"


SOURCES = [
    "The **new *Secretary-General*** of [NATO](u)[^1] said: `x` &amp; **so** on.",
    "**a** *b* ~~c~~ [d](e) `f` g",
    "![i](j) one **two** three ![k](l)",
    "***x*** <b>y <i>z</i></b> <br> http://x.org/a_b",
    "One  \ntwo\\\nthree *four\nfive* six",
    "plain text",
]
spans = st.tuples(st.integers(0, 70), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
links = st.lists(st.tuples(spans, spans), max_size=25)


def inside(alignment: list[tuple[tuple[int, int], tuple[int, int]]], source: str, target: str) -> Alignment:
    found = [
        ((min(a, len(source)), min(b, len(source))), (min(c, len(target)), min(d, len(target))))
        for (a, b), (c, d) in alignment
    ]
    return tuple(sorted(found, key=lambda link: link[1]))


@given(
    st.sampled_from(SOURCES).map(read),
    st.one_of(
        st.text(max_size=50),
        st.lists(
            st.sampled_from(["x", "f", "b", "a", "novo", "NATO", "&", "two", ".", "«", "中"]), max_size=15
        ).map(" ".join),
    ),
    links,
    st.tuples(st.integers(0, 70), st.integers(0, 70)).map(sorted),
)
def test_every_code_is_placed_once_or_lost_and_pairs_stay_nested(
    whole: Text, target: str, alignment: list[tuple[tuple[int, int], tuple[int, int]]], cut: list[int]
) -> None:
    size = len(whole.plain)
    for source in (whole, whole.slice(min(cut[0], size), min(cut[1], size))):
        result = place(source, target, inside(alignment, source.plain, target))
        assert result.text.plain == target
        marks = [code for code in result.text.codes if code.kind != "literal"]
        given_marks = Counter(
            (code.markup, code.kind, code.id) for code in source.codes if code.kind != "literal"
        )
        assert Counter((code.markup, code.kind, code.id) for code in [*marks, *result.lost]) == given_marks
        assert list(result.text.codes) == sorted(result.text.codes, key=lambda code: code.at)
        closed = {code.id for code in marks if code.kind == "close"}
        opened = {code.id for code in marks if code.kind == "open"}
        stack: list[int] = []
        for code in marks:
            if code.kind == "open" and code.id in closed:
                stack.append(code.id)
            elif code.kind == "close" and code.id in opened:
                assert stack.pop() == code.id
        assert not stack


@given(st.sampled_from(SOURCES).map(read), links)
def test_no_pair_comes_to_enclose_nothing(
    source: Text, alignment: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    target = "Uma frase de nove palavras que nada diz aqui."
    codes = place(source, target, inside(alignment, source.plain, target)).text.codes
    opened = {code.id: code.at for code in codes if code.kind == "open"}
    assert all(opened[code.id] < code.at for code in codes if code.kind == "close" and code.markup)


@pytest.mark.parametrize(
    "markdown", ["**a** " * 3000, "*a* **b** `c` " * 1000, "a[^1] " * 4000, "<b>" * 900 + "x" + "</b>" * 900]
)
def test_thousands_of_codes_are_placed_in_bounded_time(markdown: str) -> None:
    source = read(markdown)
    target = source.plain.replace("a", "x") + " y"
    starts = [found.span() for found in WORD.finditer(source.plain)]
    alignment = tuple((span, span) for span in starts)
    started = time.process_time()
    result = place(source, target, alignment)
    assert len(result.text.codes) + len(result.lost) == len(source.codes)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("markup", ["<br>", "<w:br/>", "<text:line-break/>", "<a:br/>"])
def test_a_line_break_goes_between_what_renders_the_lines_whatever_the_format(markup: str) -> None:
    source = Text("The red house of my aunt", (Code(13, markup, "empty", 1),))
    target = "A casa vermelha da minha tia"
    alignment = aligned(source.plain, target, "0-0 1-2 2-1 3-3 4-4 5-5")
    assert place(source, target, alignment).text.render() == f"A casa vermelha{markup} da minha tia"


def test_the_end_of_a_line_within_the_markup_of_an_office_file_is_no_line_break() -> None:
    source = Text("The red house", (Code(7, '<w:drawing\n a="b"/>', "empty", 1),))
    placed = place(source, "A casa vermelha", aligned(source.plain, "A casa vermelha", "0-0 1-2 2-1"))
    assert placed.text.codes[0].at == len("A casa vermelha")


@pytest.mark.parametrize(
    ("source", "span", "target", "expected"),
    [
        ("Levels of CO2 rose", (12, 13), "Os níveis de CO2 aumentaram", "CO<2>"),
        ("Smith resigned2 on Friday", (14, 15), "Smith renunciou2 na sexta-feira", "renunciou<2>"),
        ("It has 40 m2 of floor", (11, 12), "Tem 40 m2 de chão", "m<2>"),
        ("All roads lead to Rome", (0, 1), "Todas as estradas levam a Roma", "<Todas> as"),
    ],
)
def test_what_is_a_part_of_a_word_is_the_same_part_again_or_the_whole_word(
    source: str, span: tuple[int, int], target: str, expected: str
) -> None:
    codes = (Code(span[0], "<", "open", 1), Code(span[1], ">", "close", 1))
    word = next(found for found in re.finditer(r"\S+", source) if found.start() <= span[0] < found.end())
    bare = expected.replace("<", "").replace(">", "").split()[0]
    at = target.index(bare)
    placed = place(Text(source, codes), target, ((word.span(), (at, at + len(bare))),))
    assert expected in placed.text.render()


def test_what_stands_between_two_spaces_does_so_in_the_translation() -> None:
    formula = (Code(10, "<m/>", "empty", 1),)
    source = Text("The value  is small.", formula)
    made = place(source, "O valor é pequeno.", aligned(source.plain, "O valor é pequeno.", "0-0 1-1 2-2 3-3"))
    assert made.text.render() == "O valor <m/> é pequeno."


def test_a_link_around_an_image_keeps_both_its_spaces() -> None:
    assert (
        rendered("See [![Badge](b.svg)](c) here.", "Veja aqui.", "0-0 1-1")
        == "Veja [![Badge](b.svg)](c) aqui."
    )


def test_what_stands_before_a_comma_stays_before_it() -> None:
    source = Text("Hello , you left.", (Code(6, "<x/>", "empty", 1),))
    made = place(source, "Olá , você saiu.", aligned(source.plain, "Olá , você saiu.", "0-0 2-2 3-3"))
    assert made.text.render() == "Olá <x/>, você saiu."


def test_bold_around_code_is_around_the_code_alone() -> None:
    assert (
        rendered(
            "Run it with **`--to pt`** now.",
            "Execute com o `--to pt` agora.".replace("`", ""),
            "0-0 2-1 3-2 3-3 4-4 5-5",
        )
        == "Execute com o **`--to pt`** agora."
    )


@pytest.mark.parametrize(
    ("target", "pairs", "expected"),
    [
        ("Subiu para US$ 5.000 hoje.", "1-0 2-1 3-3 4-4", "Subiu para **US$ 5.000** hoje."),
        ("Subiu para 5.000 dólares hoje.", "1-0 2-1 3-2 4-4", "Subiu para **5.000 dólares** hoje."),
        ("Stieg auf 5.000 $ heute.", "1-0 2-1 3-2 4-4", "Stieg auf **5.000 $** heute."),
        ("Subiu para $5.000 hoje.", "1-0 2-1 3-2 4-3", "Subiu para **$5.000** hoje."),
    ],
)
def test_bold_around_a_sum_of_money_is_around_its_currency_too(
    target: str, pairs: str, expected: str
) -> None:
    assert rendered("It rose to **$5,000** today.", target, pairs) == expected
