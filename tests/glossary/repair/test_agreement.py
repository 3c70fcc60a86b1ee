"""A term in another noun's place, with everything beside it agreeing, in four languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import apply_edits
from localize.document import Draft
from localize.glossary.repair.agreement import Replacement, case_for, context, match_case, replace_noun
from localize.glossary.repair.grammar import Features
from tests.glossary.drafts import draft, grammar, matched, spot

MS, FS, MP, FP = Features(False, False), Features(True, False), Features(False, True), Features(True, True)


def replaced(target: str, old: str, form: str, features: Features, language: str = "pt") -> str:
    """Put a form in place of words of a target, without any alignment."""
    (match,) = matched(f'en,{language}\nthing,"{form}"\n', "A thing.", f"en-{language}")
    new = Replacement("A thing.", Draft(target), spot(target, old), match, form, features)
    return apply_edits(target, replace_noun(new, grammar(language)))


@pytest.mark.parametrize(
    ("language", "target", "new", "features", "wanted"),
    [
        ("pt", "Chegaram a um acordo.", "acordo > trato", MS, "Chegaram a um trato."),
        ("pt", "Chegaram a um acordo.", "acordo > trégua", FS, "Chegaram a uma trégua."),
        ("pt", "Fechada desde maio, a escola caiu.", "escola > colégio", MS, "Fechado desde maio, o colégio caiu."),
        ("pt", "Fechada a porta, a escola caiu.", "escola > colégio", MS, "Fechada a porta, o colégio caiu."),
        ("pt", "Fechado desde maio, viu a escola.", "escola > colégio", MS, "Fechado desde maio, viu o colégio."),
        ("pt", "Todas as escolas leram.", "escolas > colégios", MP, "Todos os colégios leram."),
        ("pt", "Todos na escola leram.", "escola > colégio", MS, "Todos no colégio leram."),
        # Portuguese: articles and what they fuse with
        ("pt", "A Suprema Corte decidiu.", "Suprema Corte > Supremo Tribunal", MS, "O Supremo Tribunal decidiu."),
        ("pt", "A decisão da Suprema Corte.", "Suprema Corte > Supremo Tribunal", MS, "A decisão do Supremo Tribunal."),
        ("pt", "Pediu à Suprema Corte.", "Suprema Corte > Supremo Tribunal", MS, "Pediu ao Supremo Tribunal."),
        ("pt", "Votado pelo parlamento.", "parlamento > assembleia", FS, "Votado pela assembleia."),
        ("pt", "Nos ataques de maio.", "ataques > ofensivas", FP, "Nas ofensivas de maio."),
        ("pt", "Numa reunião.", "reunião > encontro", MS, "Num encontro."),
        ("pt", "Falou do acordo.", "acordo > conversações", FP, "Falou das conversações."),
        # the chain before a noun: possessives, numerals, adjectives
        ("pt", "os três maiores sindicatos", "sindicatos > centrais sindicais", FP, "as três maiores centrais sindicais"),
        ("pt", "todos os seus novos mísseis", "mísseis > armas", FP, "todas as suas novas armas"),
        ("pt", "este novo acordo", "acordo > lei", FS, "esta nova lei"),
        ("pt", "o próximo ministro", "ministro > chefes", MP, "os próximos chefes"),
        ("pt", "os 27 países", "países > nações", FP, "as 27 nações"),
        ("pt", "a poderosa organização", "organização > grupo", MS, "o poderoso grupo"),
        ("pt", "A sua grande corte", "corte > tribunais", MP, "Os seus grandes tribunais"),
        # one or many of them: the gender only
        ("pt", "muitos dos drones", "drones > aeronaves", FP, "muitas das aeronaves"),
        ("pt", "Um dos reféns", "reféns > pessoas", FP, "Uma das pessoas"),
        ("pt", "muitos do partido", "partido > legenda", FS, "muitos da legenda"),
        ("es", "muchos de los drones", "drones > aeronaves", FP, "muchas de las aeronaves"),
        # what does not agree stays: verbs, other nouns, prepositions
        ("pt", "Disse que corte e", "corte > tribunal", MS, "Disse que tribunal e"),
        ("pt", "chefe de governo", "governo > junta", FS, "chefe de junta"),
        ("pt", "a corte, o tribunal", "tribunal > lei", FS, "a corte, a lei"),
        ("pt", "Eles viram a", "viram > olham", MP, "Eles olham a"),
        ("pt", "da OTAN despesa", "despesa > gasto", MS, "da OTAN gasto"),
        ("pt", "o: governo", "governo > junta", FS, "o: junta"),
        # bare prepositions before places that have an article
        ("pt", "tropas de Moscou", "Moscou > Rússia", FS, "tropas da Rússia"),
        ("pt", "viveu em América", "América > Estados Unidos", MP, "viveu nos Estados Unidos"),
        ("pt", "tropas de Moscou", "Moscou > Lisboa", FS, "tropas de Lisboa"),
        # capitals
        ("pt", "DA SUPREMA CORTE", "SUPREMA CORTE > SUPREMO TRIBUNAL", MS, "DO SUPREMO TRIBUNAL"),
        ("pt", "Da Suprema Corte", "Suprema Corte > Supremo Tribunal", MS, "Do Supremo Tribunal"),
        ("pt", "“A Suprema Corte”", "Suprema Corte > Supremo Tribunal", MS, "“O Supremo Tribunal”"),
        # Spanish: two words fuse, stressed a
        ("es", "la decisión de la Corte", "Corte > Tribunal", MS, "la decisión del Tribunal"),
        ("es", "la decisión del Tribunal", "Tribunal > Corte", FS, "la decisión de la Corte"),
        ("es", "pidió a la Corte", "Corte > Tribunal", MS, "pidió al Tribunal"),
        ("es", "pidió al Tribunal", "Tribunal > jueces", MP, "pidió a los jueces"),
        ("es", "la bomba nuclear", "bomba > arma", FS, "el arma nuclear"),
        ("es", "una bomba", "bomba > arma", FS, "un arma"),
        ("es", "las bombas", "bombas > armas", FP, "las armas"),
        ("es", "el misil", "misil > bomba", FS, "la bomba"),
        ("es", "de la nueva alianza", "alianza > pacto", MS, "del nuevo pacto"),
        # French elides and fuses
        ("fr", "le pacte", "pacte > alliance", FS, "l'alliance"),
        ("fr", "l'alliance", "alliance > pacte", MS, "le pacte"),
        ("fr", "L’alliance", "alliance > cour", FS, "La cour"),
        ("fr", "le chef de l'alliance", "alliance > pacte", MS, "le chef du pacte"),
        ("fr", "le chef de l’alliance", "alliance > cour", FS, "le chef de la cour"),
        ("fr", "le chef du pacte", "pacte > alliance", FS, "le chef de l'alliance"),
        ("fr", "il parle au pacte", "pacte > OTAN", FS, "il parle à l'OTAN"),
        ("fr", "il parle à la cour", "cour > tribunaux", MP, "il parle aux tribunaux"),
        ("fr", "sa cour", "cour > alliance", FS, "son alliance"),
        ("fr", "ce pacte", "pacte > accord", MS, "cet accord"),
        ("fr", "la nouvelle alliance", "alliance > accord", MS, "le nouvel accord"),
        ("fr", "l’ancienne alliance", "alliance > pacte", MS, "l’ancien pacte"),
        ("fr", "les troupes de Moscou", "Moscou > Ankara", FS, "les troupes d'Ankara"),
        ("fr", "les troupes d’Ankara", "Ankara > Moscou", FS, "les troupes de Moscou"),
        ("fr", "les troupes d'Ankara", "Ankara > Canada", MS, "les troupes du Canada"),
        ("fr", "le président de Moscou", "Moscou > États-Unis", MP, "le président des États-Unis"),
        # Italian: what follows decides the form
        ("it", "il patto", "patto > alleanza", FS, "l'alleanza"),
        ("it", "dell'alleanza", "alleanza > patto", MS, "del patto"),
        ("it", "della corte", "corte > stato", MS, "dello stato"),
        ("it", "dei giudici", "giudici > Stati Uniti", MP, "degli Stati Uniti"),
        ("it", "un patto", "patto > alleanza", FS, "un'alleanza"),
        ("it", "un’alleanza", "alleanza > stato", MS, "uno stato"),
        ("it", "nel nuovo patto", "patto > legge", FS, "nella nuova legge"),
        ("it", "sull'ultimo accordo", "accordo > legge", FS, "sull'ultima legge"),
    ],
)  # fmt: skip
def test_what_stands_before_the_noun_agrees_with_the_new_one(
    language: str, target: str, new: str, features: Features, wanted: str
) -> None:
    old, form = new.split(" > ")
    assert replaced(target, old, form, features, language) == wanted


def test_an_article_that_is_a_preposition_stays() -> None:
    """Portuguese "a" is both; the alignment with "to" tells."""
    source, target = "He spoke to reporters.", "Ele falou a jornalistas."
    (match,) = matched("en,pt\nreporters,repórteres\n", source)
    made = draft(source, target, "to=a", "reporters=jornalistas")
    new = Replacement(source, made, spot(target, "jornalistas"), match, "repórteres", MP)
    assert apply_edits(target, replace_noun(new, grammar())) == "Ele falou a repórteres."


def test_a_preposition_before_a_place_with_an_article_fuses_with_it() -> None:
    source, target = "He spoke to Moscow.", "Ele falou a Moscou."
    (match,) = matched("en,pt,kind\nMoscow,Rússia,place\n", source)
    made = draft(source, target, "to=a", "Moscow=Moscou")
    new = Replacement(source, made, spot(target, "Moscou"), match, "Rússia", FS)
    assert apply_edits(target, replace_noun(new, grammar())) == "Ele falou à Rússia."


def test_an_adjective_behind_the_noun_agrees_when_it_renders_the_word_before_the_term() -> None:
    source, target = "The Brazilian agency closed.", "A agência brasileira fechou."
    (match,) = matched("en,pt\nagency,órgão\n", source)
    made = draft(source, target, "Brazilian=brasileira", "agency=agência", "closed=fechou")
    new = Replacement(source, made, spot(target, "agência"), match, "órgão", MS)
    assert apply_edits(target, replace_noun(new, grammar())) == "O órgão brasileiro fechou."


def test_a_word_behind_the_noun_that_renders_something_else_stays() -> None:
    source, target = "The agency opened today.", "A agência aberta hoje."
    (match,) = matched("en,pt\nagency,órgão\n", source)
    made = draft(source, target, "agency=agência", "opened=aberta")
    new = Replacement(source, made, spot(target, "agência"), match, "órgão", MS)
    assert apply_edits(target, replace_noun(new, grammar())) == "O órgão aberta hoje."


def test_without_a_grammar_only_the_words_change() -> None:
    (match,) = matched("en,de\nthing,Abkommen\n", "A thing.", "en-de")
    new = Replacement("A thing.", Draft("der Vertrag"), (4, 11), match, "Abkommen", Features())
    assert apply_edits("der Vertrag", replace_noun(new, None)) == "der Abkommen"


@pytest.mark.parametrize(
    ("language", "target", "noun", "features"),
    [
        ("pt", "da Corte", "Corte", FS),
        ("pt", "os seus ministros", "ministros", MP),
        ("pt", "ministros", "ministros", Features()),
        ("pt", "de ministros", "ministros", Features()),
        ("pt", "grandes potências", "potências", Features(None, True)),
        ("es", "de la Corte", "Corte", FS),
        ("es", "el arma", "arma", Features(None, False)),
        ("fr", "l'alliance", "alliance", Features(None, False)),
        ("fr", "de l'ancienne alliance", "alliance", FS),
        ("it", "gli esperti", "esperti", MP),
    ],
)
def test_determiners_tell_what_the_old_noun_was(
    language: str, target: str, noun: str, features: Features
) -> None:
    assert context("", Draft(target), spot(target, noun), grammar(language)).features == features


@pytest.mark.parametrize(
    ("new", "old", "written"),
    [
        ("do", "Da", "Do"),
        ("do", "DA", "DO"),
        ("do", "da", "do"),
        ("o", "A", "O"),
        ("de la", "Del", "De la"),
        ("", "A", ""),
    ],
)
def test_a_word_takes_the_case_of_the_one_that_it_replaces(new: str, old: str, written: str) -> None:
    assert match_case(new, old) == written


@pytest.mark.parametrize(
    ("form", "text", "old", "written"),
    [
        ("cessar-fogo", "Trégua começou.", "Trégua", "Cessar-fogo"),
        ("cessar-fogo", "A Trégua começou.", "Trégua", "cessar-fogo"),
        ("cessar-fogo", "“Trégua”, disse.", "Trégua", "Cessar-fogo"),
        ("cessar-fogo", "Acabou. Trégua já.", "Trégua", "Cessar-fogo"),
        ("cessar-fogo", "trégua já", "trégua", "cessar-fogo"),
        ("cessar-fogo", "22:05 – Trégua começou.", "Trégua", "Cessar-fogo"),
        ("cessar-fogo", "Às 22:05 Trégua começou.", "Trégua", "cessar-fogo"),
        ("cessar-fogo", "TRÉGUA COMEÇA HOJE", "TRÉGUA", "CESSAR-FOGO"),
        ("OTAN", "Aliança já.", "Aliança", "OTAN"),
        ("5 de Maio", "Festa já.", "Festa", "5 de Maio"),
    ],
)
def test_a_term_is_capitalised_where_a_sentence_begins(form: str, text: str, old: str, written: str) -> None:
    assert case_for(form, text, spot(text, old)) == written


@given(
    st.sampled_from(["pt", "es", "fr", "it"]),
    st.text(st.sampled_from("aeodls' -éDAL’\u00a0"), max_size=24),
    st.data(),
)
def test_whatever_stands_around_it_the_term_is_put_in_and_the_rest_behind_kept(
    language: str, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = (start, data.draw(st.integers(start, len(text))))
    (match,) = matched(f"en,{language}\nthing,TERM\n", "A thing.", f"en-{language}")
    features = data.draw(st.sampled_from([MS, FS, MP, FP]))
    new = Replacement("A thing.", Draft(text), span, match, "TERM", features)
    edits = replace_noun(new, grammar(language))
    assert list(edits) == sorted(edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    made = apply_edits(text, edits)
    assert made.endswith("TERM" + text[span[1] :])
