"""Articles as commands read them that translate nothing: each with its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from localize.batch import Recogniser, exclusion, find, parts, read
from localize.cli import console
from localize.engines import load
from localize.errors import LocalizeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from localize.batch import Article
    from localize.config import Config
    from localize.document import Document


class Articles:
    """The articles that paths stand for; without paths, those of the project, each read as its folder is set up.

    Attributes:
        failed: How many could not be read, as far as they were asked for.

    Raises:
        UsageError: There are no paths, and there is no project.
    """

    def __init__(self, paths: Sequence[Path], config: Config) -> None:
        if not (paths or config.folders):
            raise click.UsageError(
                "name article files or folders; there is no project, which names its own ([[folders]] in localize.toml)"
            )
        self._paths = paths
        self._config = config
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[Document, str]]:
        """Yield each article with its language; those that cannot be read or told are named on standard error."""
        if self._paths:
            yield from self._of(
                find(self._paths, output=self._config.output, exclusion=exclusion(self._config)), self._config
            )
        else:
            for part in parts((), self._config):
                yield from self._of(part.articles, part.config)

    def _of(self, articles: Sequence[Article], config: Config) -> Iterator[tuple[Document, str]]:
        recogniser = Recogniser(load("echo", {}), (), told=config.source)
        for article in articles:
            try:
                document = read(article.path, config)
                found = recogniser.recognise(document)
            except LocalizeError as error:
                self.failed += 1
                console.failure(str(article.path), error)
                continue
            if found.language is not None:
                yield document, found.language
            elif not found.wordless:
                console.remark("warning", f"{document.path}: its language cannot be told; say it with --from")
