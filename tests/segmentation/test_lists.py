"""Items of a list are told from numbers and dashes in prose."""

from __future__ import annotations

import pytest

from localize.segmentation.lists import items


def starts(text: str) -> list[str]:
    return [text[start : start + 6].strip() for start in sorted(set(items(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) Bread here 2) Milk", ["1) Bre", "2) Mil"]),
        ("1.) Bread 2.) Milk", ["1.) Br", "2.) Mi"]),
        ("1. Bread 2. Milk 3. Salt", ["1. Bre", "2. Mil", "3. Sal"]),
        ("Buy: a) Bread b) Milk", ["a) Bre", "b) Mil"]),
        ("• Bread • Milk", ["• Brea", "• Milk"]),
        ("Buy:\n- bread\n- milk", ["- brea", "- milk"]),
        ("1. Bread\n2. Milk", ["1. Bre", "2. Mil"]),
        ("Done.\n5) Bread", ["5) Bre"]),
    ],
)
def test_items_of_a_list_are_found(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We must 1) eat and 2) drink",
        "We must: 1) eat, 2) drink",
        "It says so in chapter 1) Bread and 2) Milk",
        "1. Read chapter 2. The end",
        "2) Bread 3) Milk",
        "The minister\n– who was late – spoke",
        "It was signed by\nJ. Smith and\nK. Jones",
        "He came on\n12. Nobody saw him",
        "Bread • Milk",
    ],
)
def test_prose_has_none(text: str) -> None:
    assert starts(text) == []
