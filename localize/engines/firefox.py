"""Firefox's translation models, run by ``fxtranslate`` (extra ``localize[firefox]``).

The runtime gives text and nothing else. Its translator belongs to the thread that made it and holds the interpreter's
lock while it works, so there is one thread a model, and only processes side by side are faster.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from localize.document import Draft
from localize.engines.clauses import clauses
from localize.engines.confined import Confined, Translator
from localize.engines.packages import own_folder
from localize.engines.routes import preferred, reachable, route
from localize.engines.spelling import respell, restore
from localize.errors import EngineError, LocalizeError
from localize.languages import Pair, from_firefox, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from localize.engines.base import Engine

_TOKENS = 100
"""Tokens a piece: models were trained on sentences; beyond some 150 words they lose text (measured on en-pt: of a
sentence of 118 words 103 came back, of 150 words 96)."""


def _hint(pair: Pair) -> str:
    return f"install a model with: localize model install firefox:{pair}"


class FirefoxModel(NamedTuple):
    """The files of one model: ``model.enpt.*.bin``, ``vocab.enpt.spm`` (or one a side), ``lex.*.enpt.*.bin``."""

    pair: Pair
    weights: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None

    @property
    def name(self) -> str:
        """Name the model and its weights: ``enpt`` and eight hexadecimal digits of their SHA-256."""
        with self.weights.open("rb") as file:
            total = sha256(file.read()).hexdigest()
        return f"{self.weights.name.split('.')[1]} {total[:8]}"


def folders(extra: Iterable[Path] = ()) -> list[Path]:
    """List the folders in which models are looked for: named ones, localize's own, that of ``fxtranslate``."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return [*extra, own_folder(), Path(cache) / "fxtranslate" / "models"]


def find(places: Iterable[Path]) -> dict[Pair, FirefoxModel]:
    """Find the models in folders and in folders in them; the first place wins, and there the last name."""
    found: dict[Pair, FirefoxModel] = {}
    for place in places:
        here: dict[Pair, FirefoxModel] = {}
        if place.is_dir():
            inner = sorted(
                path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")
            )
            for folder in (place, *inner):
                here |= {model.pair: model for model in in_folder(folder)}
        found = here | found
    return found


def in_folder(folder: Path) -> Iterator[FirefoxModel]:
    """Yield the models whose files lie in one folder; one that ``localize model`` has made names their pair."""
    for weights in sorted(folder.glob("model.*.bin")):
        code = weights.name.split(".")[1]
        try:
            pair = _installed(folder) or from_firefox(code)
        except LocalizeError:
            continue
        shared = folder / f"vocab.{code}.spm"
        source, target = folder / f"srcvocab.{code}.spm", folder / f"trgvocab.{code}.spm"
        if shared.is_file():
            source = target = shared
        if source.is_file() and target.is_file():
            shortlist = next(iter(sorted(folder.glob(f"lex.*{code}*.bin"))), None)
            yield FirefoxModel(pair, weights, source, target, shortlist)


def _installed(folder: Path) -> Pair | None:
    """Read the pair from the name of a folder of ``localize model``: ``firefox-en_zh-Hant-3_0``."""
    found = re.fullmatch(r"firefox-([A-Za-z-]+)_([A-Za-z0-9-]+)-\w+", folder.name)
    return Pair(normalise(found[1]), normalise(found[2])) if found else None


class FirefoxEngine:
    """Translate with Firefox models, pivoting when there is no direct one.

    Args:
        options: ``models``: folders looked in first; ``pivots``: preferred ones.

    Raises:
        EngineError: ``fxtranslate`` is not installed.
    """

    def __init__(self, options: Mapping[str, object]) -> None:
        extra = options.get("models") or ()
        assert isinstance(extra, (list, tuple))
        try:
            self.signature = f"firefox (fxtranslate {version('fxtranslate')})"
        except PackageNotFoundError as error:
            raise EngineError(
                "fxtranslate is not installed here", hint="pip install 'localize[firefox]'"
            ) from error
        self.models = find(folders(Path(folder) for folder in extra))
        self._prefer = preferred(options)
        self._loaded: dict[Pair, _Model] = {}

    def pairs(self) -> frozenset[Pair]:
        """List the directions that models serve, pivots included."""
        return reachable(self.models)

    def direct(self) -> frozenset[Pair]:
        """List the directions that a model of their own serves."""
        return frozenset(self.models)

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:
        """List the steps of the route: this engine, and the direction of each model."""
        return tuple((self, step) for step in route(pair, self.models, prefer=self._prefer, hint=_hint(pair)))

    def origin(self, pair: Pair) -> str:
        """Name the models along the route: ``firefox (fxtranslate 0.5.0): enpt 3f2a9c01``."""
        named = " + ".join(
            self.models[step].name for step in route(pair, self.models, prefer=self._prefer, hint=_hint(pair))
        )
        return f"{self.signature}: {named}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences; same length, same order; each result depends on its own source only.

        A sentence on which the runtime fails comes back empty.
        """
        texts = list(sources)
        for step in route(pair, self.models, prefer=self._prefer, hint=_hint(pair)):
            if step not in self._loaded:
                self._loaded[step] = _Model(self.models[step])
            texts = self._loaded[step].translate(texts)
        return [Draft(text) for text in texts]

    def close(self) -> None:
        """Drop the models; they are loaded again when the engine is asked again."""
        while self._loaded:
            self._loaded.popitem()[1].close()


class _Model:
    """A loaded model with its vocabulary."""

    def __init__(self, model: FirefoxModel) -> None:
        sentencepiece = import_module("sentencepiece")
        try:
            pieces: Any = sentencepiece.SentencePieceProcessor(model_file=str(model.source_vocabulary))
            self._confined = Confined(lambda: _load(model))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            raise EngineError(
                f"{model.weights.parent}: the model cannot be loaded ({error})", hint="fetch it again"
            ) from error
        unknown = pieces.unk_id()
        self._covers = lru_cache(maxsize=4096)(lambda c: c == " " or unknown not in pieces.encode(c))
        self._count = lru_cache(maxsize=4096)(lambda word: len(pieces.encode(word)))

    def translate(self, texts: Sequence[str]) -> list[str]:
        spelled = [respell(text.encode(errors="replace").decode(), self._covers) for text in texts]
        cut = [
            clauses(source.text, self._count, _TOKENS) if source.text.strip() else [] for source in spelled
        ]
        made = iter(self._confined.translate([piece for pieces in cut for piece in pieces]))
        joined = [" ".join(next(made).strip() for _ in pieces).strip() for pieces in cut]
        return [restore(source, text, ())[0] for source, text in zip(spelled, joined, strict=True)]

    def close(self) -> None:
        self._confined.close()


def _load(model: FirefoxModel) -> Translator:
    """Load a model; runs in the thread that will use it."""
    runtime = import_module("fxtranslate")
    translator: Translator = runtime.Translator(
        model.weights.read_bytes(),
        model.source_vocabulary.read_bytes(),
        model.target_vocabulary.read_bytes(),
        model.shortlist.read_bytes() if model.shortlist else None,
    )
    return translator
