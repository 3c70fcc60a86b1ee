"""Articles as commands read them that translate nothing: each with its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.batch import Recogniser, find, read
from localize.cli import console
from localize.engines import load
from localize.errors import LocalizeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from localize.config import Config
    from localize.document import Document


class Articles:
    """The articles that paths stand for.

    Attributes:
        failed: How many could not be read, as far as they were asked for.
    """

    def __init__(self, paths: Sequence[Path], config: Config) -> None:
        self._paths = paths
        self._config = config
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[Document, str]]:
        """Yield each article with its language; those that cannot be read or told are named on standard error."""
        recogniser = Recogniser(load("echo", {}), (), told=self._config.source)
        for article in find(self._paths, output=self._config.output):
            try:
                document = read(article.path, self._config)
                language = recogniser.recognise(document).language
            except LocalizeError as error:
                self.failed += 1
                console.failure(str(article.path), error)
                continue
            if language is None:
                console.remark("warning", f"{document.path}: its language cannot be told; say it with --from")
            else:
                yield document, language
