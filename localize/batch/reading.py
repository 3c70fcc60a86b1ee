"""Read articles the way a configuration says."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from localize import formats
from localize.errors import InputError
from localize.formats import markdown
from localize.formats.decoding import load

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from localize.config import Config
    from localize.document import Document
    from localize.formats import AnyFormat


def read(path: Path, config: Config) -> Document:
    """Read an article file.

    Raises:
        InputError: It is missing, unreadable, too large, or of no known format.
        FormatError: It is no text, or cannot be parsed.
    """
    using = _configured(formats.for_path(path), config)
    return formats.parse(load(path, limit=_limit(config)), path=str(path), using=using)


def read_stream(stream: BinaryIO, name: str, format_: str, config: Config) -> Document:
    """Read an article of a named format from an open stream; ``name`` stands for its path.

    Raises:
        InputError: It is too large.
        FormatError: It is no text, or cannot be parsed.
    """
    limit = _limit(config)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"more than {limit:,} bytes are too large for one article", path=name)
    return formats.parse(data, path=name, using=_configured(formats.FORMATS[format_], config))


def _limit(config: Config) -> int:
    return min(config.max_size, formats.MAX_BYTES)


def _configured(using: AnyFormat, config: Config) -> AnyFormat:
    """Let a Markdown reader know which keys of front matter are prose."""
    if using.name != "markdown" or isinstance(using, formats.PackedFormat):
        return using
    keys = frozenset(key.lower() for key in config.front_matter)
    return replace(using, read=partial(markdown.read, keys=keys))
