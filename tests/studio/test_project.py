"""The studio over a project: articles of all its folders, each with the settings of its own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from localize import config as configuration
from localize.cli.studio import desk_of
from localize.studio.app import application
from tests.studio.conftest import HOST, OURS

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWSROOM = """\
from = "en"
to = ["pt"]
engine = "echo"

[[folders]]
path = "news"

[[folders]]
path = "site/en"
to = ["es"]
output = "site"
glossary = ["site.csv"]
memory = ["reviewed"]
"""


@pytest.fixture
def client(project: Path) -> Iterator[TestClient]:
    """Give a client that has opened the studio of a project of two folders."""
    (project / "localize.toml").write_text(NEWSROOM, encoding="utf-8")
    (project / "site.csv").write_text("en,es\nceasefire,tregua\n", encoding="utf-8")
    for name in ("news/truce.md", "site/en/index.md"):
        (project / name).parent.mkdir(parents=True)
        (project / name).write_text("The ceasefire holds.\n", encoding="utf-8")
    config = configuration.resolve(configuration.load(Path()), {}, {})
    with closing(desk_of(config, ())) as desk:
        app = application(desk, token="the-token", session="the-session", hosts=(HOST,))
        client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
        assert client.get("/?token=the-token").status_code == 303
        yield client


def test_the_articles_of_all_folders_are_listed(client: TestClient) -> None:
    page = client.get("/articles").text
    assert "news/truce.md" in page
    assert "site/en/index.md" in page


def test_an_article_is_written_as_its_folder_says(client: TestClient) -> None:
    for path, target in (("news/truce.md", "pt"), ("site/en/index.md", "es")):
        sent = {"path": path, "to": target}
        assert client.post("/article/write", data=sent, headers=OURS).status_code == 303
    assert Path("output/pt/news/truce.md").read_text(encoding="utf-8") == "The cessar-fogo holds.\n"
    assert Path("site/es/index.md").read_text(encoding="utf-8") == "The tregua holds.\n"


def test_an_approval_goes_to_the_memory_of_the_folder(client: TestClient) -> None:
    sent = {"path": "site/en/index.md", "to": "es"}
    page = client.get("/article", params=sent).text
    assert "tregua" in page
    segment = page.partition('name="segment" value="')[2].partition('"')[0]
    sent |= {"segment": segment, "source": "The ceasefire holds.", "text": "La tregua se mantiene."}
    assert client.post("/article/segment", data=sent, headers=OURS).status_code in {200, 303}
    assert [path.name for path in Path("reviewed").iterdir()] == ["en-es.tmx"]
    assert Path("site/es/index.md").read_text(encoding="utf-8") == "La tregua se mantiene.\n"
    assert not Path("memory").exists()
