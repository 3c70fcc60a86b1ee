"""Errors: each says what, where, and what to do."""

from __future__ import annotations

import pickle

import pytest

from localize import errors
from localize.errors import (
    ConfigError,
    DetectionError,
    FormatError,
    GlossaryError,
    InputError,
    LocalizeError,
    ModelError,
    OutputError,
    UnsupportedPairError,
)

PLACED = [
    (
        ConfigError("unknown key", path="localize.toml", key="engine.beem"),
        "localize.toml: engine.beem: unknown key",
    ),
    (ConfigError("not TOML", path="localize.toml"), "localize.toml: not TOML"),
    (InputError("does not exist", path="news.md"), "news.md: does not exist"),
    (FormatError("unclosed tag", path="a.html", line=3, column=7), "a.html:3:7: unclosed tag"),
    (FormatError("unclosed tag", path="a.html", line=3), "a.html:3: unclosed tag"),
    (FormatError("not UTF-8", path="a.html"), "a.html: not UTF-8"),
    (OutputError("cannot be written", path="out"), "out: cannot be written"),
    (ModelError("no model inside", place="en_es.argosmodel"), "en_es.argosmodel: no model inside"),
]


@pytest.mark.parametrize(("error", "message"), PLACED)
def test_a_message_begins_with_the_place(error: LocalizeError, message: str) -> None:
    assert str(error) == message


@pytest.mark.parametrize("error", [error for error, _ in PLACED])
def test_an_error_crosses_to_another_process_as_it_is(error: LocalizeError) -> None:
    crossed = pickle.loads(pickle.dumps(error))
    assert type(crossed) is type(error)
    assert str(crossed) == str(error)
    assert vars(crossed) == vars(error)


def test_an_error_keeps_its_place_apart_for_programs() -> None:
    error = FormatError("unclosed tag", path="a.html", line=3, column=7, hint="close it")
    assert (error.path, error.line, error.column, error.hint) == ("a.html", 3, 7, "close it")


def test_all_problems_of_a_glossary_are_one_error() -> None:
    error = GlossaryError(["g.csv:2: en: empty", "g.csv:9: pt: empty"], path="g.csv")
    assert str(error) == "g.csv:2: en: empty\ng.csv:9: pt: empty"
    assert error.problems == ("g.csv:2: en: empty", "g.csv:9: pt: empty")


def test_a_pair_that_no_model_serves_names_those_that_are_served() -> None:
    error = UnsupportedPairError("en", "de", available=["en-es", "en-pt"])
    assert str(error) == "no model translates en to de (installed: en-es, en-pt)"
    assert (
        str(UnsupportedPairError("en", "de", available=[]))
        == "no model translates en to de (installed: none)"
    )


def test_a_language_that_cannot_be_told_comes_with_candidates() -> None:
    assert DetectionError("unclear", candidates=[("pt", 0.5), ("gl", 0.4)]).candidates == (
        ("pt", 0.5),
        ("gl", 0.4),
    )


def test_every_error_is_one_that_a_user_can_mend() -> None:
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    assert len(classes) > 8
    assert all(issubclass(one, LocalizeError) for one in classes)
