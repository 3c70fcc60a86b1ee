"""Every page is read by axe, in light and in dark, and texts stand in the direction of their language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.studio.conftest import ready

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parent.parent / "data" / "axe" / "axe.min.js"
PAGES = (
    "",
    "concept?id=ceasefire",
    "history?id=nato",
    "suggestions",
    "problems",
    "try",
    "articles",
    "exchange",
    "changes",
)
ARTICLE = "# NATO\n\nThe Secretary-General called for a truce.\n"


@pytest.fixture
def article(project: Path) -> None:
    """Put an article into the project."""
    (project / "articles").mkdir()
    (project / "articles" / "talks.md").write_text(ARTICLE, encoding="utf-8")


def found(page: Page) -> list[str]:
    """Give what axe holds against a page in light, and against its colours in dark: all but what it calls minor."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    against: list[str] = []
    for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        options = {"resultTypes": ["violations"], **rules}
        told = page.evaluate("options => axe.run(document, options).then(one => one.violations)", options)
        against += [
            f"{page.url} {scheme}: {one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}"
            for one in told
            if one["impact"] != "minor"
        ]
    return against


@pytest.mark.usefixtures("article")
def test_axe_finds_nothing_on_any_page(page: Page) -> None:
    home = page.url
    against: list[str] = []
    for path in PAGES:
        page.goto(home + path)
        against += found(page)
    page.goto(f"{home}concept?id=ceasefire")
    ready(page, "#checks")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.get_by_label("English en").fill("NATO")
    page.locator("#checks .note").first.wait_for()
    against += found(page)
    page.goto(f"{home}article?path=articles/talks.md&to=pt")
    ready(page, "[data-line] form")
    page.get_by_role("link", name="Edit sentence 2").click()
    page.get_by_label("Translation of sentence 2").wait_for()
    against += found(page)
    assert against == []


def test_the_first_tab_leads_past_the_bar_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "search"


def test_terms_stand_in_the_direction_of_their_language(page: Page, project: Path) -> None:
    (project / "glossaries" / "news.csv").write_text("en,ar\nceasefire,وقف إطلاق النار\n", encoding="utf-8")
    page.goto(f"{page.url}?from=en&to=ar")
    cell = page.locator("#results td[lang=ar]")
    assert cell.evaluate("one => getComputedStyle(one).direction") == "rtl"
    box, text = (
        cell.bounding_box(),
        cell.evaluate(
            "one => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect().right }"
        ),
    )
    assert box
    assert text > box["x"] + box["width"] - 20


@pytest.mark.usefixtures("article")
def test_the_pages_in_arabic_run_from_right_to_left_and_fit_a_phone(page: Page) -> None:
    home = page.url
    page.get_by_label("Language of these pages").select_option("العربية")
    page.get_by_role("link", name="المسرد").wait_for()
    assert page.locator("html").get_attribute("dir") == "rtl"
    for path in (*PAGES, "article?path=articles/talks.md&to=pt"):
        page.set_viewport_size({"width": 1400, "height": 800})
        page.goto(home + path)
        brand, language = page.locator(".brand").bounding_box(), page.locator("#language").bounding_box()
        assert brand
        assert language
        assert brand["x"] > language["x"], path
        for width in (1400, 375):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
