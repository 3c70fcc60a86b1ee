"""Long articles: sifted, page by page; an approval costs as much as its sentence, and gives what a whole run would give."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.memory import Memory
from localize.studio.pages import review as pages
from localize.studio.reviewing import Reviewer, articles_of
from localize.studio.sifting import View, sift
from tests.studio.conftest import OURS

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from localize.studio.desk import Desk
    from localize.studio.reviewing import Review

PART = {**OURS, "HX-Request": "true"}
AGAIN = "The talks will go on."
SENTENCES = [f"Speaker {number} called for a vote." for number in range(1, 119)]
ADDRESS = "/article?path=articles/long.txt&to=pt"


@pytest.fixture
def long(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an article of 120 sentences into the project: a term in the 60th, one that is there twice at the end."""
    monkeypatch.setattr(pages, "PATIENCE", 60.0)  # a loaded computer is slow, not wrong
    path = project / "articles" / "long.txt"
    path.parent.mkdir()
    sentences = [
        *SENTENCES[:59],
        "The Secretary-General waits.",
        *SENTENCES[59:116],
        "It rains.",
        AGAIN,
        AGAIN,
    ]
    path.write_text("\n\n".join(sentences), encoding="utf-8")
    return path


@pytest.fixture
def review(long: Path, desk: Desk) -> Review:
    """Open the article with an engine that gives every sentence back."""
    assert long.is_file()
    return opened(desk)


def reviewer(desk: Desk) -> Reviewer:
    config = replace(desk.config, source="en")
    return Reviewer(desk.open_engine(), desk.workspace.state().glossary, config)


def opened(desk: Desk) -> Review:
    (article,) = articles_of(desk.articles, desk.config)
    return reviewer(desk).open(article, "pt", source="en")


def numbers(review: Review, **asked: str) -> list[int]:
    return [number for number, _ in sift(review.result, View.read(asked)).shown]


def test_fifty_sentences_are_on_a_page(review: Review) -> None:
    assert numbers(review, page="2") == list(range(51, 101))
    assert numbers(review, page="9") == list(range(101, 121))
    assert numbers(review, page="x", show="nonsense") == list(range(1, 51))


def test_sentences_are_sifted_by_terms_and_by_words(review: Review) -> None:
    assert numbers(review, show="terms") == [60]
    assert numbers(review, find="VOTE speaker 99") == [100]
    assert numbers(review, find="rains", show="terms") == []


def test_the_page_is_the_one_that_has_the_sentence(review: Review) -> None:
    name = review.result.translations[118].segment.id
    assert sift(review.result, View.read({}), name).view.page == 3


def test_an_approval_gives_what_a_whole_run_would_give(review: Review, desk: Desk) -> None:
    at = reviewer(desk)
    name = review.result.translations[118].segment.id
    at.approve(review, name, "As conversações vão continuar.")
    now = at.settle(review, [name])
    whole = opened(desk)
    assert now is not None
    assert now.result.translations == whole.result.translations
    assert now.result.findings == whole.result.findings
    assert [one.target.plain for one in now.result.translations[118:]] == [
        "As conversações vão continuar."
    ] * 2
    at.withdraw(now, name)
    back = at.settle(now, [name])
    assert back is not None
    assert back.result.translations == review.result.translations
    assert back.result.findings == review.result.findings


def test_what_was_approved_before_the_article_was_opened_is_for_the_engine_to_say(
    review: Review, desk: Desk
) -> None:
    at = reviewer(desk)
    name = review.result.translations[0].segment.id
    at.approve(review, name, "Ele pediu.")
    later = opened(desk)
    at.withdraw(later, name)
    assert at.settle(later, [name]) is None


def sent(page: str, number: int, text: str) -> dict[str, str]:
    """Fill in the form of a sentence as a page has it."""
    line = page.split(f'<span class="number">{number}</span>')[1]
    names = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', line.partition("</form>")[0])
    )
    return {**names, "text": text}


@pytest.mark.usefixtures("long")
def test_two_tabs_that_show_the_same_article_lose_no_approval(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    client.post("/article/segment", data=sent(page, 1, "Um."), headers=PART)
    client.post("/article/segment", data=sent(page, 2, "Dois."), headers=PART)
    written = Path("output/pt/long.txt").read_text(encoding="utf-8")
    assert written.startswith("Um.\n\nDois.\n\nSpeaker 3")
    with closing(Memory.open([Path("memory")])) as memory:
        assert sorted(entry.target.plain for entry in memory) == ["Dois.", "Um."]
    assert "2 of 120 sentences approved" in client.get(ADDRESS).text


@pytest.mark.usefixtures("long")
def test_what_is_to_review_is_found_on_the_page_where_it_is(client: TestClient) -> None:
    answer = client.get(f"{ADDRESS}&show=terms").text
    assert answer.count("data-line>") == 1
    client.post("/article/segment", data=sent(answer, 60, "Espera."), headers=PART)
    assert 'data-next aria-keyshortcuts="n" href="#standing"' in client.get(f"{ADDRESS}&show=terms").text
    assert "&amp;page=2#s-" in client.get(ADDRESS).text


@pytest.mark.usefixtures("long")
def test_the_list_of_articles_tells_how_far_the_review_is(client: TestClient) -> None:
    assert "not written yet" in client.get("/articles").text
    page = client.get(ADDRESS).text
    client.post("/article/segment", data=sent(page, 3, "Três."), headers=PART)
    assert "1 / 120" in client.get("/articles").text


@pytest.mark.usefixtures("long")
def test_without_scripts_an_approval_leads_back_to_its_sentence(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    answer = client.post("/article/segment", data=sent(page, 2, "Dois."), headers=OURS)
    assert answer.status_code == 303
    there = client.get(answer.headers["location"]).text
    assert answer.headers["location"].partition("#")[2] in there
    assert "1 of 120 sentences approved" in there
    assert 'name="text" value="Dois."' in there
