"""EPUBCheck, the validator of the W3C, finds nothing wrong with a book that was translated.

Needs Java and EPUBCheck (Debian: epubcheck); where they are not installed, the test says so and does not run.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from localize import formats
from tests.formats import books
from tests.formats.test_contract import translated

JAR = Path("/usr/share/java/epubcheck.jar")
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Halves the time of so short a run."""


@pytest.mark.parametrize(("name", "language"), [("FULL", "ar"), ("OLDER", "pt-BR")])
def test_a_translated_book_passes_epubcheck(name: str, language: str, tmp_path: Path) -> None:
    java = shutil.which("java")
    if not (java and JAR.exists()):
        pytest.skip("EPUBCheck is not installed: apt-get install epubcheck")
    document = formats.parse(getattr(books, name), path="a.epub", using=formats.FORMATS["epub"])
    path = tmp_path / "a.epub"
    path.write_bytes(translated(document, language))
    assert path.read_bytes() != document.package
    command = [java, *QUICK, "-jar", str(JAR), str(path)]
    said = subprocess.run(command, check=False, capture_output=True, timeout=300)
    assert said.returncode == 0, said.stderr.decode()
    assert b"0 fatals / 0 errors / 0 warnings / 0 infos" in said.stdout
