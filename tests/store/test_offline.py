"""Only one module can reach the network, and only ``localize model`` uses it."""

from __future__ import annotations

from pathlib import Path

import localize
from tests.test_layers import imports

PACKAGE = Path(localize.__file__).parent
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib3",
}
REACH = "urllib.request"


def test_one_module_knows_the_network() -> None:
    knowing = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for _, name in imports(path)
        if name.split(".")[0] in NETWORK or f"{name}.".startswith(f"{REACH}.")
    }
    assert knowing == {
        "store/fetch.py",
        "studio/guard.py",
        "studio/server.py",
    }  # studio listens to this computer alone


def test_only_the_command_model_asks_for_it() -> None:
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for _, name in imports(path)
        if name.startswith("localize.store") and not path.is_relative_to(PACKAGE / "store")
    }
    assert asking == {"cli/model.py", "cli/packages.py"}
