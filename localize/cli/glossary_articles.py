"""``localize glossary stats`` and ``suggest``: the glossary against real articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import writing
from localize.batch.mining import sentences
from localize.cli import console, settings
from localize.cli.articles import Articles
from localize.cli.glossary_exchange import add_rows
from localize.errors import EngineError, InputError
from localize.glossary.proposal import propose
from localize.glossary.rows import to_csv
from localize.glossary.statistics import VERDICTS, Sightings, Statistics
from localize.glossary.suggestion import suggest
from localize.languages import Pair
from localize.termbases.safety import guard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.config import Config
    from localize.glossary.rows import Row
    from localize.glossary.statistics import Usage
    from localize.glossary.suggestion import Candidate, Sentence

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
SOURCE = click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the articles. Default: told by each."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
_PLURAL = {True: "file", False: "files"}


@click.command(epilog="Example: localize glossary stats articles --report report.json")
@PATHS
@settings.glossary_options
@SOURCE
@click.option("--to", "target", metavar="LANGUAGE", help="Count only concepts with a term in this language.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A JSON report of translate: adds how often each term was satisfied, repaired, unresolved; repeatable.",
)
@click.option("--unused", is_flag=True, help="List the concepts that no article has, and nothing else.")
@AS_JSON
def stats(
    paths: tuple[Path, ...],
    *,
    glossary: tuple[Path, ...],
    no_glossary: bool,
    domain: tuple[str, ...],
    source: str | None,
    target: str | None,
    reports: tuple[Path, ...],
    unused: bool,
    as_json: bool,
) -> int:
    """Count how often the concepts of the glossary occur in articles, the most frequent first.

    \b
    JSON keys: concept, hits, files, quiet (places where a term stands but does not
    apply), spellings, satisfied, repaired, unresolved.
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    given = settings.glossary_paths(glossary, none=no_glossary)
    config = settings.resolve(source=source, glossary=given, domains=domain)
    book = settings.open_glossary(config)
    counted = Statistics(book, target=target or "", domains=config.domains)
    articles = Articles(paths, config)
    number = 0
    for document, language in articles:
        number += 1
        units = (unit.source.plain for unit in document.units if unit.translate)
        counted.count(document.path, language, units)
    for report in reports:
        unknown = counted.add_verdicts(_terms(report))
        if unknown:
            console.remark(
                "note", f"{report}: {unknown:,} rows are of concepts that this glossary does not have"
            )
    ranked = sorted(counted.usage.items(), key=lambda item: -item[1].hits)
    for name, usage in ranked:
        if not unused or not usage.hits:
            _show(name, usage, as_json=as_json)
    used = sum(usage.hits > 0 for _, usage in ranked)
    console.remark(
        "note",
        f"{number:,} articles: {used:,} of {len(ranked):,} concepts used, {len(ranked) - used:,} unused",
    )
    return 2 if articles.failed else 0


@click.command(
    "suggest", epilog="Example: localize glossary suggest articles --to pt --output candidates.csv"
)
@PATHS
@settings.glossary_options
@SOURCE
@click.option("--to", "target", metavar="LANGUAGE", help="Propose translations into this language.")
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
    least: int,
    most: int,
    engine: str | None,
    output: Path | None,
    into: Path | None,
    as_json: bool,
) -> int:
    """Find titles, names, acronyms and terms in articles that the glossary does not have yet.

    Writes a glossary file to go through: correct it, take out what you do not want, clear the notes, and use
    localize glossary import FILE --into GLOSSARY. With --into, each candidate is asked about instead.

    \b
    JSON keys: text, language, kind, count, files, contexts, targets (proposals).
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    given = settings.glossary_paths(glossary, none=no_glossary)
    config = settings.resolve(source=source, glossary=given, domains=domain, engine=engine)
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


def _terms(report: Path) -> Sequence[Mapping[str, object]]:
    """Read the rows ``terms`` of a report.

    Raises:
        InputError: It is no report.
    """
    try:
        data = json.loads(report.read_bytes())
        rows = data["terms"]
        if all(isinstance(row, dict) for row in rows):
            return list(rows)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"is no JSON report of localize translate ({error})",
            path=str(report),
            hint="make one with --report",
        ) from error
    raise InputError(
        "is no JSON report of localize translate", path=str(report), hint="make one with --report"
    )


def _show(name: str, usage: Usage, *, as_json: bool) -> None:
    """Print what is known of one concept."""
    verdicts = {verdict: usage.verdicts[verdict] for verdict in VERDICTS}
    if as_json:
        about = {"hits": usage.hits, "files": len(usage.files), "quiet": usage.quiet}
        console.json_line(
            {"concept": name, **about, "spellings": dict(usage.spellings.most_common()), **verdicts}
        )
        return
    spellings = ", ".join(f"{text} {count}" for text, count in usage.spellings.most_common(5))
    files = len(usage.files)
    said = [f"{usage.hits:6} in {files:4} {_PLURAL[files == 1]:5}  {name}"]
    said += [f"({spellings})"] if spellings else []
    said += [f"quiet {usage.quiet}"] if usage.quiet else []
    said += [f"{verdict} {count}" for verdict, count in verdicts.items() if count]
    console.line("  ".join(said))


def _proposals(
    found: Sequence[Candidate], language: str, target: str | None, config: Config
) -> Sequence[tuple[str, ...]]:
    """Ask the engine for translations; none without a target or a model for the pair."""
    if not (target and found) or target == language:
        return [()] * len(found)
    try:
        engine = settings.open_engine(config)
        pair = Pair(language, target)
        return propose(found, lambda sources: engine.translate(sources, pair), target)
    except EngineError as error:
        console.remark("warning", f"no proposals: {error}")
        return [()] * len(found)


def _row(candidate: Candidate, language: str, target: str | None, proposals: Sequence[str]) -> Row:
    """Write a candidate as a row of a glossary, with what it rests on as a note."""
    files = len(candidate.files)
    note = f"{candidate.count} times in {files} {_PLURAL[files == 1]}: {' / '.join(candidate.contexts)}"
    cells = {language: candidate.text, "kind": candidate.kind, "note": note[:1000]}
    if target and proposals:
        cells[target] = proposals[0]
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


def _data(candidate: Candidate, language: str, proposals: Sequence[str]) -> dict[str, object]:
    return {
        "text": candidate.text,
        "language": language,
        "kind": candidate.kind,
        "count": candidate.count,
        "files": sorted(candidate.files),
        "contexts": list(candidate.contexts),
        "targets": list(proposals),
    }
