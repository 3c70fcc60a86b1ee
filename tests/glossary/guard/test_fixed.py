"""Fixed phrases in which a word is not what its entry means: [applied] and {kept quiet}."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.glossary.build import matcher, outcome

PHRASES = (
    (Path(__file__).parents[3] / "localize" / "glossary" / "guard" / "phrases" / "en.txt")
    .read_text(encoding="utf-8")
    .splitlines()
)


@pytest.mark.parametrize(
    "sentence",
    [
        "A {hearing} aid was found after the [hearing].",
        "Both {hearing} aids were lost.",
        "The [hearing] in Lyon was short.",
        "Farm {run-off} turned the lake green after the [run-off].",
        "{King} Crimson played for the [king].",
        "He saw a {major} setback, said the [major] in charge.",
        "The [major] resigned.",
    ],
)
def test_a_phrase_is_more_than_its_words(sentence: str) -> None:
    terms = matcher(
        "en,pt,kind\nhearing,audiência,term\nrun-off,segundo turno,term\nking,rei,title\nmajor,major do Exército,title\n"
    )
    assert outcome(sentence, terms) == (sentence, sentence)


def test_an_entry_for_the_phrase_itself_is_applied() -> None:
    terms = matcher("en,pt,kind\nhearing aid,aparelho auditivo,term\nhearing,audiência,term\n")
    sentence = "The [hearing aid] was lost before the [hearing]."
    assert outcome(sentence, terms) == (sentence, sentence)


def test_the_phrases_are_sorted_in_two_parts() -> None:
    parts, names = PHRASES[2 : PHRASES.index("# Names.")], PHRASES[PHRASES.index("# Names.") + 1 :]
    for part in (parts, names):
        assert part == sorted(set(part), key=str.lower)
        assert all(len(phrase.split()) > 1 or "-" in phrase for phrase in part)


def test_the_phrases_that_reach_across_are_sorted() -> None:
    path = Path(__file__).parents[3] / "localize" / "glossary" / "guard" / "phrases" / "across.txt"
    phrases = path.read_text(encoding="utf-8").splitlines()[2:]
    assert phrases == sorted(set(phrases))
    assert all(len(phrase.split()) == 2 or " of " in phrase for phrase in phrases)
