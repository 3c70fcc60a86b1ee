from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ARTICLE = (
    "---\nlang: en\n---\n\n# Talks\n\nThe summit began in Varland on Monday. Finance Minister Laura Quint praised the rule of law.\n\n"
    "After the summit, Quint said that without the rule of law Varland would be poor.\n"
)


@pytest.fixture(autouse=True)
def project(desk: Desk) -> None:
    desk.put("glossaries/terms.csv", "id,en,pt\nsummit,summit,cúpula\ntruce,truce,trégua\n")
    desk.put("articles/talks.md", ARTICLE)


def test_stats_count_hits_and_name_what_is_unused(desk: Desk) -> None:
    done = desk("glossary", "stats", "articles")
    assert done.exit_code == 0
    assert [line.split()[:5] for line in done.stdout.splitlines()] == [
        ["2", "in", "1", "file", "summit"],
        ["0", "in", "0", "files", "truce"],
    ]
    assert "1 articles: 1 of 2 concepts used, 1 unused" in done.stderr
    assert desk("glossary", "stats", "articles", "--unused").stdout.split()[4] == "truce"


def test_stats_take_verdicts_from_a_report(desk: Desk) -> None:
    desk.put("report.json", json.dumps({"terms": [{"concept": "summit", "verdict": "unresolved"}]}))
    done = desk("glossary", "stats", "articles", "--report", "report.json", "--json")
    first = json.loads(done.stdout.splitlines()[0])
    assert first == {
        "concept": "summit",
        "hits": 2,
        "files": 1,
        "quiet": 0,
        "spellings": {"summit": 2},
        "satisfied": 0,
        "repaired": 0,
        "unresolved": 1,
    }


@pytest.mark.parametrize("text", ["", "[]", '{"terms": [1]}', "{" * 5000])
def test_a_report_that_is_none_is_refused(desk: Desk, text: str) -> None:
    desk.put("report.json", text)
    done = desk("glossary", "stats", "articles", "--report", "report.json")
    assert done.exit_code == 2
    assert "report.json: is no JSON report" in done.stderr


def test_suggest_writes_a_glossary_to_go_through(desk: Desk) -> None:
    done = desk("glossary", "suggest", "articles", "--output", "candidates.csv")
    assert done.exit_code == 0
    lines = (desk.folder / "candidates.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "en,kind,note"
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["Laura Quint", "name"],
        ["Varland", "name"],
        ["rule of law", "term"],
    ]
    assert "2 times in 1 file: " in lines[1]
    assert desk("glossary", "validate", "candidates.csv").exit_code == 0


def test_suggest_tells_machines_the_contexts(desk: Desk) -> None:
    done = desk("glossary", "suggest", "articles", "--json", "--least", "1")
    data = [json.loads(line) for line in done.stdout.splitlines()]
    (law,) = (one for one in data if one["text"] == "rule of law")
    assert (law["language"], law["kind"], law["count"], law["targets"]) == ("en", "term", 2, [])
    assert law["files"] == ["articles/talks.md"]
    assert len(law["contexts"]) == 2


def test_candidates_are_accepted_one_by_one(desk: Desk) -> None:
    done = desk(
        "glossary", "suggest", "articles", "--engine", "echo", "--to", "pt", "--into", "glossaries/terms.csv",
        given=b"\n-\nestado de direito\n",
    )  # fmt: skip
    assert done.exit_code == 0
    assert (desk.folder / "glossaries/terms.csv").read_text(encoding="utf-8").splitlines() == [
        "id,en,pt,kind",
        "summit,summit,cúpula",
        "truce,truce,trégua",
        "laura-quint,Laura Quint,Laura Quint,name",
        "rule-of-law,rule of law,estado de direito,term",
    ]


@pytest.mark.model
def test_the_shipped_model_proposes_translations(desk: Desk) -> None:
    done = desk("glossary", "suggest", "articles", "--to", "pt", "--json")
    data = [json.loads(line) for line in done.stdout.splitlines()]
    targets = {one["text"]: one["targets"] for one in data}
    assert targets["Laura Quint"][0] == "Laura Quint"
    assert "estado de direito" in [text.lower() for text in targets["rule of law"]]


@pytest.mark.model
def test_a_proposal_is_what_people_have_approved_before_what_the_engine_makes(desk: Desk) -> None:
    pairs = (
        (
            "The agency praised the rule of law in Varland.",
            "A agência elogiou o império da lei em Varlândia.",
        ),
        ("Laura Quint", "Laura Quint, a ministra"),
    )
    units = (
        f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="pt-BR"><seg>{target}</seg></tuv></tu>'
        for source, target in pairs
    )
    header = '<header srclang="en" segtype="sentence" datatype="plaintext" o-tmf="x" adminlang="en" creationtool="x" creationtoolversion="1"/>'
    desk.put("memory/approved.tmx", f'<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>')
    done = desk("glossary", "suggest", "articles", "--to", "pt", "--json")
    data = {one["text"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert data["rule of law"]["approved"] == ["império da lei"]
    assert data["rule of law"]["targets"][0] == "império da lei"
    assert "estado de direito" in [text.lower() for text in data["rule of law"]["targets"]]
    assert data["Laura Quint"]["targets"][0] == "Laura Quint, a ministra"
