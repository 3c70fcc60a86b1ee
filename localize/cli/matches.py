"""``localize translate --dry-run``: where terms apply, and where they stand but do not, without translating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.batch import Recogniser, parts, read
from localize.cli import console, layout, settings
from localize.document import Segment
from localize.errors import LocalizeError
from localize.glossary import Matcher
from localize.languages import name
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from localize.batch import Part
    from localize.config import Config
    from localize.document import Document
    from localize.engines import Engine
    from localize.glossary import Glossary


def show_matches(paths: Sequence[Path], config: Config) -> int:
    """Print a line for each place where a term stands; gives the exit code."""
    engine, opened = settings.open_engine(config), settings.Opened()
    shown = [_show(part, opened.glossary(part.config), engine) for part in parts(paths, config)]
    return 0 if all(shown) else 2


def _show(part: Part, glossary: Glossary, engine: Engine) -> bool:
    """Show the matches in articles; gives whether all of them could be used."""
    config = part.config
    recogniser = Recogniser(engine, config.to, told=config.source)
    failed = False
    for article in part.articles:
        try:
            document = read(article.path, config)
            found = recogniser.recognise(document)
            for target in config.to:
                source = recogniser.source(found, document.path, target)
                if source is None:
                    console.remark("note", f"{document.path} is in {name(target)} already; left out")
                    continue
                console.line(f"{document.path}: {layout.recognised(found)} -> {name(target)}")
                matcher = Matcher(glossary, source, target, domains=config.domains)
                for text in _lines(document, matcher):
                    console.line(text)
        except LocalizeError as error:
            failed = True
            console.failure(str(article.path), error)
    return not failed


def _lines(document: Document, matcher: Matcher) -> Iterator[str]:
    places = Places(document)
    units = [unit for unit in document.units if unit.translate]
    found = matcher.match_all(unit.source.plain for unit in units)
    for unit, matches in zip(units, found, strict=True):
        plain = unit.source.plain
        whole = Segment(unit, 0, (0, len(plain)), unit.source)
        said = [(one.span, f"term {plain[slice(*one.span)]} -> {one.target.text}") for one in matches.terms]
        said += [
            (one.span, f"quiet {plain[slice(*one.span)]} ({one.concept.id}): {one.reason}")
            for one in matches.quiet
        ]
        for (start, _), text in sorted(said):
            line, column = places.locate(whole, start)
            yield f"{document.path}:{line}:{column}: {text}"
