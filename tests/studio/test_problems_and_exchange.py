"""Conflicts are listed and lead to their concepts; glossaries come in and go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.termbases import FORMATS, Reading, load
from tests.studio.conftest import OURS, ready

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from starlette.testclient import TestClient

NEWS = "glossaries/news.csv"


def test_a_conflict_is_listed_mended_and_gone(page: Page, project: Path) -> None:
    with (project / NEWS).open("a", encoding="utf-8") as file:
        file.write("armistice,ceasefire,armistício,,term,defence,,,\n")
    page.get_by_role("link", name="Problems").click()
    page.get_by_text("error", exact=True).first.wait_for()
    page.locator(".problems a.open").first.click()
    ready(page, "#checks")
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("Undo brings it back.").wait_for()
    page.get_by_role("link", name="Problems").click()
    page.get_by_role("heading", name="Problems").wait_for()
    page.get_by_text("No problems").wait_for()
    assert "armistício" not in (project / NEWS).read_text(encoding="utf-8")


def test_a_termbase_is_looked_at_and_then_added(page: Page, project: Path) -> None:
    data = "English;Portuguese\nceasefire;cessar-fogo\nhostage;refém\n".encode("utf-16")
    page.get_by_role("link", name="Import and export").click()
    page.get_by_label("File").first.set_input_files(
        {"name": "terms.csv", "mimeType": "text/csv", "buffer": data}
    )
    page.get_by_role("button", name="Look at it").click()
    page.get_by_text("2 concepts").wait_for()
    assert "refém" not in (project / NEWS).read_text(encoding="utf-8")
    page.get_by_role("button", name="Add").click()
    page.get_by_text("2 concepts added.").wait_for()
    assert "hostage,hostage,refém" in (project / NEWS).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_glossary_is_exported_for_other_programs(client: TestClient, name: str) -> None:
    answer = client.get(f"/export?format={name}&from=en&to=pt")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''news")
    reading = Reading("news", "en", "pt")
    load(answer.content, reading, name)
    assert "ceasefire" in {row.get("en") for row in reading.rows}


@pytest.mark.parametrize(
    "asked", ["format=../x", "format=csv&file=/etc/passwd", "format=csv&file=../news.csv", "format="]
)
def test_only_what_is_open_is_exported(client: TestClient, asked: str) -> None:
    answer = client.get(f"/export?{asked}")
    assert answer.status_code == 422
    assert "content-disposition" not in answer.headers


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.xlsx", b"PK\x03\x04 broken"),
        ("x.tbx", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("empty.csv", b""),
        ("x.exe", b"MZ\0"),
    ],
)
def test_a_file_that_is_no_termbase_is_told_apart(client: TestClient, name: str, data: bytes) -> None:
    answer = client.post("/import", files={"file": (name, data)}, headers=OURS)
    assert answer.status_code == 422
    assert "Something is in the way" in answer.text


def test_an_import_that_is_no_longer_open_is_not_added(client: TestClient, project: Path) -> None:
    before = (project / NEWS).read_bytes()
    assert client.post("/import/add", data={"mark": "x", "path": NEWS}, headers=OURS).status_code == 422
    assert (project / NEWS).read_bytes() == before
