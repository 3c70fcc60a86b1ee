from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

TERMS = """\
id,kind,domain,en,pt,variants:en,forms:pt,gender:pt,note
secretary-general,title,diplomacy,Secretary-General,secretário-geral,Sec.-Gen.,secretária-geral|secretários-gerais,m,Not secretary.
nato,acronym,defence,NATO,OTAN,,,f,
"""


@pytest.fixture(autouse=True)
def project(desk: Desk) -> None:
    desk.put("glossaries/terms.csv", TERMS)


def test_list_shows_a_concept_a_line(desk: Desk) -> None:
    assert desk("glossary", "list").stdout.splitlines() == [
        "secretary-general  (title)  en Secretary-General | pt secretário-geral",
        "nato  (acronym)  en NATO | pt OTAN",
    ]


def test_list_can_be_narrowed_to_a_domain(desk: Desk) -> None:
    assert desk("glossary", "list", "--domain", "Defence").stdout.splitlines() == [
        "nato  (acronym)  en NATO | pt OTAN"
    ]


def test_list_as_json_has_all_there_is(desk: Desk) -> None:
    first, _ = map(json.loads, desk("glossary", "list", "--json").stdout.splitlines())
    assert first["id"] == "secretary-general"
    assert (first["path"], first["row"]) == ("glossaries/terms.csv", 2)
    assert first["terms"]["pt"][0] == {
        "text": "secretário-geral",
        "status": "preferred",
        "forms": ["secretária-geral", "secretários-gerais"],
        "gender": "m",
        "number": "",
    }


@pytest.mark.parametrize("term", ["Secretary-General", "sec.-gen.", "secretária-geral", "secretary-general"])
def test_show_finds_a_concept_by_any_spelling_in_any_language(desk: Desk, term: str) -> None:
    done = desk("glossary", "show", term)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "secretary-general (title, diplomacy)  [glossaries/terms.csv:2]"
    assert "  pt: secretário-geral (preferred, m); forms: secretária-geral, secretários-gerais" in lines
    assert lines[-1] == "  note: Not secretary."


def test_show_says_when_there_is_nothing(desk: Desk) -> None:
    done = desk("glossary", "show", "ceasefire")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == "note: no concept has 'ceasefire'\n"


def test_validate_passes_a_glossary_that_is_in_order(desk: Desk) -> None:
    done = desk("glossary", "validate")
    assert done.exit_code == 0
    assert "error" not in done.stdout


def test_validate_names_row_and_column_of_what_is_wrong(desk: Desk) -> None:
    desk.put("bad.csv", "en,pt,gender:pt\nNATO,OTAN,female\n")
    done = desk("glossary", "validate", "bad.csv")
    assert done.exit_code in {1, 2}
    assert "bad.csv:2: gender:pt: " in done.stdout + done.stderr


def test_a_broken_file_is_an_error(desk: Desk) -> None:
    desk.put("broken.csv", 'en,pt\nNATO,"OTAN')
    done = desk("glossary", "list", "broken.csv")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: broken.csv:2: ")


def test_without_a_glossary_there_is_nothing_to_list(desk: Desk) -> None:
    desk.put("localize.toml", "glossary = []\n")
    done = desk("glossary", "list")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: glossaries: no glossary here")
