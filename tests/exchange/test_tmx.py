"""A translated article as TMX, read again by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translate.storage.tmx import tmxfile

from localize.exchange import EXPORT_FORMATS
from localize.exchange.bitext import Intake
from localize.exchange.tmx import read
from tests.exchange.build import result

if TYPE_CHECKING:
    from pathlib import Path


def test_every_sentence_comes_back_with_its_markup_state_place_and_neighbours() -> None:
    text = EXPORT_FORMATS["tmx"](result())
    first, second = read(text.encode(), Intake("nato.md.tmx"))
    assert (first.source.plain, first.target.plain) == (
        "NATO met in Brussels.",
        "A OTAN reuniu-se em Bruxelas.",
    )
    assert (first.document, first.segment, first.state) == ("news/nato.md", "p1/0", "translated")
    assert (first.previous, first.following) == ("", "The Secretary-General of NATO spoke of 32 members.")
    assert second.target.render() == "O **Secretário-Geral** da NATO falou dos membros."


def test_another_program_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "nato.md.tmx"
    path.write_text(EXPORT_FORMATS["tmx"](result()), encoding="utf-8")
    file: Any = tmxfile
    first, second = file.parsefile(str(path)).units
    assert (first.source, first.target) == ("NATO met in Brussels.", "A OTAN reuniu-se em Bruxelas.")
    assert second.target == "O **Secretário-Geral** da NATO falou dos membros."
