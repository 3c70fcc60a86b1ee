"""Routes through models: the fewest pivots, English first, regional tags through their base language."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.engines.routes import reachable, route
from localize.errors import UnsupportedPairError
from localize.languages import Pair, parse_pair

LANGUAGES = ("de", "en", "es", "fr", "pt")
sets_of_models = st.sets(st.builds(Pair, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES)), max_size=10)


def models(names: str) -> list[Pair]:
    return [parse_pair(name) for name in names.split()]


def steps(pair: str, available: str) -> str:
    return " ".join(map(str, route(parse_pair(pair), models(available))))


@pytest.mark.parametrize(
    ("pair", "available", "chain"),
    [
        ("en-pt", "en-pt en-es es-pt", "en-pt"),
        ("en-es", "en-pt pt-es", "en-pt pt-es"),
        ("de-pt", "de-fr fr-pt de-en en-pt", "de-en en-pt"),
        ("de-pt", "de-es es-pt de-fr fr-pt", "de-es es-pt"),
        ("de-pt", "de-en en-fr fr-pt de-es es-pt", "de-es es-pt"),
        ("ja-pt", "ja-en en-es es-pt", "ja-en en-es es-pt"),
        ("en-pt-BR", "en-pt", "en-pt"),
        ("en-pt-BR", "en-pt en-pt-BR", "en-pt-BR"),
        ("en-pt", "en-pt-BR en-pt", "en-pt"),
        ("en-pt-BR", "en-pt en-ca ca-pt-BR", "en-pt"),
        ("en-pt-BR", "en-ca ca-pt ca-pt-BR", "en-ca ca-pt-BR"),
        ("pt-BR-en", "pt-en", "pt-en"),
        ("pt-BR-en", "pt-en pt-BR-en", "pt-BR-en"),
        ("en-GB-pt-BR", "en-pt", "en-pt"),
        ("en-zh-Hant-TW", "en-zh en-zh-Hant", "en-zh-Hant"),
        ("zh-HK-en", "zh-en zh-Hant-en", "zh-Hant-en"),
    ],
)
def test_a_route_has_the_fewest_models_and_english_for_a_pivot_among_equals(
    pair: str, available: str, chain: str
) -> None:
    assert steps(pair, available) == chain


@pytest.mark.parametrize(
    ("pair", "available"),
    [
        ("en-de", "en-pt"),
        ("pt-en", "en-pt"),
        ("en-pt", ""),
        ("en-en", "en-pt pt-en"),
        ("en-pt", "en-pt-BR"),
        ("en-en-GB", "en-pt"),
    ],
)
def test_a_pair_without_a_route_is_refused_with_what_there_is(pair: str, available: str) -> None:
    with pytest.raises(UnsupportedPairError) as caught:
        steps(pair, available)
    wanted = parse_pair(pair)
    assert (caught.value.source, caught.value.target) == tuple(wanted)
    assert sorted(caught.value.available) == sorted(available.split())
    assert f"localize model install {pair}" in caught.value.hint


def test_pivots_count_as_directions() -> None:
    assert reachable(models("en-pt pt-es es-en")) == frozenset(
        models("en-pt en-es pt-es pt-en es-en es-pt"),
    )
    assert reachable([]) == frozenset()


def fewest(pair: Pair, available: set[Pair]) -> int:
    """Count the models of the shortest chain, the slow way; 0 when there is none."""
    fronts = {pair.source}
    for length in range(1, len(LANGUAGES) + 1):
        fronts = {model.target for model in available if model.source in fronts}
        if pair.target in fronts:
            return length
    return 0


@given(sets_of_models)
def test_a_route_is_a_chain_of_available_models_and_as_short_as_can_be(available: set[Pair]) -> None:
    for pair in map(Pair._make, product(LANGUAGES, LANGUAGES)):
        length = fewest(pair, available) if pair.source != pair.target else 0
        if not length:
            with pytest.raises(UnsupportedPairError):
                route(pair, available)
            continue
        chain = route(pair, available)
        assert len(chain) == length
        assert set(chain) <= available
        assert (chain[0].source, chain[-1].target) == pair
        assert all(a.target == b.source for a, b in pairwise(chain))


@given(sets_of_models)
def test_what_is_reachable_is_what_has_a_route(available: set[Pair]) -> None:
    pairs = map(Pair._make, product(LANGUAGES, LANGUAGES))
    expected = {pair for pair in pairs if pair.source != pair.target and fewest(pair, available)}
    assert reachable(available) == expected


@given(sets_of_models, st.data())
def test_the_order_in_which_models_were_found_does_not_matter(
    available: set[Pair], data: st.DataObject
) -> None:
    found = data.draw(st.permutations(sorted(available)))
    for pair in reachable(available):
        assert route(pair, found) == route(pair, available)


def test_of_equally_short_ways_that_over_a_preferred_language_wins() -> None:
    models = [Pair(*pair.split("-")) for pair in ("fr-ca", "ca-pt", "fr-es", "es-pt", "fr-en", "en-pt")]
    assert [
        route(Pair("fr", "pt"), models, prefer=prefer)[0].target for prefer in ((), ("es",), ("it", "ca"))
    ] == [
        "en",
        "es",
        "ca",
    ]


@pytest.mark.parametrize("pair", ["en-zh-Hant", "zh-TW-en", "en-sr-Latn"])
def test_a_model_for_one_script_is_none_for_another(pair: str) -> None:
    with pytest.raises(UnsupportedPairError, match="no model translates"):
        route(parse_pair(pair), [Pair("en", "zh"), Pair("zh", "en"), Pair("en", "sr")])
