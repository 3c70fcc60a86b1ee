"""Is it true what the report says of each term? Told by searching the output, without the project's own matcher."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.evaluation.finding import hits
from tests.evaluation.metrics import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Translation
    from localize.glossary.concepts import TermVerdict
    from tests.evaluation.rows import Row


def figures(made: Sequence[Sequence[Translation]], rows: Sequence[Row]) -> dict[str, Figure]:
    """Count the terms of the set that the report tells of, and the verdicts that are true.

    A term is ``satisfied`` or ``repaired`` truly if one of its forms stands in the output at a place of its own, and
    ``unresolved`` truly if it does not. Verdicts on what the set does not list count as false.
    """
    told, listed, true, said = 0, 0, 0, 0
    for translations, row in zip(made, rows, strict=True):
        text = " ".join(one.target.plain for one in translations)
        verdicts = [verdict for one in translations for verdict in one.terms]
        wanted = Counter(term.lemma for term in row.terms)
        found = hits(text, row.terms)
        stands = Counter(term.lemma for term, hit in zip(row.terms, found, strict=True) if hit)
        by_lemma = Counter(map(_lemma, verdicts))
        listed += wanted.total()
        told += (wanted & by_lemma).total()
        said += len(verdicts)
        true += (Counter(_lemma(v) for v in verdicts if v.verdict != "unresolved") & stands).total()
        true += (
            Counter(_lemma(v) for v in verdicts if v.verdict == "unresolved") & (wanted - stands)
        ).total()
    return {
        "told of": Figure(100 * told / max(1, listed), listed),
        "verdicts true": Figure(100 * true / max(1, said), said),
    }


def _lemma(verdict: TermVerdict) -> str:
    return verdict.match.target.text
