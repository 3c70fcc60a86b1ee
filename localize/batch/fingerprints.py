"""Digests of everything that a translation depends on, part by part: article, engine, glossary, settings, code."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, replace
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import localize
from localize import __version__, backwards
from localize.engines import ChoosingEngine, SteppedEngine
from localize.errors import UnsupportedPairError
from localize.glossary import Matcher, abbreviations
from localize.glossary.pairs import chain
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.config import Config
    from localize.document import Document
    from localize.engines import Engine
    from localize.glossary import Concept, Glossary, TermMatch
    from localize.languages import Pair
    from localize.memory import Memory

_SURFACE = {"cli", "studio", "store", "termbases", "models"}
"""Parts of this package that make no translation."""
_SETTINGS = (
    "export", "back", "exclude_checks", "severities", "on_bad", "encoding", "front_matter", "strings", "subtitle_columns",
    "subtitle_lines", "subtitle_speed", "foreign", "conventions",
)  # fmt: skip
"""Keys of the configuration that change what is written or reported of an article that is translated."""


@cache
def code() -> str:
    """Digest this package, and the versions of those it is made with."""
    root = Path(localize.__file__).parent
    files = [
        path
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".toml", ".css", ".js"} and path.relative_to(root).parts[0] not in _SURFACE
    ]
    digest = sha256(unicodedata.unidata_version.encode())
    for path in files:
        digest.update(f"{path.relative_to(root)} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    for name in sorted({_name(line) for line in _requirements()}):
        digest.update(f"{name} {_version(name)}\n".encode())
    return f"{__version__} {digest.hexdigest()[:16]}"


def of_bytes(data: bytes) -> str:
    """Digest the content of a file."""
    return sha256(data).hexdigest()


def of(value: object) -> str:
    """Digest plain data."""
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=16).hexdigest()


class Fingerprints:
    """What translations of one run depend on.

    Args:
        engine: Asked for the names and versions of its models; nothing is loaded.
        glossary: Of the run.
        config: Of the run.
        memory: Of the run.
    """

    def __init__(
        self, engine: Engine, glossary: Glossary, config: Config, memory: Memory | None = None
    ) -> None:
        self._engine = engine
        self._glossary = glossary
        self._config = config
        self._localizer = Localizer(
            engine, glossary, config.domains, memory=memory, similar=config.fuzzy, conventions="never"
        )
        self._settings = {key: _plain(getattr(config, key)) for key in _SETTINGS}
        self._found: dict[Pair, _Found] = {}
        self._origins: dict[Pair, str] = {}
        known = not glossary.concepts or bool(glossary.files)
        self._run = known and [
            code(),
            self._settings,
            config.source,
            config.max_size,
            list(config.to),
            list(config.domains),
            list(config.pivots),
            config.fuzzy if memory else 0,
            list(memory.hashes) if memory else [],
            [file.sha256 for file in glossary.files],
            engine.signature,
            sorted(map(str, engine.pairs())),
        ]

    def origin(self, pair: Pair) -> str:
        """Name the engine and its models for a direction."""
        if pair not in self._origins:
            there = self._engine.origin(pair)
            back = backwards.origin(self._engine, pair) if self._config.back else ""
            self._origins[pair] = f"{there}, back by {back}" if back else there
        return self._origins[pair]

    def quick(self, path: str, sha: str, pair: Pair | None) -> str:
        """Digest article and run as a whole; empty where only a closer look can tell.

        Args:
            path: Of the article: it stands in exports.
            sha: Of its bytes.
            pair: From the language that it is in, as far as that is known without reading it.
        """
        if not self._run or pair is None:
            return ""
        try:
            origin = self.origin(pair)
        except UnsupportedPairError:  # nothing was to be translated, or the model is gone
            return ""
        return of([self._run, path if self._config.export else "", sha, *pair, origin])

    def audit(self, *facts: str) -> bytes:
        """Digest what a check of a translation comes to: files and their contents, and the run; empty: cannot be told."""
        return bytes.fromhex(of(["check", self._run, *facts])) if self._run else b""

    def reading(self, sha: str, pair: Pair) -> str:
        """Digest what decides which blocks of an article are left as they are, being in another language."""
        languages = sorted(map(str, self._engine.pairs())), list(self._config.to)
        return of([sha, *pair, code(), self._config.foreign, *languages, self._config.source])

    def parts(
        self, document: Document, sha: str, pair: Pair, foreign: Mapping[str, str]
    ) -> dict[str, object]:
        """Digest what the translation of a document depends on, by part.

        Args:
            document: Without the blocks that are left as they are.
            sha: Of its file.
            pair: Direction.
            foreign: Those blocks. The glossary counts as far as it applies to the text.
        """
        concepts, places = self._of(pair).look(document)
        return {
            "article": sha,
            "path": document.path if self._config.export else "",
            "language": pair.source,
            "engine": self.origin(pair) if any(unit.translate for unit in document.units) else "",
            "settings": self._settings,
            "foreign": dict(foreign),
            "memory": self._memory(document, pair),
            "concepts": concepts,
            "places": places,
            "code": code(),
        }

    def sentence(self, source: str, origin: str, matches: Sequence[TermMatch], pair: Pair) -> bytes:
        """Digest a sentence with its terms: what has the same digest needs no engine."""
        terms = [self._of(pair).match(match) for match in matches]
        return bytes.fromhex(of([source, origin, *pair, terms]))

    def _of(self, pair: Pair) -> _Found:
        if pair not in self._found:
            self._found[pair] = _Found(self._glossary, pair, self._config.domains, self._steps(pair))
        return self._found[pair]

    def _steps(self, pair: Pair) -> list[Pair]:
        """List the directions to pivots on a route: terms are held there, too."""
        engine = self._engine
        try:
            engine = engine.engine_for(pair) if isinstance(engine, ChoosingEngine) else engine
            return [step for _, step in engine.steps(pair)[:-1]] if isinstance(engine, SteppedEngine) else []
        except UnsupportedPairError:  # nothing is to be translated
            return []

    def _memory(self, document: Document, pair: Pair) -> str:
        """Digest what is approved for a document; empty: nothing is. Exports also offer what is similar."""
        hits = self._localizer.recalled(document, pair.target)
        found = [[i, hit.score, asdict(replace(hit.entry, line=0))] for i, hit in enumerate(hits) if hit]
        offered = (
            list(self._localizer.memory.hashes) if self._localizer.memory and self._config.export else []
        )
        return of([found, offered]) if found or offered else ""


def _plain(value: object) -> object:
    """Give a value as it is when it has been written and read as JSON: to be equal to one that was."""
    return json.loads(json.dumps(value))


class _Found:
    """What a glossary has to say of documents in one direction."""

    def __init__(self, glossary: Glossary, pair: Pair, domains: Sequence[str], steps: Sequence[Pair]) -> None:
        self._tags = dict.fromkeys((*pair, *(step.target for step in steps)))
        self._matcher = Matcher(glossary, *pair, domains=domains)
        self._first = [Matcher(glossary, *step, domains=domains) for step in steps[:1]]
        self._later = [file.sha256 for file in glossary.files] if len(steps) > 1 else []
        self._short = abbreviations(glossary, pair.source)
        self._digests: dict[str, str] = {}

    def look(self, document: Document) -> tuple[dict[str, str], str]:
        """Give the digests of the concepts in a document by id, and one of where they stand."""
        units = [unit.source.plain for unit in document.units if unit.translate]
        matches = [
            [self.match(match) for match in found.terms]
            for matcher in (self._matcher, *self._first)
            for found in matcher.match_all(units)
        ]
        short = sorted(text for text in self._short if text in document.text)
        concepts = {str(match[0]): str(match[1]) for found in matches for match in found}
        return concepts, of([matches, short, self._later])

    def match(self, match: TermMatch) -> list[object]:
        concept = match.concept
        if concept.id not in self._digests:
            self._digests[concept.id] = self._digest(concept)
        source, target = asdict(match.source), asdict(match.target)
        return [
            concept.id,
            self._digests[concept.id],
            match.span,
            source,
            target,
            match.number,
            match.possessive,
        ]

    def _digest(self, concept: Concept) -> str:
        tags = dict.fromkeys(tag for language in self._tags for tag in chain(language, concept.terms))
        terms = [asdict(term) for tag in tags for term in concept.terms[tag]]
        return of([concept.kind, concept.case, concept.guard, terms])


def _requirements() -> list[str]:
    try:
        return [line for line in requires("localize") or [] if "extra ==" not in line or "detect" in line]
    except PackageNotFoundError:
        return []


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return found.group() if found else requirement


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
