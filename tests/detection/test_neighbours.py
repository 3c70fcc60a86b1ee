"""Warnings about languages that a detector cannot tell."""

from __future__ import annotations

import pytest

from localize.detection import Detector
from localize.detection.neighbours import TAKEN_FOR, alike, blind, near
from localize.detection.profiles import PROFILES

INDONESIAN = (
    "Dewan kota memutuskan untuk membangun kembali pelabuhan lama yang tertutup bagi kapal sejak banjir."
)


def test_an_installed_language_that_langdetect_takes_for_another_is_warned_of() -> None:
    (warning,) = Detector(backend="langdetect", installed=("en", "id", "ms")).detect(INDONESIAN).warnings
    assert warning == (
        "langdetect does not know Malay and takes it for Indonesian:"
        " if it is Malay, say --from ms, or install localize[detect]"
    )


def test_no_warning_where_the_language_is_not_installed() -> None:
    assert Detector(backend="langdetect", installed=("en", "id")).detect(INDONESIAN).warnings == ()


def test_no_warning_about_texts_that_look_like_neither() -> None:
    assert blind({"de": 0.99}, {"gl", "eu", "ga"}) == ()


def test_galician_is_warned_of_beside_portuguese_and_spanish() -> None:
    assert "Galician" in blind({"pt": 0.9}, {"gl"})[0]
    assert "Galician" in blind({"es": 0.6, "it": 0.2}, {"gl"})[0]


def test_no_warning_where_the_language_itself_was_found() -> None:
    assert blind({"gl": 0.9, "pt": 0.1}, {"gl"}) == ()


def test_py3langid_needs_no_such_warning() -> None:
    pytest.importorskip("py3langid")
    found = Detector(backend="py3langid", installed=("en", "pt", "gl")).detect(
        "A câmara municipal decidiu na terça-feira reconstruir o antigo porto."
    )
    assert found.language == "pt"
    assert found.warnings == ()


def test_croatian_and_bosnian_are_said_to_be_hardly_told_apart() -> None:
    assert alike({"hr": 0.5, "bs": 0.4}) == ("Croatian and Bosnian are hardly told apart: --from settles it",)
    assert alike({"hr": 0.9, "bs": 0.01}) == ()


def test_only_languages_without_a_profile_are_listed() -> None:
    profiled = {code for codes in PROFILES.values() for code in codes}
    assert not profiled & set(TAKEN_FOR)


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [("pt-BR", "pt", True), ("hr", "sr", True), ("da", "nb", True), ("gl", "es", True), ("en", "fr", False)],
)
def test_close_languages_are_known(*, one: str, other: str, close: bool) -> None:
    assert near(one, other) is near(other, one) is close
