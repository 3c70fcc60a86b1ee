"""A sentence is tried: which terms are in it, and what becomes of them, while it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize import config as configuration
from localize.studio.desk import Desk
from localize.studio.marking import Mark, pieces
from localize.studio.workspace import Workspace
from tests.studio.conftest import OURS, ready, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from starlette.testclient import TestClient

    from localize.engines.argos import ArgosEngine

PART = {**OURS, "HX-Request": "true"}


def test_terms_are_marked_while_one_writes(page: Page) -> None:
    page.get_by_role("link", name="Try a sentence").click()
    ready(page, "main form")
    page.get_by_label("Sentence").press_sequentially("NATO wants a truce.")
    page.locator("#answer mark.term").nth(1).wait_for()
    assert page.locator("#answer mark.term").all_inner_texts() == ["NATO", "truce"]
    assert page.locator("#answer .hits").first.inner_text().split("\n") == [
        "NATO → OTAN",
        "truce → cessar-fogo",
    ]
    page.locator("#translated .tag").first.wait_for()


def test_a_sentence_of_the_address_is_tried_at_once_and_the_keyboard_is_in_its_field(page: Page) -> None:
    page.goto(f"{page.url}try?text=NATO+waits.")
    page.locator("#answer mark.term").wait_for()
    assert page.evaluate("document.activeElement.id") == "text"


@pytest.mark.model
@pytest.mark.usefixtures("project")
def test_the_translation_shows_what_became_of_each_term(browser: Browser, argos: ArgosEngine) -> None:
    config = configuration.resolve(None, {}, {"to": ("pt",)})
    desk = Desk(Workspace((Path("glossaries"),)), config, (), lambda: argos)
    with served(desk) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(address)
        page.get_by_role("link", name="Try a sentence").click()
        ready(page, "main form")
        page.get_by_label("Sentence").fill("The Secretary-General called for a truce.")
        page.locator(".verdicts").wait_for(timeout=60_000)
        target = page.locator("#translated .text").inner_text()
        assert "secretário-geral" in target
        assert "cessar-fogo" in target
        assert page.locator("#translated .text mark").count() == 2
        page.context.close()
    desk.close()


def test_hostile_text_is_shown_as_text(client: TestClient) -> None:
    text = client.post(
        "/try", data={"text": "<script>NATO</script>", "from": "en", "to": "pt"}, headers=PART
    ).text
    assert "<script>" not in text
    assert ">NATO</mark>" in text


@pytest.mark.parametrize("tag", ["../..", "xx-", "", "q" * 1000])
def test_a_language_that_is_none_is_no_error(client: TestClient, tag: str) -> None:
    assert client.post("/try", data={"text": "NATO", "from": tag, "to": tag}, headers=PART).status_code == 200


def test_a_translation_that_is_no_longer_wanted_is_not_made(client: TestClient) -> None:
    sent = {"text": "NATO", "from": "en", "to": "pt"}
    client.post("/try", data=sent, headers=PART)
    answer = client.post("/try", data={**sent, "translate": "1", "number": "0"}, headers=PART)
    assert "That took too long" in answer.text


def test_marks_that_overlap_or_lie_outside_do_not_tear_a_text() -> None:
    marks = [Mark((0, 4), "a"), Mark((2, 6), "b"), Mark((6, 6), "c"), Mark((5, 99), "d"), Mark((7, 8), "e")]
    found = pieces("abcdefgh", marks)
    assert "".join(piece for piece, _ in found) == "abcdefgh"
    assert [(piece, mark.kind) for piece, mark in found if mark] == [("abcd", "a"), ("h", "e")]
