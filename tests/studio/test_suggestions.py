"""Candidates from articles are looked at in their sentences, and added or passed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize import config as configuration
from localize.document import Text
from localize.exchange.bitext import Bitext
from localize.glossary.corpus.suggestion import Candidate
from localize.languages import Pair
from localize.memory import Book
from localize.studio.pages.suggestions import _contexts
from localize.studio.reviewing import articles_of
from localize.studio.suggesting import Search
from tests.studio.conftest import OURS

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from starlette.testclient import TestClient

    from localize.studio.desk import Desk

NEWS = "glossaries/news.csv"
ARTICLE = """\
The talks in Geneva were opened by Helen Ward on Monday. Officials said Helen Ward would stay until Friday.

Ms Ward met the Secretary-General, and the African Union sent an envoy. The African Union wants a ceasefire.
"""


@pytest.fixture
def articles(project: Path) -> Path:
    """Put an article into the project."""
    (project / "articles").mkdir()
    (project / "articles" / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    return project


@pytest.mark.usefixtures("articles")
def test_names_that_the_glossary_lacks_are_found_and_its_own_are_not(desk: Desk) -> None:
    config = configuration.resolve(None, {}, {"to": ("pt",), "from": "en"})
    search = Search(articles_of(desk.articles, config), "en")
    search.run(config, desk.workspace.state().glossary)
    found = {one.text: (one.kind, one.count) for one in search.left}
    assert found["African Union"] == ("organisation", 2)
    assert found["Helen Ward"][0] == "name"
    assert "Secretary-General" not in found
    assert (search.done, search.used) == (1, 1)


@pytest.mark.usefixtures("articles")
def test_a_candidate_is_added_and_another_passed_over(page: Page, articles: Path) -> None:
    page.get_by_role("link", name="Suggestions").click()
    page.get_by_role("button", name="Look through the articles").click()
    union = page.locator("form.candidate", has_text="African Union sent an envoy")
    union.wait_for()
    union.get_by_label("Portuguese").fill("União Africana")
    union.get_by_role("button", name="Add").click()
    page.get_by_text("African Union → União Africana").wait_for()
    page.locator("form.candidate", has_text="opened by Helen Ward").get_by_role(
        "button", name="Pass over"
    ).click()
    page.locator("form.candidate", has_text="opened by Helen Ward").wait_for(state="detached")
    assert "african-union,African Union,União Africana,,organisation" in (articles / NEWS).read_text(
        encoding="utf-8"
    )
    page.reload()
    page.locator("#candidates").wait_for()
    assert page.get_by_text("Helen Ward").count() == 0
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: added").wait_for()
    assert "African Union" not in (articles / NEWS).read_text(encoding="utf-8")


def test_what_people_have_approved_is_proposed_before_what_the_engine_makes(
    client: TestClient, articles: Path, desk: Desk
) -> None:
    assert articles.is_dir()
    pair = Pair("en", "pt")
    entries = [
        Bitext(Text("African Union"), Text("União Africana"), pair, "final", f"old-{n}.md", "p1/1")
        for n in (1, 2)
    ]
    Book(Path("memory")).add(entries)
    client.post("/suggestions", headers=OURS)
    desk.read(lambda: None).result()
    answer = client.post(
        "/suggestions/propose", data={"candidate": "African Union"}, headers={**OURS, "HX-Request": "true"}
    )
    assert 'value="União Africana"' in answer.text
    assert "approved 2×" in answer.text
    assert 'data-put="African Union"' in answer.text  # of the engine, which gives everything back


def test_a_context_is_cut_between_words() -> None:
    before = (
        "In the last week of a long and cold November the ministers of the seven countries said again that "
    )
    after = " would pay for the reconstruction of roads, bridges and schools once the fighting had come to an end."
    start, end = len(before), len(before) + len("the African Union")
    candidate = Candidate(
        "African Union", "organisation", places=[(f"{before}the African Union{after}", (start + 4, end))]
    )
    ((first, mark, last),) = _contexts(candidate)
    assert mark[0] == "African Union"
    assert (
        first[0] == "…of a long and cold November the ministers of the seven countries said again that the "
    )
    assert (
        last[0]
        == " would pay for the reconstruction of roads, bridges and schools once the fighting had come…"
    )


def test_a_word_on_the_phone_stands_in_its_column(page: Page, articles: Path) -> None:
    assert articles.is_dir()
    page.set_viewport_size({"width": 375, "height": 800})
    page.get_by_role("link", name="Suggestions").click()
    page.get_by_role("button", name="Look through the articles").click()
    field = page.locator("form.candidate").first.locator("input[name=target]:not([readonly])")
    field.wait_for()
    box = field.bounding_box()
    assert box
    assert box["width"] > 200


def test_a_candidate_that_nobody_has_found_is_not_added(client: TestClient, project: Path) -> None:
    before = (project / NEWS).read_bytes()
    for address in ("/suggestions/add", "/suggestions/dismiss", "/suggestions/propose"):
        sent = {"candidate": "x", "term": "x", "path": NEWS}
        assert client.post(address, data=sent, headers=OURS).status_code == 422
    assert (project / NEWS).read_bytes() == before
