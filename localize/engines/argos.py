"""Argos Translate packages, driven through CTranslate2 on our own sentences.

``argostranslate.translate`` is not called: it splits text again, downloads a splitter when it first runs, and
translates paragraph by paragraph.
"""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from localize.alignment import compose
from localize.engines import packages
from localize.engines.chains import through
from localize.engines.model import Model
from localize.engines.routes import preferred, reachable, route

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from localize.document import Alignment, Draft, Score
    from localize.engines.base import Engine
    from localize.languages import Pair


class ArgosEngine:
    """Translate with installed Argos packages, pivoting when there is no direct one.

    Args:
        options: ``models`` (extra folders of packages, looked in first), ``pivots`` (preferred ones), ``beam`` (0: what each model was made for),
            ``threads`` (0: as many as the process may use cores).
    """

    def __init__(self, options: Mapping[str, object]) -> None:
        extra = options.get("models") or ()
        assert isinstance(extra, (list, tuple))
        self.installed = packages.find(packages.places(Path(folder) for folder in extra))
        self._newest = {package.pair: package for package in reversed(self.installed)}
        self._beam = int(str(options.get("beam") or 0))
        self._threads = int(str(options.get("threads") or 0)) or _cores()
        self._prefer = preferred(options)
        self._loaded: dict[Pair, Model] = {}
        self._digests: dict[Pair, str] = {}
        self.signature = f"argos (ctranslate2 {version('ctranslate2')}, int8)"

    def pairs(self) -> frozenset[Pair]:
        """List the directions that installed packages serve, pivots included."""
        return reachable(self._newest)

    def direct(self) -> frozenset[Pair]:
        """List the directions that a package of their own serves."""
        return frozenset(self._newest)

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:
        """List the steps of the route: this engine, and the direction of each model."""
        return tuple((self, step) for step in route(pair, self._newest, prefer=self._prefer))

    def origin(self, pair: Pair) -> str:
        """Name packages, digests and beam along the route: ``argos (...): translate-en_pt 1.2 3f2a9c01 beam 1``."""
        steps = route(pair, self._newest, prefer=self._prefer)
        return f"{self.signature}: {' + '.join(map(self._named, steps))}"

    def _named(self, step: Pair) -> str:
        package = self._newest[step]
        if step not in self._digests:
            self._digests[step] = package.digest()
        return f"{package.name} {self._digests[step]} beam {self._beam or package.beam or 4}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences; same length, same order; each result depends on its own source only."""
        first, *others = self._models(pair)
        drafts = first.translate(sources)
        for model in others:
            drafts = through(drafts, model.translate([draft.text for draft in drafts]))
        return drafts

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:
        """Give several versions of sentences that came out badly; through a pivot, those of the last model."""
        *first, last = self._models(pair)
        return last.versions(_texts(sources, first))

    def complete(
        self, sources: Sequence[str], prefixes: Sequence[str], pair: Pair, *, forbid: Sequence[str] = ()
    ) -> list[Draft]:
        """Go on from given beginnings of the targets; through a pivot, only the last model is led."""
        *first, last = self._models(pair)
        return last.complete(_texts(sources, first), prefixes, forbid)

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        """Align given translations with their sources, through the pivots when there are any."""
        *first, last = self._models(pair)
        if not first:
            return last.align(sources, targets)
        drafts = first[0].translate(sources)
        for model in first[1:]:
            drafts = through(drafts, model.translate([draft.text for draft in drafts]))
        final = last.align([draft.text for draft in drafts], targets)
        return [compose(draft.alignment, alignment) for draft, alignment in zip(drafts, final, strict=True)]

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        """Score given translations by the last model of the route."""
        *first, last = self._models(pair)
        return last.score(_texts(sources, first), targets)

    def _models(self, pair: Pair) -> list[Model]:
        models = []
        for step in route(pair, self._newest, prefer=self._prefer):
            if step not in self._loaded:
                self._loaded[step] = Model(self._newest[step], beam=self._beam, threads=self._threads)
            models.append(self._loaded[step])
        return models


def _cores() -> int:
    """Count the cores that the process may use; all of them where the system does not tell."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _texts(sources: Sequence[str], models: Iterable[Model]) -> Sequence[str]:
    for model in models:
        sources = [draft.text for draft in model.translate(sources)]
    return sources
