"""What a translation says, for people who do not read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize import engines
from localize.backwards import origin, translated_back
from localize.errors import UnsupportedPairError
from localize.languages import Pair
from tests.exchange.build import result

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine


@pytest.mark.model
def test_targets_are_translated_back_without_looking_at_their_sources(argos: ArgosEngine) -> None:
    (made,) = translated_back(argos, [result()], Pair("en", "pt"))
    assert made.translations == result().translations
    assert set(made.back) == {"p1/0", "p2/0"}
    assert made.back["p1/0"] == "NATO met in Brussels."
    assert "32" not in made.back["p2/0"]  # the translation has lost it


def test_several_files_keep_their_own() -> None:
    echo = engines.load("echo", {})
    first, second = translated_back(echo, [result("a.md"), result("b.md")], Pair("en", "pt"))
    assert (
        first.back
        == second.back
        == {
            "p1/0": "A OTAN reuniu-se em Bruxelas.",
            "p2/0": "O Secretário-Geral da NATO falou dos membros.",
        }
    )


@pytest.mark.model
def test_without_a_model_for_the_way_back_the_error_says_what_to_do(argos: ArgosEngine) -> None:
    with pytest.raises(UnsupportedPairError, match="no model translates es to en") as caught:
        origin(argos, Pair("en", "es"))
    assert caught.value.hint == "install one (localize model available es), or translate without --back"
