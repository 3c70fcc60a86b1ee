"""Shorthand of English news is written out for a model that misreads it, and comes out right."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import apply_edits
from localize.engines.shorthand import written_out
from localize.engines.spelling import respell, restore
from localize.languages import Pair

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine


def covered(character: str) -> bool:
    return character not in "€£¥¢"


def seen(text: str, source: str = "en", target: str = "pt") -> str:
    return apply_edits(text, written_out(text, source, target, covered))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Free cash flow: $664m", "Free cash flow: $664 million"),
        ("£2.3bn more for the NHS", "2.3 billion pounds more for the NHS"),
        ("It cost €5 million; India paid.", "It cost 5 million euros; India paid."),
        ("It costs ¥3.63 million.", "It costs 3.63 million yen."),
        ("Germany's €500bn fund grew.", "Germany's €500 billion fund grew."),
        ("a €5 ticket", "a €5 ticket"),
        ("a £5m-a-year player", "a £5 million-a-year player"),
        ("It earned 45¢ a share.", "It earned 45 cents a share."),
        ("two cuts of 25bp by May", "two cuts of 25 basis points by May"),
        ("a peak in Nov. 2025", "a peak in November 2025"),
        ("from Jan.–Mar. 2026 on", "from January–March 2026 on"),
        ("on 7 Dec. 1941", "on 7 December 1941"),
        ("KABUL, Oct 12 (AFP)", "KABUL, October 12 (AFP)"),
        ("the Mar. A Lago club", "the Mar. A Lago club"),
        ("Sunset is at 7:42 p.m. today.", "Sunset is at 19:42 today."),
        ("It ended at 12:51 p.m.", "It ended at 12:51."),
        ("It began at 12:01 a.m. EDT.", "It began at 0:01 EDT."),
        ("a 5.30pm kick-off", "a 17:30 kick-off"),
        ("a ratio of 5:30 and 3 p.m.", "a ratio of 5:30 and 3 p.m."),
    ],
)
def test_shorthand_is_written_out(text: str, written: str) -> None:
    assert seen(text) == written


def test_only_english_is_read_and_only_english_counts_hours_to_twelve() -> None:
    assert seen("em 7:42 p.m. de Nov. 2025", source="pt", target="en") == "em 7:42 p.m. de Nov. 2025"
    assert seen("at 7:42 p.m.", target="en-GB") == "at 7:42 p.m."


def test_a_sign_that_the_model_knows_stays() -> None:
    text = "It cost €5 million."
    assert written_out(text, "en", "pt", lambda _: True) == []


def test_what_is_written_out_points_to_what_it_stands_for() -> None:
    text = "It cost €5bn in Nov. 2025."
    spelled = respell(text, covered, written_out(text, "en", "pt", covered))
    assert spelled.text == "It cost 5 billion euros in November 2025."

    def origin(word: str) -> str:
        start = spelled.text.index(word)
        return text[slice(*spelled.to_original((start, start + len(word))))]

    assert [origin(word) for word in ("5", "billion", "November", "2025")] == ["5", "bn", "Nov.", "2025"]


def test_words_that_were_put_in_are_no_names_to_be_spelled_back() -> None:
    text = "They paid €5 million in Nov. 2025."
    spelled = respell(text, covered, written_out(text, "en", "pt", covered))
    made = "Pagaram 5 million euros em November 2025."
    assert restore(spelled, made, ())[0] == made


@given(st.text(st.sampled_from("$€£5.1 bnmpa:JanDec–(;x"), max_size=30))
def test_offsets_never_run_backwards_or_out_of_the_source(text: str) -> None:
    spelled = respell(text, covered, written_out(text, "en", "pt", covered))
    assert len(spelled.offsets) == len(spelled.text) + 1
    assert list(spelled.offsets) == sorted(spelled.offsets)
    assert all(0 <= offset <= len(text) for offset in spelled.offsets)


def test_hostile_text_takes_no_long_time() -> None:
    begin = time.process_time()
    seen("$1.1" * 5_000 + " Jan." * 5_000 + "1:11 " * 5_000)
    assert time.process_time() - begin < 1


def test_the_shipped_model_keeps_euros_months_and_hours(argos: ArgosEngine) -> None:
    sources = ["It received €120 million in Nov. 2025.", "The briefing ended at 3:51 p.m."]
    first, second = argos.translate(sources, Pair("en", "pt"))
    assert "120 milhões de euros" in first.text
    assert "novembro de 2025" in first.text
    assert "15:51" in second.text
