"""The review page in a real browser: filters, search, keys, with and without its script."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from localize.document import Text
from localize.exchange.review import export
from tests.exchange.build import result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Write a page of two sentences and give its address."""
    path = tmp_path / "nato.md.review.html"
    path.write_text(export(result()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, file: str) -> Iterator[Page]:
    """Open the page; anything that the console is told, or asked of a network, fails the test."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("request", lambda request: told.append(request.url))
    opened.goto(file)
    yield opened
    assert told == [file]
    context.close()


def shown(page: Page) -> list[str]:
    """List the numbers of the sentences that can be seen."""
    rows = page.locator("tbody tr").filter(visible=True)
    return [row.locator("th a").inner_text() for row in rows.all()]


def count(page: Page) -> str:
    return page.locator("#count").inner_text()


def test_filters_show_the_sentences_of_their_kind_and_count_them(page: Page) -> None:
    assert shown(page) == ["1", "2"]
    for label in ("With findings 1", "Repaired 1", "Unresolved 1"):
        page.get_by_text(label).click()
        assert shown(page) == ["2"]
        assert count(page) == "1 of 2 sentences"
    page.get_by_text("All 2").click()
    assert count(page) == "2 of 2 sentences"


def test_filters_work_without_the_script(browser: Browser, file: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file)
    assert not opened.locator("#search").is_visible()
    opened.get_by_text("Repaired 1").click()
    assert shown(opened) == ["2"]
    context.close()


def test_search_looks_at_both_texts_and_the_notes_but_not_at_case_accents_or_codes(page: Page) -> None:
    for wanted, expected in {
        "brussels": ["1"],
        "BRUXELAS": ["1"],
        "secretario-geral": ["2"],
        "The Secretary-General of": ["2"],
        "number-mismatch": ["2"],
        "nato": ["1", "2"],
        "**": [],
        "Brussels. A OTAN": [],
        "<b>": [],
    }.items():
        page.keyboard.press("/")
        page.keyboard.type(wanted)
        assert count(page) == f"{len(expected)} of 2 sentences"
        assert shown(page) == expected, wanted
        page.keyboard.press("Escape")
        assert shown(page) == ["1", "2"]


def test_what_was_found_is_highlighted(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("nato")
    assert count(page) == "2 of 2 sentences"
    found = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")
    assert [text for text in found if text != "NATO"] == []
    assert len(found) >= 4


def test_keys_go_from_sentence_to_sentence_and_through_the_filters(page: Page) -> None:
    def here() -> str:
        return str(page.evaluate("document.activeElement.id"))

    page.keyboard.press("j")
    assert here() == "s1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert here() == "s2"
    page.keyboard.press("k")
    assert here() == "s1"
    page.keyboard.press("f")
    assert shown(page) == ["2"]
    page.keyboard.press("j")
    assert here() == "s2"
    page.keyboard.press("c")
    assert page.locator("td code").filter(visible=True).count() == 0
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_letters_typed_into_the_search_are_no_keys(page: Page) -> None:
    page.locator("#search").fill("")
    page.locator("#search").press_sequentially("jf?")
    assert page.locator("#search").input_value() == "jf?"
    assert not page.locator("#keys").is_visible()
    assert page.locator("#show-all").is_checked()


def test_a_term_under_the_pointer_is_shown_in_both_texts(page: Page) -> None:
    page.locator("mark.repaired").first.hover()
    paired = page.locator(".paired").all()
    assert [each.evaluate("each => each.tagName") for each in paired] == ["MARK", "LI"]


def test_a_script_in_a_text_does_not_run(browser: Browser, tmp_path: Path) -> None:
    made = result()
    bad = Text(
        "</script></style><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    )
    made = replace(made, translations=(replace(made.translations[0], target=bad), made.translations[1]))
    path = tmp_path / "bad.html"
    path.write_text(export(made), encoding="utf-8")
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(path.as_uri())
    assert opened.title() == "news/nato.md: English to Portuguese"
    assert opened.locator("#s1 td").nth(1).inner_text() == bad.plain
    assert opened.locator("img").count() == 0
    context.close()


def test_the_policy_keeps_what_is_not_of_the_page_from_running(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "added.html"
    added = "<script>document.title='run'</script><style>body{display:none}</style></body>"
    path.write_text(export(result()).replace("</body>", added), encoding="utf-8")
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(path.as_uri())
    assert opened.title() == "news/nato.md: English to Portuguese"
    assert opened.locator("h1").is_visible()
    context.close()


def test_what_is_printed_is_the_table_without_the_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator("#controls").is_visible()
    assert page.locator("thead").is_visible()
    assert shown(page) == ["1", "2"]


def test_nothing_is_wider_than_the_window(page: Page) -> None:
    for width in (320, 420, 800, 1600):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def _luminance(colour: str) -> float:
    if len(colour) == 4:
        colour = "#" + "".join(digit * 2 for digit in colour[1:])
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_colours_have_the_contrast_of_wcag_aa(scheme: int) -> None:
    css = resources.files("localize.exchange.review").joinpath("page.css").read_text(encoding="utf-8")
    roots = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", roots[0])) | dict(
        re.findall(r"--([\w-]+): (#\w+)", roots[scheme])
    )
    pairs = [
        ("ink", ground)
        for ground in ("paper", "bar", "here", "good-paper", "mend-paper", "bad-paper", "care-paper")
    ]
    pairs += [
        (word, ground)
        for word in ("soft", "good", "mend", "bad", "care", "link")
        for ground in ("paper", "here")
    ]
    pairs += [("soft", "bar"), ("bad", "bad-paper"), ("paper", "ink"), ("hit-ink", "hit")]
    low = []
    for word, ground in pairs:
        light, dark = sorted((_luminance(colours[word]), _luminance(colours[ground])), reverse=True)
        if (light + 0.05) / (dark + 0.05) < 4.5:
            low.append((word, ground, round((light + 0.05) / (dark + 0.05), 2)))
    assert low == []
