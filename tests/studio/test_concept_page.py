"""A concept is seen, added, changed, removed and undone on the page, the way a person does it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.studio.conftest import OURS, ready

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from starlette.testclient import TestClient

NEWS = "glossaries/news.csv"


def text_of(project: Path) -> str:
    return (project / NEWS).read_text(encoding="utf-8")


def open_concept(page: Page, term: str) -> None:
    page.get_by_role("link", name=term, exact=True).click()
    ready(page, "#checks")


def test_a_term_is_changed_at_the_keyboard_alone(page: Page, project: Path) -> None:
    page.keyboard.press("/")
    page.keyboard.type("truce")
    page.get_by_text("1 concept found").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    ready(page, "#checks")
    page.get_by_label("Portuguese pt").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("trégua")
    page.keyboard.press("Control+s")
    page.get_by_text("Saved.").wait_for()
    assert "ceasefire,ceasefire,trégua,alto el fuego" in text_of(project)
    page.locator("#results").get_by_text("trégua").wait_for()


def test_a_concept_is_added_from_the_words_that_were_searched(page: Page, project: Path) -> None:
    page.keyboard.type("/")
    page.keyboard.type("peace talks")
    page.get_by_text("No concept has “peace talks”.").wait_for()
    page.get_by_role("link", name="Add").click()
    ready(page, "#checks")
    assert page.get_by_label("English en").input_value() == "peace talks"
    page.get_by_label("Portuguese pt").fill("conversações de paz")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    page.locator("#results").get_by_role("link", name="peace talks").wait_for()
    assert text_of(project).endswith("peace-talks,peace talks,conversações de paz,,,,,,\n")


def test_what_is_wrong_is_said_while_it_is_written(page: Page, project: Path) -> None:
    before = text_of(project)
    page.keyboard.press("n")
    ready(page, "#checks")
    page.get_by_label("English en").fill("ceasefire")
    page.get_by_label("Portuguese pt").fill("armistício")
    page.get_by_label("Domain").last.fill("defence")
    page.locator("#checks .error").wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").get_by_text("It was not saved").wait_for()
    assert text_of(project) == before
    assert page.get_by_label("Portuguese pt").input_value() == "armistício"


def test_a_concept_is_removed_and_brought_back(page: Page, project: Path) -> None:
    before = text_of(project)
    open_concept(page, "NATO")
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("“NATO” was removed. Undo brings it back.").wait_for()
    assert "NATO" not in text_of(project)
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: removed").wait_for()
    assert text_of(project) == before


def test_an_editor_that_saves_meanwhile_is_noticed_and_both_versions_are_shown(
    page: Page, project: Path
) -> None:
    open_concept(page, "NATO")
    page.get_by_label("Portuguese pt").fill("NATO")
    theirs = text_of(project).replace("nato,NATO,OTAN", "nato,NATO,Aliança Atlântica")
    (project / NEWS).write_text(theirs, encoding="utf-8")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Somebody else has changed this concept").wait_for()
    assert text_of(project) == theirs
    page.get_by_label("in the file now: Aliança Atlântica").check()
    page.get_by_role("button", name="Save what is chosen").click()
    page.get_by_text("Saved.").wait_for()
    assert text_of(project) == theirs


def test_a_second_tab_is_noticed(page: Page, project: Path) -> None:
    open_concept(page, "NATO")
    other = page.context.new_page()
    other.goto(page.url)
    ready(other, "#checks")
    other.get_by_label("Portuguese pt").fill("NATO")
    other.get_by_role("button", name="Save").click()
    other.get_by_text("Saved.").wait_for()
    page.get_by_label("Portuguese pt").fill("Otan")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("written by you: Otan").wait_for()
    assert "nato,NATO,NATO,OTAN" in text_of(project)


def test_what_is_written_is_not_lost_by_opening_another_concept(page: Page) -> None:
    open_concept(page, "NATO")
    page.get_by_label("Portuguese pt").fill("half a th")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("link", name="ceasefire").click()
    assert page.get_by_label("Portuguese pt").input_value() == "half a th"


def test_a_language_is_added_from_right_to_left(page: Page, project: Path) -> None:
    open_concept(page, "NATO")
    page.get_by_text("Other languages").click()
    page.get_by_label("Another language").fill("ar")
    page.get_by_role("button", name="Add the language").click()
    field = page.get_by_label("Arabic ar")
    field.fill("الناتو")
    assert field.get_attribute("dir") == "rtl"
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    header, *rows = text_of(project).splitlines()
    assert header.endswith(",forbidden:pt,ar")
    assert [row for row in rows if row.endswith("الناتو")] == [
        "nato,NATO,OTAN,OTAN,organisation,defence,,,,الناتو"
    ]


def test_the_history_of_a_concept_comes_from_git(page: Page, project: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
        subprocess.run(["git", *who, *words], cwd=project, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first terms")
    (project / NEWS).write_text(text_of(project).replace("cessar-fogo", "trégua"), encoding="utf-8")
    git("commit", "-qam", "trégua it is")
    open_concept(page, "ceasefire")
    page.get_by_role("link", name="History").click()
    page.get_by_role("heading", name="History: ceasefire").wait_for()
    told = page.locator("#panel .history > li").all_inner_texts()
    assert len(told) == 2
    assert "trégua it is" in told[0]
    assert "cessar-fogo → trégua" in " ".join(told[0].split())
    assert "Ana" in told[1]
    assert "Also right (English): cease-fire, truce" in " ".join(told[1].split())


def form(**changed: str) -> dict[str, str]:
    return {"path": NEWS, "before": "", "row": "0", "sha": "", "name": "", **changed}


def test_forms_without_scripts_work_too(client: TestClient, project: Path) -> None:
    answer = client.post("/concept", data=form(**{"c:en": "treaty", "c:pt": "tratado"}), headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/concept?id=treaty")
    assert "treaty,treaty,tratado" in text_of(project)


@pytest.mark.parametrize(
    "fields",
    [
        {"path": "/etc/passwd", "c:en": "treaty"},
        {"path": "../outside.csv", "c:en": "treaty"},
        {"before": "[" * 100_000, "c:en": "treaty"},
        {"before": '{"en": 1}', "row": "9" * 30, "c:en": "treaty"},
        {"c:nonsense:xx": "treaty"},
    ],
)
def test_a_forged_form_writes_nothing(client: TestClient, project: Path, fields: dict[str, str]) -> None:
    before = sorted(path.read_bytes() for path in project.rglob("*.csv"))
    answer = client.post("/concept", data=form(**fields), headers=OURS)
    assert answer.status_code in {200, 422}
    assert sorted(path.read_bytes() for path in project.rglob("*.csv")) == before


def test_a_pipe_in_a_list_and_a_line_in_a_term_are_what_a_cell_can_hold(
    client: TestClient, project: Path
) -> None:
    data = form(**{"c:en": "heads of\nstate", "c:variants:en": "a | b\r\n\r\n c "})
    client.post("/concept", data=data, headers=OURS)
    assert "heads-of-state,heads of state,,,,,,a|b|c," in text_of(project)


def test_without_the_right_origin_nothing_is_written(client: TestClient, project: Path) -> None:
    before = text_of(project)
    for headers in ({}, {"Origin": "https://evil.example"}, {**OURS, "Host": "evil.example"}):
        for address in ("/concept", "/concept/remove", "/undo", "/redo"):
            answer = client.post(address, data=form(**{"c:en": "treaty"}), headers=headers)
            assert answer.status_code in {403, 421}
    assert text_of(project) == before
