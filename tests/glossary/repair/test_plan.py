"""The plan of one repair: what takes the place of the wrong rendering, and what has to agree with it."""

from __future__ import annotations

import pytest

from localize.document import Draft
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.plan import Plan, edit, gendered, make_plan, place
from tests.glossary.drafts import draft, grammar, matched, spot

COURT = "en,pt,kind,gender:pt\nSupreme Court,Supremo Tribunal,organisation,m\n"
MS, FS = Features(False, False), Features(True, False)


def plan(csv: str, source: str, made: Draft, old: str | None, *, language: str = "pt") -> Plan:
    """Plan the repair of the only match of a source, where *old* stands in the draft."""
    (match,) = matched(csv, source, f"en-{language}")
    span = spot(made.text, old) if old else None
    return make_plan(source, made, match, old=span, asked=Features(), grammar=grammar(language))


def text(made: Plan) -> str:
    assert made.edited is not None
    return made.edited.text


def test_the_term_is_in_place_and_its_determiner_agrees() -> None:
    source, target = "A ruling of the Supreme Court.", "Uma decisão da Suprema Corte."
    made = plan(COURT, source, draft(source, target, "Supreme Court=Suprema Corte"), "Suprema Corte")
    assert text(made) == "Uma decisão do Supremo Tribunal."
    assert made.edited is not None
    assert made.edited.text[slice(*made.term)] == made.form == "Supremo Tribunal"
    assert made.features == MS
    assert not made.safe


def test_the_stop_of_an_abbreviation_goes_with_it() -> None:
    csv = "en,pt,kind,variants:en,gender:pt\nSecretary-General,secretário-geral,title,Sec.-Gen.,m\n"
    source, target = "Sec.-Gen. Rutte spoke.", "Sec.-Gen. Rutte falou."
    made = plan(csv, source, draft(source, target, "Sec.-Gen=Sec.-Gen"), "Sec.-Gen")
    assert text(made) == "Secretário-geral Rutte falou."


def test_the_alignment_follows_the_edit() -> None:
    source, target = "The Supreme Court ruled.", "A Suprema Corte decidiu."
    made = plan(
        COURT,
        source,
        draft(source, target, "The=A", "Supreme Court=Suprema Corte", "ruled=decidiu"),
        "Suprema Corte",
    )
    assert made.edited is not None
    rendered = [(source[slice(*a)], made.edited.text[slice(*b)]) for a, b in made.edited.alignment]
    assert rendered == [
        ("The", "O"),
        ("Supreme Court", "Supremo Tribunal"),
        ("Supreme Court", "Supremo Tribunal"),
        ("ruled", "decidiu"),
    ]


@pytest.mark.parametrize(
    ("csv", "source", "target", "old", "safe"),
    [
        ("en,pt,gender:pt\nnewspaper,diário,m\n", "The newspaper.", "O jornal.", "jornal", True),
        ("en,pt,gender:pt\nnewspaper,diário,m\n", "The newspapers.", "Os jornais.", "jornais", True),
        ("en,pt,gender:pt\nnewspaper,gazeta,f\n", "The newspaper.", "O jornal.", "jornal", False),
        ("en,pt,gender:pt\nnewspaper,diário,m\n", "Every newspaper.", "Cada jornal.", "jornal", False),
        ("en,pt,gender:pt,number:pt\npeople,povos,m,pl\n", "The people.", "O povo.", "povo", False),
    ],
)
def test_a_noun_like_the_old_one_changes_nothing_further_away(
    csv: str, source: str, target: str, old: str, *, safe: bool
) -> None:
    assert plan(csv, source, Draft(target), old).safe == safe


def test_what_could_not_be_located_is_planned_without_an_edit() -> None:
    made = plan(COURT, "The Supreme Court.", Draft("O Supremo."), None)
    assert made.edited is None
    assert made.form == "Supremo Tribunal"


def test_a_word_that_the_term_brings_itself_is_not_doubled() -> None:
    csv = "en,pt\nlife sentence,prisão perpétua\n"
    assert (
        text(plan(csv, "A life sentence.", Draft("Uma sentença perpétua."), "sentença"))
        == "Uma prisão perpétua."
    )


def test_a_neighbour_that_the_term_brings_in_another_number_is_not_doubled() -> None:
    csv = "en,pt,gender:pt,number:pt\ndefense spending,gastos militares,m,pl\n"
    made = plan(csv, "The defense spending.", Draft("O gasto militar de defesa."), "militar de defesa")
    assert text(made) == "Os gastos militares."


def test_a_sentence_begins_with_a_capital_but_a_name_of_a_firm_as_it_is_written() -> None:
    assert (
        text(plan("en,pt\nceasefire,cessar-fogo\n", "Ceasefire now.", Draft("Trégua já."), "Trégua"))
        == "Cessar-fogo já."
    )
    assert (
        text(plan("en,kind\neBay,do-not-translate\n", "eBay fell.", Draft("Ebay caiu."), "Ebay"))
        == "eBay caiu."
    )


@pytest.mark.parametrize(
    ("target", "old", "wanted"),
    [
        ("Um ataque de mísseis.", "mísseis", "Um ataque de projéteis."),
        ("Um ataque de míssil.", "míssil", "Um ataque de projétil."),
        ("O vírus.", "vírus", "O projétil."),
        ("Um país sem mês.", "mês", "Um país sem projétil."),
    ],
)
def test_a_noun_without_a_determiner_keeps_the_number_that_the_engine_gave_it(
    target: str, old: str, wanted: str
) -> None:
    csv = "en,pt,gender:pt\nmissile,projétil,m\n"
    assert text(plan(csv, "A missile attack.", Draft(target), old)) == wanted


def test_a_headline_in_capitals_stays_one() -> None:
    made = plan("en,pt\nceasefire,cessar-fogo\n", "CEASEFIRE HOLDS", Draft("TRÉGUA SE MANTÉM"), "TRÉGUA")
    assert text(made) == "CESSAR-FOGO SE MANTÉM"


def test_without_a_grammar_the_lemma_is_put_in() -> None:
    (match,) = matched("en,de\ntreaty,Abkommen\n", "Two treaties.", "en-de")
    made = make_plan(
        "Two treaties.", Draft("Zwei Verträge."), match, old=(5, 13), asked=Features(), grammar=None
    )
    assert text(made) == "Zwei Abkommen."


def test_a_plan_can_be_placed_in_another_draft() -> None:
    made = plan(COURT, "The Supreme Court.", Draft("A Suprema Corte."), "Suprema Corte")
    other = place(made._replace(old=(4, 7)), Draft("Da XQ7 veio."), grammar())
    assert other.edited is not None
    assert (
        text(place(made._replace(old=(3, 6)), Draft("Da XQ7 veio."), grammar()))
        == "Do Supremo Tribunal veio."
    )


def test_editing_keeps_the_score() -> None:
    assert edit(Draft("a", (), -0.5), ()) == Draft("a", (), -0.5)


@pytest.mark.parametrize(
    ("source", "target", "old", "wanted"),
    [
        (
            "Minister Maria Silva left.",
            "O ministro Maria Silva saiu.",
            "ministro",
            "A ministra Maria Silva saiu.",
        ),
        ("Minister Maria Silva left.", "A ministra Maria Silva saiu.", "ministra", None),
        (
            "The German Minister, Maria Silva, left.",
            "O ministro alemão, Maria Silva, saiu.",
            "ministro",
            "A ministra alemã, Maria Silva, saiu.",
        ),
        (
            "Then the Minister, Maria Silva, left.",
            "Então o ministro pouco doente, Maria Silva, saiu.",
            "ministro",
            "Então a ministra pouco doente, Maria Silva, saiu.",
        ),
        (
            "The ministers Maria Silva and João left.",
            "Os ministros Maria Silva e João saíram.",
            "ministros",
            None,
        ),
    ],
)
def test_a_woman_s_title_is_feminine(source: str, target: str, old: str, wanted: str | None) -> None:
    (match,) = matched("en,pt,kind\nminister,ministro,title\n", source)
    made = gendered(source, Draft(target), match, spot(target, old), grammar(), feminine=True)
    assert (made.edited.text if made and made.edited else None) == wanted


@pytest.mark.parametrize(
    ("target", "old", "wanted"),
    [
        ("A ministra, Peter Silva, saiu.", "ministra", "O ministro, Peter Silva, saiu."),
        ("Disse ministra Peter Silva.", "ministra", "Disse ministro Peter Silva."),
        ("O ministro, Peter Silva, saiu.", "ministro", None),
        ("Disse ministro Peter Silva.", "ministro", None),
    ],
)
def test_a_man_s_title_is_masculine(target: str, old: str, wanted: str | None) -> None:
    source = "The minister, Peter Silva, left."
    (match,) = matched("en,pt,kind\nminister,ministro,title\n", source)
    made = gendered(source, Draft(target), match, spot(target, old), grammar(), feminine=False)
    assert (made.edited.text if made and made.edited else None) == wanted


def test_things_have_no_feminine() -> None:
    source, made = "Minister Maria Silva left.", Draft("O ministro Maria.")
    (match,) = matched("en,pt,kind\nminister,ministro,term\n", source)
    assert gendered(source, made, match, (2, 10), grammar(), feminine=True) is None
    assert gendered(source, made, match, (2, 10), None, feminine=True) is None


def test_a_determiner_agrees_with_a_term_in_quotation_marks() -> None:
    csv = "en,pt,gender:pt\ncarbon tax,taxa de carbono,f\n"
    source, target = 'She called the "carbon tax" honest.', 'Ela chamou o "imposto de carbono" de honesto.'
    made = plan(csv, source, draft(source, target), "imposto de carbono")
    assert text(made) == 'Ela chamou a "taxa de carbono" de honesto.'


def test_a_country_brings_its_article_behind_a_preposition_that_fuses_with_none() -> None:
    csv = "en,pt,kind,gender:pt\nMyanmar,Birmânia,place,f\n"
    source, target = "Relations with Myanmar.", "Relações com Mianmar."
    made = plan(csv, source, draft(source, target), "Mianmar")
    assert text(made) == "Relações com a Birmânia."
