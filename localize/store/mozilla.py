"""Indexes of Firefox translation models, in the two forms in which Mozilla publishes them.

Remote Settings: ``{"data": [record, ...]}``, a record a file (``fileType`` model, vocab, srcvocab, trgvocab or lex),
with sizes and SHA-256 of the file as it is fetched (``attachment``) and unpacked (``decompressedHash``).
The registry of the storage bucket: ``{"baseUrl": ..., "models": {"en-de": [model, ...]}}``, a model with its files,
of which only the weights have a SHA-256.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from localize.errors import LocalizeError, ModelError
from localize.languages import Pair, normalise
from localize.store.fetch import is_address
from localize.store.index import DIGEST, HINT, Index, numbers, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOZILLA = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
)
"""Where Firefox looks: the collection of models packed with Zstandard."""

LICENCE = "MPL-2.0"
"""Of Mozilla's own models (https://github.com/mozilla/translations); an index does not say it."""

_MAJOR = 3
"""Versions above this one are for newer programs (Firefox' own limit for the same files)."""
_VERSION = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4}){0,3})([a-z][0-9a-z]{0,8})?")
_NAME = re.compile(r"(model|vocab|srcvocab|trgvocab|lex)\.[A-Za-z0-9._-]{1,100}")
_LOCATION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/ -]{0,400}")
_KINDS = {
    "model": "model",
    "vocab": "vocab",
    "srcVocab": "srcvocab",
    "trgVocab": "trgvocab",
    "lexicalShortlist": "lex",
}
"""The registry's names of what Remote Settings calls ``fileType``."""
_DESKTOP = {"", "env.appinfo.OS != 'Android'", "env.appinfo.OS != 'Android' || env.channel != 'release'"}
"""Filter expressions of what every Firefox on a desktop gets; others are for Android or not released yet."""
_RELEASED = {"Release", "Release Desktop"}


class Piece(NamedTuple):
    """A file of a model, as an index describes it.

    Attributes:
        name: What it is called when it is installed: ``model.ende.intgemm.alphas.bin``.
        link: Address, or path of a file.
        size: Bytes to be fetched; 0: not known. So is ``sha256``, empty when it is not known.
        whole_size: Bytes of the unpacked file; 0: not known. So is ``whole_sha256``.
    """

    name: str
    link: str
    size: int = 0
    sha256: str = ""
    whole_size: int = 0
    whole_sha256: str = ""

    @property
    def kind(self) -> str:
        """Tell what it is: model, vocab, srcvocab, trgvocab or lex."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """A Firefox model that an index names.

    Attributes:
        pair: Direction, BCP 47.
        version: Of the model; the registry has none, there it is the architecture.
        pieces: Its files, sorted by name.
        released: Whether every Firefox on a desktop gets it.
        licence: Known for Mozilla's own.
        sha256: Empty; each piece has its own.
    """

    pair: Pair
    version: str
    pieces: tuple[Piece, ...]
    released: bool = True
    licence: str = ""
    sha256: str = ""

    @property
    def name(self) -> str:
        """Name its folder: ``firefox-en_de-3_0``."""
        return f"firefox-{self.pair.source}_{self.pair.target}-{re.sub('[^0-9A-Za-z]', '_', self.version)}"

    @property
    def size(self) -> int:
        """Count the bytes to be fetched; 0 when that is not known of a piece."""
        return sum(piece.size for piece in self.pieces) if all(piece.size for piece in self.pieces) else 0

    @property
    def links(self) -> tuple[str, ...]:
        """List where its files are."""
        return tuple(piece.link for piece in self.pieces)


def read_models(place: str) -> Index[ModelOffer]:
    """Read an index of Firefox models from an address or a file; paths in it count from the place where it is.

    Raises:
        ModelError: It cannot be reached or read, or is no such index.
    """
    return parse(read_bytes(place), place, base=_attachments(place) if "/buckets/" in place else place)


def _attachments(place: str) -> str:
    """Ask a server of Remote Settings where the files are that its records name."""
    if not is_address(place):
        return place
    root = f"{place.partition('/buckets/')[0]}/"
    try:
        base = json.loads(read_bytes(root))["capabilities"]["attachments"]["base_url"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError("does not say where the files of its records are", place=root, hint=HINT) from error
    if not is_address(str(base)):
        raise ModelError(f"names no address of its files: '{str(base)[:100]}'", place=root, hint=HINT)
    return str(base)


def parse(data: bytes, place: str, *, base: str = "") -> Index[ModelOffer]:
    """Read the bytes of an index in one of the two forms.

    Raises:
        ModelError: They are neither.
    """
    base = base or place
    remarks: list[str] = []
    try:
        content = json.loads(data)
        if isinstance(content.get("data"), list):
            offers = _from_records(content["data"], base, place, remarks)
        elif isinstance(content.get("models"), dict):
            offers = _from_registry(content, base, place, remarks)
        else:
            raise ModelError("is no index of Firefox models: neither data nor models", place=place, hint=HINT)
    except (ValueError, AttributeError, RecursionError) as error:
        raise ModelError(f"is no index of Firefox models ({error})", place=place, hint=HINT) from error
    licence = LICENCE if place == MOZILLA else ""
    ordered = sorted(offers, key=_preference, reverse=True)
    ordered.sort(key=lambda offer: offer.pair)
    return Index(
        place,
        tuple(ModelOffer(o.pair, o.version, o.pieces, o.released, licence) for o in ordered),
        tuple(remarks),
    )


def _preference(offer: ModelOffer) -> tuple[bool, bool, tuple[int, ...], int]:
    """Prefer what is released, then no trial version, then the newest, then the largest."""
    trial = bool(re.search(r"\d[a-z]", offer.version))
    whole = max((piece.whole_size for piece in offer.pieces if piece.kind == "model"), default=0)
    return offer.released, not trial, numbers(offer.version), whole


_Found = tuple[Pair, str, str, bool]
"""What files have in common that belong together: direction, version, architecture, whether it is released."""


def _from_records(records: list[Any], base: str, place: str, remarks: list[str]) -> list[ModelOffer]:
    found: dict[_Found, dict[str, tuple[int, Piece]]] = defaultdict(dict)
    for number, record in enumerate(records, 1):
        try:
            key, piece = _record(record, base)
            changed = int(record.get("last_modified") or 0)
            if changed >= found[key].get(piece.kind, (-1, piece))[0]:
                found[key][piece.kind] = changed, piece
        except (ValueError, KeyError, TypeError, AttributeError, LocalizeError) as error:
            remarks.append(f"{place}: record {number} is left out: {error}")
    made = [_offer(key, (piece for _, piece in pieces.values())) for key, pieces in found.items()]
    return [offer for offer in made if offer is not None]


def _record(record: Mapping[str, Any], base: str) -> tuple[_Found, Piece]:
    """Read one record; ``ValueError`` and others say what is odd about it."""
    attachment = record["attachment"]
    source = record.get("sourceLanguage") or record["fromLang"]
    target = record.get("targetLanguage") or record["toLang"]
    version = str(record["version"])
    if not _VERSION.fullmatch(version):
        raise ValueError(f"'{version[:40]}' is no version")
    if numbers(version)[0] > _MAJOR:
        raise ValueError(f"version {version} is for newer programs: update localize")
    piece = Piece(
        _name(record["name"], record["fileType"]),
        _link(base, attachment["location"]),
        _size(attachment.get("size")),
        _digest(attachment.get("hash")),
        _size(record.get("decompressedSize")),
        _digest(record.get("decompressedHash")),
    )
    released = str(record.get("filter_expression") or "").strip() in _DESKTOP
    pair = Pair(normalise(str(source)), normalise(str(target)))
    return (pair, version, str(record.get("architecture") or ""), released), piece


def _from_registry(content: Mapping[str, Any], base: str, place: str, remarks: list[str]) -> list[ModelOffer]:
    offers: list[ModelOffer] = []
    root = content.get("baseUrl")
    base = f"{root.rstrip('/')}/" if isinstance(root, str) and is_address(root) else base
    for name, models in content["models"].items():
        try:
            offers += filter(None, (_model(model, base) for model in models))
        except (ValueError, KeyError, TypeError, AttributeError, LocalizeError) as error:
            remarks.append(f"{place}: {str(name)[:40]} is left out: {error}")
    return offers


def _model(model: Mapping[str, Any], base: str) -> ModelOffer | None:
    """Read one model of the registry; ``ValueError`` and others say what is odd about it."""
    pieces = []
    for key, kind in _KINDS.items():
        file = model["files"].get(key)
        if file:
            name = re.sub(r"\.(?:gz|zst)$", "", file["path"].rpartition("/")[2])
            whole = _size(file.get("uncompressedSize")), _digest(file.get("uncompressedHash"))
            pieces.append(Piece(_name(name, kind), _link(base, file["path"]), 0, "", *whole))
    pair = Pair(normalise(str(model["sourceLanguage"])), normalise(str(model["targetLanguage"])))
    architecture = re.sub("[^0-9A-Za-z-]", "", str(model["architecture"]))[:40] or "0"
    return _offer((pair, architecture, "", model.get("releaseStatus") in _RELEASED), pieces)


def _offer(key: _Found, pieces: Iterable[Piece]) -> ModelOffer | None:
    """Put a model together; None when a part of it is missing."""
    pair, version, _, released = key
    by_kind = {piece.kind: piece for piece in pieces}
    whole = "model" in by_kind and ("vocab" in by_kind or {"srcvocab", "trgvocab"} <= set(by_kind))
    if not whole or len({piece.name for piece in by_kind.values()}) != len(by_kind):
        return None
    return ModelOffer(pair, version, tuple(sorted(by_kind.values())), released)


def _name(name: object, kind: object) -> str:
    """Check the name under which a file will be installed."""
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name.partition(".")[0] != kind:
        raise ValueError(f"'{str(name)[:60]}' is no name of a {str(kind)[:20]} file")
    return name


def _link(base: str, location: object) -> str:
    """Find a file from where its index, or the server's folder of files, is; never outside of that."""
    if not isinstance(location, str) or not _LOCATION.fullmatch(location) or ".." in location:
        raise ValueError(f"'{str(location)[:60]}' is no place of a file")
    return urljoin(base, location) if is_address(base) else str(Path(base).parent / location)


def _size(value: object) -> int:
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a size is no number of bytes")
    return value


def _digest(value: object) -> str:
    text = str(value or "").lower()
    if text and not DIGEST.fullmatch(text):
        raise ValueError("a hash is no SHA-256")
    return text
