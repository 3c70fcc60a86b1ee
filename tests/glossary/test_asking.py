"""How much an engine is asked for a repair: no more than the sentence needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.drafting import Drafter, Source
from localize.glossary import Enforcer, Job
from localize.languages import Pair
from tests.glossary.build import matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment, Draft, Score
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
CSV = "en,pt,gender:pt\nceasefire,trégua,f\nmissile,projétil,m\n"


class Counting:
    """An engine that counts which sentences it is asked to write anew."""

    def __init__(self, engine: ArgosEngine) -> None:
        self._engine = engine
        self.written: list[str] = []

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        self.written += sources
        return self._engine.translate(sources, pair)

    def complete(
        self, sources: Sequence[str], prefixes: Sequence[str], pair: Pair, *, forbid: Sequence[str] = ()
    ) -> list[Draft]:
        self.written += prefixes
        return self._engine.complete(sources, prefixes, pair, forbid=forbid)

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        return self._engine.align(sources, targets, pair)

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        return self._engine.score(sources, targets, pair)


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "wanted", "asked"),
    [
        ("The missile fell.", "O projétil", False),  # the gender is the same
        ("They talked about the new ceasefire on Monday.", "a nova trégua", False),  # nothing else agrees
        ("The new ceasefire was signed in Geneva.", "A nova trégua foi assinada", True),
    ],
)
def test_a_sentence_is_written_anew_only_where_other_words_may_agree(
    argos: ArgosEngine, source: str, wanted: str, *, asked: bool
) -> None:
    (draft,) = Drafter(argos, PAIR).draft([Source(source)])
    engine = Counting(argos)
    (result,) = Enforcer(engine, PAIR).enforce([Job(source, draft, matcher(CSV).match(source).terms)])
    assert wanted in result.draft.text
    assert bool(engine.written) == asked
