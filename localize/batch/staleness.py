"""Whether translations are up to date, told from what earlier runs remember; nothing is translated."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.batch.events import Failed, Skipped
from localize.batch.fingerprints import Fingerprints, of_bytes
from localize.batch.reading import load, parse
from localize.batch.recognition import Recogniser, prepared
from localize.batch.shelf import Shelf, at
from localize.batch.state import State
from localize.errors import LocalizeError
from localize.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from localize.batch.inputs import Article
    from localize.batch.records import Record
    from localize.config import Config
    from localize.engines import Engine
    from localize.exchange import Rows
    from localize.glossary import Glossary
    from localize.memory import Memory

_NAMED = 5
"""Entries of the glossary that are named as reasons."""
_SHORT = 40
"""Characters from which on the former value of a setting is not shown."""
_BY_ITSELF = {
    "foreign": "other blocks are taken for text in another language",
    "memory": "other translations of its sentences are approved",
}
"""Parts that an article that has changed may change, too, which is nothing to tell."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A translation was looked at.

    Attributes:
        path: Of the article.
        output: Of the translation.
        reasons: Why it is out of date, in words; empty: it is not.
        rows: What the run that made it had to report; None when there was none.
        edited: Files that a person has edited; a run leaves them as they are.
    """

    path: str
    output: str
    reasons: tuple[str, ...] = ()
    rows: Rows | None = None
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A translation is there of which nothing is remembered: only translating again can tell."""

    article: Article
    target: str


@dataclass(frozen=True, slots=True)
class Staleness:
    """Compare articles, glossary, engine and settings of now with those of the runs that made the translations.

    Attributes:
        engine: Asked for names and versions of models; none is loaded.
        glossary: May be empty.
        config: As for ``Batch``.
        memory: What people have approved.
        warn: Told when the state cannot be used.
    """

    engine: Engine
    glossary: Glossary
    config: Config
    memory: Memory | None = None
    warn: Callable[[str], None] = lambda _message: None

    def run(self, articles: Sequence[Article]) -> Iterator[Checked | Unknown | Skipped | Failed]:
        """Look at the translations of articles into the languages of the configuration.

        Raises:
            EngineError: No model leads into a target, or from the configured source.
        """
        recogniser = Recogniser(self.engine, self.config.to, told=self.config.source)
        state = State(self.config.home if self.config.state else None, warn=self.warn, reading=True)
        prints = Fingerprints(self.engine, self.glossary, self.config, self.memory)
        shelf = Shelf(self.config, state, prints)
        try:
            for article in articles:
                for target in self.config.to:
                    try:
                        yield self._look(article, target, shelf, prints, recogniser)
                    except LocalizeError as error:
                        yield Failed(str(article.path), error)
        finally:
            state.close()

    def _look(
        self, article: Article, target: str, shelf: Shelf, prints: Fingerprints, recogniser: Recogniser
    ) -> Checked | Unknown | Skipped:
        output = shelf.place(article, target)
        data = load(article.path, self.config)
        sha = of_bytes(data)
        record = shelf.record(article, target)
        if record is not None and shelf.is_quick(record, article, sha, target):
            return self._checked(article, output, record, shelf, [])
        document = parse(data, article.path, self.config)
        source = recogniser.source(recogniser.recognise(document), document.path, target)
        if source is None:
            return Skipped(document.path, target)
        if record is None:
            if output.exists():
                return Unknown(article, target)
            return Checked(str(article.path), str(output), (f"{output} is missing",))
        foreign = shelf.foreign(article, sha, Pair(source, target))
        if foreign is None:
            foreign = recogniser.foreign(document, source, target, keep=self.config.foreign == "keep")
        document = prepared(document, source, foreign)
        parts = prints.parts(document, sha, Pair(source, target), foreign)
        reasons = _differences(record.parts, parts)
        return self._checked(article, output, record, shelf, reasons)

    def _checked(
        self, article: Article, output: Path, record: Record, shelf: Shelf, reasons: list[str]
    ) -> Checked:
        rows = record.again(str(article.path), str(output))
        edited = shelf.edited([at(self.config.home, key) for key in record.files])
        reasons = [*reasons, *shelf.damage(record)]
        return Checked(str(article.path), str(output), tuple(reasons), rows, edited)


def _differences(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """Say in words in which parts two sets of digests differ."""
    same = old.get("article") == new["article"]
    changed = {part for part in new if old.get(part) != new[part]}
    settings = ", ".join(_settings(old.get("settings"), new["settings"]))
    terms = _changed(old.get("concepts"), new["concepts"])
    more = f" and {len(terms) - _NAMED} more" if len(terms) > _NAMED else ""
    reasons = {
        "article": "the article has changed",
        "path": f"its path was {old.get('path') or 'not asked for'}",
        "language": f"its language was {old.get('language')}",
        "engine": f"the engine has changed: it was {old.get('engine')}",
        "settings": f"settings have changed: {settings}",
        **(_BY_ITSELF if same else {}),
        "concepts": f"the glossary has changed: {', '.join(terms[:_NAMED])}{more}",
        **({"places": "the glossary applies in other places"} if same and not terms else {}),
        "code": "it was made by another version of localize or of its libraries",
    }
    return [reason for part, reason in reasons.items() if part in changed]


def _settings(old: object, new: object) -> list[str]:
    """List the settings that differ, with what they were where that is short."""
    was = {key: json.dumps(value) for key, value in old.items()} if isinstance(old, dict) else {}
    return [
        f"{key} (was {was[key]})" if len(was.get(key, " " * _SHORT)) < _SHORT else key
        for key in _changed(old, new)
    ]


def _changed(old: object, new: object) -> list[str]:
    """List the keys whose values differ."""
    old, new = old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}
    return sorted(key for key in {*old, *new} if old.get(key) != new.get(key))
