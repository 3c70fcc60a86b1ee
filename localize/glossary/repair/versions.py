"""Other versions of a sentence that hold a term: what the engine makes of it, scored and aligned."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from localize.document import Score
from localize.glossary.repair.agreement import context
from localize.glossary.repair.attuning import attune
from localize.glossary.repair.choice import EDIT, Candidate
from localize.glossary.repair.doubts import doubtful, turned, unbound
from localize.glossary.repair.location import bare
from localize.glossary.repair.plan import edit, place
from localize.glossary.repair.transfer import agreement_edits, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment, Draft, Span
    from localize.glossary.repair.grammar import Grammar
    from localize.glossary.repair.plan import Plan
    from localize.languages import Pair

_LIKELIER = 0.2
"""Mean log-probability that words in another order must win."""
_STAND_INS = ("XQ7", "Unesco")
"""Words that engines leave alone; the term then takes their place."""


class Translator(Protocol):
    """What enforcement needs of every engine."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences; same length, same order."""
        ...


@runtime_checkable
class Steerable(Protocol):
    """What enforcement uses of an engine whose decoder can be led."""

    def complete(
        self, sources: Sequence[str], prefixes: Sequence[str], pair: Pair, *, forbid: Sequence[str] = ()
    ) -> list[Draft]:
        """Go on from given beginnings."""
        ...

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        """Align given translations."""
        ...

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        """Score given translations."""
        ...


class Versions:
    """Ask an engine for versions of sentences that hold their terms."""

    def __init__(self, engine: Translator, pair: Pair, grammar: Grammar | None) -> None:
        self._engine = engine
        self._pair = pair
        self._grammar = grammar
        self.steering = engine if isinstance(engine, Steerable) else None
        self._scored: dict[tuple[str, str], Score] = {}

    @property
    def attunes(self) -> bool:
        """Tell whether the engine's score shows which words hang on a term."""
        return self.steering is not None

    def translate(self, sources: Sequence[str]) -> list[Draft]:
        """Translate sentences; same length, same order."""
        return self._engine.translate(sources, self._pair)

    def scores(self, sources: Sequence[str], targets: Sequence[str]) -> list[Score]:
        """Score given translations, each once; all alike when the engine cannot tell."""
        if self.steering is None:
            return [Score(0.0, 1)] * len(sources)
        both = list(zip(sources, targets, strict=True))
        new = [one for one in dict.fromkeys(both) if one not in self._scored]
        if new:
            made = self.steering.score(
                [source for source, _ in new], [target for _, target in new], self._pair
            )
            self._scored |= zip(new, made, strict=True)
        return [self._scored[one] for one in both]

    def aligned(self, sources: Sequence[str], targets: Sequence[str]) -> list[Alignment]:
        """Align given translations; empty alignments when the engine has none."""
        if self.steering is None or not sources:
            return [()] * len(sources)
        return self.steering.align(sources, targets, self._pair)

    def attuned(self, plans: Sequence[Plan], drafts: Sequence[str]) -> list[Plan]:
        """Let far words agree with terms of another gender or number, where the engine can tell which."""
        result = list(plans)
        if self._grammar is not None and self.attunes:
            unsafe = [i for i, plan in enumerate(plans) if plan.edited and not plan.safe]
            texts = [drafts[i] for i in unsafe]
            found = attune([plans[i] for i in unsafe], texts, self.scores, self._grammar) if unsafe else []
            for i, plan in zip(unsafe, found, strict=True):
                result[i] = plan
        return result

    def turned(self, plans: Sequence[Plan]) -> list[Plan]:
        """Turn round what stands in the order of English, where the engine finds that likelier."""
        result = list(plans)
        if self.attunes:
            made = [(i, new) for i, plan in enumerate(plans) if (new := turned(plan, self._grammar))]
            texts = [plan.edited.text for i, new in made for plan in (plans[i], new) if plan.edited]
            told = iter(self.scores([new.source for _, new in made for _ in range(2)], texts) if made else ())
            for i, new in made:
                old, other = next(told), next(told)
                result[i] = new if other.mean > old.mean + _LIKELIER else plans[i]
        return result

    def ask(self, plans: Sequence[Plan]) -> list[list[Candidate]]:
        """Make versions with the term already in the source, and with the target begun with it.

        Where the old rendering was located, their agreement is also taken over into the edited draft.
        """
        sources = [_substituted(plan, plan.form) for plan in plans]
        made = [[self._holding(*item)] for item in zip(plans, sources, self.translate(sources), strict=True)]
        if self.steering is not None:
            led = [(i, plan, plan.edited.text) for i, plan in enumerate(plans) if plan.edited]
            completed = self.steering.complete(
                [plan.source for _, plan, _ in led],
                [text[: plan.term[1]] for _, plan, text in led],
                self._pair,
            )
            for (i, _, _), draft in zip(led, completed, strict=True):
                made[i].append(Candidate("prefix", draft))
        for own, moved in zip(made, self._reordered(plans), strict=True):
            own.extend([Candidate("reordering", replace(moved, alignment=()))] if moved else [])
        return [[*self._transferred(plan, found), *found] for plan, found in zip(plans, made, strict=True)]

    def rescue(self, plans: Sequence[Plan]) -> list[list[Candidate]]:
        """Make versions for terms that nothing else brought in: a stand-in rides through, and is replaced."""
        made: list[list[Candidate]] = [[] for _ in plans]
        for token in _STAND_INS:
            drafts = self.translate([_substituted(plan, token) for plan in plans])
            for found, plan, draft in zip(made, plans, drafts, strict=True):
                hit = re.search(rf"(?<!\w){token}(?!\w)", draft.text)
                placed = place(plan._replace(old=hit.span()), draft, self._grammar).edited if hit else None
                if placed:
                    found.append(Candidate("placeholder", replace(placed, alignment=())))
        return made

    def perturbed(self, places: Sequence[tuple[str, Span, str]]) -> list[Span | None]:
        """Locate renderings without an alignment: what changes when stand-ins take the term's place.

        Args:
            places: Source, span of the term in it, and draft text.

        Returns:
            For each the stretch of the draft that two stand-ins both change; None where that is not one stretch.
        """
        found: list[list[Span | None]] = [[] for _ in places]
        for token in _STAND_INS:
            drafts = self.translate([source[:a] + token + source[b:] for source, (a, b), _ in places])
            for spans, (_, _, text), draft in zip(found, places, drafts, strict=True):
                spans.append(changed(text, draft.text, token))
        return [
            bare(_common(spans), text, self._grammar)
            for spans, (_, _, text) in zip(found, places, strict=True)
        ]

    def score(self, plans: Sequence[Plan], candidates: Sequence[list[Candidate]]) -> list[list[Candidate]]:
        """Score candidates on the untouched sources, and see whether determiners agree in them."""
        flat = [(plan, c) for plan, found in zip(plans, candidates, strict=True) for c in found]
        scores = self.scores([plan.source for plan, _ in flat], [c.draft.text for _, c in flat])
        judged = iter(
            c._replace(
                score=score.mean,
                agrees=self._agrees(plan, c),
                doubtful=c.method == EDIT and doubtful(plan, score, self._grammar),
            )
            for (plan, c), score in zip(flat, scores, strict=True)
        )
        return [[next(judged) for _ in found] for found in candidates]

    def align(self, plans: Sequence[Plan], chosen: Sequence[Candidate | None]) -> list[Candidate | None]:
        """Align candidates that were not made from the untouched source, for what is repaired next."""
        result = list(chosen)
        lacking = [(i, c) for i, c in enumerate(chosen) if c is not None and not c.draft.alignment]
        if self.steering is None or not lacking:
            return result
        alignments = self.steering.align(
            [plans[i].source for i, _ in lacking], [c.draft.text for _, c in lacking], self._pair
        )
        for (i, candidate), alignment in zip(lacking, alignments, strict=True):
            result[i] = candidate._replace(draft=replace(candidate.draft, alignment=alignment))
        return result

    def _reordered(self, plans: Sequence[Plan]) -> list[Draft | None]:
        """Translate sources with the name before a term put behind it, where the term was not located.

        "The second-longest-serving NATO Secretary-General" is too much for an engine, with "of NATO" it is not.
        """
        asked = [_behind(plan) if plan.old is None else "" for plan in plans]
        made = iter(self.translate([source for source in asked if source]) if any(asked) else ())
        return [next(made) if source else None for source in asked]

    def _holding(self, plan: Plan, source: str, draft: Draft) -> Candidate:
        """Take a translation of a source that holds the term; what stands before the term agrees with it.

        Engines do not know the word that rides through them: "a letter of the Primera Ministra" is "del" for Apertium.
        """
        hit = re.search(rf"(?<!\w){re.escape(plan.form)}(?!\w)", draft.text, re.IGNORECASE)
        if hit:
            held = plan._replace(source=source, old=hit.span(), form=hit.group())
            draft = place(held, draft, self._grammar).edited or draft
        return Candidate("substitution", replace(draft, alignment=()))

    def _transferred(self, plan: Plan, versions: Sequence[Candidate]) -> list[Candidate]:
        if plan.edited is None or self._grammar is None:
            return []
        found = []
        for version in versions:
            edits = agreement_edits(plan.edited.text, plan.term, version.draft.text, self._grammar)
            found += [Candidate(EDIT, edit(plan.edited, edits))] if edits else []
        return found

    def _agrees(self, plan: Plan, candidate: Candidate) -> bool:
        found = re.search(re.escape(plan.form), candidate.draft.text, re.IGNORECASE)
        if self._grammar is None or found is None:
            return True
        if unbound(candidate.draft.text, found.span(), self._grammar):
            return False
        told = context(plan.source, candidate.draft, found.span(), self._grammar).features
        return all(
            was is None or bool(was) == bool(now) for was, now in zip(told, plan.features, strict=True)
        )


def _common(spans: Sequence[Span | None]) -> Span | None:
    first, second = spans
    if first is None or second is None:
        return first or second
    start, end = max(first[0], second[0]), min(first[1], second[1])
    return (start, end) if start < end else None


def _behind(plan: Plan) -> str:
    """Write the source with the name before a term behind it: "Secretary-General of NATO"; empty without such a name."""
    start, end = plan.match.span
    before = re.search(r"\b[^\W\d_a-zà-öø-ÿ][\w.]*(?= $)", plan.source[:start])
    if before is None or plan.match.possessive or not plan.source[: before.start()].strip():
        return ""
    return f"{plan.source[: before.start()]}{plan.source[start:end]} of {before.group()}{plan.source[end:]}"


def _substituted(plan: Plan, word: str) -> str:
    """Write a word into the source, in place of the source term."""
    start, end = plan.match.span
    return plan.source[:start] + word + plan.source[end:]
