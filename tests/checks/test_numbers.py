from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.checks import CHECKS
from localize.checks.quantities import quantities
from localize.checks.readings import compose, parse, roman
from localize.document import Code, Text
from localize.glossary.concepts import Term
from localize.languages import Pair
from tests.checks.build import messages, translated, verdict


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("More than 1,000 people marched.", "Mais de 1.000 pessoas marcharam."),
        ("More than 1,000 people marched.", "Mais de 1 000 pessoas marcharam."),
        ("Prices rose 3.5 percent.", "Os preços subiram 3,5%."),
        ("It cost $1,234.50.", "Custou US$ 1.234,50."),
        ("Published at 4:44 p.m. on Tuesday.", "Publicado às 16h44 de terça-feira."),
        ("The vote is at 5 p.m.", "A votação é às 17h."),
        ("The vote is at 5 p.m.", "A votação é às 5 da tarde."),
        ("The session opens at 10.30am.", "A sessão abre às 10h30."),
        ("The truce began at midnight.", "A trégua começou às 0h."),
        ("The ship left at 2000 GMT.", "O navio partiu às 20h00 GMT."),
        ("Two soldiers were hurt.", "2 soldados ficaram feridos."),
        ("The 2 soldiers were hurt.", "Os dois soldados ficaram feridos."),
        ("He is 21 years old.", "Ele tem vinte e um anos."),
        ("She was the 1st woman in office.", "Ela foi a 1ª mulher no cargo."),
        ("The first session failed.", "A 1ª sessão fracassou."),
        ("A plan for the 21st century.", "Um plano para o século XXI."),
        ("The fund holds $5 billion.", "O fundo tem US$ 5 bilhões."),
        ("The fund holds $5 billion.", "O fundo tem 5 mil milhões de dólares."),
        ("About 5,000 people fled.", "Cerca de 5 mil pessoas fugiram."),
        ("About 2.5 million people fled.", "Cerca de 2.500.000 pessoas fugiram."),
        ("Between $3 billion and $5 billion.", "Entre 3 e 5 bilhões de dólares."),
        ("A budget of £1.5bn.", "Um orçamento de 1,5 bilhão de libras."),
        ("A budget of 1.5 billion.", "Um orçamento de um bilhão e meio."),
        ("Two and a half million voters.", "2,5 milhões de eleitores."),
        ("One hundred and fifty thousand homes.", "150 mil casas."),
        ("The war ended in nineteen forty-five.", "A guerra acabou em 1945."),
        ("Signed on 01/10/2024.", "Assinado em 1 de outubro de 2024."),
        ("Signed on October 1, 2024.", "Assinado em 01/10/2024."),
        ("The 9/11 attacks changed the law.", "Os ataques de 11 de setembro mudaram a lei."),
        ("Inflation in the 1990s.", "A inflação dos anos 90."),
        ("The 2019-20 season.", "A temporada 2019/2020."),
        ("The match lasted 2½ hours.", "A partida durou duas horas e meia."),
        ("Only ¼ of the voters stayed home.", "Só 1/4 dos eleitores ficou em casa."),
        ("The talks resumed at 12.", "As conversas recomeçaram ao meio-dia."),
        ("The talks resumed at 2:30.", "As conversas recomeçaram às 2 e meia."),
        ("About 2 and a half million voters.", "Cerca de 2,5 milhões de eleitores."),
        ("Seats 2, 3 and 40,000 fans.", "Lugares 2 e 3 e 40 mil adeptos."),
        ("Half of the voters stayed home.", "50% dos eleitores ficaram em casa."),
        ("Python 3.11 and 3.9.2 are affected.", "Python 3.11 e 3.9.2 são afetados."),
        ("On May 12 300 people came.", "Em 12 de maio, 300 pessoas vieram."),
        ("Two dozen states agreed.", "24 estados concordaram."),
        ("A COVID-19 clinic on the A4 road.", "Uma clínica de COVID-19 na estrada A4."),
        ("The zone 168.192.in-addr.arpa.", "A zona 168.192.in-addr.arpa."),
        ("A treaty was signed.", "Foi assinado 1 tratado."),
        ("See https://example.org/2024/15 for details.", "Veja https://example.org/2024/16 para detalhes."),
    ],
)
def test_a_number_written_the_portuguese_way_is_no_mismatch(source: str, target: str) -> None:
    assert messages("number-mismatch", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Some 15 people died.", "Cerca de 50 pessoas morreram.", '"15" became "50"'),
        ("The war began in 1914.", "A guerra começou em 2014.", '"1914" became "2014"'),
        ("Prices rose 3.5 percent.", "Os preços subiram 35%.", '"3.5" became "35"'),
        ("It holds $5 billion.", "Tem US$ 5 milhões.", '"5 billion" became "5 milhões"'),
        ("Five billion people.", "5 milhões de pessoas.", '"5 milhões" is not in the source'),
        ("All 32 members agreed.", "Todos os membros concordaram.", '"32" is missing'),
        ("All members agreed.", "Todos os 32 membros concordaram.", '"32" is not in the source'),
        ("At 4:44 p.m. sharp.", "Exatamente às 16h45.", '"4:44 p.m" became "16h45"'),
        ("Nearly 1,500 people.", "Quase 1,500 pessoas.", '"1,500" is another number in Portuguese'),
    ],
)
def test_a_changed_number_is_reported_with_both_sides(source: str, target: str, message: str) -> None:
    assert messages("number-mismatch", source, target) == [message]


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("en-es", "A fund of 5 billion dollars.", "Un fondo de 5000 millones de dólares."),
        ("en-es", "Nearly 1,500 people.", "Casi 1,500 personas."),
        ("en-fr", "At least 97 people.", "Au moins quatre-vingt-dix-sept personnes."),
        ("en-fr", "It costs 1,234.5 euros.", "Cela coûte 1 234,5 euros."),
        ("en-de", "Some 25,000 people.", "Rund fünfundzwanzigtausend Menschen."),
        ("en-de", "A fund of $5 billion.", "Ein Fonds von 5 Milliarden Dollar."),
        ("en-it", "He is 21.", "Ha ventuno anni."),
        ("en-zh", "Some 1.2 million people.", "约120万人。"),
        ("en-ja", "Some 120 million people.", "約1億2000万人。"),
        ("en-ru", "Some 20 people and 5 billion roubles.", "Около двадцати человек и 5 миллиардов рублей."),
        ("en-ar", "It costs 1,234.5 dinars.", "يكلف ١٬٢٣٤٫٥ دينار."),
        ("pt-en", "Às 16h44, 1.500 pessoas.", "At 4:44 p.m., 1,500 people."),
        ("und-pt", "3.5", "3,5"),
    ],
)
def test_numbers_agree_across_languages(pair: str, source: str, target: str) -> None:
    assert messages("number-mismatch", source, target, pair) == []


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("en-es", "A fund of 5 billion dollars.", "Un fondo de 5 billones de dólares."),
        ("en-de", "A fund of $5 billion.", "Ein Fonds von 5 Billionen Dollar."),
        ("en-zh", "Some 1.2 million people.", "约12万人。"),
        ("en-ru", "Some 21,500 people.", "Около 21 600 человек."),
    ],
)
def test_a_false_friend_among_large_numbers_is_a_mismatch(pair: str, source: str, target: str) -> None:
    assert len(messages("number-mismatch", source, target, pair)) == 1


def test_numbers_within_glossary_terms_are_the_glossary_s_affair() -> None:
    source = "The Group of 77 met in Nairobi."
    terms = (verdict(source, "Group of 77", (Term("G-77 e China 134", "pt"),), after="G-77 e China 134"),)
    translation = translated(source, "O G-77 e China 134 reuniu-se em Nairóbi.", terms)
    assert list(CHECKS["number-mismatch"].function(translation, Pair("en", "pt"))) == []


def test_numbers_in_code_are_none() -> None:
    code = Text("Set x=1,500 now.", (Code(4, "`", "open", 1, translate=False), Code(11, "`", "close", 1)))
    kept = Text(
        "Defina x=1,500 agora.", (Code(7, "`", "open", 1, translate=False), Code(14, "`", "close", 1))
    )
    assert not messages("number-mismatch", code, kept)


def test_the_problem_stands_where_the_lost_number_stands() -> None:
    translation = translated("In all, 32 members agreed.", "Todos os membros concordaram.")
    (problem,) = CHECKS["number-mismatch"].function(translation, Pair("en", "pt"))
    assert problem.span == (8, 10)


def test_many_lost_numbers_make_one_short_message() -> None:
    source = "Winning numbers: 40, 41, 42, 43, 44, 45 and 46."
    assert messages("number-mismatch", source, "Os números vencedores.") == [
        '"40", "41", "42", "43", "44" and 2 more is missing'
    ]


@pytest.mark.parametrize(
    ("raw", "sign", "value"),
    [
        ("1,234.5", ".", Fraction(2469, 2)),
        ("1.234,5", ",", Fraction(2469, 2)),
        ("12,34,567", ".", 1234567),
        ("0.500", ",", None),
        ("1,23", ".", None),
        ("1.2.3", ".", None),
        ("2024", ",", 2024),
        ("9" * 41, ".", None),
    ],
)
def test_digits_are_read_by_the_decimal_sign(raw: str, sign: str, value: Fraction | None) -> None:
    assert parse(raw, sign) == value


@given(st.integers(0, 10**12), st.integers(0, 999))
def test_a_number_formatted_the_english_way_is_read_back(whole: int, thousandths: int) -> None:
    written = f"{whole:,}.{thousandths:03}"
    assert parse(written, ".") == whole + Fraction(thousandths, 1000)


def test_number_words_compose() -> None:
    half = Fraction(1, 2)
    assert compose([2, 1000, 3, 100, 40, 5]) == 2345
    assert compose([5, 1000, 10**6]) == 5 * 10**9
    assert compose([2, half, 10**6]) == 2_500_000
    assert compose([1, 10**9, half]) == 1_500_000_000
    assert compose([4, 20, 17], twenties=True) == 97
    assert compose([4, 20]) == 24


def test_roman_numerals_are_read() -> None:
    assert [roman(numeral) for numeral in ("XXI", "XIX", "IV", "XLIX")] == [21, 19, 4, 49]


@given(
    st.text(alphabet="0123456789 .,:'hapm½-billon一万億XIV/\u00a0", max_size=60),
    st.sampled_from(["en", "pt", "ja", "de"]),
)
def test_any_junk_is_read_in_order_and_agrees_with_itself(text: str, language: str) -> None:
    found = quantities(text, language)
    assert [number.span for number in found] == sorted(number.span for number in found)
    assert all(text[slice(*number.span)] == number.text for number in found)
    assert messages("number-mismatch", text, text, f"{language}-{language}") == []
