"""Translations translated back, so that an editor who does not read the target sees what a translation says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.drafting import Drafter, Source
from localize.engines import ChoosingEngine
from localize.errors import UnsupportedPairError
from localize.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines import Engine
    from localize.exchange import FileResult


def origin(engine: Engine, pair: Pair) -> str:
    """Name engine and models for the way back from a direction's target to its source.

    Raises:
        UnsupportedPairError: No model leads back.
    """
    back = Pair(pair.target, pair.source)
    try:
        return engine.origin(back)
    except UnsupportedPairError as error:
        hint = f"install one (localize model available {pair.target}), or translate without --back"
        raise UnsupportedPairError(*back, available=error.available, hint=hint) from error


def translated_back(engine: Engine, results: Sequence[FileResult], pair: Pair) -> list[FileResult]:
    """Give results with each target translated back into the source's language.

    The engine sees the target alone, and neither the source, nor the glossary, nor what was approved: what is lost on
    the way there stays lost on the way back.

    Args:
        engine: Any.
        results: All in one direction.
        pair: That direction.

    Raises:
        UnsupportedPairError: No model leads back.
    """
    origin(engine, pair)
    back = Pair(pair.target, pair.source)
    engine = engine.engine_for(back) if isinstance(engine, ChoosingEngine) else engine
    targets = [one.target for result in results for one in result.translations]
    drafts = iter(Drafter(engine, back).draft([Source(one.plain, tuple(one.protected())) for one in targets]))
    return [
        replace(result, back={one.segment.id: next(drafts).text for one in result.translations})
        for result in results
    ]
