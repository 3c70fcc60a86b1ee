"""The grammatical gender of terms for which no entry tells it: asked of the model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from localize.glossary.repair.grammar import Features

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.document import Score
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar
    from localize.languages import Pair

_MARGIN = 0.1
"""Mean log-probability by which one article must beat the other to be believed."""


_CELLS = (Features(False, False), Features(True, False), Features(False, True), Features(True, True))


class Scorer(Protocol):
    """An engine that scores given translations."""

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        """Score given translations."""
        ...


class Genders:
    """Learn each term's gender once, by which article the model would rather put before it."""

    def __init__(self, scorer: Scorer | None, pair: Pair, grammar: Grammar | None) -> None:
        self._scorer = scorer
        self._pair = pair
        self._grammar = grammar
        self._known: dict[tuple[str, str], Features] = {}

    def of(self, match: TermMatch) -> Features:
        """Give what is known: gender, and the number that the lemma itself has; None where nothing tells."""
        return self._known.get(_key(match), Features())

    def learn(self, matches: Iterable[TermMatch]) -> None:
        """Ask for all terms whose entries do not tell, in one batch."""
        asked = dict.fromkeys(
            _key(match)
            for match in matches
            if not (match.target.gender and match.target.number)
            and match.concept.kind != "do-not-translate"
            and _key(match) not in self._known
        )
        article = self._grammar.article() if self._grammar else None
        if not asked or self._scorer is None or self._grammar is None or article is None:
            return
        sources, targets = [], []
        for term, source in asked:
            for cell in _CELLS:
                sources.append(f"the {source}" if self._pair.source == "en" else source)
                targets.append(f"{self._grammar.form(article, cell, term)} {term}")
        scores = [score.mean for score in self._scorer.score(sources, targets, self._pair)]
        for i, key in enumerate(asked):
            four = scores[4 * i : 4 * i + 4]
            masculine, feminine = max(four[0], four[2]), max(four[1], four[3])
            sure = abs(feminine - masculine) >= _MARGIN
            self._known[key] = Features(feminine > masculine if sure else None, max(four[2:]) > max(four[:2]))


def _key(match: TermMatch) -> tuple[str, str]:
    """Name what is asked: the answer hangs on the source's words, too, so they are part of it."""
    return match.target.text, match.source.text


def is_name(match: TermMatch) -> bool:
    """Tell whether a target term is a proper name, whose number is its own.

    Acronyms and terms that the source has in the plural are none: NGOs, Member States.
    """
    plural = match.concept.kind in {"acronym", "term"} and match.number == "pl"
    return match.target.text[:1].isupper() and match.concept.kind != "title" and not plural


def is_person(match: TermMatch, grammar: Grammar) -> bool:
    """Tell whether a term is said of persons, as men or as women: a title, or a term whose entry has both forms."""
    terms = match.concept.terms.get(match.target.language, ())
    if match.concept.kind == "title" or "mf" in {match.target.gender, *(term.gender for term in terms)}:
        return True
    if match.concept.kind != "term" or match.target.gender == "f":
        return False
    listed = {form for term in terms for form in (term.text, *term.forms)}
    woman = grammar.inflect(match.target.text, feminine=True)
    return woman != match.target.text and woman in listed
