"""The evaluation sets, read: what each column means stands in ``sets/README.md``."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SETS = Path(__file__).parent / "sets"
ARTICLES = SETS / "articles"


class Wanted(NamedTuple):
    """A term that stands in a source sentence, and how the target may have it.

    Attributes:
        sources: Every English spelling of its concept, the one of this sentence first.
        forms: The lemma, then every listed form and variant.
        gender: Of the lemma: ``m``, ``f``, or empty where both are possible and the row does not tell.
        number: ``pl`` when the lemma is plural as it stands.
        reference_form: The form that the reference has; empty where the set does not say.
        exact: True when letter case matters in the source.
    """

    sources: tuple[str, ...]
    forms: tuple[str, ...]
    gender: str = ""
    number: str = ""
    reference_form: str = ""
    exact: bool = False

    @property
    def lemma(self) -> str:
        """The target as the glossary spells it."""
        return self.forms[0]


class Row(NamedTuple):
    """A sentence with its terms and, where there is one, its reference.

    Attributes:
        part: Of the set: ``read`` or ``unread``; empty where it has no parts.
    """

    id: str
    source: str
    terms: tuple[Wanted, ...]
    reference: str = ""
    part: str = ""


class QuietRow(NamedTuple):
    """A sentence in which one term must keep quiet, or (``speaks``) must be applied.

    Attributes:
        part: Of the set: ``read`` or ``unread``; empty where it has no parts.
    """

    id: str
    source: str
    term: Wanted
    forbidden: tuple[str, ...]
    speaks: bool
    kind: str
    case: str
    part: str = ""


class NameRow(NamedTuple):
    """A sentence with the names that must come out letter by letter.

    Attributes:
        names: For each mention what may stand in the output, "=" between one rendering and another.
        part: Of the set: ``read`` or ``unread``; empty where it has no parts.
    """

    id: str
    source: str
    names: tuple[str, ...]
    part: str = ""


class CapitalRow(NamedTuple):
    """A sentence with capitalised words that are no names, and may not stay as they are."""

    id: str
    source: str
    words: tuple[str, ...]


class Person(NamedTuple):
    """A name in an article, the short form used later, and how often that one stands in the file."""

    file: str
    name: str
    short: str
    occurrences: int


def sha256(*paths: Path) -> str:
    """Give the digest, hexadecimal, of files one after the other."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def term_rows(name: str) -> list[Row]:
    """Read ``ordinary``, ``hard``, ``situations``, ``terms-fresh`` or ``into-english``; rows without a term are left out."""
    languages = ("pt", "en") if name == "into-english" else ("en", "pt")
    concepts = {s: term for term in concepts_of(SETS / f"{name}.csv", *languages) for s in term.sources}
    rows = []
    for cells in _table(SETS / f"{name}.tsv"):
        genders, forms = _list(cells.get("genders", "")), _list(cells.get("forms", ""))
        terms = []
        for i, pair in enumerate(_list(cells["terms"])):
            source = pair.partition("=>")[0]
            term = concepts[source]
            term = term._replace(sources=tuple(dict.fromkeys((source, *term.sources))))
            if forms:
                term = term._replace(gender=term.gender or genders[i], reference_form=forms[i])
            terms.append(term)
        rows.append(
            Row(cells["id"], cells["source"], tuple(terms), cells["reference"], cells.get("part", ""))
        )
    return [row for row in rows if row.terms]


def parts(found: Sequence[NameRow] | Sequence[QuietRow] | Sequence[Row]) -> Iterator[tuple[str, list[int]]]:
    """Yield the parts of a set with the places of their rows; none where it has no parts."""
    own = [row.part for row in found]
    for part in sorted({*own} - {""}):
        yield part, [i for i, name in enumerate(own) if name == part]


def silent_rows() -> list[QuietRow]:
    """Read the rows of ``into-english`` in which no term of its glossary is meant."""
    return [
        QuietRow(cells["id"], cells["source"], Wanted((), ("",)), _list(cells["forbidden"]), False, "", "")
        for cells in _table(SETS / "into-english.tsv")
        if cells["forbidden"]
    ]


def quiet_rows(name: str = "quiet") -> list[QuietRow]:
    """Read ``quiet``, or a set whose name begins with it."""
    rows = []
    for cells in _table(SETS / f"{name}.tsv"):
        source, _, target = cells["term"].partition("=>")
        term = Wanted((source,), (target,), exact=cells["case"] == "exact")
        speaks, forbidden = cells["expect"] == "apply", _list(cells["forbidden"])
        told = cells["kind"], cells["case"], cells.get("part", "")
        rows.append(QuietRow(cells["id"], cells["source"], term, forbidden, speaks, *told))
    return rows


def name_rows(name: str = "names") -> list[NameRow]:
    """Read ``names``, or a set whose name begins with it."""
    return [
        NameRow(cells["id"], cells["source"], _list(cells["names"]), cells.get("part", ""))
        for cells in _table(SETS / f"{name}.tsv")
    ]


def capital_rows() -> list[CapitalRow]:
    """Read ``capitals``."""
    return [
        CapitalRow(cells["id"], cells["source"], _list(cells["words"]))
        for cells in _table(SETS / "capitals.tsv")
    ]


def people() -> list[Person]:
    """Read the names of the articles."""
    return [
        Person(cells["file"], cells["name"], cells["short"] or cells["name"], int(cells["occurrences"]))
        for cells in _table(ARTICLES / "names.tsv")
    ]


def article_paths() -> list[Path]:
    """List the articles."""
    return sorted(ARTICLES.glob("*.txt"))


def concepts_of(path: Path, source: str = "en", target: str = "pt") -> list[Wanted]:
    """Read the concepts of a set's glossary, without the project's own reader."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_concept(cells, source, target) for cells in csv.DictReader(file, strict=True)]


def _concept(cells: dict[str, str], source: str, target: str) -> Wanted:
    def column(kind: str, language: str) -> tuple[str, ...]:
        return _list(cells.get(f"{kind}:{language}") or "")

    gender = cells.get(f"gender:{target}") or ""
    return Wanted(
        (cells[source], *column("variants", source), *column("forms", source)),
        (cells[target], *column("forms", target), *column("variants", target)),
        gender if gender in {"m", "f"} else "",
        cells.get(f"number:{target}") or "",
        exact=cells.get("case") == "exact",
    )


def _table(path: Path) -> list[dict[str, str]]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
