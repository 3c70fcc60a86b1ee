"""A glossary: concepts from one or several files, found by term and by language pair."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.errors import GlossaryError
from localize.glossary.lazy import Concepts
from localize.glossary.pairs import Entry, chain, entry_of
from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.problems import Problem
from localize.glossary.words.tokens import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from localize.glossary.concepts import Concept
    from localize.glossary.table.sheet import Sheet

MOST_BYTES = 256 * 1024 * 1024
_MOST_PROBLEMS = 200
"""Told in one error; the rest is counted."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """One file of a glossary, as the report names it.

    Attributes:
        path: As the user named it.
        sha256: Of the file's bytes, hexadecimal.
        concepts: How many it holds.
    """

    path: str
    sha256: str
    concepts: int


@dataclass(frozen=True, slots=True)
class Glossary:
    """Concepts, ready to be asked.

    Attributes:
        concepts: In order of files and rows. Where two rows claim the same source, the first wins.
        files: Where they came from; empty for concepts made in memory.
    """

    concepts: Sequence[Concept] = ()
    files: tuple[GlossaryFile, ...] = ()
    _found: dict[str, dict[str, list[int]]] = field(default_factory=dict, repr=False, compare=False)
    _stopped: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def lookup(self, text: str, language: str) -> tuple[Concept, ...]:
        """Find the concepts that have a term, variant or listed form spelled so, whatever its status.

        Letter case, hyphens, apostrophes and Unicode composition do not matter. ``pt-BR`` also looks at ``pt``.
        """
        known = self._found.get(language)
        if known is None:
            known = {}
            serving: dict[tuple[str, ...], tuple[str, ...]] = {}
            for index, concept in enumerate(self.concepts):
                have = tuple(concept.terms)
                if have not in serving:
                    serving[have] = chain(language, have)
                for tag in serving[have]:
                    for term in concept.terms[tag]:
                        for spelling in (term.text, *term.forms):
                            known.setdefault(key_of(spelling), []).append(index)
            self._found[language] = known
        return tuple(self.concepts[index] for index in dict.fromkeys(known.get(key_of(text), ())))

    def pair(self, source: str, target: str) -> Iterator[Entry]:
        """Yield the concepts that can be applied from one language to another, in order."""
        for concept in self.concepts:
            entry = entry_of(concept, source, target)
            if entry is not None:
                yield entry

    def spellings(self, language: str) -> Iterator[str]:
        """Yield every spelling of a language, with listed forms, whatever its status; cheap, makes no concepts."""
        if isinstance(self.concepts, Concepts):
            for sheet in self.concepts.sheets:
                yield from sheet.spellings(language)
            return
        for concept in self.concepts:
            for tag in chain(language, concept.terms):
                for term in concept.terms[tag]:
                    yield from (term.text, *term.forms)

    def abbreviations(self, language: str) -> frozenset[str]:
        """List the spellings that end in a period; remembered, since they are asked for with each article."""
        if language not in self._stopped:
            self._stopped[language] = frozenset(
                text for text in self.spellings(language) if text.endswith(".")
            )
        return self._stopped[language]

    def surfaces(
        self, source: str, target: str, domains: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, int]]:
        """Yield every spelling that the source may have for the pair, with the index of its concept.

        Args:
            source: BCP 47 tag.
            target: BCP 47 tag.
            domains: Case-folded; when there are any, concepts of other domains are left out, those without stay.
        """
        if isinstance(self.concepts, Concepts):
            yield from self.concepts.surfaces(source, target, domains)
            return
        for index, concept in enumerate(self.concepts):
            entry = entry_of(concept, source, target)
            if entry and not (domains and concept.domain and concept.domain.casefold() not in domains):
                for term in entry.sources:
                    yield from ((spelling, index) for spelling in (term.text, *term.forms))


def load(paths: Sequence[Path]) -> Glossary:
    """Read glossary files; a folder stands for its ``*.csv``, sorted by name. A file given twice is read once.

    Raises:
        GlossaryError: A path is missing, a folder has no glossary, or files cannot be used: every problem of every
            file, each as ``path:row: column: message``.
    """
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for path in files_of(paths):
        data = path if isinstance(path, Problem) else data_of(path)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        sheet, wrong = parse_bytes(data, str(path))
        problems += wrong
        sheets += [sheet] if sheet else []
    if problems:
        lines = [str(problem) for problem in problems[:_MOST_PROBLEMS]]
        if len(problems) > _MOST_PROBLEMS:
            lines.append(f"{problems[0].path}: and {len(problems) - _MOST_PROBLEMS} more problems")
        cells = any(problem.row for problem in problems)
        hint = (
            "mend the cells named above and try again"
            if cells
            else "name a .csv file, or a folder of such files"
        )
        raise GlossaryError(lines, path=problems[0].path, hint=hint)
    return Glossary(Concepts(sheets), tuple(GlossaryFile(s.path, s.sha256, len(s.rows)) for s in sheets))


def files_of(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield every file that the paths stand for, once, or what is wrong with a path."""
    seen: set[str] = set()
    for path in paths:
        found = [path]
        if path.is_dir():
            try:
                inside = [
                    p for p in path.iterdir() if p.suffix.lower() == ".csv" and not p.name.startswith(".")
                ]
            except OSError as error:
                yield Problem(str(path), 0, "folder", "error", f"cannot be read ({error.strerror})")
                continue
            found = sorted(p for p in inside if p.is_file())
            if not found:
                yield Problem(str(path), 0, "folder", "error", "holds no .csv file; name a glossary file")
        for file in found:
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def data_of(path: Path) -> bytes | Problem:
    """Read a file that is not too large, or say why it cannot be read."""
    try:
        if not path.is_file():
            return Problem(str(path), 0, "file", "error", "does not exist; check the path")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return Problem(
            str(path), 0, "file", "error", f"cannot be read ({error.strerror}); check its permissions"
        )
    if len(data) > MOST_BYTES:
        return Problem(str(path), 0, "file", "error", "is larger than 256 MiB; split it into several files")
    return data
