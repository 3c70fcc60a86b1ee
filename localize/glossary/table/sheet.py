"""One glossary file in memory: columns of cells, from which concepts are made when they are asked for.

Making a hundred thousand frozen concepts takes longer than reading them; a run meets a few hundred. So a sheet keeps
the cells by column, hands out the source terms of a pair without making concepts, and makes a concept on demand.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, cast

from localize.glossary.concepts import CasePolicy, Concept, Gender, Kind, Number, Status, Term
from localize.glossary.pairs import LIVE, chain
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from localize.glossary.table.problems import Problem

_NOUNS_CAPITALISED = ("de", "lb")
"""Languages in which a capital does not make a name."""

_ABOUT = ("kind", "domain", "status", "case", "note", "definition", "guard")
"""Columns that a concept is made of, besides its terms."""
_TERM = ("", "forms", "gender", "number", "variants", "deprecated", "forbidden")
"""Roles of the columns that the terms of one language are made of; the first is the term itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The cells of one file, stripped of white space at both ends.

    Attributes:
        path: The file, as the user named it.
        sha256: Of its bytes, hexadecimal.
        columns: Cells by column name (``en``, ``forms:pt``, ``kind``), all of the same length.
        languages: Tags of the term columns, in the order of the file.
        rows: Number of each row in the file; the header is row 1.
        remarks: What reading saw that is no error.
    """

    path: str
    sha256: str
    columns: Mapping[str, Sequence[str]]
    languages: tuple[str, ...]
    rows: Sequence[int]
    remarks: tuple[Problem, ...] = ()

    def concept(self, index: int, identity: str) -> Concept:
        """Make the concept of the row at *index* (from 0)."""
        about = tuple(self._cell(name, index) for name in _ABOUT)
        cells = [
            [self._cell(f"{role}:{tag}" if role else tag, index) for role in _TERM] for tag in self.languages
        ]
        return self._made(identity, self.rows[index], about, cells)

    def concepts(self, identities: Iterable[str]) -> Iterator[Concept]:
        """Make the concepts of all rows in order, column by column: several times faster than one by one."""
        about = zip(*(self.columns.get(name) or repeat("") for name in _ABOUT), strict=False)
        names = [[f"{role}:{tag}" if role else tag for role in _TERM] for tag in self.languages]
        by_tag = [zip(*(self.columns.get(name) or repeat("") for name in of), strict=False) for of in names]
        yield from map(self._made, identities, self.rows, about, zip(*by_tag, strict=False))

    def _made(
        self, identity: str, row: int, about: tuple[str, ...], cells: Iterable[Sequence[str]]
    ) -> Concept:
        """Make a concept out of cells: those of ``_ABOUT``, and those of ``_TERM`` for each language."""
        kind, domain, status, case, note, definition, guard = about
        named = cast("Status", status or "preferred")
        terms = {
            tag: found
            for tag, its in zip(self.languages, cells, strict=True)
            if (found := _terms(tag, named, *its))
        }
        kind = kind or "term"
        return Concept(
            id=identity,
            terms=terms,
            kind=cast("Kind", kind),
            domain=domain,
            case=cast("CasePolicy", case or default_case(kind, terms)),
            note=note,
            definition=definition,
            guard=guard != "off",
            path=self.path,
            row=row,
        )

    def surfaces(self, source: str, target: str, domains: frozenset[str]) -> Iterator[tuple[str, int]]:
        """Yield every spelling that the source may have, with its row's index: terms, variants, listed forms.

        Only rows that are live, of the given domains and complete for the pair. The same as what
        ``pairs.entry_of`` finds, column by column.
        """
        tags = chain(source, self.languages)
        relevant = self._relevant(target, domains)
        for tag in tags:
            for text, index in zip(self.columns[tag], relevant, strict=True):
                if text and index is not None:
                    yield text, index
            for name in (f"variants:{tag}", f"forms:{tag}"):
                for cell, index in zip(self.columns.get(name, ()), relevant, strict=False):
                    if cell and index is not None:
                        yield from zip(split(cell), repeat(index))
        for index in self._where("kind", "do-not-translate".__eq__):
            if relevant[index] is not None:
                terms = self.concept(index, "").terms
                if not any(tag in terms for tag in tags):
                    yield from ((term.text, index) for term in next(iter(terms.values())))

    def spellings(self, language: str) -> Iterator[str]:
        """Yield every spelling of a language, whatever its status."""
        for tag in chain(language, self.languages):
            yield from filter(None, self.columns[tag])
            for name in (f"{role}:{tag}" for role in ("forms", "variants", "deprecated", "forbidden")):
                yield from itertools.chain.from_iterable(map(split, filter(None, self.columns.get(name, ()))))

    def _relevant(self, target: str, domains: frozenset[str]) -> list[int | None]:
        """Give the index of each row that is live, in the domains, and has a target, else None."""
        relevant: list[int | None] = [None] * len(self.rows)
        for tag in chain(target, self.languages):
            for name in (tag, f"variants:{tag}"):
                for index in self._where(name, bool):
                    relevant[index] = index
        for index in self._where("kind", "do-not-translate".__eq__):
            relevant[index] = index
        for index in self._where("status", lambda status: status not in LIVE):
            relevant[index] = None
        if domains:
            for index in self._where(
                "domain", lambda domain: bool(domain) and domain.casefold() not in domains
            ):
                relevant[index] = None
        return relevant

    def _where(self, name: str, wanted: Callable[[str], bool]) -> Iterator[int]:
        """Yield the indices of the rows whose cell in a column is wanted; none when there is no such column."""
        return (index for index, cell in enumerate(self.columns.get(name, ())) if wanted(cell))

    def _cell(self, name: str, index: int) -> str:
        column = self.columns.get(name)
        return column[index] if column else ""


def _terms(  # noqa: PLR0917 - a cell each
    tag: str,
    status: Status,
    text: str,
    forms: str,
    gender: str,
    number: str,
    variants: str,
    deprecated: str,
    forbidden: str,
) -> tuple[Term, ...]:
    """Make the terms of one language: preferred, admitted, deprecated, forbidden."""
    terms: list[Term] = []
    if text:
        listed = tuple(split(forms)) if forms else ()
        terms.append(Term(text, tag, status, listed, cast("Gender", gender), cast("Number", number)))
    if variants:
        other = "admitted" if status in LIVE else status
        terms += [Term(item, tag, other) for item in split(variants)]
    if deprecated:
        terms += [Term(item, tag, "deprecated") for item in split(deprecated)]
    if forbidden:
        terms += [Term(item, tag, "forbidden") for item in split(forbidden)]
    return tuple(terms)


def split(cell: str) -> list[str]:
    """Take a list cell apart at ``|``; empty items are dropped."""
    return [item for part in cell.split("|") if (item := part.strip())] if cell else []


def default_case(kind: str, terms: Mapping[str, tuple[Term, ...]]) -> CasePolicy:
    """Choose the case policy of a row whose ``case`` cell is empty.

    Titles fold: "the prime minister" and "Prime Minister" are one. Everything else that is written with a capital
    somewhere in its preferred terms is exact (``NATO``, ``Turkey``, ``Ministry of Defence``), what is written small
    folds. A term of several words that one language begins small folds as well: its capitals are a manner of writing
    ("Prime Minister", "primeiro-ministro"). German and Luxembourgish terms are not asked, since all nouns have
    capitals there.
    """
    if kind == "title":
        return "fold"
    if kind == "acronym":
        return "exact"
    asked = [found[0].text for tag, found in terms.items() if base(tag) not in _NOUNS_CAPITALISED]
    if any(text[:1].islower() and (" " in text or "-" in text) for text in asked):
        return "fold"
    return "exact" if any(text != text.lower() for text in asked) else "fold"
