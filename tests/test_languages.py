"""Language tags: written one way, whatever the user or an engine writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.languages import (
    NAMES,
    LanguageTagError,
    Pair,
    base,
    direction,
    from_argos,
    name,
    normalise,
    parse_pair,
)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("pt", "pt"),
        ("PT", "pt"),
        ("PT_br", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("zh-TW", "zh-Hant"),
        ("zh_CN", "zh"),
        ("zh-hans", "zh"),
        ("ZH-HANT", "zh-Hant"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("iw", "he"),
        ("iw-IL", "he-IL"),
        ("in", "id"),
        ("fil", "tl"),
        ("fil-PH", "tl-PH"),
        ("sr-Latn-RS", "sr-Latn-RS"),
    ],
)
def test_a_tag_is_written_the_bcp_47_way(written: str, tag: str) -> None:
    assert normalise(written) == tag


@pytest.mark.parametrize(
    "written",
    ["", "e", "english", "en-", "-en", "en--US", "en US", "pt-BRA", "../en", "en\n", "en-US-x-y", "ﬁ", "12"],
)
def test_what_is_no_tag_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(LanguageTagError, match="is not a language tag") as caught:
        normalise(written)
    assert "pt-BR" in caught.value.hint


def test_the_name_of_a_language_brings_up_its_tag() -> None:
    with pytest.raises(LanguageTagError) as caught:
        normalise("Portuguese")
    assert caught.value.hint.startswith("did you mean pt? ")


@given(st.from_regex(r"[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?", fullmatch=True))
def test_a_normal_tag_is_normal(written: str) -> None:
    assert normalise(normalise(written)) == normalise(written)


@given(st.text(max_size=12))
def test_any_string_is_a_tag_or_an_error(written: str) -> None:
    try:
        tag = normalise(written)
    except LanguageTagError:
        return
    assert tag.isascii()
    assert "_" not in tag


def test_every_tag_of_the_table_is_written_as_it_should_be() -> None:
    assert [tag for tag in NAMES if normalise(tag) != tag] == []
    assert all(base(tag) in NAMES for tag in NAMES)


@pytest.mark.parametrize(
    ("tag", "english"),
    [
        ("pt", "Portuguese"),
        ("pt-BR", "Brazilian Portuguese"),
        ("fr-CA", "French (CA)"),
        ("xx", "xx"),
        ("xx-YY", "xx-YY"),
    ],
)
def test_a_language_is_named_in_english_and_an_unknown_one_by_its_tag(tag: str, english: str) -> None:
    assert name(tag) == english


@pytest.mark.parametrize(("tag", "language"), [("pt-BR", "pt"), ("zh-Hant-TW", "zh"), ("en", "en")])
def test_the_base_of_a_tag_is_its_language(tag: str, language: str) -> None:
    assert base(tag) == language


@pytest.mark.parametrize(("code", "tag"), [("pb", "pt-BR"), ("zt", "zh-Hant"), ("en", "en"), ("nb", "nb")])
def test_codes_of_argos_become_tags(code: str, tag: str) -> None:
    assert from_argos(code) == tag


@pytest.mark.parametrize(
    ("written", "pair"),
    [
        ("en-es", Pair("en", "es")),
        ("en_es", Pair("en", "es")),
        ("en->es", Pair("en", "es")),
        ("EN:PT", Pair("en", "pt")),
        ("en-pt-BR", Pair("en", "pt-BR")),
        ("pt-BR-en", Pair("pt-BR", "en")),
        ("zh-Hant-en", Pair("zh-Hant", "en")),
        ("zh-TW-en", Pair("zh-Hant", "en")),
    ],
)
def test_a_direction_is_read_as_people_write_it(written: str, pair: Pair) -> None:
    assert parse_pair(written) == pair


@pytest.mark.parametrize("written", ["", "en", "en-", "english-portuguese", "en es", "-"])
def test_what_is_no_direction_is_refused(written: str) -> None:
    with pytest.raises(LanguageTagError, match="is not a pair of languages"):
        parse_pair(written)


def test_a_pair_prints_as_source_and_target() -> None:
    assert str(Pair("en", "pt-BR")) == "en-pt-BR"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("he", "rtl"),
        ("pt-BR", "ltr"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("ks-Deva", "ltr"),
        ("zh-Hant", "ltr"),
        ("es-419", "ltr"),
    ],
)
def test_a_script_in_the_tag_decides_on_the_direction_else_the_language(tag: str, expected: str) -> None:
    assert direction(tag) == expected
