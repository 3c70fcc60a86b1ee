"""A sentence of the review page: its place, source, target, and what there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from localize.exchange.review.elements import Html, join, tag
from localize.exchange.review.marking import Mark, marked
from localize.languages import direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Finding, Translation
    from localize.glossary.concepts import TermVerdict

_SIGNS = {"satisfied": "✓", "repaired": "↻", "unresolved": "✗", "error": "✗", "warning": "!", "note": "i"}


class Row(NamedTuple):
    """A sentence.

    Attributes:
        number: In the document, from 1.
        place: Its line, or the number of its unit where a file has no lines.
        translation: With its segment.
        findings: About this sentence.
        unit: What ``place`` counts; empty: not worth showing.
        back: The target, translated back; None if none was.
    """

    number: int
    place: int
    translation: Translation
    findings: tuple[Finding, ...]
    unit: str
    back: str | None = None

    @property
    def traits(self) -> frozenset[str]:
        """Name the filters that let the sentence through."""
        verdicts = {one.verdict for one in (*self.translation.terms, *self.translation.names)}
        return frozenset({"findings"} if self.findings else ()) | (verdicts - {"satisfied"})


def row(one: Row, source: str, target: str) -> Html:
    """Write a sentence as a row of the table; ``source`` and ``target`` are BCP 47 tags."""
    segment = one.translation.segment
    first = segment.index == 0
    traits = [f"has-{trait}" for trait in sorted(one.traits)]
    place = tag("a", f"{one.number:,}", href=f"#s{one.number}")
    line = tag("small", f"{one.unit} {one.place:,}") if one.unit else ""
    return tag(
        "tr",
        tag("th", place, line, scope="row", class_="place"),
        tag("td", marked(segment.source, _of_source(one)), lang=source, dir=direction(source), class_="text"),
        tag(
            "td",
            marked(one.translation.target, _of_target(one)),
            lang=target,
            dir=direction(target),
            class_="text",
        ),
        tag("td", one.back, lang=source, dir=direction(source), class_="text back")
        if one.back is not None
        else "",
        tag("td", _notes(one), class_="notes"),
        "\n",
        id=f"s{one.number}",
        tabindex="-1",
        class_=" ".join([*traits, *(["first"] if first else []), f"kind-{_word(segment.unit.kind)}"]),
    )


def found(finding: Finding) -> Html:
    """Write a finding."""
    return tag(
        "li",
        _sign(finding.severity),
        " ",
        finding.message,
        " ",
        tag("small", finding.check),
        class_=finding.severity,
    )


def _of_source(one: Row) -> list[Mark]:
    terms = [
        Mark(verdict.match.span, verdict.verdict, _told(verdict), number)
        for number, verdict in enumerate(one.translation.terms, 1)
    ]
    findings = [
        Mark(finding.span, f"finding {finding.severity}", f"{finding.severity}: {finding.message}")
        for finding in one.findings
        if finding.span
    ]
    return terms + findings


def _of_target(one: Row) -> list[Mark]:
    return [
        Mark(verdict.span, verdict.verdict, _told(verdict), number)
        for number, verdict in enumerate(one.translation.terms, 1)
        if verdict.span
    ]


def _told(verdict: TermVerdict) -> str:
    return f"{verdict.match.source.text} → {verdict.match.target.text}: {verdict.verdict}"


def _notes(one: Row) -> Html:
    """List the terms, those that are worth a look first in the order of the source, then findings and remarks."""
    unit, origin = one.translation.segment.unit, one.translation.origin
    terms = [(number, verdict) for number, verdict in enumerate(one.translation.terms, 1)]
    items = [
        *(_term(verdict, number) for number, verdict in terms if verdict.verdict != "satisfied"),
        *(_term(verdict, 0) for verdict in one.translation.names),
        *map(found, one.findings),
        *(_term(verdict, number) for number, verdict in terms if verdict.verdict == "satisfied"),
    ]
    if origin.startswith("memory "):
        items.append(tag("li", "from ", origin, class_="remark"))
    if unit.note and one.translation.segment.index == 0:
        items.append(tag("li", unit.note, class_="remark"))
    return tag("ul", items) if items else Html("")


def _term(verdict: TermVerdict, number: int) -> Html:
    return tag(
        "li",
        _sign(verdict.verdict),
        " ",
        tag("bdi", verdict.match.source.text),
        " → ",
        tag("bdi", verdict.match.target.text),
        _change(verdict),
        class_=verdict.verdict,
        data_term=str(number or ""),
        title=verdict.match.concept.note,
    )


def _change(verdict: TermVerdict) -> Html:
    return join(*_changes(verdict))


def _changes(verdict: TermVerdict) -> Iterator[str]:
    """Tell what was there before and what is there now, and why."""
    if verdict.verdict == "repaired" and verdict.before != verdict.after:
        yield Html("<br>")
        if verdict.before:
            yield tag("del", tag("bdi", verdict.before))
            yield " "
        yield tag("ins", tag("bdi", verdict.after))
    elif verdict.verdict == "unresolved" and verdict.before:
        yield from (Html("<br>"), "stands as ", tag("bdi", verdict.before))
    elif verdict.verdict == "satisfied" and verdict.after.casefold() != verdict.match.target.text.casefold():
        yield from (" (", tag("bdi", verdict.after), ")") if verdict.after else ()
    if verdict.reason:
        yield from (Html("<br>"), tag("small", verdict.reason))


def _sign(kind: str) -> Html:
    return tag("span", tag("span", _SIGNS[kind], aria_hidden="true"), " ", kind, class_="sign")


def _word(text: str) -> str:
    """Make one class name of a kind."""
    return "".join(character if character.isalnum() else "-" for character in text)
