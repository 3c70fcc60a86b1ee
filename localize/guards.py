"""Bad output: which checks tell it, and what becomes of it when the engine has had its chances.

A guard is a check that tells a translation which should not be published: a copy, a loop, a lost number. It counts
whatever it weighs; one that is excluded does not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from localize import checks
from localize.document import Segment, Text, Translation, Unit
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from localize.document import Document, Finding, Severity
    from localize.languages import Pair

_LEFT = Message("the whole sentence is left as it is")
OnBad = Literal["keep-draft", "keep-source", "fail"]
"""What becomes of bad output: it stays, with its findings; the source takes its place, with a finding that says so;
it stays, and its findings are errors."""


@dataclass(frozen=True, slots=True)
class Checking:
    """How translations are checked.

    Attributes:
        exclude: Names of checks that are not run.
        severities: What findings of a check weigh, where not the usual.
        on_bad: What becomes of bad output.
    """

    exclude: Collection[str] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    on_bad: OnBad = "keep-draft"

    def check(
        self, document: Document, translations: Sequence[Translation], language: str
    ) -> tuple[tuple[Translation, ...], tuple[Finding, ...]]:
        """Check the translations of a document, and settle what becomes of bad ones.

        What people have approved stays as it is.

        Returns:
            The translations, some of them replaced, and the findings about them, sorted by place.

        Raises:
            UnknownCheckError: A name is that of no check.
        """
        found = self._run(document, translations, language)
        bad = [finding for finding in found if is_bad(finding)]
        if self.on_bad == "fail":
            worse = {id(finding) for finding in bad}
            found = tuple(replace(one, severity="error") if id(one) in worse else one for one in found)
        if self.on_bad != "keep-source" or not bad:
            return tuple(translations), found
        reasons: dict[str, list[Finding]] = {}
        for finding in bad:
            assert finding.segment is not None
            reasons.setdefault(finding.segment.id, []).append(finding)
        kept = tuple(
            _source(one, reasons[one.segment.id])
            if one.segment.id in reasons and not one.origin.startswith("memory ")
            else one
            for one in translations
        )
        return kept, self._run(document, kept, language)

    def weighed(self, finding: Finding) -> tuple[Finding, ...]:
        """Give a finding about a file as a whole the weight that it is to have; none where its check is left out."""
        if finding.check in self.exclude:
            return ()
        return (replace(finding, severity=self.severities.get(finding.check, finding.severity)),)

    def _run(
        self, document: Document, translations: Sequence[Translation], language: str
    ) -> tuple[Finding, ...]:
        return checks.run(document, translations, language, exclude=self.exclude, severities=self.severities)


def is_bad(finding: Finding) -> bool:
    """Tell whether a finding makes a translation bad output."""
    return checks.CHECKS[finding.check].guard and finding.segment is not None


def weigh(source: str, target: str, pair: Pair) -> tuple[int, int]:
    """Count the guards that hold against a draft: those that make it bad, and those that only note something."""
    text = Text(source)
    segment = Segment(Unit("draft", (0, len(source)), text), 0, (0, len(source)), text)
    translation = Translation(segment, Text(target))
    held = [
        one.severity for one in checks.CHECKS.values() if one.guard and any(one.function(translation, pair))
    ]
    return sum(severity != "note" for severity in held), held.count("note")


def _source(translation: Translation, findings: Sequence[Finding]) -> Translation:
    """Put the source in the place of its translation, for the reasons given."""
    source = translation.segment.source
    terms = tuple(
        replace(verdict, verdict="unresolved", method="", before="", after="", span=None, reason=_LEFT)
        for verdict in translation.terms
    )
    reason = "; ".join(f"{finding.check} {finding.message}" for finding in findings)
    return replace(
        translation, target=source, state="initial", terms=terms, names=(), unknown=(), kept=reason
    )
