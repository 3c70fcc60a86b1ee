"""A run to report about: one article with a term of each verdict and a finding of each severity."""

from __future__ import annotations

from localize.document import Code, Document, Finding, Segment, Text, Translation, Unit
from localize.exchange import FileResult, GlossaryRow, Report, Rule, build
from localize.glossary.concepts import Concept, Term, TermMatch, TermVerdict, Verdict

ARTICLE = "NATO met in Brussels.\n\nThe **Secretary-General** of NATO spoke of 32 members.\n"
HOSTILE = "50%, done: «é»\r\n::error::\x1b[31m\u202e]]>&<\"'\udc80\u2028\ufffe"


def verdict(segment: Segment, words: str, target: str, outcome: Verdict, before: str = "") -> TermVerdict:
    """Say what became of the first occurrence of *words* in a segment."""
    source, goal = Term(words, "en"), Term(target, "pt")
    concept = Concept(words.lower(), {"en": (source,), "pt": (goal,)})
    start = segment.source.plain.index(words)
    method = {"satisfied": "engine", "repaired": "located-edit", "unresolved": ""}[outcome]
    match = TermMatch((start, start + len(words)), concept, source, goal)
    return TermVerdict(match, outcome, method, before, "" if outcome == "unresolved" else target)


def result(path: str = "news/nato.md", message: str = '"32" is missing', language: str = "pt") -> FileResult:
    """Translate the article."""
    first = Unit("p1", (0, 21), Text("NATO met in Brussels."))
    bold = (Code(4, "**", "open", 1), Code(21, "**", "close", 1))
    second = Unit(
        "p2",
        (23, len(ARTICLE) - 1),
        Text("The Secretary-General of NATO spoke of 32 members.", bold),
        note="lead",
    )
    document = Document(path, "markdown", ARTICLE, (first, second), "en")
    one = Segment(first, 0, (0, 21), first.source)
    two = Segment(second, 0, (0, len(second.source.plain)), second.source)
    target = Text(
        "O Secretário-Geral da NATO falou dos membros.",
        (Code(2, "**", "open", 1), Code(18, "**", "close", 1)),
    )
    translations = (
        Translation(
            one, Text("A OTAN reuniu-se em Bruxelas."), terms=(verdict(one, "NATO", "OTAN", "satisfied"),)
        ),
        Translation(
            two,
            target,
            terms=(
                verdict(two, "Secretary-General", "Secretário-Geral", "repaired", "secretário geral"),
                verdict(two, "NATO", "OTAN", "unresolved", "NATO"),
            ),
        ),
    )
    findings = (
        Finding("length-ratio", "note", "the file is short"),
        Finding("term-missing", "error", '"NATO" should be "OTAN"', two, (25, 29)),
        Finding("number-mismatch", "warning", message, two, (39, 41)),
    )
    return FileResult(
        document, language, f"output/{language}/news/nato.md", translations, findings, 0, 2, 1.23456
    )


def report(*results: FileResult, fail_on: str = "error") -> Report:
    """Report about a run."""
    return build(
        results or (result(),),
        version="0.1.0",
        engine="argos 1.0 en-pt beam=4",
        glossaries=(GlossaryRow("glossaries/nato.csv", "ab" * 32, 12),),
        rules={
            "term-missing": Rule(
                "Report missing terms.", "Report missing terms.\n\nForms count, too.", "error"
            ),
            "number-mismatch": Rule("Report changed numbers.", "Report changed numbers.", "warning"),
        },
        fail_on=fail_on,  # type: ignore[arg-type]
    )
