"""Headlines with a capital at each word: what of them is a name, and which translation is the better."""

from __future__ import annotations

import pytest

from localize.headlines import better, lowered
from localize.languages import Pair

PAIR = Pair("en", "pt")


@pytest.mark.parametrize(
    ("headline", "small"),
    [
        (
            "Rescuers Search for Survivors After Quake Hits Nepal",
            "Rescuers search for survivors after quake hits Nepal",
        ),
        ("Former President Jimmy Carter Dies at 100", "Former president Jimmy Carter dies at 100"),
        (
            "Manchester City Beat Real Madrid to Reach Final",
            "Manchester City beat Real Madrid to reach final",
        ),
        (
            "UN Security Council Votes to Lift Arms Embargo",
            "UN Security Council votes to lift arms embargo",
        ),
        ("Goldman Sachs and Wells Fargo Raise Pay", "Goldman Sachs and Wells Fargo raise pay"),
        ("Trump Threatens New Tariffs on North Korea", "Trump threatens new tariffs on North Korea"),
        ("Salt Lake City to Host Winter Olympics", "Salt Lake City to host Winter Olympics"),
        ("How iPhone Sales Changed Russian Habits", "How iPhone sales changed Russian habits"),
        ("Storm Bert Leaves Thousands Without Power", "Storm Bert leaves thousands without power"),
        ("China’s Exports Fall as Britain’s Rise", "China’s exports fall as Britain’s rise"),
    ],
)
def test_a_headline_is_written_small_but_for_its_names(headline: str, small: str) -> None:
    assert lowered(headline, PAIR) == small


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Watch",  # a name as often as not
        "The Secretary-General met Maria Silva in Oslo.",
        "Os Ministros Encontram-se com o Papa",
    ],
)
def test_what_is_no_headline_stays(text: str) -> None:
    assert lowered(text, Pair("pt", "en") if text.startswith("Os") else PAIR) == text


@pytest.mark.parametrize(
    ("headline", "titled", "small", "wins"),
    [
        # fewer words are left in English
        (
            "Stocks Rally as Inflation Cools",
            "Ações Rally como Inflation Cools",
            "Ações sobem e a inflação esfria",
            True,
        ),
        (
            "Tech Giants Face New Rules",
            "Tech Giants enfrentam novas regras",
            "Gigantes enfrentam novas regras",
            True,
        ),
        # a sentence, and neither leaves any
        (
            "Mayor Resigns Amid Probe",
            "Prefeito resigna-se em meio à sonda",
            "Prefeito renuncia em meio a inquérito",
            True,
        ),
        # perhaps a name, all of it
        (
            "Ministry of Foreign Trade Policy",
            "Ministério da Política de Comércio",
            "Ministério da política de comércio",
            False,
        ),
        # a name is lost
        (
            "Judge Frees Young to Appeal",
            "Juiz liberta Young para recorrer",
            "Juiz liberta jovem para recorrer",
            False,
        ),
        (
            "How Ford Made Cars Cheap",
            "Como a Ford fez carros baratos",
            "Como o vau fez carros baratos",
            False,
        ),
    ],
)
def test_small_letters_win_where_words_were_left_and_never_where_a_name_is_lost(
    headline: str, titled: str, small: str, *, wins: bool
) -> None:
    assert better(headline, titled, small, PAIR) is wins
