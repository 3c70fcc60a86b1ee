"""Words far from a term that have to agree with it: the engine's own score tells which of them.

A noun of another gender or number changes participles, predicates and pronouns all over its sentence. Every word that
has another form for the new noun is tried, alone and with the word next to it ("está sediada", "estão sediadas"). The
source speaks for the old noun's gender all along, so the wrong form is often the likelier one; but beside the new
noun the right one is no longer absurd, as it was beside the old one. That difference is what tells.

Source: measured on 164 edits; of words that hang on the term the odds rise by 3 to 13, of others by less than 1.
"""

from __future__ import annotations

import math
import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit, apply_edits, overlap, shift_offset
from localize.glossary.repair.agreement import match_case
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.location import WORD
from localize.glossary.repair.plan import edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.document import Score, Span
    from localize.glossary.repair.grammar import Grammar
    from localize.glossary.repair.plan import Plan

    Scoring = Callable[[Sequence[str], Sequence[str]], list[Score]]

_SURE = -0.01
"""Log-probability of a token above which an engine is content with it, so that nothing else is tried."""
_FALL = 0.7
"""Log-odds that a word, or the one before it, must lose by the new noun for its other forms to be tried.

Measured on 660 trials: it leaves 159, and all but one of the 50 forms behind a term that win in the end.
"""
_NEXT = 2
"""Words before the first change, at most, of which a determiner may hang on the term: "poucos das", "uma entre as"."""
_SHIFT = 3.0
"""Log-odds that another form must win by the new noun: a word that hangs on the noun wins 5 to 12, others nothing."""
_LOSS = -4.0
"""Log-probability of the sentence that the form may cost: the source speaks for the old noun's gender all along."""
_ROUNDS = 3
"""How often what hangs on a changed word is looked for."""
_LIKED = ((-1.0, 2.0), (0.5, 1.0))
"""Log-probability and log-odds won that are enough together: the engine likes the sentence better so."""
_BOTH = (-2.5, 1.2)
"""The same for a masculine plural where the term is joined to another noun: the masculine rules."""
_BEFORE = 1.0
"""Log-probability that a sure form may win beside the old noun: what the engine liked before hangs on another word."""
_AND = re.compile(r"\b(?:e|ed|et|nem|ni|ou|quanto|y)\b")
"""What joins two nouns of which one predicate is said, in the plural."""
_ONE_OF = re.compile(
    r"\b(?:um|uma|nenhum|nenhuma|algum|alguma|cada uma?|uno|una|ninguno|ninguna|aucun|aucune|chacune?|nessuno|nessuna) d\w+ $",
    re.IGNORECASE,
)
"""Before a term in the plural of which one is meant: "nenhum dos"."""
_STOPS = ",.;:"
_JOINED = 40
"""Code points between a noun and such a word, at most."""
_PRONOUNS = frozenset(["ele", "ela", "eles", "elas", "él", "ellos", "ellas", "il", "elle", "ils", "elles"])
_CLAUSE = 12
"""Code points between a pronoun and what is said of it, at most."""
_MOST = 12
"""Forms that are tried in a sentence, those of the least likely words first."""


class Trial(NamedTuple):
    """Another form of a word, in the edited draft and in the draft before the edit.

    A form for the term and another noun together is *joined*: False for the masculine, True for a feminine against the
    rule that a masculine among them rules, or where nobody knows whether there is one.
    """

    edits: tuple[Edit, ...]
    before: tuple[Edit, ...]
    joined: bool | None = None


def attune(plans: Sequence[Plan], drafts: Sequence[str], scores: Scoring, grammar: Grammar) -> list[Plan]:
    """Let the words of edited drafts agree with their terms.

    A word hangs on the noun when the odds of its other form are much better beside the new noun than they were
    beside the old one. Words that hang on such a word are found when it has changed.

    Args:
        plans: With edits.
        drafts: Texts before the edits.
        scores: Scores translations of sources.
        grammar: Of the target language.
    """
    result, waiting = list(plans), list(range(len(plans)))
    for _ in range(_ROUNDS):
        found = _round([result[i] for i in waiting], [drafts[i] for i in waiting], scores, grammar)
        changed = [(i, plan) for i, plan in zip(waiting, found, strict=True) if plan]
        for i, plan in changed:
            result[i] = plan
        waiting = [i for i, _ in changed]
    return result


def _round(
    plans: Sequence[Plan], drafts: Sequence[str], scores: Scoring, grammar: Grammar
) -> list[Plan | None]:
    """Change what hangs on the term as its sentence is now; None where nothing does."""
    texts = [plan.edited.text if plan.edited else "" for plan in plans]
    sources = [plan.source for plan in plans]
    scored = scores([*sources, *sources], [*texts, *drafts])
    bases, olds = scored[: len(plans)], scored[len(plans) :]
    tried = [_trials(*item, grammar) for item in zip(plans, drafts, bases, olds, strict=True)]
    asked = [(i, trial) for i, trials in enumerate(tried) for trial in trials]
    forms = [apply_edits(texts[i], trial.edits) for i, trial in asked]
    made = scores([sources[i] for i, _ in asked], forms)
    now = [one.total - bases[i].total for (i, _), one in zip(asked, made, strict=True)]
    open_ = [(i, trial, gain) for (i, trial), gain in zip(asked, now, strict=True) if gain >= _LOSS]
    theirs = [apply_edits(drafts[i], one.before) for i, one, _ in open_]
    before = scores([sources[i] for i, _, _ in open_], theirs)
    won: dict[int, list[tuple[Trial, tuple[float, float]]]] = {}
    for (i, trial, gain), one in zip(open_, before, strict=True):
        won.setdefault(i, []).append((trial, (gain, one.total - olds[i].total)))
    return [_settled(plan, _best(won.get(i, ()))) for i, plan in enumerate(plans)]


def _settled(plan: Plan, edits: tuple[Edit, ...]) -> Plan | None:
    if not edits or plan.edited is None:
        return None
    end = shift_offset(plan.term[1], edits, end=True)
    return plan._replace(edited=edit(plan.edited, edits), term=(end - (plan.term[1] - plan.term[0]), end))


def _best(won: Sequence[tuple[Trial, tuple[float, float]]]) -> tuple[Edit, ...]:
    """Choose the forms that win, the clearest first, no word twice.

    Args:
        won: Trials with what the form wins beside the new noun, and what it would have won beside the old one.
    """
    alone: dict[Edit, float] = {}
    for trial, (now, _) in won:
        if len(trial.edits) == 1:
            alone[trial.edits[0]] = now
    chosen: list[Edit] = []
    for trial, (now, before) in sorted(won, key=lambda item: item[1][1] - item[1][0]):
        taken = any(one.start == other.start for one in trial.edits for other in chosen)
        likely = all(now >= gain for one, gain in alone.items() if _rides(one, trial))
        if _enough(trial, now, before) and likely and not taken:
            chosen += trial.edits
    return tuple(sorted(chosen))


def _enough(trial: Trial, now: float, before: float) -> bool:
    """Tell whether a form wins enough beside the new noun; not where the engine liked it before."""
    sure = now - before >= _SHIFT
    levels = [*_LIKED]
    if trial.joined is not True:
        levels.append((_LOSS, _SHIFT))
    if trial.joined is False:
        levels.append(_BOTH)
    enough = any(now >= least and now - before >= shift for least, shift in levels)
    return enough and before <= (_BEFORE if sure else 0)


def _pronoun(text: str, trial: Trial) -> bool:
    """Tell whether the word of a trial is one that a predicate follows: "eles [foram] levados"."""
    edit = trial.edits[0]
    return text[edit.start : edit.end].lower() in _PRONOUNS


def _rides(one: Edit, trial: Trial) -> bool:
    """Tell whether a form is part of a trial, or another one of its word: "rejeitaram o" as "rejeitou a", "rejeitara o"."""
    return one in trial.edits or (len(trial.edits) == 1 and one.start == trial.edits[0].start)


def _trials(plan: Plan, draft: str, score: Score, was: Score, grammar: Grammar) -> list[Trial]:
    """List the other forms of words that may hang on the term, and of two such words in a row.

    Behind the first change those that the engine is less sure of than it was (*was*: the draft's score), before it
    those that it is not sure of: the engine reads from left to right.
    """
    if plan.edited is None:
        return []
    found: list[tuple[float, Trial]] = []
    words, theirs = list(WORD.finditer(plan.edited.text)), list(WORD.finditer(draft))
    alike = takewhile(lambda both: both[0].group() == both[1].group(), zip(words, theirs, strict=False))
    begun = sum(1 for _ in alike)
    other = _joined(plan.edited.text, plan.term, grammar)
    nearer, fall = 0.0, -math.inf
    for i, word in enumerate(words):
        left, nearer = nearer, _likely(score, word.span())
        fallen, fall = fall, -math.inf
        same = i + (len(theirs) - len(words) if word.start() > plan.term[0] else 0)
        if overlap(word.span(), plan.term) or not 0 <= same < len(theirs):
            continue
        own, place = word.group(), theirs[same].start()
        if theirs[same].group() != own:
            continue
        fall = _odds(_likely(was, theirs[same].span())) - _odds(nearer)
        likely = min(left, nearer)  # behind a wrong article the engine is sure of what agrees with it
        if likely > _SURE or (i and own[0].isupper()):
            continue
        if i >= begun and max(fall, fallen) < _FALL:
            continue
        if i < begun - _NEXT and grammar.determiner(own.lower()):
            continue
        for form, gender in _forms(own.lower(), plan, grammar, other).items():
            new = match_case(form, own)
            edits = (Edit(*word.span(), new),), (Edit(place, place + len(own), new),)
            found.append((likely, Trial(*edits, gender)))
    single = [trial for _, trial in sorted(found)[:_MOST]]
    both = [
        Trial((*a.edits, *b.edits), (*a.before, *b.before))
        for a in single
        for b in single
        if 0 < b.edits[0].start - a.edits[0].end <= (_CLAUSE if _pronoun(plan.edited.text, a) else 1)
    ]
    return [*single, *both]


def _forms(word: str, plan: Plan, grammar: Grammar, other: Features | None) -> dict[str, bool | None]:
    """List what a word may be beside the term; those that are said of an *other* noun, too, with their gender."""
    own = grammar.inflections(word, plan.features, renumbered=plan.renumbered)
    if other is None and plan.edited and _ONE_OF.search(plan.edited.text[: plan.term[0]]):
        own = (*own, *grammar.inflections(word, plan.features._replace(plural=False), renumbered=False))
    if other is None:
        return dict.fromkeys(own)
    alike = plan.features.feminine and other.feminine
    both = grammar.inflections(word, plan.features._replace(plural=True), renumbered=False)
    gender = None if alike else plan.features.feminine
    return {**dict.fromkeys(both, gender), **dict.fromkeys(own, gender if plan.features.plural else None)}


def _joined(text: str, term: Span, grammar: Grammar) -> Features | None:
    """Tell what another noun is that is joined to a term: "a escola e as empresas foram", but not "a escola e foram"."""
    start, end = term
    near = max(text.rfind(mark, 0, start) for mark in _STOPS) + 1
    far = min((place for mark in _STOPS if (place := text.find(mark, end)) >= 0), default=len(text))
    before = _AND.search(text, max(near, start - _JOINED), start)
    if before and len(WORD.findall(text, before.end(), start)) <= _NEXT:
        return _told(WORD.search(text, near, before.start()), grammar)
    behind = _AND.search(text, end, min(far, end + _JOINED))
    word = WORD.match(text, behind.end() + 1) if behind else None
    determiner = grammar.determiner(word.group()) if word else None
    return _told(word, grammar) if determiner and not determiner.preposition else None


def _told(word: re.Match[str] | None, grammar: Grammar) -> Features:
    """Tell the gender of a noun by the word that it begins with."""
    if word is None:
        return Features()
    determiner = grammar.determiner(word.group())
    return grammar.told(determiner, word.group(), "x") if determiner else grammar.guess(word.group())


def _likely(score: Score, span: Span) -> float:
    """Give the log-probability of the least likely token of a word."""
    return min((likely for place, likely in score.places if overlap(place, span)), default=0.0)


def _odds(likely: float) -> float:
    """Turn a log-probability into log-odds; what is as good as sure has those of 1 in 100,000."""
    likely = min(likely, -1e-5)
    return likely - math.log(-math.expm1(likely))
