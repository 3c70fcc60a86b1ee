"""The files that a translation becomes: their names and their bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from localize import formats
from localize.exchange import EXPORT_FORMATS, EXPORT_SUFFIXES
from localize.formats.decoding import encode
from localize.formats.subtitles import Limits
from localize.pipeline import unit_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.config import Config
    from localize.exchange import FileResult


def render(result: FileResult, config: Config, exports: Sequence[str] = ()) -> dict[Path, bytes]:
    """Give the bytes of a translation and of its exports, by path; everything is there before anything is written."""
    limits = Limits(config.subtitle_columns, config.subtitle_lines, config.subtitle_speed)
    path, *others = outputs(Path(result.output), exports)
    document = result.document
    targets = unit_targets(document, result.translations)
    if document.text.strip() or document.package:
        data = formats.save(document, targets, result.language, limits=limits)
    else:  # no writer need know what an empty file is
        data = encode(document, document.text)
    return {path: data} | {
        file: EXPORT_FORMATS[name](result).encode() for file, name in zip(others, exports, strict=True)
    }


def outputs(path: Path, exports: Sequence[str] = ()) -> list[Path]:
    """Name a translation and its exports: ``summit.md``, ``summit.md.po``, ``summit.md.review.html``."""
    return [path, *(path.with_name(path.name + EXPORT_SUFFIXES.get(name, f".{name}")) for name in exports)]


def holds(path: Path, data: bytes) -> bool:
    """Tell whether a file has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
