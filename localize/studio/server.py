"""Serve the pages to this computer's browser, until Ctrl-C."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from localize.errors import InputError
from localize.studio.app import application

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from localize.studio.desk import Desk

LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class Studio:
    """A place on the loopback interface at which the pages are served.

    Attributes:
        address: What to open in a browser; holds the token that lets in.
    """

    address: str
    _server: uvicorn.Server
    _socket: socket.socket

    @classmethod
    def open(cls, desk: Desk, *, port: int = 0) -> Studio:
        """Take a port; requests wait until ``run``.

        Args:
            desk: What the pages work on.
            port: 0: any that is free.

        Raises:
            InputError: The port is taken, or not ours to take.
        """
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.bind((LOOPBACK, port))
            listening.listen()
        except OSError as error:
            listening.close()
            raise InputError(
                f"the port cannot be used ({error.strerror})",
                path=f"{LOOPBACK}:{port}",
                hint="name another with --port, or none, which takes one that is free",
            ) from error
        number = listening.getsockname()[1]
        token = secrets.token_urlsafe(24)
        config = uvicorn.Config(
            _app(desk, token, number),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        return cls(f"http://{LOOPBACK}:{number}/?token={token}", uvicorn.Server(config), listening)

    def run(self) -> None:
        """Serve until Ctrl-C, which is how it is meant to end, or until ``stop``."""
        try:
            with suppress(KeyboardInterrupt):
                self._server.run(sockets=[self._socket])
        finally:
            self._socket.close()

    def stop(self) -> None:
        """Finish what is being answered, and end ``run``; may be called from another thread."""
        self._server.should_exit = True


def _app(desk: Desk, token: str, port: int) -> ASGIApp:
    hosts = (f"{LOOPBACK}:{port}", f"localhost:{port}")
    return application(desk, token=token, session=secrets.token_urlsafe(32), hosts=hosts)
