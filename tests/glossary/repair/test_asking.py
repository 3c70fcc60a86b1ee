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
    ("source", "wanted"),
    [
        ("The missile fell.", "O projétil"),  # the gender is the same
        ("They talked about the new ceasefire on Monday.", "a nova trégua"),  # nothing else agrees
        (
            "The new ceasefire was signed in May.",
            "A nova trégua foi assinada",
        ),  # what agrees, the score tells
    ],
)
def test_words_agree_with_a_term_without_the_sentence_being_written_anew(
    argos: ArgosEngine, source: str, wanted: str
) -> None:
    (draft,) = Drafter(argos, PAIR).draft([Source(source)])
    engine = Counting(argos)
    (result,) = Enforcer(engine, PAIR).enforce([Job(source, draft, matcher(CSV).match(source).terms)])
    assert wanted in result.draft.text
    assert set(engine.written) <= {"missile", "ceasefire"}  # the terms alone, to find their renderings
