"""Given names, and whether a woman or a man has them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


def is_given_name(word: str) -> bool:
    """Tell whether a word is known as somebody's given name."""
    return gender_of(word) != "unknown"


def is_english_name(word: str) -> bool:
    """Tell whether a word is known as a given name in Britain or the United States."""
    return any(_guesser().get_gender(word, land) != "unknown" for land in ("great_britain", "usa"))


def gender_of(word: str) -> str:
    """Tell whose name a word is, in the words of gender-guesser: "female", "male", "andy" (both), "unknown" and others."""
    return str(_guesser().get_gender(word))


@cache
def _guesser() -> Any:  # gender_guesser is untyped
    return import_module("gender_guesser.detector").Detector()
