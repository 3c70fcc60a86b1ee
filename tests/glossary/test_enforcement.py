"""Drafts made to follow the glossary, with a verdict for every occurrence; sentences with the shipped model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Draft
from localize.drafting import Drafter, Source
from localize.glossary import Enforced, Enforcer, Job
from localize.glossary.repair.state import DRIFT, UNIFIED
from localize.languages import Pair
from tests.glossary.build import matcher
from tests.glossary.drafts import draft, matched
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
STYLE = """\
en,pt,kind,forbidden:pt,gender:pt
Supreme Court,Supremo Tribunal,organisation,Suprema Corte,
ceasefire,trégua,term,,f
missile,projétil,term,,m
prime minister,premiê,title,,
spokesperson,porta-voz,title,,
NATO,Aliança Atlântica,acronym,OTAN|Otan,f
Netherlands,Países Baixos,place,Holanda,
road map,roteiro,term,,
"""
"""A house style that wants other words than the model's, many of another gender."""


class Made(NamedTuple):
    """What became of one sentence."""

    before: str
    after: str
    verdicts: list[str]
    result: Enforced


def enforced(engine: Engine, csv: str, *sources: str, document: int | None = 0) -> list[Made]:
    """Translate and enforce sentences; all of one document, or each of its own with None."""
    terms = matcher(csv)
    drafts = Drafter(engine, PAIR).draft([Source(source) for source in sources])
    jobs = [
        Job(source, made, terms.match(source).terms, i if document is None else document)
        for i, (source, made) in enumerate(zip(sources, drafts, strict=True))
    ]
    results = Enforcer(engine, PAIR).enforce(jobs)
    for job, result in zip(jobs, results, strict=True):
        assert [verdict.match for verdict in result.verdicts] == list(job.matches)
        proved(result)
    return [
        Made(job.draft.text, result.draft.text, [verdict.verdict for verdict in result.verdicts], result)
        for job, result in zip(jobs, results, strict=True)
    ]


def proved(result: Enforced) -> None:
    """Hold every verdict to its own word."""
    for verdict in (*result.verdicts, *result.names):
        if verdict.verdict == "unresolved":
            assert verdict.reason
            assert verdict.span is None
        else:
            assert verdict.span is not None
            assert result.draft.text[slice(*verdict.span)] == verdict.after != ""
            assert (verdict.method == "engine") == (verdict.verdict == "satisfied")


# what needs no repair


@pytest.mark.model
def test_a_sentence_that_follows_the_glossary_keeps_its_draft_to_the_byte(argos: ArgosEngine) -> None:
    csv = "en,pt,kind\nSupreme Court,Suprema Corte,organisation\nceasefire,cessar-fogo,term\nNATO,OTAN,acronym\n"
    for made in enforced(argos, csv, "The Supreme Court praised the ceasefire.", "NATO met on Monday."):
        assert made.after == made.before
        assert set(made.verdicts) == {"satisfied"}


@pytest.mark.model
def test_a_sentence_without_a_term_is_the_same_with_a_glossary_and_without(argos: ArgosEngine) -> None:
    plain = ["It rained in Lisbon.", "“No,” she said – twice…", "Prices rose by 3.5% in May.", "", "Yes."]
    mixed = [*plain[:2], "The Supreme Court ruled.", *plain[2:]]
    bare = enforced(argos, "en,pt\nx-ray,raio X\n", *plain)
    styled = enforced(argos, STYLE, *mixed)
    del styled[2]
    assert [made.after for made in styled] == [made.after for made in bare] == [made.before for made in bare]
    assert all(made.verdicts == [] for made in styled)


def test_nothing_is_nothing_to_enforce() -> None:
    assert Enforcer(Lexicon({}), PAIR).enforce([]) == []


# real sentences


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "wanted", "gone"),
    [
        ("The Supreme Court met on Monday.", ["O Supremo Tribunal"], ["Corte"]),
        ("A ruling of the Supreme Court surprised the government.", ["do Supremo Tribunal"], ["da Supr"]),
        ("They appealed to the Supreme Court.", ["o Supremo Tribunal"], ["à Supr", "a Supr"]),
        ("The law was rejected by the Supreme Court.", ["pelo Supremo Tribunal"], ["pela Supr"]),
        ("A road map was published by the Supreme Court’s judges.", ["do Supremo Tribunal", "roteiro"], []),
        ("“Supreme Court” was the headline.", ["“Supremo Tribunal”"], []),
        # participles and predicates follow the new gender
        ("The Supreme Court was divided on Monday.", ["O Supremo Tribunal", "dividido"], ["dividida"]),
        ("The new ceasefire was signed in Geneva.", ["A nova trégua", "assinada"], ["assinado", "novo"]),
        ("The ceasefire will be long.", ["A trégua", "longa"], ["longo"]),
        (
            "“The ceasefire is dead,” said the spokesperson.",
            ["“A trégua está morta”", "porta-voz"],
            ["morto"],
        ),
        # number follows the source
        ("Two missiles were launched from the north.", ["Dois projéteis", "lançados"], ["míss"]),
        ("The missile was found in a field.", ["O projétil"], ["míss"]),
        ("Troops from the Netherlands left.", ["dos Países Baixos"], ["Holanda"]),
        # headlines
        (
            "Ceasefire Holds as Prime Minister Visits NATO",
            ["Trégua", "premiê", "Aliança Atlântica"],
            ["OTAN"],
        ),
        ("CEASEFIRE SIGNED BY PRIME MINISTER", ["TRÉGUA", "PREMIÊ"], ["CESSAR"]),
    ],
)
def test_a_real_sentence_follows_the_house_style(
    argos: ArgosEngine, source: str, wanted: list[str], gone: list[str]
) -> None:
    (made,) = enforced(argos, STYLE, source)
    assert set(made.verdicts) <= {"satisfied", "repaired"}
    assert all(words in made.after for words in wanted), made.after
    assert not any(words in made.after for words in gone), made.after


@pytest.mark.model
def test_several_terms_of_a_sentence_are_repaired_and_nothing_else_changes(argos: ArgosEngine) -> None:
    source = "The prime minister and the Supreme Court praised the ceasefire after the meeting."
    (made,) = enforced(argos, STYLE, source)
    assert made.verdicts == ["repaired"] * 3
    assert made.after.startswith("O premiê e o Supremo Tribunal")
    assert re.search(r"\ba trégua\b", made.after)
    old, new = (re.sub(r"\W+", " ", text).split() for text in (made.before, made.after))
    assert new[-3:] == old[-3:]


@pytest.mark.model
def test_each_of_several_occurrences_is_written_the_same_way(argos: ArgosEngine) -> None:
    (made,) = enforced(argos, STYLE, "NATO said NATO would meet again, but NATO was divided.")
    assert made.after.count("Aliança Atlântica") == 3
    assert not re.search("otan", made.after, re.IGNORECASE)
    places = [verdict.span for verdict in made.result.verdicts]
    assert len(set(places)) == 3


@pytest.mark.model
def test_a_woman_who_bears_a_title_has_it_in_the_feminine(argos: ArgosEngine) -> None:
    csv = "en,pt,kind\nforeign minister,chanceler,title\nenvoy,enviado,title\n"
    (made,) = enforced(argos, csv, "The envoy, Maria Silva, met reporters.")
    assert "A enviada" in made.after


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("The foreign minister, Gertrude Holm, was suspended on Friday.", ["A chanceler", "suspensa"]),
        ("The foreign minister said she was ready for talks.", ["A chanceler", "pronta"]),
        ("The envoy was recalled on Friday, and he left.", ["O enviado"]),
    ],
)
def test_what_agrees_with_a_title_follows_its_bearer(
    argos: ArgosEngine, source: str, wanted: list[str]
) -> None:
    csv = "en,pt,kind\nforeign minister,chanceler,title\nenvoy,enviado,title\n"
    (made,) = enforced(argos, csv, source)
    assert all(words in made.after for words in wanted), made.after


def test_a_woman_keeps_her_title_where_it_stands_without_her_name() -> None:
    words = {"the secretary-general": "o secretário-geral", "spoke": "falou", "said": "disse"}
    csv = "en,pt,kind\nSecretary-General,secretário-geral,title\n"
    made = enforced(
        Lexicon(words),
        csv,
        "The Secretary-General, Maria Silva, spoke.",
        "“Peace,” said the Secretary-General.",
        "The Secretary-General of NATO spoke.",
        "The Secretary-General spoke.",
    )
    assert [one.after for one in made] == [
        "A secretária-geral, Maria Silva, falou.",
        "“Peace,” disse a secretária-geral.",
        "O secretário-geral of NATO falou.",
        "O secretário-geral falou.",
    ]


@pytest.mark.model
def test_a_name_that_was_taken_for_words_is_made_whole_and_proved(argos: ArgosEngine) -> None:
    source = "Kanye West sang."
    broken = draft(source, "Kanye Oeste cantou.", "Kanye=Kanye", "West=Oeste", "sang=cantou")
    (result,) = Enforcer(argos, PAIR).enforce([Job(source, broken, ())])
    proved(result)
    assert result.draft.text == "Kanye West cantou."
    assert result.verdicts == ()
    (name,) = result.names
    assert (name.verdict, name.before, name.after) == ("repaired", "Kanye Oeste", "Kanye West")


@pytest.mark.model
def test_a_name_does_not_take_the_words_of_code_for_its_own(argos: ArgosEngine) -> None:
    source = "Click Save file to go on."
    made = draft(source, "Clique em Save file para continuar.", "Click=Clique", "Save=Save", "file=file")
    (result,) = Enforcer(argos, PAIR).enforce([Job(source, made, (), protected=((6, 15),))])
    assert result.draft.text == made.text
    assert result.names == ()


@pytest.mark.model
def test_what_is_not_translated_is_put_back(argos: ArgosEngine) -> None:
    csv = "en,kind\nWorld Food Programme,do-not-translate\n"
    (made,) = enforced(argos, csv, "The World Food Programme sent aid.")
    assert "World Food Programme" in made.after
    assert made.verdicts == ["repaired"]


@pytest.mark.model
def test_the_order_of_sentences_changes_no_repair(argos: ArgosEngine) -> None:
    sources = ["The Supreme Court met.", "NATO praised the ceasefire.", "Two missiles fell.", "It rained."]
    there = enforced(argos, STYLE, *sources, document=None)
    back = enforced(argos, STYLE, *reversed(sources), document=None)
    assert [made.after for made in there] == [made.after for made in reversed(back)]


# any engine: one that gives an alignment, and one that gives text and nothing else

WORDS = {
    "the supreme court": "a Suprema Corte", "of the supreme court": "da Suprema Corte", "supreme court": "Suprema Corte",
    "a ruling": "uma decisão", "surprised": "surpreendeu", "the minister": "o ministro", "praised": "elogiou",
    "nato": "OTAN", "met": "se reuniu", "the ceasefire": "o cessar-fogo", "ceasefire": "cessar-fogo", "and": "e",
}  # fmt: skip


@pytest.mark.parametrize("aligned", [True, False], ids=["aligned", "black box"])
@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("The Supreme Court met.", "A Suprema Corte se reuniu.", "O Supremo Tribunal se reuniu."),
        (
            "A ruling of the Supreme Court.",
            "Uma decisão da Suprema Corte.",
            "Uma decisão do Supremo Tribunal.",
        ),
        (
            "The minister praised the ceasefire.",
            "O ministro elogiou o cessar-fogo.",
            "O ministro elogiou a trégua.",
        ),
        ("NATO met.", "OTAN se reuniu.", "Aliança Atlântica se reuniu."),
        (
            "The Supreme Court praised the ceasefire.",
            "A Suprema Corte elogiou o cessar-fogo.",
            "O Supremo Tribunal elogiou a trégua.",
        ),
    ],
)
def test_every_engine_gets_the_same_repairs_and_verdicts(
    source: str, before: str, after: str, *, aligned: bool
) -> None:
    (made,) = enforced(Lexicon(WORDS, aligned=aligned), STYLE, source)
    assert made.before == before
    assert made.after == after
    assert set(made.verdicts) == {"repaired"}


def test_an_acronym_in_small_letters_is_the_place_of_its_own_repair() -> None:
    source, csv = "Nothing came from NATO.", "en,pt,kind,gender:pt\nNATO,OTAN,acronym,f\n"
    job = Job(source, Draft("Nada veio da otan."), matched(csv, source))
    (result,) = Enforcer(Lexicon(WORDS, aligned=False), PAIR).enforce([job])
    assert result.draft.text == "Nada veio da OTAN."
    assert [verdict.verdict for verdict in result.verdicts] == ["repaired"]


def test_a_name_with_article_gets_it_after_a_bare_preposition() -> None:
    csv = "en,pt,kind,gender:pt\nNATO,OTAN,acronym,f\n"
    words = WORDS | {"nato": "aliança", "critics of": "críticos de", "some": "alguns"}
    (made,) = enforced(Lexicon(words), csv, "Some critics of NATO.")
    assert made.before == "Alguns críticos de Aliança."
    assert made.after == "Alguns críticos da OTAN."


def test_several_of_a_capitalised_term_are_in_the_plural() -> None:
    csv = "en,pt,gender:pt\nMember State,Estado-membro,m\n"
    words = {
        "the member states": "os estados de membro",
        "member states": "estados de membro",
        "met": "reuniram-se",
    }
    (made,) = enforced(Lexicon(words), csv, "The Member States met.")
    assert made.after == "Os Estados-membros reuniram-se."


def test_the_article_of_a_version_with_an_unknown_word_is_mended() -> None:
    """An engine that does not know a word of its own target language gives it any article."""
    words = {"spoke of the premiê": "falou do premiê", "spoke of the head": "falou sem cabeça"}
    csv = "en,pt,kind,gender:pt\nhead,primeira-ministra,title,f\n"
    engine = Lexicon(words | {"spoke of the primeira-ministra": "falou do primeira-ministra"}, aligned=False)
    (made,) = enforced(engine, csv, "She spoke of the head.")
    assert made.after == "She falou da primeira-ministra."


def test_a_rendering_found_by_stand_ins_leaves_the_term_beside_it_alone() -> None:
    class Clumsy(Lexicon):
        """Loses the word before a stand-in, as engines without the context of a known word do."""

        def _draft(self, source: str) -> Draft:
            return Draft(re.sub(r"\w+ dos (?=XQ7|Unesco)", "", super()._draft(source).text))

    words = {
        "the ministers": "os ministros",
        "of the": "dos",
        "member states": "estados de membro",
        "met": "reuniram-se",
    }
    csv = "en,pt,kind,gender:pt\nminister,ministro,title,\nMember State,Estado-membro,term,m\n"
    source = "The ministers of the Member States met."
    (made,) = enforced(Clumsy(words, aligned=False), csv, source)
    assert made.before == "Os ministros dos Estados de membro reuniram-se."
    assert made.after == "Os ministros dos Estados-membros reuniram-se."
    assert made.result.verdicts[1].method == "located-edit"
    assert made.result.verdicts[1].before == "Estados de membro"


def test_the_verdict_tells_what_stood_there_before() -> None:
    (made,) = enforced(Lexicon(WORDS), STYLE, "The Supreme Court praised NATO.")
    court, nato = made.result.verdicts
    assert (court.before, court.after) == ("Suprema Corte", "Supremo Tribunal")
    assert (nato.before, nato.after) == ("OTAN", "Aliança Atlântica")


def test_as_many_renderings_are_needed_as_the_source_has_occurrences() -> None:
    source = "NATO praised NATO."
    made = draft(
        source, "A Aliança Atlântica elogiou a si mesma.", "NATO=Aliança Atlântica", "praised=elogiou"
    )
    (result,) = Enforcer(Lexicon(WORDS), PAIR).enforce([Job(source, made, matched(STYLE, source))])
    proved(result)
    assert sorted(verdict.verdict for verdict in result.verdicts) in (
        ["repaired", "satisfied"],
        ["satisfied", "unresolved"],
    )


class Deaf(Lexicon):
    """Says the same to everything."""

    def _draft(self, source: str) -> Draft:
        return Draft(f"Sim, {len(source) * 0} senhor.")


def test_a_rendering_that_cannot_be_found_is_told_and_left() -> None:
    (made,) = enforced(Deaf({}), STYLE, "The Supreme Court met.")
    assert made.after == made.before == "Sim, 0 senhor."
    (verdict,) = made.result.verdicts
    assert (verdict.verdict, verdict.reason) == ("unresolved", "the rendering could not be located")


def test_a_rejected_term_that_stays_elsewhere_is_told_and_the_draft_left() -> None:
    source = "The Supreme Court met."
    made = Draft("A Suprema Corte, essa Suprema Corte, se reuniu.")
    (result,) = Enforcer(Deaf({}), PAIR).enforce([Job(source, made, matched(STYLE, source))])
    proved(result)
    assert result.draft == made
    assert result.verdicts[0].verdict == "unresolved"
    assert result.verdicts[0].reason == "no candidate passed the checks"


def test_a_language_without_a_grammar_gets_the_lemma() -> None:
    source = "The treaty failed."
    engine = Lexicon({"the": "der", "treaty": "Vertrag", "failed": "scheiterte"})
    engine.pairs = lambda: frozenset({Pair("en", "de")})  # type: ignore[method-assign]
    matches = matched("en,de\ntreaty,Abkommen\n", source, "en-de")
    made = engine.translate([source], Pair("en", "de"))
    (result,) = Enforcer(engine, Pair("en", "de")).enforce([Job(source, made[0], matches)])
    assert result.draft.text == "Der Abkommen scheiterte."
    assert result.verdicts[0].verdict == "repaired"


# one thing is called one thing

LAW = "en,pt,variants:pt\nbill,projeto de lei,projeto\n"


def test_a_document_calls_one_thing_one_thing() -> None:
    engine = Lexicon({"the bill": "o projeto", "a bill": "um projeto de lei", "passed": "passou"})
    made = enforced(engine, LAW, "A bill passed.", "The bill passed.")
    assert [one.after for one in made] == ["Um projeto de lei passou.", "O projeto de lei passou."]
    told = [
        (verdict.verdict, verdict.before, verdict.reason) for one in made for verdict in one.result.verdicts
    ]
    assert told == [("satisfied", "projeto de lei", ""), ("repaired", "projeto", UNIFIED)]
    apart = enforced(engine, LAW, "A bill passed.", "The bill passed.", document=None)
    assert [one.after for one in apart] == ["Um projeto de lei passou.", "O projeto passou."]
    assert [one.verdicts for one in apart] == [["satisfied"], ["satisfied"]]


def test_what_cannot_be_made_one_is_told_as_drift() -> None:
    class Stubborn(Lexicon):
        def _draft(self, source: str) -> Draft:
            made = super()._draft(source)
            return made if source.startswith("A ") else Draft("O projeto, o projeto passou.")

    made = enforced(
        Stubborn({"a bill": "um projeto de lei", "passed": "passou"}),
        LAW,
        "A bill passed.",
        "The bill passed.",
    )
    told = [verdict.reason for one in made for verdict in one.result.verdicts]
    assert made[1].after == "O projeto, o projeto passou."
    assert told == ["", DRIFT]


def test_a_term_is_written_with_the_hyphens_of_its_entry() -> None:
    words = {"the": "o", "secretary-general": "Secretário Geral", "spoke": "falou", "host": "Chefe Geral"}
    csv = "en,pt,kind,variants:pt\nsecretary-general,secretário-geral,title,\nhost,chefe-geral,title,chefe geral\n"
    (hyphened,) = enforced(Lexicon(words), csv, "Then the secretary-general spoke of peace and of money.")
    assert "o secretário-geral falou" in hyphened.after
    assert hyphened.verdicts == ["repaired"]
    (admitted,) = enforced(Lexicon(words), csv, "Then the host spoke of peace and of money.")
    assert "o chefe geral falou" in admitted.after  # its own term is admitted, spelled otherwise


def test_a_term_is_written_with_the_capitals_of_its_entry() -> None:
    engine = Lexicon({"nato": "otan", "met": "se reuniu", "the": "a"}, rewrite=str.lower)
    source = "The NATO met."
    made = draft(source, "A Otan se reuniu.", "The=A", "NATO=Otan", "met=se reuniu")
    matches = matched("en,pt,kind\nNATO,OTAN,acronym\n", source)
    (result,) = Enforcer(engine, PAIR).enforce([Job(source, made, matches)])
    proved(result)
    assert result.draft.text == "A OTAN se reuniu."
    assert [(v.verdict, v.method, v.before) for v in result.verdicts] == [("repaired", "case", "Otan")]


@given(
    st.lists(
        st.sampled_from(
            ["NATO", "the Supreme Court", "the ceasefire", "praised", "the minister", "met", ","]
        ),
        min_size=1,
        max_size=7,
    ),
    st.sampled_from(["a OTAN", "a Suprema Corte", "o cessar-fogo", "a Aliança Atlântica", "x", ""]).flatmap(
        lambda word: st.lists(st.sampled_from([word, "e", "elogiou", "."]), max_size=5)
    ),
)
def test_whatever_the_draft_every_occurrence_has_a_verdict_that_is_true(
    source: Sequence[str], target: Sequence[str]
) -> None:
    text, made = " ".join(source), Draft(" ".join(target))
    matches = matched(STYLE, text)
    (result,) = Enforcer(Lexicon(WORDS, aligned=False), PAIR).enforce([Job(text, made, matches)])
    assert [verdict.match for verdict in result.verdicts] == list(matches)
    proved(result)
    if all(verdict.verdict == "satisfied" for verdict in (*result.verdicts, *result.names)):
        assert result.draft.text == made.text
