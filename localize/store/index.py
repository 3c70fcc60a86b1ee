"""The index of a collection of packages: JSON in Argos Translate's form, from an address or a file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from localize.errors import LocalizeError, ModelError
from localize.languages import Pair, from_argos
from localize.store.fetch import fetch_bytes, is_address

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Where Argos Translate itself looks (``argostranslate.settings.remote_package_index``)."""

_LARGEST = 20_000_000
"""Bytes above which an index is refused; Argos' has 60 kB."""

VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
DIGEST = re.compile(r"[0-9a-f]{64}")
HINT = "name another index with --index or the setting index; a package on disk installs without one"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index names.

    Attributes:
        pair: Direction, BCP 47.
        version: Of the package.
        links: Addresses of the file, to be tried in order.
        size: Bytes of the file; 0 when the index does not say. Argos' does not.
        sha256: Of the file, lower-case hexadecimal; empty when the index does not say.
        licence: As the index writes it; mostly empty.
    """

    pair: Pair
    version: str
    links: tuple[str, ...]
    size: int = 0
    sha256: str = ""
    licence: str = ""


class Offered(Protocol):
    """What every offer says."""

    @property
    def pair(self) -> Pair:
        """Name the direction, BCP 47."""
        ...

    @property
    def version(self) -> str:
        """Name the version."""
        ...

    @property
    def size(self) -> int:
        """Count the bytes to be fetched; 0 when the index does not say."""
        ...

    @property
    def sha256(self) -> str:
        """Give the SHA-256 of the one file; empty when the index does not say, or there are several."""
        ...

    @property
    def licence(self) -> str:
        """Name the licence; mostly empty."""
        ...

    @property
    def links(self) -> tuple[str, ...]:
        """List addresses or paths."""
        ...


AnyOffer = TypeVar("AnyOffer", bound=Offered)


@dataclass(frozen=True, slots=True)
class Index(Generic[AnyOffer]):
    """What can be installed.

    Attributes:
        place: Where the index is.
        offers: By pair, the newest version of a pair first.
        remarks: What was left out because it cannot be understood, a sentence each.
    """

    place: str
    offers: tuple[AnyOffer, ...]
    remarks: tuple[str, ...] = ()

    def newest(self) -> dict[Pair, AnyOffer]:
        """Give the newest offer of each pair."""
        return {offer.pair: offer for offer in reversed(self.offers)}


def read_index(place: str) -> Index[Offer]:
    """Read an index from an address (http, https) or a file.

    Raises:
        ModelError: It cannot be reached or read, or is no index.
    """
    return parse(read_bytes(place), place)


def read_bytes(place: str) -> bytes:
    """Read the bytes of an index from an address or a file.

    Raises:
        ModelError: It cannot be reached or read, or is too large.
    """
    if is_address(place):
        return fetch_bytes(place, limit=_LARGEST, hint=HINT)
    try:
        with Path(place).open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ModelError(f"the index cannot be read ({error})", place=place, hint=HINT) from error
    if len(data) > _LARGEST:
        raise ModelError(f"is larger than {_LARGEST} bytes: no index", place=place, hint=HINT)
    return data


def parse(data: bytes, place: str) -> Index[Offer]:
    """Read the bytes of an index: a list of objects with ``from_code``, ``to_code``, ``package_version``, ``links``.

    ``size`` (bytes), ``sha256`` and ``license`` are ours: an index of a newsroom's own may have them. Packages of
    other types (sentence splitters) are passed over.

    Raises:
        ModelError: They are no such list.
    """
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"is no JSON ({error})", place=place, hint=HINT) from error
    if not isinstance(entries, list):
        raise ModelError("is no index of packages: not a list", place=place, hint=HINT)
    offers: list[Offer] = []
    remarks: list[str] = []
    for number, entry in enumerate(entries, 1):
        try:
            if isinstance(entry, dict) and entry.get("type", "translate") != "translate":
                continue
            offers.append(_offer(entry))
        except (ValueError, KeyError, TypeError, AttributeError, LocalizeError) as error:
            remarks.append(f"{place}: entry {number} is left out: {error}")
    offers.sort(key=lambda offer: (offer.pair, [-n for n in numbers(offer.version)]))
    return Index(place, tuple(offers), tuple(remarks))


def _offer(entry: Mapping[str, object]) -> Offer:
    """Read one entry.

    Raises:
        ValueError: Something in it is not as it must be; so do the other errors of reading odd data.
    """
    pair = Pair(from_argos(str(entry["from_code"])), from_argos(str(entry["to_code"])))
    version = str(entry["package_version"])
    links = entry["links"]
    if not VERSION.fullmatch(version):
        raise ValueError(f"'{version[:40]}' is no version")
    if not isinstance(links, list):
        raise ValueError("links is not a list")  # noqa: TRY004 - one kind of error for all that is odd
    usable = tuple(link for link in links if isinstance(link, str) and is_address(link))
    if not usable:
        raise ValueError("no link with http or https")
    size, digest = entry.get("size") or 0, str(entry.get("sha256") or "").lower()
    if not isinstance(size, int) or size < 0:
        raise ValueError("size is no number of bytes")
    if digest and not DIGEST.fullmatch(digest):
        raise ValueError("sha256 is no SHA-256")
    return Offer(pair, version, usable, size, digest, str(entry.get("license") or entry.get("licence") or ""))


def numbers(version: str) -> tuple[int, ...]:
    """Give the numbers of a version, for ordering: ``1.10`` comes after ``1.9``."""
    return tuple(int(part) for part in re.findall(r"\d+", version))
