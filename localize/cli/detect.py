"""``localize detect``: which language articles are in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize.batch import exclusion, find, parts, read, settings_for
from localize.cli import console, layout, settings
from localize.detection import Detection, Detector
from localize.document import Segment
from localize.errors import LocalizeError
from localize.languages import name
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.batch import Article
    from localize.config import Config
    from localize.document import Document


@click.command(epilog="Example: localize detect articles --json")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--by-unit", is_flag=True, help="Each paragraph, heading and item by itself, for mixed files.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--engine", metavar="NAME", help="Whose languages to prefer in doubtful texts. Default: argos.")
def detect(paths: tuple[Path, ...], *, by_unit: bool, as_json: bool, engine: str | None) -> int:
    """Tell the language of each article, with a confidence from 0 to 1, or that it cannot be told.

    A language that the file itself declares (lang: in front matter) is believed. Without PATH, all articles of the
    project are looked at, which localize.toml lists under [[folders]].

    \b
    JSON keys: path, language (null: cannot tell), confidence, candidates (pairs of
    language and confidence); with --by-unit also start and end, the place of the
    unit in the decoded file, counted in code points.
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    config = settings.resolve(engine=engine)
    pairs = settings.open_engine(config).pairs()
    detector = Detector(installed={pair.source for pair in pairs})
    failed = False
    for article, own in _articles(paths, config):
        try:
            document = read(article.path, own)
        except LocalizeError as error:
            failed = True
            console.failure(str(article.path), error)
            continue
        _show(document, detector, by_unit=by_unit, as_json=as_json)
    return 2 if failed else 0


def _articles(paths: tuple[Path, ...], config: Config) -> Iterator[tuple[Article, Config]]:
    """Yield articles with the settings by which they are read."""
    if not (paths or config.folders):
        raise click.UsageError("name article files or folders, or those of a project in localize.toml")
    if paths:
        found = find(paths, output=config.output, exclusion=exclusion(config))
        yield from ((one, settings_for(one.path, config)) for one in found)
    else:
        yield from ((one, part.config) for part in parts((), config) for one in part.articles)


def _show(document: Document, detector: Detector, *, by_unit: bool, as_json: bool) -> None:
    warnings: dict[str, None] = {}
    for place, found, extra in _by_unit(document, detector) if by_unit else _whole(document, detector):
        warnings |= dict.fromkeys(found.warnings)
        if as_json:
            console.json_line(
                {
                    "path": document.path,
                    **extra,
                    "language": found.language,
                    "confidence": round(found.confidence, 4),
                    "candidates": [[tag, round(share, 4)] for tag, share in found.candidates],
                }
            )
        elif found.detector:
            console.line(f"{place}: {layout.detected(found)}")
        else:
            console.line(f"{place}: {name(found.language or '')} ({found.language}), declared in the file")
    for warning in warnings:
        console.remark("warning", f"{document.path}: {warning}")


def _whole(document: Document, detector: Detector) -> Iterator[tuple[str, Detection, dict[str, int]]]:
    """Yield the place, language and further JSON keys of a whole document."""
    if document.language is not None:
        declared = document.language
        yield document.path, Detection(declared, 1.0, ((declared, 1.0),), detector=""), {}
    else:
        yield document.path, detector.detect_document(document), {}


def _by_unit(document: Document, detector: Detector) -> Iterator[tuple[str, Detection, dict[str, int]]]:
    """Yield place, language and further JSON keys of each unit."""
    places = Places(document)
    for unit, found in zip(document.units, detector.detect_units(document), strict=True):
        line, column = places.locate(Segment(unit, 0, (0, len(unit.source.plain)), unit.source))
        yield f"{document.path}:{line}:{column}", found, {"start": unit.span[0], "end": unit.span[1]}
