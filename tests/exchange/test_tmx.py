"""A translated article as TMX, read again by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translate.storage.tmx import tmxfile

from localize.document import Code, Text
from localize.exchange import EXPORT_FORMATS
from localize.exchange.bitext import Bitext, Intake
from localize.exchange.tmx import read, write
from localize.languages import Pair
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


def test_an_end_without_a_beginning_before_it_stands_alone() -> None:
    ends = (Code(0, "</i>", "close", 3), Code(7, "<i>", "open", 3), Code(11, "</i>", "close", 3))
    entry = Bitext(Text("Nobody knew", ends), Text("Ninguém sabia"), Pair("en", "pt"))
    written = write([entry], "en")
    assert (
        '<seg><it pos="end" x="3">&lt;/i&gt;</it>Nobody <bpt i="1" x="3">&lt;i&gt;</bpt>knew<ept i="1">&lt;/i&gt;</ept></seg>'
        in written
    )
    assert write(read(written.encode(), Intake("a.tmx")), "en") == written


def test_a_unit_in_another_source_language_than_the_file_says_so() -> None:
    entry = Bitext(Text("Ninguém sabia."), Text("Nobody knew."), Pair("pt", "en"))
    written = write([entry], "en")
    assert '<tu srclang="pt">' in written
    assert list(read(written.encode(), Intake("a.tmx"))) == [entry]
