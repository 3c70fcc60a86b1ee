"""From evidence to probabilities."""

from __future__ import annotations

import math

import pytest

from localize.detection.evidence import INSTALLED, Evidence

LONG = 10_000


def test_equal_evidence_is_divided_equally() -> None:
    assert Evidence({"pt": -3.0, "es": -3.0}).posterior(LONG, ()) == pytest.approx({"pt": 0.5, "es": 0.5})


def test_an_installed_language_is_ten_times_likelier() -> None:
    found = Evidence({"pt": 0.0, "es": 0.0}).posterior(LONG, {"pt"})
    assert found["pt"] / found["es"] == pytest.approx(INSTALLED)


def test_a_dialect_that_nobody_named_is_ten_times_less_likely() -> None:
    found = Evidence({"it": 0.0, "vec": 0.0}).posterior(LONG, ())
    assert found["it"] / found["vec"] == pytest.approx(10)


def test_short_texts_are_doubted() -> None:
    assert Evidence({"ru": 0.0}).posterior(12, ())["ru"] == pytest.approx(1 - 1 / math.e)


def test_doubt_whether_the_language_is_known_at_all_comes_off() -> None:
    assert Evidence({"ru": 0.0}, known=0.4).posterior(LONG, ())["ru"] == pytest.approx(0.4)


def test_a_choice_among_given_languages_leaves_the_others_out() -> None:
    evidence = Evidence({"pt": 0.0, "es": 1.0, "it": 5.0})
    assert set(evidence.posterior(LONG, (), only={"pt", "es"})) == {"pt", "es"}


def test_a_choice_that_the_evidence_does_not_have_is_no_choice() -> None:
    assert set(Evidence({"ja": 0.0}).posterior(LONG, (), only={"en"})) == {"ja"}


def test_no_evidence_gives_no_language() -> None:
    assert Evidence({}, known=0.0).posterior(LONG, ()) == {}


def test_extreme_scores_neither_overflow_nor_divide_by_zero() -> None:
    assert Evidence({"pt": 1e6, "es": -1e6}).posterior(LONG, ())["pt"] == pytest.approx(1.0)
