"""What reviewers are told about each segment: the author's note, its terms, the findings, similar translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.exchange.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Finding, Translation
    from localize.exchange.rows import FileResult

_PRIORITIES = {"error": 1, "warning": 2, "note": 3}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say.

    Attributes:
        about: ``unit`` for a note of the article's author, ``term``, or the name of a check.
        text: On one line, without control characters.
        priority: As in XLIFF, 1 (highest) to 10.
    """

    about: str
    text: str
    priority: int = 3


def findings(result: FileResult) -> Mapping[str, Sequence[Finding]]:
    """Sort the findings of a result by the id of the segment that they are about."""
    found: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.segment is not None:
            found.setdefault(finding.segment.id, []).append(finding)
    return found


def remarks(translation: Translation, found: Sequence[Finding]) -> Iterator[Remark]:
    """Yield what there is to say about one segment, but for the note of its unit."""
    for verdict in translation.terms:
        text = f"{verdict.match.source.text} -> {verdict.match.target.text}: {verdict.verdict}"
        yield Remark("term", visible(text), 2 if verdict.verdict == "unresolved" else 3)
    for finding in found:
        text = f"{finding.severity}: {finding.check} {finding.message}"
        yield Remark(finding.check, visible(text), _PRIORITIES[finding.severity])


def approved(translation: Translation) -> bool:
    """Tell whether a person has approved a translation."""
    return translation.state in {"reviewed", "final"}
