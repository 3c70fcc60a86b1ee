"""An article is read beside its translation and approved or corrected, sentence by sentence."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from localize import config as configuration
from localize.errors import InputError
from localize.memory import Memory
from localize.studio.app import application
from localize.studio.desk import Desk
from localize.studio.pages import review
from localize.studio.reviewing import Reviewer, articles_of
from localize.studio.workspace import Workspace
from tests.studio.conftest import HOST, OURS, ready, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from localize.engines.argos import ArgosEngine

ARTICLE = """\
# NATO calls for a truce

The Secretary-General met the **Prime Minister** in Brussels on Tuesday. He called for a ceasefire.
"""
OUTPUT = Path("output/pt/news.md")

pytestmark = pytest.mark.model


@pytest.fixture
def newsroom(project: Path, argos: ArgosEngine) -> Iterator[Desk]:
    """Give a desk with one article, and the shipped model."""
    (project / "articles").mkdir()
    (project / "articles" / "news.md").write_text(ARTICLE, encoding="utf-8")
    config = configuration.resolve(None, {}, {"to": ("pt",)})
    with closing(Desk(Workspace((Path("glossaries"),)), config, (Path("articles"),), lambda: argos)) as made:
        yield made


@pytest.fixture
def reader(browser: Browser, newsroom: Desk) -> Iterator[Page]:
    """Open the article in a browser."""
    with served(newsroom) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": 1400, "height": 900})
        page.set_default_timeout(120_000)
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(address)
        page.get_by_role("link", name="Articles").click()
        page.get_by_role("link", name="Portuguese").click()
        page.locator("[data-line]").first.wait_for()
        ready(page, "[data-line] form")
        yield page
        page.context.close()
        assert told == []


@pytest.fixture
def asked(newsroom: Desk, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Give a client that has come with the token, and the time that a loaded computer takes."""
    monkeypatch.setattr(review, "PATIENCE", 60.0)
    app = application(newsroom, token="the-token", session="the-session", hosts=(HOST,))
    client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    client.get("/?token=the-token")
    return client


def approved() -> list[tuple[str, str]]:
    """List what the memory holds: source and approved translation."""
    with closing(Memory.open([Path("memory")])) as memory:
        return sorted((entry.source.plain, entry.target.plain) for entry in memory)


def test_terms_are_marked_on_both_sides(reader: Page) -> None:
    line = reader.locator("[data-line]").nth(1)
    assert line.locator(".text mark").all_inner_texts() == [
        "Secretary-General", "Prime Minister", "secretário-geral", "primeiro-ministro",
    ]  # fmt: skip
    assert reader.get_by_role("status").get_by_text("0 of 3 sentences approved").is_visible()


def test_sentences_are_approved_and_corrected_at_the_keyboard(reader: Page) -> None:
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("a")
    reader.get_by_text("1 of 3 sentences approved").wait_for()
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("e")
    field = reader.get_by_label("Translation of sentence 3")
    field.wait_for()
    field.press("Control+a")
    reader.keyboard.type("Ele pediu um cessar-fogo imediato.")
    reader.keyboard.press("Control+Enter")
    reader.get_by_text("2 of 3 sentences approved").wait_for()
    assert ("He called for a ceasefire.", "Ele pediu um cessar-fogo imediato.") in approved()
    written = OUTPUT.read_text(encoding="utf-8")
    assert written.endswith(" Ele pediu um cessar-fogo imediato.\n")
    assert "**primeiro-ministro**" in written


def test_an_approval_is_undone_and_done_again(reader: Page) -> None:
    reader.get_by_role("button", name="Write it").click()
    before = OUTPUT.read_text(encoding="utf-8")
    ready(reader, "[data-line] form")
    reader.get_by_role("link", name="Edit sentence 3").click()
    reader.get_by_label("Translation of sentence 3").fill("Ele pediu uma trégua.")
    reader.keyboard.press("Control+Enter")
    reader.get_by_text("1 of 3 sentences approved").wait_for()
    reader.get_by_role("button", name="Undo").click()
    reader.get_by_text("Undone: corrected “He called for a ceasefire.”").wait_for()
    assert reader.get_by_text("0 of 3 sentences approved").is_visible()
    assert not list(Path("memory").glob("*.tmx"))
    assert OUTPUT.read_text(encoding="utf-8") == before
    reader.get_by_role("button", name="Redo").click()
    reader.get_by_text("1 of 3 sentences approved").wait_for()
    assert approved() == [("He called for a ceasefire.", "Ele pediu uma trégua.")]
    assert OUTPUT.read_text(encoding="utf-8").endswith(" Ele pediu uma trégua.\n")
    reader.locator("[data-line]:focus", has_text="Ele pediu uma trégua.").wait_for()


def test_the_same_sentence_elsewhere_is_approved_with_it_and_what_is_typed_there_is_not_lost(
    reader: Page,
) -> None:
    again = "He called for a ceasefire."
    Path("articles/news.md").write_text(f"{ARTICLE}\n{again}\n\n{again}\n", encoding="utf-8")
    reader.reload()
    ready(reader, "[data-line] form")
    reader.get_by_role("link", name="Edit sentence 5").click()
    reader.get_by_label("Translation of sentence 5").fill("Ele pediu trégua.")
    reader.get_by_role("button", name="Approve sentence 3").click()
    reader.get_by_text("3 of 5 sentences approved").wait_for()
    approved_lines = reader.locator("[data-line].approved .number").all_inner_texts()
    assert approved_lines == ["3", "4"]
    assert reader.get_by_label("Translation of sentence 5").input_value() == "Ele pediu trégua."


def test_n_leads_to_the_next_sentence_to_review(reader: Page) -> None:
    reader.get_by_role("button", name="Approve sentence 2").click()
    reader.get_by_text("1 of 3 sentences approved").wait_for()
    at = "document.activeElement.querySelector('.number').innerText"
    assert reader.evaluate(at) == "3"
    reader.keyboard.press("n")
    assert reader.evaluate(at) == "1"
    reader.keyboard.press("n")
    assert reader.evaluate(at) == "3"


def test_an_approval_is_withdrawn(reader: Page) -> None:
    reader.get_by_role("button", name="Approve sentence 3").click()
    reader.get_by_text("1 of 3 sentences approved").wait_for()
    reader.get_by_role("button", name="Withdraw the approval of sentence 3").click()
    reader.get_by_text("0 of 3 sentences approved").wait_for()
    assert approved() == []


def test_escape_leaves_the_sentence_as_it_was(reader: Page) -> None:
    reader.get_by_role("link", name="Edit sentence 1").click()
    reader.get_by_label("Translation of sentence 1").fill("nonsense")
    reader.keyboard.press("Escape")
    reader.get_by_role("button", name="Approve sentence 1").wait_for()
    assert not Path("memory").exists()


def segment(**changed: str) -> dict[str, str]:
    plain = "He called for a ceasefire."
    return {
        "path": "articles/news.md",
        "to": "pt",
        "segment": "p1/1",
        "source": plain,
        "text": "Pediu.",
        **changed,
    }


def test_an_output_that_somebody_has_edited_is_not_overwritten(asked: TestClient) -> None:
    assert asked.post("/article/write", data=segment(), headers=OURS).status_code == 303
    OUTPUT.write_text("# Edited by hand\n\nIn full.\n", encoding="utf-8")
    page = asked.get("/article?path=articles/news.md&to=pt").text
    assert "The file in the output folder is another one" in page
    (name,) = {
        line.split('value="')[1].split('"')[0]
        for line in page.splitlines()
        if 'name="segment"' in line and "/1" in line
    }
    answer = asked.post(
        "/article/segment", data=segment(segment=name), headers={**OURS, "HX-Request": "true"}
    )
    assert "was edited by hand and stays as it is" in answer.text
    assert OUTPUT.read_text(encoding="utf-8") == "# Edited by hand\n\nIn full.\n"
    assert approved() == [("He called for a ceasefire.", "Pediu.")]


def test_a_sentence_that_has_changed_meanwhile_is_not_approved(asked: TestClient) -> None:
    answer = asked.post("/article/segment", data=segment(source="He called for peace."), headers=OURS)
    assert answer.status_code == 422
    assert "has changed in the article meanwhile" in answer.text
    assert not Path("memory").exists()


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../secret.md", "articles/../articles/news.md", "glossaries/news.csv", ""]
)
def test_nothing_but_the_articles_can_be_opened(asked: TestClient, path: str) -> None:
    assert asked.get("/article", params={"path": path, "to": "pt"}).status_code == 422
    assert asked.post("/article/segment", data=segment(path=path), headers=OURS).status_code == 422
    assert asked.post("/article/write", data=segment(path=path), headers=OURS).status_code == 422


@pytest.mark.parametrize("target", ["../..", "xx", ""])
def test_a_translation_goes_to_a_language_of_the_project_only(asked: TestClient, target: str) -> None:
    assert asked.post("/article/write", data=segment(to=target), headers=OURS).status_code == 422
    assert not Path("output").exists()


def test_markup_of_an_article_is_shown_as_text(asked: TestClient, project: Path) -> None:
    text = "An attack: <script>alert(1)</script> & \\<b> in Brussels.\n"
    (project / "articles" / "news.md").write_text(text, encoding="utf-8")
    page = asked.get("/article?path=articles/news.md&to=pt").text
    assert "<script>alert" not in page


@pytest.mark.parametrize("name", ["po", "xliff", "tmx"])
def test_a_translation_is_exported_for_another_program(asked: TestClient, name: str) -> None:
    answer = asked.get("/article/export", params={"path": "articles/news.md", "to": "pt", "format": name})
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''news.md.pt.{name}"
    assert "cessar-fogo" in answer.text


def test_a_file_that_was_reviewed_elsewhere_is_taken_in(asked: TestClient) -> None:
    exported = asked.get(
        "/article/export", params={"path": "articles/news.md", "to": "pt", "format": "po"}
    ).text
    reviewed = exported.replace("#, fuzzy\n", "")  # as an editor of PO files does when its user approves
    answer = asked.post("/articles", files={"file": ("news.po", reviewed.encode())}, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles")
    assert "3 translations are new," in asked.get("/articles").text
    assert "He called for a ceasefire." in {source for source, _ in approved()}


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx>&a;</tmx>", b"<html/>"]
)
def test_a_file_that_is_no_bilingual_one_is_refused(asked: TestClient, data: bytes) -> None:
    assert asked.post("/articles", files={"file": ("news.po", data)}, headers=OURS).status_code == 422
    assert not Path("memory").exists() or approved() == []


@pytest.mark.usefixtures("project")
def test_without_named_articles_those_with_translations_are_listed(argos: ArgosEngine) -> None:
    config = configuration.resolve(None, {}, {"to": ("pt",)})
    desk = Desk(Workspace((Path("glossaries"),)), config, (), lambda: argos)
    assert articles_of(desk.articles, config) == ()
    for path in ("output/pt/talks.md", "output/pt/gone.md", "output/es/talks.md", "talks.md", "other.md"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("# Talks\n", encoding="utf-8")
    assert [str(article.path) for article in articles_of(desk.articles, config)] == ["talks.md"]
    desk.close()


def test_while_an_article_is_translated_the_page_tells_how_far_it_is(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "PATIENCE", 0.0)
    address = "/article?path=articles/news.md&to=pt"
    assert "Translating" in asked.get(address).text
    monkeypatch.setattr(review, "PATIENCE", 60.0)
    assert "cessar-fogo" in asked.get(address).text


def test_an_article_that_cannot_be_read_any_more_is_told_each_time(asked: TestClient, project: Path) -> None:
    (project / "articles" / "news.md").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        assert asked.get("/article?path=articles/news.md&to=pt").status_code == 422
    (project / "articles" / "news.md").write_text(ARTICLE, encoding="utf-8")
    assert asked.get("/article?path=articles/news.md&to=pt").status_code == 200


@pytest.mark.parametrize("text", ["", "```\nprint(1)\n```\n", "42\n"])
def test_an_article_without_words_is_told_to_be_one(newsroom: Desk, project: Path, text: str) -> None:
    (project / "articles" / "news.md").write_text(text, encoding="utf-8")
    (article,) = articles_of(newsroom.articles, newsroom.config)
    reviewer = Reviewer(newsroom.open_engine(), newsroom.workspace.state().glossary, newsroom.config)
    with pytest.raises(InputError, match="has no words to translate"):
        reviewer.open(article, "pt")
