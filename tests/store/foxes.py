"""Firefox models and the indexes that Mozilla's servers give of them."""

from __future__ import annotations

import gzip
import hashlib
import json
from random import Random
from typing import TYPE_CHECKING, Any

import zstandard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.store.build import Server

FILES = {
    "model.enes.intgemm.alphas.bin": Random(11).randbytes(150_000),
    "vocab.enes.spm": Random(12).randbytes(30_000),
    "lex.50.50.enes.s2t.bin": bytes(60_000),
}
"""A model's files, unpacked; the last one packs to almost nothing."""

BASE = "main-workspace/translations-models-v2"


def packed(data: bytes) -> bytes:
    """Pack as Mozilla does, with Zstandard."""
    return zstandard.ZstdCompressor(level=3).compress(data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def record(name: str, data: bytes, /, **changes: Any) -> dict[str, Any]:
    """Write the record of a file; ``attachment`` changes inside."""
    whole = packed(data)
    attachment = {
        "hash": digest(whole),
        "size": len(whole),
        "filename": f"{name}.zst",
        "location": f"{BASE}/{name}.zst",
        "mimetype": "application/zstd",
        **changes.pop("attachment", {}),
    }
    return {
        "name": name,
        "schema": 1749570042331,
        "version": "3.0",
        "fileType": name.partition(".")[0],
        "attachment": attachment,
        "architecture": "base-memory",
        "sourceLanguage": "en",
        "targetLanguage": "es",
        "decompressedHash": digest(data),
        "decompressedSize": len(data),
        "filter_expression": "",
        "id": f"0d4db293-{name}",
        "last_modified": 1749570511392,
        **changes,
    }


def records(files: Mapping[str, bytes] = FILES, **changes: Any) -> list[dict[str, Any]]:
    """Write the records of a model."""
    return [record(name, data, **changes) for name, data in files.items()]


def listed(*of_models: list[dict[str, Any]]) -> bytes:
    """Write the answer of a server of Remote Settings."""
    return json.dumps({"data": [one for of_model in of_models for one in of_model]}).encode()


def stocked(server: Server, files: Mapping[str, bytes] = FILES, **how: Any) -> str:
    """Serve a model the way Mozilla does, and give the address of its records."""
    for name, data in files.items():
        server.put(f"cdn/{BASE}/{name}.zst", packed(data), **{key: list(cuts) for key, cuts in how.items()})
    root = {"capabilities": {"attachments": {"base_url": f"{server.address}/cdn/"}}}
    server.put("v1/", json.dumps(root).encode())
    collection = "v1/buckets/main/collections/translations-models-v2/records"
    return server.put(collection, listed(records(files)))


def registry(base: str, files: Mapping[str, bytes] = FILES, **changes: Any) -> bytes:
    """Write the registry of the storage bucket."""
    keys = {
        "model": "model",
        "vocab": "vocab",
        "lex": "lexicalShortlist",
        "srcvocab": "srcVocab",
        "trgvocab": "trgVocab",
    }
    listed_files: dict[str, dict[str, Any]] = {}
    for name, data in files.items():
        kind = name.partition(".")[0]
        whole = {"uncompressedSize": len(data), "uncompressedHash": digest(data)} if kind == "model" else {}
        listed_files[keys[kind]] = {"path": f"models/en-es/run_1/exported/{name}.gz", **whole}
    model = {
        "architecture": "base-memory",
        "releaseStatus": "Release",
        "sourceLanguage": "en",
        "targetLanguage": "es",
        "files": listed_files,
        "modelStatistics": {"parameters": 31_000_000},
        **changes,
    }
    return json.dumps(
        {"generated": "2026-11-09T00:45:24Z", "baseUrl": base, "models": {"en-es": [model]}}
    ).encode()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
