"""What a run has made of its files, and the rows of a report about it: a file, a term, a finding each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from localize.exchange.visible import visible
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Document, Finding, Severity, Translation
    from localize.exchange.bitext import Offer
    from localize.glossary.concepts import Verdict


@dataclass(frozen=True, slots=True)
class FileResult:
    """What a run made of one file for one target language.

    Attributes:
        document: The source; its ``language`` is the source language.
        language: Target, a BCP 47 tag.
        output: Path of the translated file; empty when none was written.
        translations: One a segment, in order.
        findings: Of the checks, sorted by place.
        from_memory: Segments that came from memory, and ``from_engine``, from the engine.
        seconds: Wall time.
        offers: Approved translations of sentences like it, by segment id.
        back: Targets translated back, by segment id; empty: they were not.
    """

    document: Document
    language: str
    output: str
    translations: tuple[Translation, ...]
    findings: tuple[Finding, ...] = ()
    from_memory: int = 0
    from_engine: int = 0
    seconds: float = 0.0
    offers: Mapping[str, Sequence[Offer]] = field(default_factory=dict)
    back: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A glossary file that the run used; ``sha256`` in hexadecimal, of the bytes of the file."""

    path: str
    sha256: str
    concepts: int


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file and a target language; ``source`` and ``target`` are BCP 47 tags, ``source`` None when not known."""

    path: str
    source: str | None
    target: str
    output: str
    segments: int
    from_memory: int
    from_engine: int
    seconds: float


@dataclass(frozen=True, slots=True)
class TermRow:
    """What became of one glossary match.

    Attributes:
        segment: ``Segment.id``.
        source: Glossary term, as is ``target``.
        language: Target, a BCP 47 tag; stands in the JSON report when the run had several.
    """

    file: str
    line: int
    segment: str
    concept: str
    source: str
    target: str
    verdict: Verdict
    method: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its place in the source file.

    Attributes:
        line: From 1, as is ``column``, in code points.
        language: Target, a BCP 47 tag; stands in the JSON report when the run had several.
        end: Line and column behind the last character concerned; None when no part of the text is.
        identity: What stays the same when the text around it is edited; empty: nothing is known.
        block: The same for who has whole blocks instead of sentences: the identity that the finding has there.
    """

    check: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    language: str = ""
    end: tuple[int, int] | None = None
    identity: str = ""
    block: str = ""

    def __str__(self) -> str:
        """Write the finding the way compilers do, on one line, fit for a terminal."""
        return visible(f"{self.file}:{self.line}:{self.column}: {self.check} {self.message}")


class Failure(NamedTuple):
    """An article that could not be used, and why; the JSON report does not have it, the exit code 2 tells it."""

    path: str
    message: str


class Rows(NamedTuple):
    """What one file and target language add to a report."""

    file: FileRow
    terms: tuple[TermRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, for formats that describe their rules.

    Attributes:
        title: One sentence, plain.
        help: The whole explanation, plain text.
        severity: What its findings weigh.
    """

    title: str
    help: str
    severity: Severity


def rows(result: FileResult) -> Rows:
    """Write one result as rows of a report."""
    places = Places(result.document)
    return Rows(file_row(result), tuple(term_rows(result, places)), tuple(finding_rows(result, places)))


def finding_rows(result: FileResult, places: Places | None = None) -> Iterator[FindingRow]:
    """Give each finding of a result its line and column; a finding about the whole file stands at its beginning."""
    places = places or Places(result.document)
    for finding in result.findings:
        start, end = (1, 1), None
        if finding.segment is not None:
            span = finding.span or (0, len(finding.segment.source.plain))
            start, end = places.locate(finding.segment, span[0]), places.end(finding.segment, span)
        yield FindingRow(
            check=finding.check,
            severity=finding.severity,
            file=result.document.path,
            line=start[0],
            column=start[1],
            message=finding.message,
            language=result.language,
            end=end,
            identity=_identity(finding, result, finding.segment.source.plain if finding.segment else ""),
            block=_identity(finding, result, finding.segment.unit.source.plain if finding.segment else ""),
        )


def _identity(finding: Finding, result: FileResult, text: str) -> str:
    """Make a fingerprint (SHA-256, hexadecimal) of check, file, language, the sentence or block and the words concerned in it.

    Neither the line nor the message is part of it: a finding stays the same when text above it comes or goes, and when
    another model finds other wrong words.
    """
    words = finding.segment.source.plain[slice(*finding.span)] if finding.segment and finding.span else ""
    parts = (finding.check, result.document.path.replace("\\", "/"), result.language, text, words)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def file_row(result: FileResult) -> FileRow:
    """Sum a result up."""
    return FileRow(
        path=result.document.path,
        source=result.document.language,
        target=result.language,
        output=result.output,
        segments=len(result.translations),
        from_memory=result.from_memory,
        from_engine=result.from_engine,
        seconds=round(result.seconds, 3),
    )


def term_rows(result: FileResult, places: Places) -> Iterator[TermRow]:
    """Yield one row for every glossary match."""
    for translation in result.translations:
        for verdict in translation.terms:
            line, _ = places.locate(translation.segment, verdict.match.span[0])
            yield TermRow(
                file=result.document.path,
                line=line,
                segment=translation.segment.id,
                concept=verdict.match.concept.id,
                source=verdict.match.source.text,
                target=verdict.match.target.text,
                verdict=verdict.verdict,
                method=verdict.method,
                before=verdict.before,
                after=verdict.after,
                language=result.language,
            )
