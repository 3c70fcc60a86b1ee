"""``localize glossary``: what the glossary says, and whether it is in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize.cli import console, settings
from localize.cli.nouns import Noun, Verb
from localize.errors import InputError
from localize.glossary import load
from localize.glossary.table import review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.glossary import Concept, Glossary

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


class _Glossary(Noun):
    """The group, with the commands that change, exchange and compare glossaries."""

    verbs = {  # noqa: RUF012 - read only
        "add": Verb("localize.cli.glossary_editing:add", "Add a concept."),
        "edit": Verb("localize.cli.glossary_editing:edit", "Change cells of a concept."),
        "remove": Verb("localize.cli.glossary_editing:remove", "Remove concepts."),
        "diff": Verb("localize.cli.glossary_history:diff", "Compare two versions, concept by concept."),
        "merge": Verb(
            "localize.cli.glossary_history:merge", "Merge two versions; also as Git's merge driver."
        ),
        "stats": Verb(
            "localize.cli.glossary_articles:stats", "Count concepts in articles, and find unused ones."
        ),
        "suggest": Verb(
            "localize.cli.glossary_suggesting:suggest_", "Find what articles have and the glossary lacks."
        ),
        "import": Verb(
            "localize.cli.glossary_exchange:import_", "Read a termbase or spreadsheet of another program."
        ),
        "export": Verb("localize.cli.glossary_exchange:export_", "Write the glossary for another program."),
    }


@click.group(cls=_Glossary, no_args_is_help=False)
def glossary() -> None:
    """List, look up, change, validate, exchange and compare glossary entries.

    PATH is a glossary file or a folder of them. Without it: the configuration's, else the folder glossaries.
    """


@glossary.command("list", epilog="Example: localize glossary list --domain diplomacy")
@PATHS
@click.option("--domain", multiple=True, help="Only concepts of this domain; repeatable.")
@AS_JSON
def list_(paths: tuple[Path, ...], *, domain: tuple[str, ...], as_json: bool) -> None:
    """List the concepts: id, kind, and the preferred term of each language."""
    wanted = {one.strip().casefold() for one in domain}
    for concept in open_book(paths).concepts:
        if wanted and concept.domain.casefold() not in wanted:
            continue
        if as_json:
            console.json_line(_data(concept))
        else:
            terms = " | ".join(f"{tag} {terms[0].text}" for tag, terms in concept.terms.items() if terms)
            console.line(f"{concept.id}  ({concept.kind})  {terms}")


@glossary.command(epilog='Example: localize glossary show "Secretary-General"')
@click.argument("term")
@PATHS
@AS_JSON
def show(term: str, paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Show the concepts that have TERM as a term, variant or form in any language, or as their id.

    The exit code is 1 when there is none.
    """
    book = open_book(paths)
    tags = dict.fromkeys(tag for concept in book.concepts for tag in concept.terms)
    found = {concept.id: concept for tag in tags for concept in book.lookup(term, tag)}
    found |= {concept.id: concept for concept in book.concepts if concept.id == term}
    for concept in found.values():
        if as_json:
            console.json_line(_data(concept))
            continue
        for line in _entry(concept):
            console.line(line)
    if not found:
        console.remark("note", f"no concept has '{term}'")
    return int(not found)


@glossary.command(epilog="Example: localize glossary validate glossaries/international.csv")
@PATHS
def validate(paths: tuple[Path, ...]) -> int:
    """Look for mistakes in the entries: path:row: column: what is wrong and what to do.

    The exit code is 1 when one of them is an error, 2 when a file cannot be used at all.
    """
    books = _open_books(paths)
    problems = dict.fromkeys(problem for book in books for problem in review.validate(book))
    for problem in problems:
        console.line(f"{problem.path}:{problem.row}: {problem.column}: {problem.severity}: {problem.message}")
    errors = sum(problem.severity == "error" for problem in problems)
    files = dict.fromkeys(file for book in books for file in book.files)
    concepts = sum(file.concepts for file in files)
    console.remark(
        "note", f"{concepts:,} concepts in {len(files)} files: {len(problems)} remarks, {errors} errors"
    )
    return int(errors > 0)


def open_book(paths: tuple[Path, ...]) -> Glossary:
    """Load what the paths or the configuration name; of a project, what all its folders use.

    Raises:
        InputError: Neither names anything.
    """
    books = _open_books(paths)
    return (
        books[0]
        if len(books) == 1
        else load(tuple(dict.fromkeys(Path(f.path) for b in books for f in b.files)))
    )


def _open_books(paths: tuple[Path, ...]) -> list[Glossary]:
    """Load the glossaries that the folders of a project use, each by itself; without a project, the one that there is.

    Raises:
        InputError: There is none.
    """
    config, opened = settings.resolve(glossary=paths), settings.Opened()
    every = [folder.config for folder in config.folders] or [config]
    books = {one.glossary: opened.glossary(one) for one in every}
    found = [book for book in books.values() if book.files]
    if not found:
        raise InputError(
            "no glossary here",
            path=str(config.root / settings.GLOSSARIES),
            hint="name a glossary file or folder",
        )
    return found


def _entry(concept: Concept) -> Iterator[str]:
    """Write a concept out over several lines."""
    place = f"  [{concept.path}:{concept.row}]" if concept.path else ""
    about = ", ".join(filter(None, (concept.kind, concept.domain)))
    yield f"{concept.id} ({about}){place}"
    for tag, terms in concept.terms.items():
        for term in terms:
            grammar = ", ".join(filter(None, (term.status, term.gender, term.number)))
            forms = f"; forms: {', '.join(term.forms)}" if term.forms else ""
            yield f"  {tag}: {term.text} ({grammar}){forms}"
    if concept.definition:
        yield f"  definition: {concept.definition}"
    if concept.note:
        yield f"  note: {concept.note}"


def _data(concept: Concept) -> dict[str, object]:
    """Give a concept as plain data."""
    return {
        "id": concept.id,
        "kind": concept.kind,
        "domain": concept.domain,
        "case": concept.case,
        "definition": concept.definition,
        "note": concept.note,
        "path": concept.path,
        "row": concept.row,
        "terms": {
            tag: [
                {
                    "text": term.text,
                    "status": term.status,
                    "forms": list(term.forms),
                    "gender": term.gender,
                    "number": term.number,
                }
                for term in terms
            ]
            for tag, terms in concept.terms.items()
        },
    }
