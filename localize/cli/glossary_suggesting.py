"""``localize glossary suggest``: what articles have and the glossary lacks, with proposals from memory and engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from localize import writing
from localize.batch.mining import sentences
from localize.batch.precedent import precedents
from localize.cli import console, settings
from localize.cli.articles import Articles
from localize.cli.glossary_articles import AS_JSON, PATHS, PLURAL, SOURCE
from localize.cli.glossary_exchange import add_rows
from localize.errors import EngineError
from localize.glossary.corpus.proposal import propose
from localize.glossary.corpus.statistics import Sightings
from localize.glossary.corpus.suggestion import suggest
from localize.glossary.table.rows import to_csv
from localize.languages import Pair
from localize.termbases.safety import guard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.config import Config
    from localize.glossary.corpus.suggestion import Candidate, Sentence
    from localize.glossary.table.rows import Row

_MOST_SAID = 3
"""Approved renderings that the note of a candidate lists."""


class _Proposals(NamedTuple):
    """Translations of a candidate: (rendering, how often) out of the memory, and the engine's."""

    approved: Sequence[tuple[str, int]] = ()
    made: Sequence[str] = ()

    def all(self) -> tuple[str, ...]:
        """List all, the best first, each once."""
        return tuple(dict.fromkeys([*(text for text, _ in self.approved), *self.made]))


@click.command(
    "suggest", epilog="Example: localize glossary suggest articles --to pt --output candidates.csv"
)
@PATHS
@settings.glossary_options
@SOURCE
@click.option("--to", "target", metavar="LANGUAGE", help="Propose translations into this language.")
@click.option(
    "--memory",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Approved translations that proposals are taken from before the engine's; repeatable. Default: the folder memory.",
)
@click.option(
    "--least", type=click.IntRange(1), default=2, help="How often a candidate must occur. Default: 2."
)
@click.option(
    "--most", type=click.IntRange(1), default=500, help="How many candidates to give. Default: 500."
)
@click.option("--engine", metavar="NAME", help="That makes the proposals. Default: argos.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="FILE", help="Ask one by one, add to this glossary."
)
@AS_JSON
def suggest_(
    paths: tuple[Path, ...],
    *,
    glossary: tuple[Path, ...],
    no_glossary: bool,
    domain: tuple[str, ...],
    source: str | None,
    target: str | None,
    memory: tuple[Path, ...],
    least: int,
    most: int,
    engine: str | None,
    output: Path | None,
    into: Path | None,
    as_json: bool,
) -> int:
    """Find titles, names, acronyms and terms in articles that the glossary does not have yet.

    Without PATH, in all articles of the project, which localize.toml lists under [[folders]].

    Writes a glossary file to go through: correct it, take out what you do not want, clear the notes, and use
    localize glossary import FILE --into GLOSSARY. With --into, each candidate is asked about instead. With --to,
    each has a proposal: as approved translations have it (the note says how often), else as the engine has it.

    \b
    JSON keys: text, language, kind, count, files, contexts, targets (proposals),
    approved (those of them that the memory has).
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    given = settings.glossary_paths(glossary, none=no_glossary)
    config = settings.resolve(
        source=source, glossary=given, domains=domain, engine=engine, memory=memory or None
    )
    articles = Articles(paths, config)
    by_language: dict[str, list[Sentence]] = {}
    book = settings.open_glossary(config)
    sightings: dict[str, Sightings] = {}
    for document, language in articles:
        if language not in sightings:
            sightings[language] = Sightings(book, language, domains=config.domains)
        known = sightings[language]
        by_language.setdefault(language, []).extend(sentences(document, language, book, known))
    rows: list[Row] = []
    for language, own in by_language.items():
        found = suggest(own, language, least=least)[:most]
        targets = _proposals(found, language, target, config)
        for candidate, proposals in zip(found, targets, strict=True):
            if as_json:
                console.json_line(_data(candidate, language, proposals))
            rows.append(_row(candidate, language, target, proposals))
    if into:
        _ask(rows, into)
    elif not as_json:
        _give(rows, output)
    console.remark("note", f"{len(rows):,} candidates")
    return 2 if articles.failed else 0


def _proposals(
    found: Sequence[Candidate], language: str, target: str | None, config: Config
) -> Sequence[_Proposals]:
    """Ask memory and engine for translations; none without a target, from the engine none without a model for the pair."""
    nothing = [_Proposals()] * len(found)
    if not (target and found) or target == language:
        return nothing
    pair = Pair(language, target)
    approved: Sequence[tuple[tuple[str, int], ...]] = [()] * len(found)
    try:
        engine = settings.open_engine(config)
        memory = settings.open_memory(config)
        approved = precedents(found, memory, pair, engine) if len(memory) else approved
        made = propose(found, lambda sources: engine.translate(sources, pair), target)
    except EngineError as error:
        console.remark("warning", f"the engine proposes nothing: {error}")
        made = [()] * len(found)
    return [_Proposals(*both) for both in zip(approved, made, strict=True)]


def _row(candidate: Candidate, language: str, target: str | None, proposals: _Proposals) -> Row:
    """Write a candidate as a row of a glossary, with what it rests on as a note."""
    files = len(candidate.files)
    note = f"{candidate.count} times in {files} {PLURAL[files == 1]}: {' / '.join(candidate.contexts)}"
    if proposals.approved:
        said = ", ".join(f"{text} ({count})" for text, count in proposals.approved[:_MOST_SAID])
        note = f"approved: {said}; {note}"
    cells = {language: candidate.text, "kind": candidate.kind, "note": note[:1000]}
    if target and proposals.all():
        cells[target] = proposals.all()[0]
    return cells


def _give(rows: Sequence[Row], output: Path | None) -> None:
    guarded = [{name: guard(cell) for name, cell in row.items()} for row in rows]
    data = to_csv(guarded).encode()
    if output is None:
        click.echo(data, nl=False)
    else:
        writing.write(output, data)


def _ask(rows: Sequence[Row], path: Path) -> None:
    """Ask about each candidate, and add those that are wanted; what was answered before an interrupt is kept."""
    wanted: list[Row] = []
    try:
        for row in rows:
            (source, text), *rest = (
                (name, cell) for name, cell in row.items() if name not in {"kind", "note"}
            )
            target, proposal = rest[0] if rest else ("", "")
            console.line(f"{text} ({row['kind']})  {row['note']}", err=True)
            said = click.prompt(
                f"  {target or source}: Enter takes '{proposal or text}', - passes, . ends, or write it",
                default="",
                show_default=False,
                err=True,
            ).strip()
            if said == ".":
                break
            if said != "-":
                kept = {source: text, "kind": row["kind"], target or source: said or proposal or text}
                wanted.append({name: cell for name, cell in kept.items() if cell})
    except click.Abort:
        console.remark("note", "interrupted; what was answered is kept")
    if wanted:
        add_rows(wanted, path)


def _data(candidate: Candidate, language: str, proposals: _Proposals) -> dict[str, object]:
    return {
        "text": candidate.text,
        "language": language,
        "kind": candidate.kind,
        "count": candidate.count,
        "files": sorted(candidate.files),
        "contexts": list(candidate.contexts),
        "targets": list(proposals.all()),
        "approved": [text for text, _ in proposals.approved],
    }
