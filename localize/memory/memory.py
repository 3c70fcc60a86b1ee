"""What people have approved, asked for the translation of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import file_digest
from typing import TYPE_CHECKING, Literal

from localize.errors import FormatError, InputError
from localize.exchange.bitext import MOST_BYTES, Bitext, Intake, as_written, squeeze
from localize.exchange.reading import read
from localize.memory.fitting import fit
from localize.memory.index import Index, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from localize.document import Segment, Text
    from localize.languages import Pair

_SMALL = 2_000_000
"""Bytes of files that are read anew each time sooner than an index is kept on disk."""

Kind = Literal["context", "exact", "similar"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An approved translation of a sentence, or of one like it.

    Attributes:
        entry: As it was approved.
        kind: ``context``: the same sentence in the same place or between the same sentences; ``exact``: the same sentence;
            ``similar``: another one.
        score: 101, 100, or the similarity in percent.
        target: The translation with the codes of the sentence asked for; None when its own are others.
    """

    entry: Bitext
    kind: Kind
    score: int
    target: Text | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the article's path, and the sentences around it, plain, empty at the ends."""

    document: str = ""
    previous: str | None = None
    following: str | None = None


class Memory:
    """Approved translations of some files, ready to be asked; ``len`` counts them.

    Attributes:
        remarks: (path, line, reason) of every entry of the files that could not be taken.
        hashes: SHA-256 of the files, in their order.
    """

    def __init__(
        self, index: Index, remarks: Sequence[tuple[str, int, str]] = (), hashes: Sequence[str] = ()
    ) -> None:
        self.remarks = tuple(remarks)
        self.hashes = tuple(hashes)
        self._index = index
        self._size = len(index)
        self._texts: dict[Pair, dict[int, str]] = {}

    @classmethod
    def open(cls, paths: Sequence[Path], *, index: Path | None = None) -> Memory:
        """Read files, or what an index knows of them since they were last read.

        Args:
            paths: Files; a folder stands for the TMX files in it.
            index: Where a machine may keep an index of large files; it can be deleted at any time.

        Raises:
            InputError: A path is missing or cannot be read.
            FormatError: A file is none of a known format.
        """
        paths = files(paths)
        hashes = [(path, _sha256(path)) for path in paths]
        large = sum(path.stat().st_size for path in paths) > _SMALL
        base = Index(index if large else None)
        remarks: list[tuple[str, int, str]] = []
        try:
            for path, sha256 in hashes:
                known = base.known(sha256)
                if known is None:
                    intake = Intake(str(path))
                    base.fill(sha256, read(_load(path), intake), intake.left)
                    known = [list(one) for one in intake.left]
                remarks += [(str(path), line, reason) for line, reason in known]
            base.keep_only([sha256 for _, sha256 in hashes])
        except BaseException:
            base.close()
            raise
        return cls(base, remarks, [sha256 for _, sha256 in hashes])

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Bitext]:
        """Yield all entries, in the order of the files."""
        return iter(self._index)

    def find(self, segment: Segment, pair: Pair, place: Place | None = None) -> Hit | None:
        """Give the best approved translation of exactly this sentence; None if there is none.

        First counts that the languages are the same, regions included; then the sentences around it, its place in
        its document, and the document; then whether it is final; then the date.
        """
        if not self._size:
            return None
        place = place or Place()
        source = segment.source
        keys = {key(source.plain, as_written=False), key(as_written(source), as_written=True)}
        found = [entry for entry in self._index.find(keys, pair) if _speaks(entry.pair, pair)]
        if not found:
            return None
        best = max(enumerate(found), key=lambda item: (*_rank(item[1], pair, segment, place), item[0]))[1]
        _, around, here, *_ = _rank(best, pair, segment, place)
        kind: Kind = "context" if around or here else "exact"
        return Hit(best, kind, 101 if kind == "context" else 100, fit(best, source))

    def similar(self, segment: Segment, pair: Pair, *, least: int = 75, most: int = 3) -> tuple[Hit, ...]:
        """Give approved translations of sentences like this one, the most similar first; equal ones are left out.

        Args:
            segment: The sentence.
            pair: Its language and the one asked for.
            least: Similarity in percent: 100 less the share of characters that were put in or taken out.
            most: How many.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only reviewers ask for it

        if pair not in self._texts:
            self._texts[pair] = self._index.plain(pair) if self._size else {}
        text = squeeze(segment.source.plain)
        near = process.extract(
            text, self._texts[pair], scorer=fuzz.ratio, score_cutoff=least, limit=most * 4 + 4
        )
        hits: dict[str, Hit] = {}
        for plain, score, number in near:
            entry = self._index.get(number)
            if plain != text and _speaks(entry.pair, pair):
                hits.setdefault(entry.target.plain, Hit(entry, "similar", int(score), None))
        return tuple(hits.values())[:most]


def files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """List the files that paths stand for: a folder's TMX files, sorted by name.

    Raises:
        InputError: A path is missing.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.iterdir() if one.suffix.lower() == ".tmx" and one.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise InputError(
                "no such file or folder", path=str(path), hint="check the key memory, or --memory"
            )
    return tuple(dict.fromkeys(found))


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", path=str(path), hint="check its permissions"
        ) from error
    if len(data) > MOST_BYTES:
        raise FormatError(
            f"is larger than {MOST_BYTES // 2**20} MiB", path=str(path), hint="split it into several files"
        )
    return data


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", path=str(path), hint="check its permissions"
        ) from error


def _speaks(have: Pair, asked: Pair) -> bool:
    """Tell whether an entry serves a pair: the same tags, or one of two without script and region."""
    return all(
        one == other or one.partition("-")[0] == other or other.partition("-")[0] == one
        for one, other in zip(have, asked, strict=True)
    )


def _rank(
    entry: Bitext, pair: Pair, segment: Segment, place: Place
) -> tuple[int, bool, bool, bool, bool, str]:
    """Say how well an entry of a sentence serves it."""
    same = (entry.pair.target == pair.target) * 2 + (entry.pair.source == pair.source)
    document = bool(entry.document) and entry.document == place.document
    here = document and entry.segment == segment.id
    around = _around(entry, place)
    return same, around, here, document, entry.state == "final", entry.when


def _around(entry: Bitext, place: Place) -> bool:
    if entry.previous is None or entry.following is None or place.previous is None or place.following is None:
        return False
    mine = squeeze(place.previous), squeeze(place.following)
    return mine == (squeeze(entry.previous), squeeze(entry.following))
