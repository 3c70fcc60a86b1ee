"""The evaluation sets are what their README says: every term is in its sentence and in its reference."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

ABROAD = {"Carolina do Sul", "Inglaterra"}
"""Names that have another form in Portuguese."""

SETS = Path(__file__).parents[1] / "evaluation" / "sets"


def table(name: str) -> list[dict[str, str]]:
    header, *lines = (SETS / name).read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def glossary(name: str) -> list[dict[str, str]]:
    with (SETS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def items(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def plurals(word: str) -> list[str]:
    return [word, f"{word}s", f"{word}es", re.sub("y$", "ies", word)]


def holds(text: str, words: list[str]) -> bool:
    choice = "|".join(re.escape(word).replace(r"\-", "[- ]").replace(r"\ ", "[- ]") for word in words)
    return re.search(rf"(?<!\w)(?:{choice})(?!\w)", text, re.IGNORECASE) is not None


def pairs(cell: str) -> list[tuple[str, str]]:
    split = [pair.split("=>") for pair in items(cell)]
    return [(source, target) for source, target in split]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("ordinary", 200),
        ("hard", 120),
        ("situations", 160),
        ("quiet", 90),
        ("quiet-news", 100),
        ("terms-fresh", 200),
        ("quiet-fresh", 140),
        ("quiet-wire", 190),
        ("names-fresh", 300),
        ("names-wire", 300),
        ("into-english", 110),
        ("names", 120),
        ("names-news", 150),
        ("names-words", 50),
        ("names-held", 270),
        ("capitals", 110),
    ],
)
def test_every_set_has_its_rows_and_ids_of_their_own(name: str, least: int) -> None:
    rows = table(f"{name}.tsv")
    assert len(rows) >= least
    assert len({row["id"] for row in rows}) == len({row["source"] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["ordinary", "hard", "situations", "terms-fresh"])
def test_every_term_is_in_its_sentence_and_a_form_of_it_in_the_reference(name: str) -> None:
    concepts = glossary(f"{name}.csv")
    spelled = {source: row for row in concepts for source in [row["en"], *items(row["variants:en"])]}
    for row in table(f"{name}.tsv"):
        assert pairs(row["terms"]), row["id"]
        for source, target in pairs(row["terms"]):
            assert spelled[source]["pt"] == target
            assert holds(row["source"], plurals(source)), (row["id"], source)
            assert holds(row["reference"], [target, *items(spelled[source]["forms:pt"])]), (row["id"], target)


def test_every_term_into_english_is_in_its_sentence_and_in_the_reference() -> None:
    spelled = {row["pt"]: row for row in glossary("into-english.csv")}
    rows = table("into-english.tsv")
    assert sum(bool(row["terms"]) for row in rows) >= 100
    for row in rows:
        assert bool(row["terms"]) != bool(row["forbidden"]), row["id"]
        assert not any(holds(row["reference"], [form]) for form in items(row["forbidden"])), row["id"]
        for source, target in pairs(row["terms"]):
            concept = spelled[source]
            assert concept["en"] == target
            forms = [source, *items(concept["variants:pt"]), *items(concept["forms:pt"])]
            assert holds(row["source"], forms), (row["id"], source)
            assert holds(row["reference"], [target, *items(concept["forms:en"])]), (row["id"], target)


@pytest.mark.parametrize("name", ["ordinary", "hard", "situations", "terms-fresh"])
def test_no_english_spelling_has_two_targets_in_a_set(name: str) -> None:
    sources = [word for row in glossary(f"{name}.csv") for word in [row["en"], *items(row["variants:en"])]]
    assert len({word.casefold() for word in sources}) == len(sources)


@pytest.mark.parametrize("name", ["situations", "terms-fresh"])
def test_half_of_the_situations_are_not_read(name: str) -> None:
    rows = table(f"{name}.tsv")
    assert sum(row["part"] == "read" for row in rows) == len(rows) // 2
    assert {row["part"] for row in rows} == {"read", "unread"}
    assert len({row["situation"] for row in rows}) >= 10


def test_the_fresh_glossary_and_its_terms_are_as_many_as_stated() -> None:
    assert len(glossary("terms-fresh.csv")) >= 100
    assert sum(len(pairs(row["terms"])) for row in table("terms-fresh.tsv")) >= 350


@pytest.mark.parametrize("expect", ["quiet", "apply"])
@pytest.mark.parametrize("name", ["quiet-fresh", "quiet-wire"])
def test_half_of_the_later_quiet_sets_is_not_read(name: str, expect: str) -> None:
    rows = [row for row in table(f"{name}.tsv") if row["expect"] == expect]
    assert sum(row["part"] == "read" for row in rows) == len(rows) // 2
    assert {row["part"] for row in rows} == {"read", "unread"}


def test_the_hard_set_names_gender_and_form_of_every_term() -> None:
    for row in table("hard.tsv"):
        genders, forms = items(row["genders"]), items(row["forms"])
        assert len(genders) == len(forms) == len(pairs(row["terms"])), row["id"]
        assert set(genders) <= {"m", "f"}
        assert all(holds(row["reference"], [form]) for form in forms), row["id"]


@pytest.mark.parametrize(
    ("name", "quiet", "apply"),
    [("quiet", 60, 30), ("quiet-news", 50, 50), ("quiet-fresh", 80, 60), ("quiet-wire", 120, 60)],
)
def test_every_quiet_sentence_holds_its_term_and_says_what_is_expected(
    name: str, quiet: int, apply: int
) -> None:
    rows = table(f"{name}.tsv")
    assert sum(row["expect"] == "quiet" for row in rows) >= quiet
    assert sum(row["expect"] == "apply" for row in rows) >= apply
    for row in rows:
        source, target = pairs(row["term"])[0]
        assert holds(row["source"], plurals(source)), row["id"]
        assert (target in items(row["forbidden"])) == (row["expect"] == "quiet"), row["id"]
        assert row["reason"], row["id"]
        assert row["case"] in {"fold", "exact"}
        assert row["kind"] in {"title", "organisation", "place", "acronym", "term"}


@pytest.mark.parametrize("name", ["names", "names-news", "names-words"])
def test_every_name_stands_in_its_sentence_letter_by_letter(name: str) -> None:
    for row in table(f"{name}.tsv"):
        assert items(row["names"]), row["id"]
        assert [part for part in items(row["names"]) if part not in row["source"]] == [], row["id"]


@pytest.mark.parametrize("name", ["names-held", "names-fresh", "names-wire"])
def test_the_held_set_names_what_its_sentences_hold_and_half_of_it_is_not_read(name: str) -> None:
    rows = table(f"{name}.tsv")
    for row in rows:
        kept = [name for name in items(row["names"]) if "=" not in name and name not in ABROAD]
        assert [name for name in kept if row["source"].count(name) < kept.count(name)] == [], row["id"]
    assert sum(row["part"] == "read" for row in rows) == len(rows) // 2
    assert {row["part"] for row in rows} == {"read", "unread"}
    assert sum(len(items(row["names"])) for row in rows) >= 500


def test_every_capitalised_word_that_is_no_name_stands_in_its_sentence() -> None:
    for row in table("capitals.tsv"):
        assert items(row["words"]), row["id"]
        assert [word for word in items(row["words"]) if not holds(row["source"], [word])] == [], row["id"]


def test_every_article_is_short_and_uses_at_least_four_terms_of_its_glossary() -> None:
    terms = [[row["en"], *items(row["variants:en"])] for row in glossary("articles/terms.csv")]
    articles = sorted((SETS / "articles").glob("*.txt"))
    assert len(articles) == 6
    for path in articles:
        text = path.read_text(encoding="utf-8")
        assert 200 <= len(text.split()) <= 300, path.name
        used = [words for words in terms if holds(text, [form for word in words for form in plurals(word)])]
        assert len(used) >= 4, path.name


def test_every_name_of_the_articles_is_in_its_file_as_often_as_stated() -> None:
    for row in table("articles/names.tsv"):
        text = (SETS / "articles" / row["file"]).read_text(encoding="utf-8")
        assert row["name"] in text
        assert text.count(row["short"] or row["name"]) == int(row["occurrences"])
