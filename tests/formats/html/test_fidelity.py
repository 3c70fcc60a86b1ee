"""A translated page looks like its original: real pages by pandoc, compared in a real browser, and what that has taught."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize import formats
from localize.document import Text
from localize.formats import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DATA = Path(__file__).parents[2] / "data"
ARTICLES = [DATA / "markdown" / f"{name}.md" for name in ("dispatch", "links", "tables", "footnotes", "html")]
PANDOC = ["-s", "--toc", "-N", "--mathml", "-f", "markdown", "-M", "title=A title", "-M", "lang=en"]


def written(article: Path, kind: str) -> bytes:
    """Let pandoc make a page of an article; where there is no pandoc, the test explains and does not run."""
    if not shutil.which("pandoc"):
        pytest.skip("no pandoc: apt-get install pandoc")
    done = subprocess.run(["pandoc", *PANDOC, "-t", kind, str(article)], capture_output=True, check=True)
    return done.stdout


def identity(data: bytes) -> bytes:
    """Put each text in its own place, as an engine that changes no word gives it: without the spelling of characters."""
    document = formats.parse(data, path="page.html", using=formats.FORMATS["html"])
    targets = {
        unit.id: Text(unit.source.plain, tuple(code for code in unit.source.codes if code.kind != "literal"))
        for unit in document.units
    }
    assert targets
    return formats.save(document, targets, document.language or "en")


def look(page: Page, data: bytes) -> tuple[str, bytes]:
    """Give what a browser makes of a page: its elements and texts, and how it looks."""
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(body=data, content_type="text/html")
            if route.request.url == "http://page.example/"
            else route.abort()
        ),
    )
    page.goto("http://page.example/")
    seen = page.content()
    picture = page.screenshot(full_page=True)
    page.unroute_all()
    seen = re.sub(r"(<html[^>]*?) lang=\"en\"", r"\1", seen)
    return " ".join(re.sub(r"\s*(</?[^>]+>)\s*", r" \1 ", seen).split()), picture


@pytest.mark.parametrize("kind", ["html5", "html4"])
def test_pages_of_pandoc_look_the_same_when_no_word_is_changed(browser: Browser, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 900, "height": 700})
    page = context.new_page()
    for article in ARTICLES:
        data = written(article, kind)
        assert look(page, identity(data)) == look(page, data), article.name
    context.close()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<html><head><title>x</title></head>",
            '<html lang="pt"><head><meta charset="utf-8"><title>x</title></head>',
        ),
        ("<HTML lang=en><body>", '<HTML lang=pt><meta charset="utf-8"><body>'),
        ("<html><head><meta charset=utf-8></head>", '<html lang="pt"><head><meta charset=utf-8></head>'),
        ("<!-- <head> --><div>", "<!-- <head> --><div>"),
    ],
)
def test_a_page_that_gets_its_first_accent_says_that_it_is_in_utf_8(page: str, expected: str) -> None:
    document = html.read(f"{page}<p>Yes.</p>", "a.html")
    last = document.units[-1]
    assert html.write(document, {last.id: Text("Não é.")}, "pt") == f"{expected}<p>Não é.</p>"
    assert "charset" not in html.write(document, {last.id: Text("Nunca.")}, "pt").replace(
        "<meta charset=utf-8>", ""
    )


def test_a_space_before_what_shows_at_the_end_of_a_sentence_stays() -> None:
    (unit, _) = html.read('<p>The flag <img src="f.png" alt="a flag"></p>', "a.html").units
    assert unit.source.plain == "The flag"
    assert [code.markup for code in unit.source.codes] == [' <img src="f.png" alt="a flag">']
    (unit,) = html.read("<p>The <b>flag </b></p>", "a.html").units
    assert [code.markup for code in unit.source.codes if code.kind != "literal"] == ["<b>", "</b>"]


def test_spaces_that_set_a_text_off_are_no_part_of_it() -> None:
    document = html.read("<td>&nbsp;&nbsp;1.&nbsp;One\xa0<br>\n</td>", "a.html")
    (unit,) = document.units
    assert unit.source.plain == "1.\xa0One"
    assert html.write(document, {unit.id: Text("1. Um")}, "pt") == "<td>&nbsp;&nbsp;1. Um\xa0<br>\n</td>"
