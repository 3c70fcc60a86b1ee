"""Letter case of terms inside longer names, and of the titles of a sentence."""

from __future__ import annotations

import pytest

from localize.alignment import apply_edits
from localize.glossary.repair.capitals import as_name, fitting, in_name, title_edits
from tests.glossary.drafts import draft, matched, spot

CSV = """\
en,pt,kind
electoral commission,comissão eleitoral,term
human rights,direitos humanos,term
climate change,mudanças climáticas,term
Prime Minister,primeiro-ministro,title
Permanent Representative,representante permanente,title
Secretary-General,secretário-geral,title
Culture Minister,ministro da Cultura,title
parliament,parlamento,term
European Union,bloco europeu,organisation
"""


@pytest.mark.parametrize(
    ("source", "target", "words", "named"),
    [
        (
            "The National Electoral Commission said so.",
            "A Comissão Eleitoral Nacional disse isso.",
            "Comissão Eleitoral",
            True,
        ),
        (
            "He left the Committee on Climate Change.",
            "Deixou o Comitê sobre Mudanças Climáticas.",
            "Mudanças Climáticas",
            True,
        ),
        (
            "Reports went to the Office for Democratic Institutions and Human Rights.",
            "Relatórios foram para o Gabinete para as Instituições Democráticas e os Direitos do Homem.",
            "Direitos do Homem",
            True,
        ),
        ("The Prime Minister’s Office was closed.", "O Gabinete do Primeiro-Ministro fechou.", "Primeiro-Ministro", True),
        ("The Office of the Prime Minister closed.", "O Gabinete do Primeiro-Ministro fechou.", "Primeiro-Ministro", True),
        ("The Office of the UN Prime Minister closed.", "O Gabinete do Primeiro-Ministro da ONU fechou.", "Primeiro-Ministro", True),
        ("She is Commissioner for Human Rights.", "É comissária para os Direitos Humanos.", "Direitos Humanos", True),
        ("She spoke for Human Rights.", "Falou pelos Direitos Humanos.", "Direitos Humanos", False),
        # the source has no longer name, or none with capitals
        ("The Electoral Commission said so.", "A Comissão Eleitoral disse isso.", "Comissão Eleitoral", False),
        ("The national electoral commission said so.", "A Comissão Eleitoral Nacional disse.", "Comissão Eleitoral", False),
        ("The Parliament of Norway voted.", "O Parlamento da Noruega votou.", "Parlamento", False),
        ("On Monday, Human Rights won.", "Na segunda-feira, os Direitos Humanos venceram.", "Direitos Humanos", False),
        ("The NATO Climate Change report is out.", "O relatório da OTAN sobre Mudanças Climáticas saiu.", "Mudanças Climáticas", False),
        ("The European Union and Britain agreed.", "O Bloco Europeu e a Grã-Bretanha concordaram.", "Bloco Europeu", False),
        ("Encourages Human Rights Day.", "Incentiva os Direitos Humanos.", "Direitos Humanos", False),
        # the translation has none
        ("The National Electoral Commission said so.", "A comissão eleitoral nacional disse isso.", "comissão eleitoral", False),
        ("The National Electoral Commission said so.", "A Comissão Eleitoral nacional disse.", "Comissão Eleitoral", False),
        # a title is somebody's, unless a body is named after it
        ("Prime Minister Carney spoke.", "O Primeiro-Ministro Carney falou.", "Primeiro-Ministro", False),
        ("The Prime Minister of Norway spoke.", "O Primeiro-Ministro da Noruega falou.", "Primeiro-Ministro", False),
        ("The Prime Minister’s Labrador barked.", "O Labrador do Primeiro-Ministro latiu.", "Primeiro-Ministro", False),
        # a headline has capitals everywhere; only a word right beside the term tells
        ("Electoral Commission Meets Party Leaders", "Comissão Eleitoral reúne líderes partidários", "Comissão Eleitoral", False),
        ("Geneva Human Rights Debate Opens Again", "Reabre o Debate de Direitos Humanos em Genebra", "Direitos Humanos", False),
        ("National Electoral Commission Meets Party Leaders", "Comissão Eleitoral Nacional reúne líderes", "Comissão Eleitoral", True),
    ],
)  # fmt: skip
def test_a_term_inside_a_longer_name_is_told_by_the_capitals_of_both_sides(
    source: str, target: str, words: str, *, named: bool
) -> None:
    (match,) = matched(CSV, source)
    assert in_name(source, match, target, spot(target, words)) is named


@pytest.mark.parametrize(
    ("source", "target", "words", "written"),
    [
        ("PRIME MINISTER: Good afternoon.", "PREMIÊ: Boa tarde.", "PREMIÊ", "PRIMEIRO-MINISTRO"),
        ("Prime Minister: Good afternoon.", "PREMIÊ: Boa tarde.", "PREMIÊ", "primeiro-ministro"),
        ("PRIME MINISTER: Good afternoon.", "Premiê: Boa tarde.", "Premiê", "primeiro-ministro"),
    ],
)
def test_a_label_in_capitals_stays_in_capitals(source: str, target: str, words: str, written: str) -> None:
    (match,) = matched(CSV, source)
    assert fitting("primeiro-ministro", source, match, target, spot(target, words)) == written


def test_an_acronym_does_not_make_its_full_name_shout() -> None:
    source, target = "The NATO summit opened.", "A cúpula da NATO abriu."
    (match,) = matched("en,pt,kind\nNATO,Aliança,acronym\n", source)
    assert fitting("Aliança", source, match, target, spot(target, "NATO")) == "Aliança"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("direitos humanos", "Direitos Humanos"),
        ("armas de destruição em massa", "Armas de Destruição em Massa"),
        ("primeiro-ministro", "Primeiro-ministro"),
        ("cúpula da OTAN", "Cúpula da OTAN"),
    ],
)
def test_a_term_is_written_as_a_name_with_small_words_in_between(form: str, name: str) -> None:
    assert as_name(form) == name


@pytest.mark.parametrize(
    ("source", "target", "pairs", "wanted"),
    [
        (  # an adjective of the title
            "Chad’s Deputy Permanent Representative left.",
            "A representante permanente Adjunta do Chade saiu.",
            ["Deputy=Adjunta", "Permanent=permanente", "Representative=representante", "Chad=Chade"],
            "A representante permanente adjunta do Chade saiu.",
        ),
        (  # other offices, with what belongs to them
            "The Culture Minister met European Commissioner Marta Kos and Head Ann Lee.",
            "O ministro da Cultura reuniu-se com a Comissária Europeia Marta Kos e a Chefe Ann Lee.",
            ["Culture Minister=ministro da Cultura", "European=Europeia", "Commissioner=Comissária", "Marta=Marta",
             "Kos=Kos", "Head=Chefe", "Ann=Ann", "Lee=Lee"],
            "O ministro da Cultura reuniu-se com a comissária europeia Marta Kos e a chefe Ann Lee.",
        ),
        (  # what an office is about, though the alignment errs
            "Trade Commissioner Ann Lee met the Secretary-General.",
            "O Comissário responsável pelo Comércio Ann Lee reuniu-se com o secretário-geral.",
            ["Commissioner=Comissário", "Commissioner=Comércio", "Secretary-General=secretário-geral"],
            "O comissário responsável pelo Comércio Ann Lee reuniu-se com o secretário-geral.",
        ),
        (  # the country of a foreign title is no part of it
            "The Swedish Prime Minister left.",
            "O primeiro-ministro da Suécia saiu.",
            ["Swedish=Suécia", "Prime Minister=primeiro-ministro", "left=saiu"],
            "O primeiro-ministro da Suécia saiu.",
        ),
        (  # bodies, and what an office owns, keep their capitals
            "The Secretary-General met the Council of Ministers in the Office of the Mayor and the Governor’s Palace.",
            "O secretário-geral reuniu-se com o Conselho de Ministros no Gabinete do Prefeito e no Palácio do Governador.",
            ["Secretary-General=secretário-geral", "Council=Conselho", "Ministers=Ministros", "Office=Gabinete",
             "Mayor=Prefeito", "Governor=Governador", "Palace=Palácio"],
            "O secretário-geral reuniu-se com o Conselho de Ministros no Gabinete do Prefeito e no Palácio do Governador.",
        ),
        (  # the beginning of a sentence does
            "Head of mission Ann Lee met the Secretary-General.",
            "Chefe de missão Ann Lee encontrou o secretário-geral.",
            ["Head=Chefe", "mission=missão", "Secretary-General=secretário-geral"],
            "Chefe de missão Ann Lee encontrou o secretário-geral.",
        ),
        (  # where the glossary has no title, nothing is done
            "The Human Rights Commissioner left the parliament.",
            "O Comissário dos Direitos Humanos deixou o parlamento.",
            ["Commissioner=Comissário", "Human Rights=Direitos Humanos", "parliament=parlamento"],
            "O Comissário dos Direitos Humanos deixou o parlamento.",
        ),
    ],
)  # fmt: skip
def test_the_titles_of_a_sentence_are_written_alike(
    source: str, target: str, pairs: list[str], wanted: str
) -> None:
    matches = matched(CSV, source)
    places = [(match, spot(target.lower(), match.target.text.lower())) for match in matches]
    edits = title_edits(source, draft(source, target, *pairs), places)
    assert apply_edits(target, edits) == wanted


def test_without_an_alignment_nothing_is_known_of_other_titles() -> None:
    source, target = "The Deputy Secretary-General left.", "O secretário-geral Adjunto saiu."
    places = [(match, spot(target, "secretário-geral")) for match in matched(CSV, source)]
    assert title_edits(source, draft(source, target), places) == []
