"""``localize glossary stats`` and ``suggest``: the glossary against real articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize.cli import console, settings
from localize.cli.articles import Articles
from localize.errors import InputError
from localize.glossary.corpus.statistics import VERDICTS, Statistics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.glossary.corpus.statistics import Usage

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
SOURCE = click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the articles. Default: told by each."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
PLURAL = {True: "file", False: "files"}


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

    Without PATH, in all articles of the project, which localize.toml lists under [[folders]].

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
    said = [f"{usage.hits:6} in {files:4} {PLURAL[files == 1]:5}  {name}"]
    said += [f"({spellings})"] if spellings else []
    said += [f"quiet {usage.quiet}"] if usage.quiet else []
    said += [f"{verdict} {count}" for verdict, count in verdicts.items() if count]
    console.line("  ".join(said))
