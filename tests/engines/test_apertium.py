"""Apertium as it is installed, and what its stream takes and gives."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.engines import SteerableEngine, WideEngine
from localize.engines.apertium import ApertiumEngine, Reply, escape, hint, read
from localize.errors import EngineError, UnsupportedPairError
from localize.languages import Pair
from tests.engines.prose import SENTENCES

if TYPE_CHECKING:
    from pathlib import Path

EN_ES = Pair("en", "es")


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        (Pair("en", "es"), "The house is white.", "La casa es blanca."),
        (Pair("en", "ca"), "The house is white.", "La casa és blanca."),
        (Pair("es", "pt"), "La casa es blanca.", "A casa é branca."),
        (Pair("fr", "es"), "La maison est blanche.", "La casa es blanca."),
        (Pair("es", "it"), "La casa es blanca.", "La casa è bianca."),
    ],
)
def test_installed_pairs_translate(apertium: ApertiumEngine, pair: Pair, source: str, target: str) -> None:
    assert [draft.text for draft in apertium.translate([source], pair)] == [target]


def test_pairs_are_found_by_themselves_pivots_included(apertium: ApertiumEngine) -> None:
    assert {EN_ES, Pair("es", "pt"), Pair("en", "it"), Pair("fr", "pt")} <= apertium.pairs()


def test_a_route_over_a_pivot_translates(apertium: ApertiumEngine) -> None:
    (draft,) = apertium.translate(["La maison est blanche."], Pair("fr", "pt"))
    assert draft.text == "A casa é branca."


def test_regional_modes_have_regional_tags(apertium: ApertiumEngine) -> None:
    assert apertium.modes[Pair("es", "pt-BR")].name == "es-pt_BR"


def test_the_origin_names_version_modes_and_data(apertium: ApertiumEngine) -> None:
    assert apertium.signature.startswith("apertium (3.")
    name, fingerprint = apertium.origin(EN_ES).removeprefix(f"{apertium.signature}: ").split()
    assert name == "eng-spa"
    assert len(fingerprint) == 8
    assert apertium.origin(Pair("fr", "pt")).count(" + ") == 1


def test_words_that_it_does_not_know_are_told_and_not_marked(apertium: ApertiumEngine) -> None:
    sentence = "The glorbification of the house is white."
    (draft,) = apertium.translate([sentence], EN_ES)
    assert "*" not in draft.text
    assert apertium.unknown([sentence, "The house is white."], EN_ES) == [("glorbification",), ()]


def test_a_batch_gives_what_one_by_one_gives_in_any_order(apertium: ApertiumEngine) -> None:
    alone = [apertium.translate([source], EN_ES)[0] for source in SENTENCES]
    random.Random(7).shuffle(order := list(range(len(SENTENCES))))
    assert apertium.translate([SENTENCES[i] for i in order], EN_ES) == [alone[i] for i in order]


@pytest.mark.parametrize(
    "odd",
    [
        "*",
        "#",
        "@",
        "~",
        "^",
        "$",
        "[",
        "]",
        "[]",
        "{",
        "<b>",
        "a/b",
        "\\",
        "^a<n>$",
        "[[t:b:x]]",
        "\0",
        "\x1b[2J",
        "a\nb",
    ],
)
def test_what_means_something_to_apertium_does_not_disturb_it(apertium: ApertiumEngine, odd: str) -> None:
    before, middle, after = apertium.translate(
        ["The house is white.", f"house {odd} here", "We sing."], EN_ES
    )
    assert before.text == "La casa es blanca."
    assert after.text == "Cantamos."
    assert "asa" in middle.text


@pytest.mark.parametrize(
    "mark", ["*", "#", "@", "~", "^", "$", "[", "]", "{", "<", "/", "\\", "|", "%", "€", "🙂"]
)
def test_reserved_characters_come_through(apertium: ApertiumEngine, mark: str) -> None:
    (draft,) = apertium.translate([f"The house {mark} is white."], EN_ES)
    assert mark in draft.text


def test_it_says_that_it_only_translates(apertium: ApertiumEngine) -> None:
    assert not isinstance(apertium, SteerableEngine)
    assert not isinstance(apertium, WideEngine)
    assert apertium.translate(["NATO"], EN_ES)[0].alignment == ()


def test_a_missing_pair_names_its_package(apertium: ApertiumEngine) -> None:
    with pytest.raises(UnsupportedPairError) as caught:
        apertium.translate(["Hello."], Pair("nb", "nn"))
    assert caught.value.hint == "apt-get install apertium-nno-nob"


@pytest.mark.parametrize(
    ("pair", "package"),
    [
        ("en-es", "apertium-eng-spa"),
        ("es-en", "apertium-eng-spa"),
        ("af-nl", "apertium-afr-nld"),
        ("es-gl", "es-gl"),
    ],
)
def test_hints_name_the_package_of_a_pair(pair: str, package: str) -> None:
    assert hint(Pair(*pair.split("-"))).startswith("apt-get install apertium-")
    assert hint(Pair(*pair.split("-"))).endswith(package)


def test_where_there_is_no_package_those_of_either_language_are_named() -> None:
    assert "apertium-isl-eng" in hint(Pair("is", "ja"))
    assert "none" in hint(Pair("ja", "ko"))


def test_without_apertium_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="Apertium is not installed here") as caught:
        ApertiumEngine({})
    assert "apt-get install apertium" in caught.value.hint


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("La casa es blanca.", Reply("La casa es blanca.", ())),
        ("La *glorbification es #De", Reply("La glorbification es De", ("glorbification", "De"))),
        ("@home y *d’Artagnan,", Reply("home y d’Artagnan,", ("home", "d’Artagnan"))),
        (r"\*a \[b\] \$5", Reply("*a [b] $5", ())),
        (r"C[#] [\]]", Reply("C# ]", ())),
        ("  Dos  espacios ", Reply("Dos espacios", ())),
    ],
)
def test_answers_are_read(answer: str, reply: Reply) -> None:
    assert read(answer) == reply


@given(st.text(max_size=60))
def test_what_is_written_for_the_stream_reads_as_the_text_again(text: str) -> None:
    plain = "".join(
        " " if (not c.isprintable() and ord(c) < 160) or "\ud800" <= c <= "\udfff" else c for c in text
    )
    expected = " ".join(plain.split())
    assert read(escape(text)).text.replace("'", "’") == expected.replace("'", "’")
    assert read(escape(text)).unknown == ()
