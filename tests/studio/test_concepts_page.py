"""The list of concepts, as an answer of the server and in a browser."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from starlette.testclient import TestClient

PART = {"HX-Request": "true"}


def test_every_value_is_escaped(client: TestClient, project: Path) -> None:
    hostile = '<script>alert(1)</script>,"<img src=x onerror=""alert(1)"">"\n'
    (project / "glossaries" / "news.csv").write_text(f"en,pt\n{hostile}", encoding="utf-8")
    text = client.get("/").text
    assert "&lt;script&gt;" in text
    assert "<script>" not in text
    assert "<img" not in text
    assert "<b>" not in client.get("/?text=<b>&kind=<b>").text


def test_a_search_answers_with_the_list_alone(client: TestClient) -> None:
    text = client.get("/?text=truce", headers=PART).text
    assert text.lstrip().startswith('<div id="results"')
    assert "1 concept found" in text


def test_a_hit_in_what_the_list_does_not_show_is_shown(client: TestClient) -> None:
    text = client.get("/?text=cease-fire", headers=PART).text
    assert "Also right (English): <mark>cease-fire</mark>" in text
    assert "Also right" not in client.get("/?text=nato", headers=PART).text


def test_a_search_in_fifty_thousand_concepts_is_answered_in_a_tenth_of_a_second(
    client: TestClient, project: Path
) -> None:
    rows = (
        f"c{n},treaty {n} of the {n % 97}th session,tratado {n} da {n % 97}ª sessão\n" for n in range(50_000)
    )
    (project / "glossaries" / "news.csv").write_text("id,en,pt\n" + "".join(rows), encoding="utf-8")
    assert "50,000 concepts" in client.get("/").text
    for text in ("t", "sess", "treaty 4999", "xyz"):
        spent = []
        for _ in range(5):
            started = time.process_time()
            assert client.get("/", params={"text": text}, headers=PART).status_code == 200
            spent.append(time.process_time() - started)
        assert min(spent) < 0.1, text


def test_a_page_that_is_not_there_is_told_as_a_page(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page." in answer.text


@pytest.mark.parametrize(
    "address", ["/?page=0", "/?page=99999", "/?page=-1", "/?page=x", "/?sort=nowhere", "/?file=/etc/passwd"]
)
def test_a_strange_address_is_no_error(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


def test_a_file_that_cannot_be_used_is_named_and_the_others_are_shown(
    client: TestClient, project: Path
) -> None:
    (project / "glossaries" / "old.csv").write_text("en,en\na,b\n", encoding="utf-8")
    text = client.get("/").text
    assert "glossaries/old.csv cannot be used." in text
    assert "Secretary-General" in text


def test_a_folder_without_a_glossary_says_so(client: TestClient, project: Path) -> None:
    (project / "glossaries" / "news.csv").unlink()
    assert "There is no glossary yet." in client.get("/").text


def test_a_change_by_an_editor_is_seen(client: TestClient, project: Path) -> None:
    path = project / "glossaries" / "news.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("OTAN,OTAN", "NATO,OTAN"), encoding="utf-8")
    assert "OTAN" not in client.get("/?text=nato&from=en&to=pt", headers=PART).text


def test_typing_filters_the_list_and_the_address_remembers_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("minis")
    page.get_by_role("status").get_by_text("1 concept found").wait_for()
    assert page.locator("#results a.open").all_inner_texts() == ["Prime Minister"]
    page.reload()
    assert page.locator("#search").input_value() == "minis"
    assert page.locator("#results a.open").count() == 1


def test_the_arrows_go_through_the_list_and_escape_goes_back(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.innerText") == "ceasefire"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_pages_speak_portuguese_when_asked(page: Page) -> None:
    page.get_by_label("Language of these pages").select_option("Português")
    page.get_by_role("link", name="Glossário").wait_for()
    assert page.locator("html").get_attribute("lang") == "pt"
