from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

NEWS = "id,en,pt,kind\nmayor,Mayor,prefeito,title\nsummit,summit,cúpula,term\ntariff,tariff,tarifa,term\n"


def test_a_concept_is_added_to_the_only_glossary(desk: Desk) -> None:
    path = desk.put("glossaries/news.csv", NEWS)
    done = desk("glossary", "add", "en=ceasefire", "pt=cessar-fogo", "kind=term")
    assert done.exit_code == 0
    assert path.read_text(encoding="utf-8") == NEWS.replace(
        "summit,summit", "ceasefire,ceasefire,cessar-fogo,term\nsummit,summit"
    )
    assert "added as row 3 of glossaries/news.csv" in done.stderr


def test_a_glossary_file_is_made_when_there_is_none(desk: Desk) -> None:
    done = desk(
        "glossary", "add", "--glossary", "new/terms.csv", "en=summit", "pt=cúpula", "forms:pt=cúpulas"
    )
    assert done.exit_code == 0
    assert Path("new/terms.csv").read_text(encoding="utf-8") == "en,pt,forms:pt\nsummit,cúpula,cúpulas\n"


def test_which_of_two_files_must_be_told(desk: Desk) -> None:
    desk.put("glossaries/a.csv", NEWS)
    desk.put("glossaries/b.csv", "en,pt\nUN,ONU\n")
    done = desk("glossary", "add", "en=ceasefire", "pt=cessar-fogo")
    assert done.exit_code == 2
    assert "name one with --glossary" in done.stderr


def test_a_second_translation_of_one_term_is_refused_and_nothing_written(desk: Desk) -> None:
    path = desk.put("glossaries/news.csv", NEWS)
    words = ("glossary", "add", "en=Summit", "pt=cimeira")
    done = desk(*words)
    assert done.exit_code == 2
    assert "with another pt" in done.stderr
    assert path.read_text(encoding="utf-8") == NEWS
    assert desk(*words, "--force").exit_code == 0
    assert "Summit,cimeira" in path.read_text(encoding="utf-8")


def test_a_concept_is_found_by_a_term_and_changed(desk: Desk) -> None:
    path = desk.put("glossaries/news.csv", NEWS)
    done = desk("glossary", "edit", "cúpula", "pt=cimeira", "variants:pt+=cúpula")
    assert done.exit_code == 0
    assert path.read_text(encoding="utf-8") == (
        "id,en,pt,kind,variants:pt\nmayor,Mayor,prefeito,title\nsummit,summit,cimeira,term,cúpula\n"
        "tariff,tariff,tarifa,term\n"
    )


def test_a_term_of_several_concepts_is_not_guessed_at(desk: Desk) -> None:
    desk.put("glossaries/a.csv", "id,en,pt,domain\ns1,summit,cúpula,politics\ns2,summit,cume,mountains\n")
    done = desk("glossary", "edit", "summit", "pt=x")
    assert done.exit_code == 2
    assert "s1, s2" in done.stderr
    assert desk("glossary", "edit", "s2", "pt=pico").exit_code == 0


def test_concepts_are_removed_all_or_none(desk: Desk) -> None:
    path = desk.put("glossaries/news.csv", NEWS)
    assert desk("glossary", "remove", "summit", "embargo").exit_code == 2
    assert path.read_text(encoding="utf-8") == NEWS
    assert desk("glossary", "remove", "summit", "prefeito").exit_code == 0
    assert path.read_text(encoding="utf-8") == "id,en,pt,kind\ntariff,tariff,tarifa,term\n"


def test_a_link_to_a_glossary_stays_a_link(desk: Desk) -> None:
    real = desk.put("shared/news.csv", NEWS)
    Path("glossaries").mkdir()
    Path("glossaries/news.csv").symlink_to(Path("../shared/news.csv"))
    assert desk("glossary", "remove", "summit").exit_code == 0
    assert Path("glossaries/news.csv").is_symlink()
    assert "summit" not in real.read_text(encoding="utf-8")
