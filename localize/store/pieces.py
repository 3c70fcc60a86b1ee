"""The files of a Firefox model: fetched, unpacked and checked one by one."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localize.errors import ModelError
from localize.store import fetch
from localize.store.unpack import RATIO, SLACK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO

    from localize.store.mozilla import Piece

_CHUNK = 1 << 20
_GZIP, _ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
"""First bytes of packed files (RFC 1952 and RFC 8878); no unpacked file of a model begins so."""
_WINDOW = 1 << 27
"""Bytes of memory that unpacking may take (the highest level of ``zstd`` without ``--ultra`` takes 8 MB)."""
_HINT = "fetch the file again, or get it from another place"


def fetch_all(
    pieces: Sequence[Piece], part: Path, *, advance: Callable[[int, int], None], pause: float = 1.0
) -> list[Path]:
    """Fetch the files of a model and check them as they are, packed.

    Args:
        pieces: What to fetch; those that are files on this computer stay where they are.
        part: Name of the files that receive them, to which each adds its own name.
        advance: Told the bytes that are there and how many there will be in all (0: not known).
        pause: Seconds before an attempt is repeated.

    Returns:
        Where they are, in order.

    Raises:
        ModelError: One cannot be fetched, or is not what the index says.
    """
    total = sum(piece.size for piece in pieces) if all(piece.size for piece in pieces) else 0
    done = 0
    paths: list[Path] = []
    for piece in pieces:
        path = (
            part.with_name(f"{part.name}.{piece.name}") if fetch.is_address(piece.link) else Path(piece.link)
        )
        if fetch.is_address(piece.link):
            fetch.download(
                [piece.link],
                path,
                size=piece.size,
                advance=lambda have, _, before=done: advance(before + have, total),  # type: ignore[misc]
                pause=pause,
            )
        problem = _problem(path, piece)
        if problem:
            if fetch.is_address(piece.link):
                fetch.forget(path)
            raise ModelError(problem, place=piece.link, hint="the file or the index is wrong: do not use it")
        done += path.stat().st_size
        paths.append(path)
    return paths


def _problem(path: Path, piece: Piece) -> str:
    """Compare a packed file with the index."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            total = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"cannot be read ({error})", place=piece.link) from error
    if piece.size and size != piece.size:
        return f"it has {size:,} bytes where the index says {piece.size:,}"
    if piece.sha256 and total != piece.sha256:
        return f"its SHA-256 is {total}, the index says {piece.sha256}"
    return ""


def unpack_all(pieces: Sequence[Piece], paths: Sequence[Path], folder: Path) -> dict[str, tuple[int, str]]:
    """Write the files of a model into a new folder, all of it on disk when this returns.

    Returns:
        Size and SHA-256 of each file by its name, sorted.

    Raises:
        ModelError: One is damaged, or not what the index says.
    """
    folder.mkdir()
    return {
        piece.name: _unpack(piece, path, folder / piece.name)
        for piece, path in sorted(zip(pieces, paths, strict=True))
    }


def _unpack(piece: Piece, path: Path, target: Path) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    most = piece.whole_size or path.stat().st_size * RATIO + SLACK
    try:
        with path.open("rb") as packed, _opened(packed, piece) as whole, target.open("xb") as file:
            while chunk := whole.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise _error(piece, f"is refused: it unpacks to more than {most:,} bytes")
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise _error(piece, f"is damaged ({error})") from error
    if piece.whole_size and size != piece.whole_size:
        raise _error(piece, f"unpacks to {size:,} bytes where the index says {piece.whole_size:,}")
    if piece.whole_sha256 and digest.hexdigest() != piece.whole_sha256:
        raise _error(
            piece, f"unpacks to a file of SHA-256 {digest.hexdigest()}, the index says {piece.whole_sha256}"
        )
    if not size:
        raise _error(piece, "is empty")
    return size, digest.hexdigest()


@contextmanager
def _opened(packed: IO[bytes], piece: Piece) -> Iterator[IO[bytes]]:
    """Open a file for reading what is packed in it."""
    head = packed.read(18)
    packed.seek(0)
    if head.startswith(_GZIP):
        with gzip.GzipFile(fileobj=packed) as whole:
            yield whole  # type: ignore[misc]
    elif head.startswith(_ZSTANDARD):
        zstandard = _zstandard(piece)
        try:
            if not piece.whole_size and zstandard.frame_content_size(head) < 0:
                raise _error(piece, "does not say how long it is, nor does the index: it cannot be checked")
            with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed) as whole:
                yield _Exact(whole, piece, zstandard.frame_content_size(head))  # type: ignore[misc]
        except zstandard.ZstdError as error:
            raise _error(piece, f"is damaged ({error})") from error
    else:
        yield packed


class _Exact:
    """A reader that notices a packed file that ends too early; Zstandard's own does not."""

    def __init__(self, whole: Any, piece: Piece, size: int) -> None:
        self._whole = whole
        self._piece = piece
        self._left = size

    def read(self, size: int) -> bytes:
        chunk: bytes = self._whole.read(size)
        self._left -= len(chunk)
        if not chunk and self._left > 0:
            raise _error(self._piece, f"is damaged: {self._left:,} bytes are missing")
        return chunk


def _zstandard(piece: Piece) -> Any:
    try:
        return import_module("zstandard")
    except ImportError as error:
        raise ModelError(
            "is packed with Zstandard, and zstandard is not installed here",
            place=piece.link,
            hint="pip install 'localize[firefox]'",
        ) from error


def _error(piece: Piece, message: str) -> ModelError:
    return ModelError(message, place=piece.link, hint=_HINT)
