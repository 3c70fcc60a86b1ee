"""The road from documents to translated documents."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize import formats
from localize import glossary as glossaries
from localize.document import Code, Document, Text, Unit
from localize.engines import load
from localize.errors import UnsupportedPairError
from localize.glossary import Glossary, Matcher
from localize.guards import Checking
from localize.pipeline import Localizer, unit_targets
from tests.glossary.build import glossary
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine
    from localize.exchange import FileResult

ARTICLE = """\
# Summit ends **without** a deal

The [leaders](https://example.org/leaders) met on *Monday*.  They agreed on nothing!  “We
will meet again,” the minister said.

> War &amp; peace were discussed, and `peace` won.

* First item; second item
* See example.org.

| Country | Votes |
| ------- | ----- |
| Peru    | 12    |

```
do not translate
```
"""
WORDS = {
    "the minister": "o ministro", "said": "disse", "leaders": "líderes", "met": "reuniram-se", "monday": "segunda-feira",
    "the": "os", "on": "na", "war": "guerra", "peace": "paz", "and": "e", "resigned": "renunciou", "see": "veja",
    "prime minister": "primeiro-ministro", "supreme court": "Suprema Corte", "votes": "votos",
}  # fmt: skip
COURT = "en,pt,kind\nSupreme Court,Supremo Tribunal,organisation\nminister,ministro,title\n"


def document(*texts: Text | str, language: str | None = "en", gap: str = "\n\n") -> Document:
    """Make a document of units, one after the other."""
    units, whole = [], ""
    for number, each in enumerate(texts):
        text = Text(each) if isinstance(each, str) else each
        start = len(whole)
        whole += text.render() + gap
        units.append(Unit(f"p{number}", (start, start + len(text.render())), text))
    return Document("news.txt", "text", whole, tuple(units), language)


def markdown(text: str) -> Document:
    made = formats.parse(text.encode(), path="news.md", using=formats.FORMATS["markdown"])
    return Document(made.path, made.format, made.text, made.units, "en", made.encoding)


def localized(engine: Engine, *documents: Document, terms: Glossary | None = None) -> list[FileResult]:
    return Localizer(engine, terms or Glossary()).translate(documents, "pt")


def written(result: FileResult) -> str:
    """Write a result the way the command line does."""
    targets = unit_targets(result.document, result.translations)
    return formats.save(result.document, targets, result.language).decode()


def units(result: FileResult) -> list[str]:
    """Render each unit's target."""
    targets = unit_targets(result.document, result.translations)
    return [targets[unit.id].render() for unit in result.document.units if unit.id in targets]


def test_the_echo_gives_an_article_back_to_the_byte() -> None:
    (result,) = localized(load("echo", {}), markdown(ARTICLE))
    assert written(result) == ARTICLE
    assert [finding for finding in result.findings if finding.severity == "error"] == []


def test_gaps_between_sentences_are_kept_as_they_are() -> None:
    source = "The minister resigned.   The minister said:\nWar!  Peace!\t“War and peace.”"
    (result,) = localized(Lexicon(WORDS), document(source))
    assert units(result) == ["O ministro renunciou.   O ministro disse:\nGuerra!  Paz!\t“Guerra e paz.”"]


def test_white_space_around_a_unit_is_kept() -> None:
    (result,) = localized(Lexicon(WORDS), document("  War.  ", "   "))
    assert units(result)[0] == "  Guerra.  "
    assert len(result.translations) == 1


def test_markup_goes_where_its_words_went() -> None:
    text = Text(
        "Monday: leaders met, see peace & war.",
        (
            Code(8, "<b>", "open", 1),
            Code(15, "</b>", "close", 1),
            Code(25, "`", "open", 2, translate=False),
            Code(30, "`", "close", 2),
            Code(31, "&amp;", "literal", 3, 1),
        ),
    )
    assert text.render() == "Monday: <b>leaders</b> met, see `peace` &amp; war."
    (result,) = localized(Lexicon(WORDS), document(text))
    assert units(result) == ["Segunda-feira: <b>líderes</b> reuniram-se, veja `peace` &amp; guerra."]


def test_markup_that_stands_at_the_end_of_a_sentence_stays_there() -> None:
    text = Text(
        "The minister resigned. War.",
        (Code(0, "**", "open", 1), Code(22, "[^1]", "empty", 2), Code(22, "**", "close", 1)),
    )
    (result,) = localized(Lexicon(WORDS), document(text))
    assert units(result) == ["**O ministro renunciou.[^1]** Guerra."]


def test_markup_whose_place_is_an_estimate_is_told() -> None:
    blind = Lexicon({"the minister resigned": "ele saiu do governo"}, aligned=False)
    (result,) = localized(blind, markdown("The **minister** resigned.\n"))
    assert [finding.check for finding in result.findings] == ["code-guessed"]
    assert result.findings[0].message == 'markup "**" stands where it was estimated to belong'
    (sure,) = localized(Lexicon(WORDS), markdown("The **minister** resigned.\n"))
    assert sure.findings == ()


def test_what_is_not_to_be_translated_is_not_asked_for() -> None:
    engine = Lexicon(WORDS)
    made = document("War.", "Peace.")
    first, second = made.units
    frozen = Unit(second.id, second.span, second.source, translate=False)
    (result,) = localized(engine, Document(made.path, made.format, made.text, (first, frozen), "en"))
    assert engine.asked == ["War."]
    assert written(result) == "Guerra.\n\nPeace.\n\n"


def test_terms_are_enforced_and_proved_in_the_segment_they_stand_in() -> None:
    source = "War. The Supreme Court met the minister."
    (result,) = localized(Lexicon(WORDS), document(source), terms=glossary(COURT))
    assert units(result) == ["Guerra. O Supremo Tribunal reuniram-se o ministro."]
    war, met = result.translations
    assert war.terms == ()
    assert [(verdict.match.source.text, verdict.verdict) for verdict in met.terms] == [
        ("Supreme Court", "repaired"),
        ("minister", "satisfied"),
    ]
    for verdict in met.terms:
        assert met.segment.source.plain[slice(*verdict.match.span)] == verdict.match.source.text
        assert verdict.span is not None
        assert met.target.plain[slice(*verdict.span)] == verdict.after


def test_a_term_with_a_full_stop_ends_no_sentence() -> None:
    terms = glossary("en,pt\nSec.-Gen.,secretário-geral\n")
    (result,) = localized(Lexicon(WORDS), document("The Sec.-Gen. Said no."), terms=terms)
    assert len(result.translations) == 1


def test_several_documents_come_back_in_order_each_with_its_own() -> None:
    made = [document("War.", "Peace."), document(), document("War and peace.", "War.")]
    results = localized(Lexicon(WORDS), *made)
    assert [result.document for result in results] == made
    assert [units(result) for result in results] == [["Guerra.", "Paz."], [], ["Guerra e paz.", "Guerra."]]
    assert [result.from_engine for result in results] == [2, 0, 2]
    assert {result.language for result in results} == {"pt"}
    assert {translation.origin for result in results for translation in result.translations} == {
        "lexicon 1 en-pt"
    }


def test_progress_is_announced_and_told_in_segments() -> None:
    total: list[int] = []
    told: list[int] = []
    Localizer(Lexicon(WORDS), Glossary()).translate(
        [document("War. Peace.", "War."), document("Peace.")],
        "pt",
        announce=total.append,
        advance=told.append,
    )
    assert total == [4]
    assert sum(told) == 4


def test_no_documents_are_no_results() -> None:
    assert Localizer(Lexicon(WORDS), Glossary()).translate([], "pt") == []


def test_checks_run_over_what_was_made() -> None:
    engine = Lexicon({"12": "21"})
    (result,) = localized(engine, document("Peru has 12 votes."))
    assert [finding.message for finding in result.findings] == ['"12" became "21"']
    quiet = Localizer(engine, Glossary(), checking=Checking(exclude={result.findings[0].check}))
    (silent,) = quiet.translate([document("Peru has 12 votes.")], "pt")
    assert silent.findings == ()


def test_a_domain_of_the_run_leaves_other_domains_out() -> None:
    terms = glossary("en,pt,domain\nwar,conflito,army\nwar,batalha,games\n")
    (result,) = Localizer(Lexicon(WORDS), terms, domains=("games",)).translate([document("The war.")], "pt")
    assert "batalha" in units(result)[0]


@pytest.mark.model
def test_a_direction_without_a_model_is_refused(argos: ArgosEngine) -> None:
    with pytest.raises(UnsupportedPairError):
        Localizer(argos, Glossary()).translate([document("Olá.", language="pt")], "gl")
    with pytest.raises(UnsupportedPairError):
        Localizer(argos, Glossary()).translate([document("Olá.", language=None)], "pt")


@pytest.mark.model
def test_a_real_article_is_translated_with_its_markup_and_its_terms(argos: ArgosEngine) -> None:
    terms = glossary("en,pt,kind\nPrime Minister,premiê,title\nSupreme Court,Supremo Tribunal,organisation\n")
    text = (
        "# Court rejects appeal\n\n"
        "The **Supreme Court** rejected the appeal on Monday.  The Prime Minister said: “We respect the *ruling*.”\n\n"
        "* See https://example.org/ruling for the text.\n"
    )
    (result,) = localized(argos, markdown(text), terms=terms)
    made = written(result)
    assert re.match(r"# .+\n\nO \*\*Supremo Tribunal\*\* .+segunda-feira\.  O premiê .+ “.+\*decisão\*", made)
    assert "https://example.org/ruling" in made
    assert made.count("\n") == text.count("\n")
    assert [finding for finding in result.findings if finding.severity == "error"] == []
    verdicts = [verdict.verdict for translation in result.translations for verdict in translation.terms]
    assert verdicts == ["repaired", "repaired"]


@given(
    st.lists(
        st.sampled_from(
            [
                "The Supreme Court",
                "war",
                "minister",
                ". ",
                "! ",
                " ",
                "\n",
                "“",
                "”",
                "12",
                "example.org",
                "Mr. ",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_every_match_of_a_document_has_one_verdict(text: str) -> None:
    terms = glossary(COURT)
    (result,) = localized(Lexicon(WORDS), document(text), terms=terms)
    found = Matcher(terms, "en", "pt").match(text).terms
    verdicts = [
        (translation.segment.span[0] + verdict.match.span[0], verdict.match.concept.id)
        for translation in result.translations
        for verdict in translation.terms
    ]
    assert verdicts == [(match.span[0], match.concept.id) for match in found]


@given(st.lists(st.text(st.sampled_from("aB .!?\n“”é*`_[]()<&1"), max_size=30), max_size=3))
def test_the_echo_keeps_any_text_as_it_is(paragraphs: list[str]) -> None:
    (result,) = localized(load("echo", {}), document(*paragraphs))
    targets = unit_targets(result.document, result.translations)
    for unit in result.document.units:
        assert targets.get(unit.id, unit.source) == unit.source


@pytest.mark.model
def test_english_that_is_right_stays_as_the_engine_wrote_it(argos: ArgosEngine) -> None:
    text = (
        "O embaixador do Brasil, Sérgio Danese, falou de crimes de guerra. Os ucranianos resistem.\n\n"
        "O governo da Rússia não comentou as taxas de juros.\n"
    )
    shipped = glossaries.load([Path(__file__).parents[1] / "glossaries" / "international.csv"])
    (alone,), (held,) = (
        Localizer(argos, terms).translate([document(text, language="pt")], "en")
        for terms in (Glossary(), shipped)
    )
    verdicts = [(v.match.source.text, v.verdict) for one in held.translations for v in one.terms]
    assert len(verdicts) == 4
    assert {verdict for _, verdict in verdicts} == {"satisfied"}
    assert [one.target for one in held.translations] == [one.target for one in alone.translations]
