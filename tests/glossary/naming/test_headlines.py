"""Surnames that are words, at the head of a headline: what people do tells them."""

from __future__ import annotations

import pytest

from localize.glossary.naming.headlines import headline_names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Price Wins Seat in Ohio", ["Price"]),
        ("Rose to miss World Cup with knee injury", ["Rose"]),
        ("Marsh Apologises for Remarks", ["Marsh"]),
        ("Banks seals win for Hull", ["Banks"]),
        ("Young, Price Lead Spurs Past Kings", ["Young", "Price"]),
    ],
)
def test_who_wins_resigns_or_is_injured_is_somebody(source: str, names: list[str]) -> None:
    assert [source[slice(*span)] for span in headline_names(source)] == names


@pytest.mark.parametrize(
    "source",
    [
        "Bishop Resigns After Affair",  # an office
        "Driver Jailed for Life",  # a trade
        "Love Wins",  # may be the thing
        "Oil Beats Forecasts",
        "Banks Sued Over Loans",  # more than one
        "House Rejects Bill",
        "Bond returns fall",
        "Price wins over quality.",  # a sentence, not a headline
    ],
)
def test_offices_trades_and_things_are_none(source: str) -> None:
    assert not list(headline_names(source))
