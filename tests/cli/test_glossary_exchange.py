from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

NEWS = "id,en,pt,es,note\nsummit,summit,cúpula,cumbre,\nmayor,Mayor,prefeito,alcalde,of a city\n"


@pytest.mark.parametrize("name", ["terms.xlsx", "terms.tbx", "terms.csv"])
def test_a_glossary_goes_out_and_comes_back_the_same(desk: Desk, name: str) -> None:
    desk.put("glossaries/news.csv", NEWS)
    assert desk("glossary", "export", "--output", name).exit_code == 0
    done = desk("glossary", "import", name)
    assert done.exit_code == 0
    assert done.stdout == NEWS
    assert "2 entries read, 2 concepts, 0 joined with another entry, 0 left out" in done.stderr


def test_export_writes_to_standard_output_and_says_what_is_lost(desk: Desk) -> None:
    desk.put("glossaries/news.csv", NEWS)
    done = desk("glossary", "export", "--format", "deepl", "--from", "en", "--to", "es")
    assert done.stdout == "summit,cumbre\nMayor,alcalde\n"
    assert "DeepL glossary has no place for note: 1 time" in done.stderr


def test_a_format_of_two_languages_wants_to_know_which(desk: Desk) -> None:
    desk.put("glossaries/news.csv", NEWS)
    done = desk("glossary", "export", "--format", "omegat")
    assert done.exit_code == 2
    assert "say which with --to (pt, es)" in done.stderr
    assert desk("glossary", "export", "--format", "omegat", "--to", "fr").exit_code == 2


def test_entries_that_cannot_be_taken_are_named(desk: Desk) -> None:
    desk.put("terms.csv", f"en,pt\nsummit,cúpula\n{'word ' * 70},x\n")
    done = desk("glossary", "import", "terms.csv", "--output", "glossaries/terms.csv")
    assert done.exit_code == 0
    assert Path("glossaries/terms.csv").read_text(encoding="utf-8") == "en,pt\nsummit,cúpula\n"
    assert "terms.csv:3: left out: has a term of more than 64 words" in done.stderr
    assert "1 left out" in done.stderr
    assert (
        desk("glossary", "import", "terms.csv", "--strict", "--output", "glossaries/terms.csv").exit_code == 1
    )


def test_new_concepts_are_added_to_a_glossary_and_known_ones_left(desk: Desk) -> None:
    path = desk.put("glossaries/news.csv", NEWS)
    desk.put("more.txt", "Summit\tcimeira\nceasefire\tcessar-fogo\n")
    done = desk(
        "glossary", "import", "more.txt", "--from", "en", "--to", "pt", "--into", "glossaries/news.csv"
    )
    assert done.exit_code == 0
    assert path.read_text(encoding="utf-8") == NEWS + "ceasefire,ceasefire,cessar-fogo,,\n"
    assert "has 'Summit' already; left as it is" in done.stderr


def test_a_hostile_file_is_refused_and_nothing_written(desk: Desk) -> None:
    desk.put("bomb.tbx", '<!DOCTYPE t [<!ENTITY a "a">]><martif><termEntry/></martif>')
    done = desk("glossary", "import", "bomb.tbx", "--output", "out.csv")
    assert done.exit_code == 2
    assert "bomb.tbx:1: file: declares the entity 'a'" in done.stderr
    assert not Path("out.csv").exists()


def test_a_missing_file_is_named(desk: Desk) -> None:
    done = desk("glossary", "import", "none.tbx")
    assert done.exit_code == 2
    assert "none.tbx: cannot be read" in done.stderr


def test_a_termbase_comes_in_from_standard_input(desk: Desk) -> None:
    done = desk("glossary", "import", "-", given="en;pt\nsummit;cúpula\n".encode("utf-16"))
    assert done.stdout == "en,pt\nsummit,cúpula\n"
