"""Read articles the way a configuration says."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from localize import formats
from localize.document import Document
from localize.errors import FormatError, InputError
from localize.formats import decoding, markdown
from localize.formats.resources import jsonfile, yamlfile
from localize.formats.resources.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from localize.config import Config
    from localize.formats import AnyFormat

_TRIES = 3


def read(path: Path, config: Config) -> Document:
    """Read an article file.

    Raises:
        InputError: It is missing, unreadable, too large, or of no known format.
        FormatError: It is no text, or cannot be parsed.
    """
    return parse(load(path, config), path, config)


def load(path: Path, config: Config) -> bytes:
    """Read the bytes of an article file, as they were at one moment.

    Raises:
        InputError: It is missing, unreadable, too large, or another program keeps writing it.
    """
    for _ in range(_TRIES):
        before = _stamp(path)
        data = decoding.load(path, limit=_limit(config))
        if _stamp(path) == before:
            return data
    raise InputError(
        "changes while it is read", path=str(path), hint="run again when the other program is done with it"
    )


def parse(data: bytes, path: Path, config: Config) -> Document:
    """Parse the bytes of an article file; one that is empty is an article without words, whatever its format.

    Raises:
        InputError: It is of no known format.
        FormatError: It is no text, or cannot be parsed.
    """
    using = formats.for_path(path)
    try:
        return formats.parse(data, path=str(path), using=_configured(using, config))
    except FormatError:
        if data.strip():
            raise
        return Document(str(path), using.name, data.decode("ascii"), ())


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


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Tell one content of a file from another; None where there is no file, which reading it will report."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _limit(config: Config) -> int:
    return min(config.max_size, formats.MAX_BYTES)


def _configured(using: AnyFormat, config: Config) -> AnyFormat:
    """Let readers know which keys are prose, of front matter, JSON and YAML, and in which encoding text may be."""
    if isinstance(using, formats.PackedFormat):
        return using
    if using.untold and config.encoding:
        using = replace(using, decode=partial(using.decode, otherwise=config.encoding))
    strings = {"json": jsonfile.read, "yaml": yamlfile.read}.get(using.name)
    if strings:
        return replace(using, read=partial(strings, keys=Selection(config.strings)))
    if using.name != "markdown":
        return using
    keys = frozenset(key.lower() for key in config.front_matter)
    return replace(using, read=partial(markdown.read, keys=keys))
