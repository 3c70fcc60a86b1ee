from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.build import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.store.build import Server


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:  # noqa: ARG001
    """Run a web server on loopback."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as running:
        yield running
