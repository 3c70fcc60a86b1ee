"""Package files, indexes, and a server on loopback that serves them well or badly."""

from __future__ import annotations

import io
import json
import re
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WEIGHTS = Random(7).randbytes(200_000)


def metadata(**changes: object) -> bytes:
    """Write what Argos Translate's own packages have in ``metadata.json``."""
    data = {
        "package_version": "1.9",
        "argos_version": "1.5",
        "from_code": "en",
        "from_name": "English",
        "to_code": "es",
        "to_name": "Spanish",
        **changes,
    }
    return json.dumps({key: value for key, value in data.items() if value is not None}).encode()


def members(weights: bytes = WEIGHTS, **changes: object) -> dict[str, bytes]:
    """Give the files of a package by their paths in the archive."""
    return {
        "translate-en_es-1_9/metadata.json": metadata(**changes),
        "translate-en_es-1_9/README.md": b"# English to Spanish\n",
        "translate-en_es-1_9/sentencepiece.model": b"pieces",
        "translate-en_es-1_9/model/model.bin": weights,
        "translate-en_es-1_9/model/shared_vocabulary.json": b'["<unk>", "paz"]',
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files into an archive, as they are named."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def package(weights: bytes = WEIGHTS, **changes: object) -> bytes:
    """Make a package file."""
    return zipped(members(weights, **changes))


def index(*entries: Mapping[str, object]) -> bytes:
    """Write an index; what an entry does not say is as in Argos Translate's."""
    usual = {
        "type": "translate",
        "package_version": "1.9",
        "argos_version": "1.5",
        "from_code": "en",
        "to_code": "es",
    }
    return json.dumps([{**usual, **entry} for entry in entries]).encode()


@dataclass
class Shelf:
    """A file on the server, and how it is served.

    Attributes:
        cuts: Bytes after which each connection is closed, one number a connection; afterwards it goes well.
        ranges: Whether pieces are served.
        etag: Of the file; empty: none.
        status: What is answered in place of the file, one number a connection.
        length: What ``Content-Length`` says; None: the truth; 0: nothing is said.
        moved: Where it is instead.
        piece: Bytes by which a piece begins too late.
    """

    data: bytes
    cuts: list[int] = field(default_factory=list)
    ranges: bool = True
    etag: str = '"1"'
    status: list[int] = field(default_factory=list)
    length: int | None = None
    moved: str = ""
    piece: int = 0
    asked: list[str] = field(default_factory=list)


class Server:
    """A web server on loopback; ``asked`` of each shelf lists the ranges that were asked for."""

    def __init__(self, port: int) -> None:
        self.shelves: dict[str, Shelf] = {}
        self.address = f"http://127.0.0.1:{port}"

    def put(self, name: str, data: bytes, **how: object) -> str:
        """Serve a file and give its address."""
        self.shelves[f"/{name}"] = Shelf(data, **how)  # type: ignore[arg-type]
        return f"{self.address}/{name}"


class _Handler(BaseHTTPRequestHandler):
    shop: Server

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        shelf = self.shop.shelves.get(self.path)
        if shelf is None:
            self.send_error(404)
            return
        shelf.asked.append(self.headers.get("Range", ""))
        if shelf.status:
            self.send_error(shelf.status.pop(0))
            return
        if shelf.moved:
            self.send_response(302)
            self.send_header("Location", shelf.moved)
            self.end_headers()
            return
        self._serve(shelf)

    def _serve(self, shelf: Shelf) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range") in {None, shelf.etag}
        start = int(wanted[1]) if wanted and shelf.ranges and same else 0
        if start >= len(shelf.data) > 0:
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            start += shelf.piece
            self.send_header("Content-Range", f"bytes {start}-{len(shelf.data) - 1}/{len(shelf.data)}")
        if shelf.etag:
            self.send_header("ETag", shelf.etag)
        length = len(shelf.data) - start if shelf.length is None else shelf.length
        if length:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        body = shelf.data[start:]
        self.wfile.write(body[: shelf.cuts.pop(0)] if shelf.cuts else body)
        self.close_connection = True


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server on a free port of loopback."""
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        handler.shop = Server(http.server_port)  # type: ignore[attr-defined]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield handler.shop  # type: ignore[attr-defined]
        finally:
            http.shutdown()
            thread.join()
