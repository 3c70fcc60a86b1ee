"""Given names, and whether a woman or a man has them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

_OTHERWISE = dict.fromkeys(["Nikol", "Raila", "Salva", "Sameh"], "male") | dict.fromkeys(
    ["Ami", "Andrea", "Daniele", "Eli", "Elia", "Gabriele", "Inge", "Joan", "Michele", "Nicola", "Noa", "Ofir", "Sabah", "Sava",
     "Simone", "Vanya", "Yuli"],
    "andy",
)  # fmt: skip
"""Names that the list has as a woman's or a man's alone, and the news do not: Sameh Shoukry, Andrea Orcel."""


def is_given_name(word: str) -> bool:
    """Tell whether a word is known as somebody's given name."""
    return gender_of(word) != "unknown"


def is_english_name(word: str) -> bool:
    """Tell whether a word is known as a given name in Britain or the United States."""
    return any(_guesser().get_gender(word, land) != "unknown" for land in ("great_britain", "usa"))


def gender_of(word: str) -> str:
    """Tell whose name a word is, in the words of gender-guesser: "female", "male", "andy" (both), "unknown" and others."""
    return _OTHERWISE.get(word) or str(_guesser().get_gender(word))


@cache
def _guesser() -> Any:  # gender_guesser is untyped
    return import_module("gender_guesser.detector").Detector()
