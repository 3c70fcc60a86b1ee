"""What becomes of bad output: a copy, a lost number, a loop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from localize.checks import CHECKS, UnknownCheckError
from localize.document import Document, Segment, Text, Translation, Unit
from localize.glossary import Glossary
from localize.glossary.concepts import Concept, Term, TermMatch, TermVerdict
from localize.guards import Checking, OnBad, is_bad
from localize.pipeline import Localizer
from tests.lexicon import Lexicon

PAIRS = (
    ("NATO met in Brussels.", "A OTAN reuniu-se em Bruxelas."),
    ("The Secretary-General spoke of 32 members.", "O secretário-geral falou de 31 membros."),
    ("They left (early).", "Saíram cedo."),
)


def article(*pairs: tuple[str, str]) -> tuple[Document, list[Translation]]:
    """Make an article of paragraphs, each with its translation."""
    text, units, made = "", [], []
    for number, (source, target) in enumerate(pairs):
        unit = Unit(f"p{number}", (len(text), len(text) + len(source)), Text(source))
        text += f"{source}\n\n"
        units.append(unit)
        segment = Segment(unit, 0, (0, len(source)), unit.source)
        made.append(Translation(segment, Text(target), origin="lexicon 1"))
    return Document("a.txt", "text", text, tuple(units), "en"), made


def settled(on_bad: OnBad, *pairs: tuple[str, str], **more: object) -> tuple[list[str], list[str]]:
    """Check an article; give the targets, and the findings as severity and check."""
    document, made = article(*(pairs or PAIRS))
    checked, found = Checking(on_bad=on_bad, **more).check(document, made, "pt")  # type: ignore[arg-type]
    return [one.target.plain for one in checked], [f"{one.severity} {one.check}" for one in found]


def test_a_draft_stays_by_default_with_what_is_wrong_with_it() -> None:
    targets, found = settled("keep-draft")
    assert targets == [target for _, target in PAIRS]
    assert found == ["warning number-mismatch", "note brackets-mismatch"]


def test_the_source_takes_the_place_of_a_bad_draft_and_the_others_stay() -> None:
    targets, found = settled("keep-source")
    assert targets == [PAIRS[0][1], PAIRS[1][0], PAIRS[2][0]]
    assert found == ["warning source-kept", "warning source-kept"]


def test_a_bad_draft_can_be_an_error() -> None:
    targets, found = settled("fail")
    assert targets == [target for _, target in PAIRS]
    assert found == ["error number-mismatch", "error brackets-mismatch"]


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("The talks about the budget failed.", "The talks about the budget failed.", "untranslated"),
        (
            "The loop was long for all.",
            "O laço foi longo e longo e longo e longo para todos.",
            "repeated-words",
        ),
        (
            "The court ruled on the case after a long debate.",
            "O tribunal decidiu o caso após um longo debate. Obrigado pela atenção. Até à próxima, meus amigos.",
            "sentences-differ",
        ),
        (
            "The council met behind closed doors.",
            "O conselho встретился за закрытыми дверями.",
            "wrong-script",
        ),
        ("More than 14,000 people fled.", "Mais de 41.000 pessoas fugiram.", "number-mismatch"),
        ("The vote is on Tuesday.", "A votação é na quarta-feira.", "date-changed"),
        ("The project costs €30 million.", "O projeto custa US$ 30 milhões.", "currency-changed"),
        ("Write to press@example.org today.", "Escreva para presse@exemplo.org hoje.", "url-changed"),
        ("The agency (in Vienna) denied it.", "A agência, em Viena, negou.", "brackets-mismatch"),
        (
            "He called it “a mistake” on Monday.",
            "Ele chamou-lhe um erro na segunda-feira.",
            "quotes-mismatch",
        ),
        ("The harbour master closed the port for a week after the storm hit.", "Porto.", "length-ratio"),
        ("The minister resigned.", "", "target-empty"),
    ],
)
def test_each_kind_of_bad_output_has_its_guard(source: str, target: str, check: str) -> None:
    document, made = article((source, target))
    (kept,), (finding,) = Checking(on_bad="keep-source").check(document, made, "pt")
    assert kept.target.plain == source
    assert finding.message.startswith(f"left in English: {check} ")


def test_a_kept_source_says_why_and_counts_as_not_translated() -> None:
    document, made = article(PAIRS[1])
    (kept,), (finding,) = Checking(on_bad="keep-source").check(document, made, "pt")
    assert kept.state == "initial"
    assert finding.message == 'left in English: number-mismatch "32" became "31"'
    assert finding.segment == made[0].segment


def test_a_term_in_a_kept_source_is_unresolved_and_reported() -> None:
    document, (made,) = article(PAIRS[1])
    source, target = Term("Secretary-General", "en"), Term("secretário-geral", "pt")
    concept = Concept("sg", {"en": (source,), "pt": (target,)})
    match = TermMatch((4, 21), concept, source, target)
    verdict = TermVerdict(match, "satisfied", "engine", "secretário-geral", "secretário-geral", span=(2, 18))
    checked, found = Checking(on_bad="keep-source").check(document, [replace(made, terms=(verdict,))], "pt")
    (row,) = checked[0].terms
    assert (row.verdict, row.match, row.after) == ("unresolved", match, "")
    assert sorted(one.check for one in found) == ["source-kept", "term-missing"]
    assert any(str(one.message).endswith(" (the whole sentence is left as it is)") for one in found)


def test_findings_weigh_what_the_configuration_says() -> None:
    weights = {"brackets-mismatch": "warning", "number-mismatch": "note"}
    _, found = settled("keep-draft", severities=weights)
    assert found == ["note number-mismatch", "warning brackets-mismatch"]
    _, found = settled("keep-source", severities={"source-kept": "error"})
    assert found == ["error source-kept", "error source-kept"]


def test_a_check_that_is_excluded_keeps_nothing() -> None:
    targets, found = settled("keep-source", exclude={"number-mismatch", "brackets-mismatch"})
    assert targets == [target for _, target in PAIRS]
    assert found == []


def test_what_people_have_approved_stays() -> None:
    document, (made,) = article(PAIRS[1])
    approved = replace(made, origin="memory 100", state="reviewed")
    (checked,), found = Checking(on_bad="keep-source").check(document, [approved], "pt")
    assert checked == approved
    assert [one.check for one in found] == ["number-mismatch"]


def test_a_missing_term_is_no_bad_output() -> None:
    assert not CHECKS["term-missing"].guard
    assert not CHECKS["source-kept"].guard


@pytest.mark.parametrize("on_bad", ["keep-draft", "keep-source", "fail"])
def test_a_clean_article_is_left_alone(on_bad: OnBad) -> None:
    assert settled(on_bad, PAIRS[0]) == ([PAIRS[0][1]], [])


def test_a_name_that_is_no_check_is_refused() -> None:
    with pytest.raises(UnknownCheckError, match="no check is called 'numbers'"):
        settled("keep-draft", severities={"numbers": "error"})


def test_the_road_applies_it() -> None:
    document, _ = article(("Peru has 12 votes.", ""))
    checking = Checking(on_bad="keep-source")
    (result,) = Localizer(Lexicon({"12": "21"}), Glossary(), checking=checking).translate([document], "pt")
    assert [one.target.plain for one in result.translations] == ["Peru has 12 votes."]
    assert [is_bad(finding) for finding in result.findings] == [False]
