from __future__ import annotations

from pathlib import Path

from localize.batch import Recognition
from localize.cli import layout
from localize.config import Config, Folder
from localize.detection import Detection
from localize.exchange import FindingRow, TermRow

SURE = Detection("en", 0.9987, (("en", 0.9987),), "langdetect")


def row(source: str, target: str, verdict: str = "satisfied", before: str = "", after: str = "") -> TermRow:
    concept = source.lower()
    assert verdict in {"satisfied", "repaired", "unresolved"}
    return TermRow("a.md", 1, "p1/0", concept, source, target, verdict, "", before, after, "pt")  # type: ignore[arg-type]


def test_a_detected_language_has_its_confidence_which_is_never_rounded_up_to_certainty() -> None:
    assert layout.recognised(Recognition("en", SURE)) == "English (0.99)"


def test_a_language_that_was_told_or_declared_says_so() -> None:
    assert layout.recognised(Recognition("pt-BR", how="told")) == "Brazilian Portuguese (--from)"
    assert layout.recognised(Recognition("fr", how="declared")) == "French (declared)"
    assert layout.recognised(Recognition(None, how="no words")) == "no words, copied"


def test_terms_are_counted_by_concept_with_what_was_repaired() -> None:
    rows = [
        row("NATO", "OTAN", "satisfied", "OTAN", "OTAN"),
        row("NATO", "OTAN", "repaired", "NATO", "OTAN"),
        row("NATO", "OTAN", "repaired", "NATO", "OTAN"),
        row("ceasefire", "cessar-fogo", "unresolved", "trégua"),
        row("White House", "Casa Branca", "repaired", "", "Casa Branca"),
    ]
    assert layout.terms(rows) == [
        "",
        "satisfied  repaired  unresolved  Glossary terms, Portuguese",
        "        1         2              NATO -> OTAN  (2 x NATO -> OTAN)",
        "                              1  ceasefire -> cessar-fogo  (left: trégua)",
        "                  1              White House -> Casa Branca",
    ]


def test_a_repair_of_capitals_is_called_that() -> None:
    rows = [
        row("envoy", "enviado", "repaired", "Enviado", "enviado"),
        row("envoy", "enviado", "repaired", "mensageiro", "enviado"),
        row("envoy", "enviado", "repaired", "ENVIADO", "enviado"),
    ]
    assert layout.terms(rows)[-1].endswith("envoy -> enviado  (2 x letter case; mensageiro -> enviado)")


def test_repairs_that_do_not_fit_on_the_line_have_lines_of_their_own() -> None:
    wanted = "ministro das Relações Exteriores"
    rows = [
        row("Foreign Minister", wanted, "repaired", "ministro dos Negócios Estrangeiros", wanted),
        row("Foreign Minister", wanted, "repaired", "chanceler", wanted),
    ]
    assert layout.terms(rows)[2:] == [
        "                  2              Foreign Minister -> ministro das Relações Exteriores",
        "                                   ministro dos Negócios Estrangeiros -> ministro das Relações Exteriores",
        "                                   chanceler -> ministro das Relações Exteriores",
    ]


def test_of_many_repairs_the_most_frequent_are_shown() -> None:
    rows = [
        row("envoy", "enviado especial", "repaired", before, "enviado especial")
        for before in ("a", "b", "b", "c", "d", "e")
    ]
    assert [line.strip() for line in layout.terms(rows)[-4:]] == [
        "2 x b -> enviado especial",
        "a -> enviado especial",
        "c -> enviado especial",
        "and 2 more",
    ]


def test_no_terms_no_table() -> None:
    assert layout.terms([]) == []


def test_totals_are_one_line() -> None:
    data = {
        "files": 1,
        "segments": 1200,
        "terms": {"satisfied": 14, "repaired": 3, "unresolved": 0},
        "findings": {"error": 0, "warning": 1, "note": 2},
    }
    assert layout.totals(data, 2.06) == (
        "1 file, 1,200 segments, 2.1 s | terms: 14 satisfied, 3 repaired, 0 unresolved"
        " | findings: 0 errors, 1 warning, 2 notes"
    )


def test_a_detection_lists_its_best_guesses_when_it_cannot_tell() -> None:
    unsure = Detection(None, 0.31, (("pt", 0.31), ("es", 0.22)), "langdetect")
    assert layout.detected(unsure) == "cannot tell; best guesses: Portuguese (pt) 0.31, Spanish (es) 0.22"
    assert layout.detected(Detection(None, 0, (), "langdetect")).startswith("cannot tell: too little text")
    assert layout.detected(SURE) == "English (en) 0.99"


def test_blocks_that_were_left_are_counted_by_language() -> None:
    assert (
        layout.kept("a.md", ["fr", "pt", "fr"])
        == "a.md: 2 blocks in French, 1 block in Portuguese left untranslated"
    )


def test_a_finding_names_its_language_where_there_are_several() -> None:
    row = FindingRow("word-left", "note", "news/a.md", 3, 7, '"roost" is left as it was', "pt-PT")
    assert layout.finding(row, Config(to=("pt-PT",))) == 'news/a.md:3:7: word-left "roost" is left as it was'
    two = 'news/a.md:3:7: word-left "roost" is left as it was (pt-PT)'
    assert layout.finding(row, Config(to=("pt-BR", "pt-PT"))) == two
    folders = tuple(Folder(Path(to), Config(to=(to,))) for to in ("es", "pt-PT"))
    assert layout.finding(row, Config(folders=folders)) == two
