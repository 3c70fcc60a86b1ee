"""The report of a run: its parts, how they are built from results, and the JSON that the contract fixes.

Keys and their order are those of the report contract; every number in ``totals`` is worked out from the parts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

from localize.document import Places, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Document, Finding, Translation
    from localize.glossary.concepts import Verdict

FailOn = Literal["error", "warning", "note", "never"]

_WEIGHT: dict[str, int] = {"note": 1, "warning": 2, "error": 3, "never": 4}
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What JSON allows in a string but terminals, log viewers, UTF-8 or JavaScript do not take well: control characters
of C1, line separators, direction marks and overrides, lone surrogates, non-characters."""


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
    """

    document: Document
    language: str
    output: str
    translations: tuple[Translation, ...]
    findings: tuple[Finding, ...] = ()
    from_memory: int = 0
    from_engine: int = 0
    seconds: float = 0.0


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
        language: Target, a BCP 47 tag; stands in the JSON report when the run had several.
    """

    check: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    language: str = ""

    def __str__(self) -> str:
        """Write the finding the way compilers do, on one line, fit for a terminal."""
        return visible(f"{self.file}:{self.line}:{self.column}: {self.check} {self.message}")


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run.

    Attributes:
        version: Of localize.
        engine: Signature of the engine.
        titles: What each check looks for, by name; for formats that describe their rules.
        fail_on: Weight from which on a finding fails the run; for formats that say passed or failed.
    """

    version: str
    engine: str
    glossaries: tuple[GlossaryRow, ...]
    files: tuple[FileRow, ...]
    terms: tuple[TermRow, ...]
    findings: tuple[FindingRow, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    fail_on: FailOn = "error"

    def fails(self, finding: FindingRow) -> bool:
        """Tell whether a finding is heavy enough to fail the run."""
        return _WEIGHT[finding.severity] >= _WEIGHT[self.fail_on]

    @property
    def failed(self) -> bool:
        """Tell whether any finding fails the run."""
        return any(map(self.fails, self.findings))


def build(
    results: Sequence[FileResult],
    *,
    version: str,
    engine: str,
    glossaries: Sequence[GlossaryRow] = (),
    titles: Mapping[str, str] | None = None,
    fail_on: FailOn = "error",
) -> Report:
    """Gather the results of a run in a report, in the order in which they are given."""
    files: list[FileRow] = []
    terms: list[TermRow] = []
    findings: list[FindingRow] = []
    for result in results:
        places = Places(result.document)
        files.append(_file_row(result))
        terms += _term_rows(result, places)
        findings += finding_rows(result, places)
    return Report(
        version=version,
        engine=engine,
        glossaries=tuple(glossaries),
        files=tuple(files),
        terms=tuple(terms),
        findings=tuple(findings),
        titles=dict(titles or {}),
        fail_on=fail_on,
    )


def finding_rows(result: FileResult, places: Places | None = None) -> Iterator[FindingRow]:
    """Give each finding of a result its line and column; a finding about the whole file stands at its beginning."""
    places = places or Places(result.document)
    for finding in result.findings:
        line, column = 1, 1
        if finding.segment is not None:
            line, column = places.locate(finding.segment, finding.span[0] if finding.span else 0)
        path, language = result.document.path, result.language
        yield FindingRow(finding.check, finding.severity, path, line, column, finding.message, language)


def to_json(report: Report) -> str:
    """Write the report of the contract: one object, two spaces of indentation, a newline at the end.

    Rows of terms and findings name their language where the run had several: with one, the keys of the contract say
    all there is to know. Characters beyond ASCII stand as they are, except the ones that could disturb a reader; those
    are escaped.
    """
    several = len({row.target for row in report.files}) > 1
    names = [name for name in Report.__slots__ if name not in {"titles", "fail_on"}]
    data = {name: _plain(getattr(report, name), languages=several) for name in names}
    return dump(data | {"totals": totals(report)})


def dump(data: object) -> str:
    """Write JSON for people and programs: indented, UTF-8 safe, no raw control characters, a newline at the end."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda bad: f"\\u{ord(bad.group()):04x}", text) + "\n"


def totals(report: Report) -> dict[str, object]:
    """Add up the parts of a report."""
    verdicts = Counter(row.verdict for row in report.terms)
    severities = Counter(row.severity for row in report.findings)
    return {
        "files": len(report.files),
        "segments": sum(row.segments for row in report.files),
        "from_memory": sum(row.from_memory for row in report.files),
        "from_engine": sum(row.from_engine for row in report.files),
        "terms": {name: verdicts[name] for name in ("satisfied", "repaired", "unresolved")},
        "findings": {name: severities[name] for name in ("error", "warning", "note")},
    }


def visible(text: str) -> str:
    r"""Spell control characters out (``\\x1b``, ``\\u202e``), so that text fits on one line of any display."""
    return re.sub(rf"[\x00-\x1f]|{_UNSAFE.pattern}", lambda bad: ascii(bad.group())[1:-1], text)


def _plain(value: object, *, languages: bool) -> object:
    """Turn rows into objects with the keys of the contract."""
    if isinstance(value, tuple):
        return [_plain(item, languages=languages) for item in value]
    if isinstance(value, (FindingRow, TermRow)):
        return {key: item for key, item in asdict(value).items() if languages or key != "language"}
    if isinstance(value, (GlossaryRow, FileRow)):
        return asdict(value)
    return value


def _file_row(result: FileResult) -> FileRow:
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


def _term_rows(result: FileResult, places: Places) -> Iterator[TermRow]:
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
