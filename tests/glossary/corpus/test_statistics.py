"""Concepts are counted where they apply."""

from __future__ import annotations

from localize.glossary.corpus.statistics import Statistics
from tests.glossary.build import glossary

BOOK = glossary(
    "id,en,pt,variants:en,kind\nsummit,summit,cúpula,,term\njordan,Jordan,Jordânia,,place\n"
    "sg,Secretary-General,secretário-geral,Sec.-Gen.,title\ntreaty,treaty,,,term\n"
)


def test_hits_spellings_files_and_quiet_places_are_counted() -> None:
    counted = Statistics(BOOK)
    counted.count(
        "a.txt", "en", ["The summits began.", "The golfer Jordan Spieth won; the summit did not end."]
    )
    counted.count("b.txt", "en", ["A summit in Jordan."])
    assert counted.usage["summit"].hits == 3
    assert counted.usage["summit"].spellings == {"summit": 2, "summits": 1}
    assert counted.usage["summit"].files == {"a.txt", "b.txt"}
    assert (counted.usage["jordan"].hits, counted.usage["jordan"].quiet) == (1, 1)
    assert counted.usage["sg"].hits == 0


def test_without_a_target_a_concept_of_one_language_counts_too() -> None:
    texts = ["They signed the treaty."]
    every, portuguese = Statistics(BOOK), Statistics(BOOK, target="pt")
    every.count("a.txt", "en", texts)
    portuguese.count("a.txt", "en", texts)
    assert (every.usage["treaty"].hits, portuguese.usage["treaty"].hits) == (1, 0)


def test_articles_of_several_languages_are_counted_together() -> None:
    counted = Statistics(BOOK)
    counted.count("a.txt", "en", ["The summit began."])
    counted.count("b.txt", "pt", ["A cúpula começou."])
    assert counted.usage["summit"].spellings == {"summit": 1, "cúpula": 1}


def test_verdicts_of_reports_are_added_and_strangers_counted() -> None:
    counted = Statistics(BOOK)
    rows = [
        {"concept": "summit", "verdict": "repaired"},
        {"concept": "summit", "verdict": "unresolved"},
        {"concept": "gone", "verdict": "satisfied"},
    ]
    assert counted.add_verdicts(rows) == 1
    assert counted.usage["summit"].verdicts == {"repaired": 1, "unresolved": 1}
