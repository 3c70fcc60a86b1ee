"""``localize segment``: the sentences of an article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import segmentation
from localize.batch import Recogniser, read, settings_for
from localize.batch.recognition import UNDETERMINED
from localize.cli import console, settings
from localize.engines import load
from localize.glossary import abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Document, Segment


@click.command(epilog="Example: localize segment articles/summit.md --json")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the article. Default: told by the file."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@settings.glossary_options
def segment(
    path: Path,
    *,
    source: str | None,
    as_json: bool,
    glossary: tuple[Path, ...],
    no_glossary: bool,
    domain: tuple[str, ...],
) -> None:
    """Print the sentences of an article, one a line, without their markup.

    The abbreviations of the glossary are known: no sentence ends after them. An article in a folder of a project is
    read with the settings of that folder.

    \b
    JSON keys: unit, start and end (place in the decoded file, in code points),
    text (what stands there, markup and line breaks included).
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    given = settings.glossary_paths(glossary, none=no_glossary)
    config = settings_for(path, settings.resolve(source=source, glossary=given, domains=domain))
    document = read(path, config)
    found = Recogniser(load("echo", {}), (), told=config.source).recognise(document)
    language = found.language or UNDETERMINED
    short = abbreviations(settings.open_glossary(config), language)
    for one, (start, end) in segments(document, language, short):
        if as_json:
            text = document.text[start:end]
            console.json_line({"unit": one.unit.id, "start": start, "end": end, "text": text})
        else:
            console.line(" ".join(one.source.plain.split("\n")))


def segments(
    document: Document, language: str, short: frozenset[str]
) -> Iterator[tuple[Segment, tuple[int, int]]]:
    """Yield segments with their places in the decoded file."""
    for unit in document.units:
        if not unit.translate:
            continue
        done, place = 0, unit.span[0]
        for one in segmentation.segment(unit, language, abbreviations=short):
            start = place + len(unit.source.slice(done, one.span[0]).render())
            done, place = one.span[1], start + len(one.source.render())
            yield one, (start, place)
