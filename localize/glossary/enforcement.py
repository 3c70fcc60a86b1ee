"""Translate first, check, repair only what is violated, and prove it.

Each violated match gets candidates: an edit at the aligned place with everything next to it agreeing; the engine
going on from that place; the engine translating a source in which the term is already in place. The candidates are
checked, and the engine's own score on the untouched source chooses.

Source of the method: measured on 1,329 sentences English-Portuguese, repairing only violations costs no quality
(chrF++ +0.5 and more over the engine alone), touching every term does (-1.4 to -8.5).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from localize.alignment import apply_edits, edit_alignment, shift_offset
from localize.document import Draft
from localize.glossary.acceptance import accept
from localize.glossary.agreement import Replacement, case_for, context, replace_noun
from localize.glossary.choice import Candidate, Situation, best, sane
from localize.glossary.concepts import TermMatch, TermVerdict
from localize.glossary.genders import Genders
from localize.glossary.grammar import Features, grammar_for
from localize.glossary.location import locate
from localize.glossary.wording import features_for, form_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.alignment import Edit
    from localize.document import Alignment, Span
    from localize.glossary.acceptance import Accepted
    from localize.languages import Pair


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

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[float]:
        """Give mean log-probabilities."""
        ...


class Job(NamedTuple):
    """One segment to be enforced: source, draft, and the matches with spans in the source."""

    source: str
    draft: Draft
    matches: tuple[TermMatch, ...]


class Enforced(NamedTuple):
    """The segment afterwards: the draft with repairs, and one verdict a match."""

    draft: Draft
    verdicts: tuple[TermVerdict, ...]


@dataclass(slots=True)
class _State:
    """A segment under repair."""

    job: Job
    draft: Draft
    pending: list[int]
    first: list[Accepted]
    methods: dict[int, tuple[str, str]] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)


class _Plan(NamedTuple):
    """The repair of one match: where the old rendering stands, the edited draft, and whether that is safe."""

    state: _State
    wanted: int
    old: Span | None
    form: str
    edited: Draft | None
    prefix: str
    safe: bool


class Enforcer:
    """Make drafts follow the glossary.

    Args:
        engine: The engine that made the drafts; one that is ``Steerable`` gets more candidates.
        pair: Direction.
    """

    def __init__(self, engine: Translator, pair: Pair) -> None:
        self._engine = engine
        self._pair = pair
        self._steering = engine if isinstance(engine, Steerable) else None
        self._grammar = grammar_for(pair.target)
        self._genders = Genders(self._steering, pair, self._grammar)

    def enforce(self, jobs: Sequence[Job]) -> list[Enforced]:
        """Repair what is violated; a job without violation keeps its draft to the byte.

        Returns:
            One result a job, in order; as many verdicts as the job has matches, in their order.
        """
        states = [self._start(job) for job in jobs]
        while active := [state for state in states if state.pending]:
            self._genders.learn(state.job.matches[state.pending[0]] for state in active)
            plans = [self._plan(state) for state in active]
            self._settle(plans)
        return [self._finish(state) for state in states]

    def _start(self, job: Job) -> _State:
        first = accept(job.draft, job.matches, self._pair.target)
        pending = [i for i, found in enumerate(first) if found.span is None or found.forbidden]
        return _State(job, job.draft, pending, first)

    def _plan(self, state: _State) -> _Plan:
        wanted = state.pending.pop(0)
        match = state.job.matches[wanted]
        draft, grammar = state.draft, self._grammar
        accepted = accept(draft, state.job.matches, self._pair.target)
        old = accepted[wanted].forbidden or locate(draft, match.span, grammar)
        taken = [found.span for i, found in enumerate(accepted) if i != wanted and found.span]
        if old and any(old[0] < end and start < old[1] for start, end in taken):
            old = None
        if old is None:
            form = (
                form_for(match, features_for(match, Features(), Features(), grammar), grammar)
                if grammar
                else match.target.text
            )
            return _Plan(state, wanted, None, form, None, "", safe=False)
        before = context(state.job.source, draft, old, grammar).features if grammar else Features()
        features = features_for(match, before, self._genders.of(match), grammar) if grammar else Features()
        form = form_for(match, features, grammar) if grammar else match.target.text
        form = case_for(form, draft.text, old)
        edits = replace_noun(Replacement(state.job.source, draft, old, match, form, features), grammar)
        edited = edit(draft, edits)
        end = shift_offset(old[1], edits, end=True)
        changed = any(
            was is not None and bool(was) != bool(now) for was, now in zip(before, features, strict=True)
        )
        unknown = before.feminine is None or len(old_words(draft, old)) > len(form.split()) + 2
        return _Plan(state, wanted, old, form, edited, edited.text[:end], safe=not changed and not unknown)

    def _settle(self, plans: Sequence[_Plan]) -> None:
        """Choose a candidate for every plan and move its state on."""
        situations = [self._situation(plan) for plan in plans]
        candidates = [[Candidate("located-edit", plan.edited)] if plan.edited else [] for plan in plans]
        open_ = [
            i
            for i, plan in enumerate(plans)
            if not (plan.safe and candidates[i] and sane(candidates[i][0], situations[i]))
        ]
        for i, made in zip(open_, self._ask([plans[i] for i in open_]), strict=True):
            candidates[i] += made
        self._score([plans[i] for i in open_], [candidates[i] for i in open_])
        chosen = [best(found, situation) for found, situation in zip(candidates, situations, strict=True)]
        for plan, candidate in zip(plans, self._aligned(plans, chosen), strict=True):
            self._apply(plan, candidate)

    def _situation(self, plan: _Plan) -> Situation:
        state = plan.state
        accepted = accept(state.draft, state.job.matches, self._pair.target)
        held = frozenset(i for i, found in enumerate(accepted) if found.span and not found.forbidden)
        return Situation(state.draft, state.job.matches, plan.wanted, held, plan.old, self._pair.target)

    def _ask(self, plans: Sequence[_Plan]) -> list[list[Candidate]]:
        """Let the engine make candidates: the rest of the sentence anew, and a source with the term in place."""
        substituted = [_substitute(plan) for plan in plans]
        drafts = self._engine.translate(substituted, self._pair)
        made = [[Candidate("substitution", replace(draft, alignment=()))] for draft in drafts]
        if self._steering is not None:
            led = [i for i, plan in enumerate(plans) if plan.prefix]
            completed = self._steering.complete(
                [plans[i].state.job.source for i in led], [plans[i].prefix for i in led], self._pair
            )
            for i, draft in zip(led, completed, strict=True):
                made[i].append(Candidate("prefix", draft))
        return made

    def _score(self, plans: Sequence[_Plan], candidates: Sequence[list[Candidate]]) -> None:
        if self._steering is None:
            return
        sources = [p.state.job.source for p, found in zip(plans, candidates, strict=True) for _ in found]
        scores = iter(
            self._steering.score(sources, [c.draft.text for found in candidates for c in found], self._pair)
        )
        for found in candidates:
            found[:] = [candidate._replace(score=next(scores)) for candidate in found]

    def _aligned(self, plans: Sequence[_Plan], chosen: Sequence[Candidate | None]) -> list[Candidate | None]:
        """Align chosen candidates that were not made from the untouched source, for what is repaired next."""
        if self._steering is None:
            return list(chosen)
        lacking = [(i, c) for i, c in enumerate(chosen) if c is not None and not c.draft.alignment]
        alignments = self._steering.align(
            [plans[i].state.job.source for i, _ in lacking], [c.draft.text for _, c in lacking], self._pair
        )
        result = list(chosen)
        for (i, candidate), alignment in zip(lacking, alignments, strict=True):
            result[i] = candidate._replace(draft=replace(candidate.draft, alignment=alignment))
        return result

    def _apply(self, plan: _Plan, chosen: Candidate | None) -> None:
        state = plan.state
        old = state.draft.text[slice(*plan.old)] if plan.old else ""
        if chosen is None:
            state.failed[plan.wanted] = (
                "no candidate passed the checks" if plan.old else "the rendering could not be located"
            )
            return
        state.methods[plan.wanted] = (chosen.method, old)
        state.draft = chosen.draft

    def _finish(self, state: _State) -> Enforced:
        final = accept(state.draft, state.job.matches, self._pair.target)
        verdicts = []
        for i, (match, found) in enumerate(zip(state.job.matches, final, strict=True)):
            after = state.draft.text[slice(*found.span)] if found.span else ""
            method, before = state.methods.get(i, ("engine", after))
            if found.span is None or found.forbidden:
                reason = state.failed.get(i, "lost while another term was repaired")
                verdicts.append(TermVerdict(match, "unresolved", before=before, after=after, reason=reason))
            elif i in state.methods:
                verdicts.append(TermVerdict(match, "repaired", method, before, after, span=found.span))
            else:
                verdicts.append(TermVerdict(match, "satisfied", "engine", before, after, span=found.span))
        return Enforced(state.draft, tuple(verdicts))


def edit(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """Apply edits to a draft; the alignment follows."""
    return Draft(apply_edits(draft.text, edits), edit_alignment(draft.alignment, edits), draft.score)


def old_words(draft: Draft, span: Span) -> list[str]:
    """List the words of a span of a draft."""
    return draft.text[slice(*span)].split()


def _substitute(plan: _Plan) -> str:
    """Write the target term into the source, in place of the source term."""
    start, end = plan.state.job.matches[plan.wanted].span
    source = plan.state.job.source
    return source[:start] + plan.form + source[end:]
