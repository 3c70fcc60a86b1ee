"""A project of a newsroom, the studio over it, and a browser to look at it."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from localize import config as configuration
from localize import engines
from localize.studio.app import application
from localize.studio.desk import Desk
from localize.studio.server import Studio
from localize.studio.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HOST = "127.0.0.1:8765"
OURS = {"Origin": f"http://{HOST}"}
"""What a browser sends with a form of our own pages."""

GLOSSARY = """\
id,en,pt,es,kind,domain,note,variants:en,forbidden:pt
secretary-general,Secretary-General,secretário-geral,secretario general,title,diplomacy,Head of the United Nations.,Sec.-Gen.,secretário general
ceasefire,ceasefire,cessar-fogo,alto el fuego,term,defence,,cease-fire|truce,
nato,NATO,OTAN,OTAN,organisation,defence,,,
climate-change,climate change,,cambio climático,term,climate,,,
prime-minister,Prime Minister,primeiro-ministro,primer ministro,title,government,,,
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a glossary the current one."""
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "news.csv").write_text(GLOSSARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_desk(engine: str = "echo") -> Desk:
    """Make a desk over the current folder."""
    config = configuration.resolve(None, {}, {"to": ("pt",)})
    return Desk(
        Workspace((Path("glossaries"),)), config, (Path("articles"),), lambda: engines.load(engine, {})
    )


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    """Give the desk of the project."""
    assert project.is_dir()
    with closing(make_desk()) as made:
        yield made


@pytest.fixture
def stranger(desk: Desk) -> TestClient:
    """Give a client that has not come with the token."""
    app = application(desk, token="the-token", session="the-session", hosts=(HOST,))
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    """Give a client that has opened the address with the token."""
    assert stranger.get("/?token=the-token").status_code == 303
    return stranger


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """Serve a desk on a port of its own while the block runs; gives the address with the token."""
    studio = Studio.open(desk)
    thread = Thread(target=studio.run)
    thread.start()
    try:
        yield studio.address
    finally:
        studio.stop()
        thread.join(20)


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    """Serve the project for real."""
    with served(desk) as place:
        yield place


def ready(page: Page, what: str = "") -> None:
    """Wait until the scripts have taken hold of a page, or of a part of it: no person is quicker, but tests are."""
    page.locator(f"{what}[data-htmx-powered]").first.wait_for(state="attached")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the studio in a fresh browser; what the console is told, and what is asked of elsewhere, fails the test."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 900})
    context.set_default_timeout(120_000)
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    home = address.partition("?")[0]
    opened.on(
        "request", lambda request: told.append(request.url) if not request.url.startswith(home) else None
    )
    opened.goto(address)
    ready(opened)
    yield opened
    context.close()
    assert told == []
