"""Spreadsheets and separated values as other programs and people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.errors import GlossaryError
from localize.glossary.table.rows import header, names_in
from localize.termbases import FORMATS, Writing, export
from tests.termbases.build import RICH, read, written

if TYPE_CHECKING:
    from localize.glossary.table.rows import Row

SUMMIT: Row = {"en": "summit", "pt": "cúpula"}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_separator_and_encoding_is_told_by_the_file(encoding: str, mark: str) -> None:
    text = f"en{mark}pt\r\nsummit{mark}cúpula\r\n".encode(encoding)
    assert read(text).rows == [SUMMIT]


def test_cells_of_several_lines_do_not_confuse_the_separator() -> None:
    text = 'en,forms:en,definition\nsummit,summits|top summits,"a|b\na|b\nend"\n'
    assert read(text).rows == [
        {"en": "summit", "forms:en": "summits|top summits", "definition": "a|b\na|b\nend"}
    ]


def test_excels_line_about_the_separator_is_understood() -> None:
    assert read("sep=;\nen;pt\nsummit;cúpula\n").rows == [SUMMIT]


def test_commas_within_cells_separate_nothing_in_a_file_of_semicolons() -> None:
    text = "en;pt;note\nsummit;cúpula;talks, dinners, photos\ntruce;trégua;short, often broken\n"
    assert [row["note"] for row in read(text).rows] == ["talks, dinners, photos", "short, often broken"]


@pytest.mark.parametrize(
    "text",
    [
        "source,target\nsummit,cúpula\n",
        "Source Term;Target Term\nsummit;cúpula\n",
        "summit,cúpula\n",
        "summit\tcúpula\n",
        "summit,cúpula,en,pt\n",
        "summit,cúpula,EN,PT-BR\n".replace("PT-BR", "pt"),
        "term,translation\nsummit,cúpula\n",
        "English,Portuguese\nsummit,cúpula\n",
        "Source (en),Target (pt)\nsummit,cúpula\n",
        "# our terms\n\nsummit\tcúpula\n",
        "My glossary,\n,\nen,pt\nsummit,cúpula\n",
        "sourceLang,targetLang,sourceString,targetString\nen,pt,summit,cúpula\n",
        "term,termLocale,translation_pt\nsummit,en,cúpula\n",
    ],
)
def test_headers_of_every_kind_and_none_are_understood(text: str) -> None:
    assert read(text, source="en", target="pt").rows == [SUMMIT]


def test_a_first_row_of_small_words_is_an_entry_and_no_header() -> None:
    assert read("no\tnão\nit\tisso\n", source="en", target="pt").rows == [
        {"en": "no", "pt": "não"},
        {"en": "it", "pt": "isso"},
    ]


def test_a_matecat_glossary() -> None:
    text = (
        "Forbidden,Domain,Subdomain,Definition,en-US,Notes,Example of use,es-ES,Notes,Example of use\n"
        "False,Politics,Europe,Head of a city,Mayor,elected,The mayor spoke.,alcalde,,\n"
        "True,,,,,,,intendente,never,\n"
    )
    reading = read(text)
    assert reading.rows == [
        {
            "en-US": "Mayor",
            "es-ES": "alcalde",
            "domain": "Politics; Europe",
            "definition": "Head of a city",
            "note": "elected",
        },
        {"es-ES": "intendente", "note": "never", "status": "forbidden"},
    ]
    assert reading.lost == {"column 'Example of use'": 1}


def test_a_crowdin_glossary() -> None:
    text = (
        "Term [en],Description [en],Part of Speech [en],Term [pt-BR],Status [pt-BR]\n"
        "tariff,A tax on imports,noun,tarifa,preferred\n"
        "duty,,noun,imposto,not recommended\n"
    )
    reading = read(text)
    assert reading.rows == [
        {"en": "tariff", "pt-BR": "tarifa", "definition": "A tax on imports"},
        {"en": "duty", "deprecated:pt-BR": "imposto"},
    ]
    assert reading.lost == {"column 'Part of Speech [en]'": 2}


def test_a_lokalise_glossary() -> None:
    text = (
        "term;description;casesensitive;translatable;forbidden;tags;en;en_description;pt_BR;pt_BR_description\n"
        "NATO;The alliance;yes;yes;no;defence;NATO;;OTAN;A aliança\n"
        "Politico;;yes;no;no;;Politico;;;\n"
    )
    assert read(text).rows == [
        {
            "en": "NATO",
            "pt-BR": "OTAN",
            "definition": "The alliance; A aliança",
            "domain": "defence",
            "case": "exact",
        },
        {"en": "Politico", "case": "exact", "kind": "do-not-translate"},
    ]


def test_a_google_glossary_of_several_languages() -> None:
    reading = read("en,pt-br,pos,description\nsummit,cúpula,noun,Meeting of leaders\n")
    assert reading.rows == [{"en": "summit", "pt-BR": "cúpula", "definition": "Meeting of leaders"}]
    assert reading.lost == {"column 'pos'": 1}


def test_an_omegat_glossary_gives_a_term_its_alternatives_and_comments() -> None:
    text = '# terms\nsummit\tcúpula\tG7\nsummit\tcimeira\tPortugal\n"quoted" word\tpalavra\nlonely\n'
    reading = read(text, "terms.txt", source="en", target="pt")
    assert reading.rows == [
        {"en": "summit", "pt": "cúpula", "note": "G7; Portugal", "variants:pt": "cimeira"},
        {"en": '"quoted" word', "pt": "palavra"},
    ]
    assert reading.skipped == [(5, "has one cell only: are the cells separated by another character?")]
    assert (reading.entries, reading.joined) == (4, 1)


def test_the_languages_of_a_file_that_does_not_say_must_be_told() -> None:
    with pytest.raises(GlossaryError, match=r"does not say what its source language is") as caught:
        read("summit,cúpula\n")
    assert caught.value.hint.startswith("say it with --from LANGUAGE")


def test_a_term_beside_language_columns_is_counted_when_its_language_is_not_told() -> None:
    reading = read("term,en,pt\nSummit 1,summit,cúpula\n")
    assert reading.rows == [SUMMIT]
    assert reading.lost == {"a term whose language is not told (say it with --from or --to)": 1}


def test_sentences_are_left_out_and_told() -> None:
    reading = read(f"en,pt\nsummit,cúpula\n{'word ' * 65},palavras\n")
    assert reading.rows == [SUMMIT]
    assert reading.skipped[0][0] == 3
    assert "more than 64 words" in reading.skipped[0][1]


def test_long_notes_are_cut_and_told() -> None:
    reading = read(f"en,pt,note\nsummit,cúpula,{'x' * 1001}\n")
    assert reading.rows[0]["note"] == "x" * 999 + "…"
    assert reading.lost == {"the rest of a note of more than 1,000 characters": 1}


def test_values_that_a_glossary_does_not_know_are_counted() -> None:
    reading = read("en,pt,kind,gender:pt\nsummit,cúpula,meeting,f\n")
    assert reading.rows == [{**SUMMIT, "gender:pt": "f"}]
    assert reading.lost == {"kind 'meeting'": 1}


def test_an_id_that_stands_twice_stays_with_the_first() -> None:
    reading = read("id,en,pt\n1,summit,cúpula\n1,truce,trégua\n")
    assert reading.rows == [{"id": "1", **SUMMIT}, {"en": "truce", "pt": "trégua"}]
    assert reading.lost == {"an id that stands twice": 1}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "'="])
@pytest.mark.parametrize("name", ["csv", "google", "deepl", "deepl-tsv", "omegat"])
def test_no_cell_that_is_exported_is_a_formula(start: str, name: str) -> None:
    rows: list[Row] = [{"en": f'{start}HYPERLINK("x")', "pt": "x"}]
    text = written(rows, name).decode()
    cells = text.replace("\n", ",").replace("\t", ",").replace('"', "").split(",")
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "＝"}] == []
    assert read(text, using=name, source="en", target="pt").rows == rows


def test_what_a_format_has_no_place_for_is_counted() -> None:
    writing = Writing(header(names_in(RICH)), "en", "pt")
    export(RICH, "google", writing)
    assert writing.lost["note"] == 2
    assert writing.lost["forms:pt"] == 1
    assert "pt" not in writing.lost


def test_what_only_the_target_may_have_is_counted_for_the_source() -> None:
    rows: list[Row] = [{"en": "summit", "pt": "cúpula", "variants:en": "top", "variants:pt": "cimeira"}]
    writing = Writing(header(names_in(rows)), "en", "pt")
    export(rows, "xliff", writing)
    assert writing.lost == {"variants:en": 1}


def test_every_format_says_what_it_is() -> None:
    assert all(known.title and known.extensions[0].startswith(".") for known in FORMATS.values())


def test_a_glossary_like_ours_is_taken_as_it_is_and_told_where_a_cell_seems_to_hold_several_terms() -> None:
    reading = read("en,pt\nsummit,cúpula\nceasefire; truce,cessar-fogo; trégua\n")
    assert reading.rows == [SUMMIT, {"en": "ceasefire; truce", "pt": "cessar-fogo; trégua"}]
    assert reading.notes == [
        "a term holds ';' in row 3: a term stands alone in its cell, others go into variants, separated by |"
    ]


def test_several_terms_in_a_cell_of_another_program_are_a_term_and_its_variants() -> None:
    reading = read("English,Portuguese,Notes\nceasefire | truce,cessar-fogo (m.; sing.),\nAT&amp;T,R&D,\n")
    assert reading.rows == [
        {"en": "ceasefire", "variants:en": "truce", "pt": "cessar-fogo (m.; sing.)"},
        {"en": "AT&amp;T", "pt": "R&D"},
    ]


def test_the_languages_of_a_table_without_a_header_are_told_by_its_words() -> None:
    reading = read(
        "prime minister;primeiro-ministro\nforeign affairs;relações exteriores\nhuman rights;direitos humanos\n"
    )
    assert reading.rows[0] == {"en": "prime minister", "pt": "primeiro-ministro"}
    assert reading.notes == [
        "does not name its source language; by its words it is English (if not, say it with --from)",
        "does not name its target language; by its words it is Portuguese (if not, say it with --to)",
    ]
