"""A desk to test runs on: an engine that is quick and counts, articles, and what stands in the output folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from localize import glossary
from localize.batch import Batch, find
from localize.config import Config
from localize.document import Draft
from localize.errors import UnsupportedPairError
from localize.languages import Pair
from localize.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.batch import Event
    from localize.glossary import Glossary

PAIR = Pair("en", "pt")
WORDS = {
    "the": "o",
    "and": "e",
    "said": "disse",
    "talks": "conversas",
    "meets": "reúne-se",
    "council": "câmara",
}


class PhraseBook:
    """An engine that knows six words and leaves the rest; ``asked`` lists the sentences that it was asked for."""

    signature = "phrase book 1"

    def __init__(self, signature: str = "phrase book 1") -> None:
        self.signature = signature
        self.asked: list[str] = []

    def pairs(self) -> frozenset[Pair]:
        """List the one direction."""
        return frozenset({PAIR})

    def origin(self, pair: Pair) -> str:
        """Name itself."""
        if pair != PAIR:
            raise UnsupportedPairError(*pair, available=[str(PAIR)], hint="none")
        return self.signature

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Put word for word."""
        assert pair == PAIR
        self.asked += sources
        return [Draft(re.sub(r"\w+", lambda m: WORDS.get(m[0].lower(), m[0]), source)) for source in sources]


def put(name: str, text: str) -> Path:
    """Write a file."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def terms(*rows: str) -> Glossary:
    """Write a glossary of rows ``english,portuguese``, and one that no article has, and read it."""
    return glossary.load([put("terms.csv", "\n".join(["en,pt", "ombudsman,provedor", *rows]) + "\n")])


def approved() -> Memory:
    """Read what is approved in the folder ``memory``."""
    folder = Path("memory")
    return Memory.open([folder] if folder.is_dir() else [])


def run(
    words: Glossary, *, config: Config | None = None, engine: PhraseBook | None = None, force: bool = False
) -> tuple[list[Event], list[str]]:
    """Translate the folder ``news``; gives what was told, and the sentences that the engine was asked for."""
    config = config or Config(source="en", to=("pt",))
    engine = engine or PhraseBook()
    batch = Batch(engine, words, config, memory=approved(), force=force, warn=_refuse)
    return list(batch.run(find([Path("news")], output=config.output))), engine.asked


def _refuse(message: str) -> None:
    raise AssertionError(message)


def tree(folder: str = "output") -> dict[str, bytes]:
    """Read everything below a folder but what runs keep for themselves."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and ".localize" not in path.parts
    }


def equip(config: Config) -> tuple[PhraseBook, Glossary, Memory]:
    """Make what another process of a run needs; an engine of the name ``mortal`` dies at the word "dies"."""
    engine = Mortal() if config.engine == "mortal" else PhraseBook()
    return engine, glossary.load([Path("terms.csv")]), approved()


class Mortal(PhraseBook):
    """... and takes its process along at the word "dies"."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Put word for word."""
        if any("dies" in source for source in sources):
            os._exit(9)
        return super().translate(sources, pair)
