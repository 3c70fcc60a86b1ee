"""Models on this computer: found in an index, fetched, checked, unpacked whole or not at all, and verified.

The only part of localize that uses the network, and only when ``localize model`` asks it to.
"""

from __future__ import annotations

from localize.store.folder import Installed, Store
from localize.store.index import DEFAULT_INDEX, Index, Offer, read_index
from localize.store.lock import Entry, Locks
from localize.store.mozilla import MOZILLA, ModelOffer, read_models
from localize.store.unpack import digest, hashes

__all__ = [
    "DEFAULT_INDEX",
    "MOZILLA",
    "Entry",
    "Index",
    "Installed",
    "Locks",
    "ModelOffer",
    "Offer",
    "Store",
    "digest",
    "hashes",
    "read_index",
    "read_models",
]
