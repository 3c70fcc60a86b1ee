"""Translated files are opened by LibreOffice, and what is on their pages is the translation.

Needs ``soffice`` (Debian: libreoffice-writer-nogui, libreoffice-impress-nogui) and ``pdftotext`` (poppler-utils); where
they are not installed, the tests say so and do not run.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from localize import formats
from localize.inline import place

FOLDER = Path(__file__).parents[2] / "data" / "office"
NAMES = ["article.docx", "article.odt", "dispatch.docx", "dispatch.odt", "slides.pptx", "slides.odp"]
UNSEEN = {"Say héllo to thé audiéncé first."}
"""Speaker notes are on no page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Convert sources and translations to PDF, in one call, and give the text of each page by file name."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip(
            "LibreOffice or poppler-utils is not installed: apt-get install libreoffice-writer-nogui poppler-utils"
        )
    folder = tmp_path_factory.mktemp("office")
    files: list[Path] = []
    for name in NAMES:
        stem = name.replace(".", "-")
        for kind, data in (("source", (FOLDER / name).read_bytes()), ("target", translated(name))):
            files.append(folder / f"{kind}-{stem}.{name.rpartition('.')[2]}")
            files[-1].write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found: dict[str, list[str]] = {}
    for file in files:
        pdf = str(file.with_suffix(".pdf"))
        text = subprocess.run(
            ["pdftotext", pdf, "-"], check=True, capture_output=True, timeout=60
        ).stdout.decode()
        found[file.name] = text.split("\f")
    return found


def accented(text: str) -> str:
    return text.replace("e", "é")


def translated(name: str) -> bytes:
    """Translate a file into a language with more accents."""
    document = formats.read(FOLDER / name)
    targets = {}
    for unit in document.units:
        words = [found.span() for found in re.finditer(r"\S+", unit.source.plain)]
        target = accented(unit.source.plain)
        for start, end in unit.source.protected():
            target = target[:start] + unit.source.plain[start:end] + target[end:]
        targets[unit.id] = place(unit.source, target, tuple((word, word) for word in words)).text
    return formats.save(document, targets, "pt")


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_is_opened_and_all_of_it_is_on_its_pages(
    name: str, pages: dict[str, list[str]]
) -> None:
    stem, extension = name.replace(".", "-"), name.rpartition(".")[2]
    seen = "".join("".join(pages[f"target-{stem}.{extension}"]).split())
    document = formats.read(FOLDER / name)
    for unit in document.units:
        words = re.split(r"\s+", accented(unit.source.plain))
        if unit.kind == "image" or accented(unit.source.plain) in UNSEEN or [*unit.source.protected()]:
            continue
        assert all(word in seen for word in words), unit.source.plain
    assert len(pages[f"target-{stem}.{extension}"]) == len(pages[f"source-{stem}.{extension}"])
