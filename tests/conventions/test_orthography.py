"""What Portuguese writes one way in all its regions: ordinals, months, dollars, decimal commas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import apply_edits
from localize.conventions import numeral, settled
from localize.languages import Pair


def written(source: str, text: str, target: str = "pt") -> str:
    return apply_edits(text, settled(source, text, Pair("en", target)))


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("the 101st Airborne Division", "a 101a Divisão Aerotransportada", "a 101ª Divisão Aerotransportada"),
        ("in the 77th minute", "no 77o minuto", "no 77º minuto"),
        ("the 9th Meeting", "da 9.a Reunião", "da 9.ª Reunião"),
        ("case No. 24-1287", "processo no 24-1287", "processo nº 24-1287"),
        (
            "on 17 October and 19 December",
            "em 17 de Outubro e 19 de Dezembro",
            "em 17 de outubro e 19 de dezembro",
        ),
        ("due in spring 2027", "esperado na Primavera de 2027", "esperado na primavera de 2027"),
        ("It costs $5.", "Custa US $ 5.", "Custa US$ 5."),
        ("at $1.1742", "em $1.1742", "em US$ 1,1742"),
        ("Cash: $36.996bn", "Dinheiro: $36.996 bilhões", "Dinheiro: US$ 36,996 bilhões"),
        ("a dose of 7.2 × 10", "uma dose de 7.2 × 10", "uma dose de 7,2 × 10"),
        ("to close at 6,011.48.", "para fechar em 6.011.48.", "para fechar em 6.011,48."),
        ("fell 1.1% to 19,204.90", "caiu 1,1% para 19,204,90", "caiu 1,1% para 19.204,90"),
        (
            "a cave 90\u00a0km away, at 6\u00a0°C",
            "uma caverna a 90 km, a 6 °C",
            "uma caverna a 90\u00a0km, a 6\u00a0°C",
        ),
        ("Storm hits coast; UN sends aid", "Atinge a costa; Ajuda da ONU", "Atinge a costa; ajuda da ONU"),
        (
            "Two held; police search house",
            "Dois presos; Polícia revista casa",
            "Dois presos; polícia revista casa",
        ),
        ("Spain", "A Espanha", "Espanha"),
        ("“Thank you!”", "“Obrigado por enviar uma edição!”", "“Obrigado!”"),
        ("Thank you very much.", "Muito obrigado por tudo.", "Muito obrigado."),
        ("Thank you for all.", "Obrigado por tudo.", "Obrigado por tudo."),
        ("Mr Stewart rejects it.", "O senhor deputado Stewart rejeita.", "O senhor Stewart rejeita."),
        ("Ms. Ford, MP, left.", "A senhora deputada Ford saiu.", "A senhora deputada Ford saiu."),
        ("21 per cent and 14 per cent", "21% e 14 por cento", "21% e 14%"),
        ("South Korea", "Da Coreia do Sul", "Coreia do Sul"),
        ("India", "Da índia", "Índia"),
        ("The Gambia", "A Gâmbia", "A Gâmbia"),
        ("O Globo", "O Globo", "O Globo"),
        ("Spain won", "A Espanha venceu", "A Espanha venceu"),
        ("passed on 6/14/2025", "aprovado em 6/14/2025", "aprovado em 14/6/2025"),
        ("He owes Rs 4.5 crore", "Deve Rs 4.5 crore", "Deve Rs 4,5 crore"),
        ("The bid of EUR 3.25 million", "A oferta de EUR 3.25 milhões", "A oferta de EUR 3,25 milhões"),
        (
            "“We said ‘no’ twice,” he said; “and we meant it.”",
            "“Dissemos “não” duas vezes”, disse ele; “e era sério.”",
            "“Dissemos ‘não’ duas vezes”, disse ele; “e era sério.”",
        ),
        (
            "\"It's 'my best day',\" she said.",
            '"É "o meu melhor dia", disse ela.',
            "\"É 'o meu melhor dia'\", disse ela.",
        ),
        ("He saw 'no way' out,\" she said.", 'Não via "saída", disse ela.', 'Não via "saída", disse ela.'),
        ("He paid C$5 and $6.", "Pagou C$5 e $6.", "Pagou C$5 e US$ 6."),
        ("from 2pm to 6:02 p.m.", "das 14:00 às 18:02", "das 14h às 18h02"),
        ("High tide: 6.52am, 5.9m.", "Maré alta: 6.52am, 5.9m.", "Maré alta: 6h52, 5,9m."),
        ("at 8:30 a.m. ET (13:30 GMT)", "às 8:30 ET (13:30 GMT)", "às 8h30 ET (13:30 GMT)"),
        ("Mon 9am-5pm", "Seg. 9am-5pm", "Seg. 9h-17h"),
        ("4:15 p.m.: arrested", "16:15: preso", "16h15: preso"),
        ("He left at 12:05 a.m.", "Saiu às 12:05 a.m.", "Saiu às 0h05."),
        ("It opens at 9 p.m. and closes", "Abre às 9 p.m. e fecha", "Abre às 21h e fecha"),
        ("Éowyn (January 2025)", "Éowyn (janeiro 2025)", "Éowyn (janeiro de 2025)"),
        ('a "secret annex" to it', 'um " anexo secreto"', 'um "anexo secreto"'),
        ("1.4x as fast, at 3.2GHz", "1.4x mais rápido, a 3.2GHz", "1,4x mais rápido, a 3,2GHz"),
        ("Brazil and India met.", "O Brasil e a índia reuniram-se.", "O Brasil e a Índia reuniram-se."),
        ("At 9:40: a fire", "Às 9:40:: um incêndio", "Às 9:40: um incêndio"),
    ],
)
def test_what_all_regions_write_is_written(source: str, text: str, wanted: str) -> None:
    assert written(source, text) == wanted


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("March is cold", "Março é frio"),
        ("the 25 April Revolution", "a Revolução de 25 de Abril"),
        ("Prague Spring", "Primavera de Praga"),
        ("version 3.11", "versão 3.11"),
        ("the 3a and 5o types", "os tipos 3a e 5o"),
        ("It is no 5.", "Não é no 5."),
        ("a::b", "a::b"),
        ("R$ 5 and US $ 5", "R$ 5"),
        ("It left at 14:00.", "Partiu às 14:00."),
        ("It won 3:10 at 3:10 p.m.", "Venceu por 3:10"),
        ("in January 2,000 came", "em janeiro 2.000 vieram"),
        ('the "first" and "last" ones', 'o "primeiro" e o "último" deles'),
        ("on 6/4/2025", "em 6/4/2025"),
        ("a \"rock 'n' roll\" band", 'uma banda de "rock and roll"'),
        ("\"He 'knew' it,\" she said", '"Ele "sabia", "disse" ela"'),
        ("Talks fail; EU meets", "Fracasso; União Europeia se reúne"),
        ("Talks fail; Paris waits", "Fracasso; Paris espera"),
        ("90 km and 5\u00a0kg", "90 km e cinco quilos"),
        ("on 6 May, 11 days and 48 hours", "no 6.11.48"),
    ],
)
def test_what_has_no_reason_in_the_source_stays(source: str, text: str) -> None:
    assert written(source, text) == text


def test_a_number_is_written_as_the_target_does() -> None:
    assert numeral("2,101.5", Pair("en", "pt")) == "2.101,5"
    assert numeral("2,101.5", Pair("en", "de-CH")) == "2’101.5"
    assert numeral("2.101.5", Pair("en", "pt")) is None


def test_where_regions_differ_numbers_stay() -> None:
    assert written("It rose 3.5%.", "Subió 3.5%.", "es") == "Subió 3.5%."
    assert written("the 9th", "la 9a", "es") == "la 9ª"


@given(st.text(max_size=30), st.text(st.sampled_from("101a no 7.5%Março de::US $ 3"), max_size=40))
def test_writing_again_changes_nothing_more(source: str, text: str) -> None:
    once = written(source, text)
    assert written(source, once) == once
