"""The rules of every language are sound data, and a damaged file says what is wrong with it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import combinations

import pytest

from localize.errors import ConfigError
from localize.languages import NAMES, LanguageTagError
from localize.segmentation.ruleset import ABBREVIATIONS, COMMON, FLAGS, check, entry, parse, read, rules

TAGS = sorted(
    path.name.removesuffix(".toml") for path in files("localize.segmentation").joinpath("rules").iterdir()
)


def test_the_languages_that_the_project_knows_best_have_rules() -> None:
    assert set(TAGS) >= {"und", "en", "pt", "es", "fr", "de", "it", "nl", "ru", "zh", "ja", "ar", "hi"}
    assert set(TAGS) <= {COMMON, *NAMES}


@pytest.mark.parametrize("tag", TAGS)
def test_a_word_belongs_to_one_class_and_is_written_once_and_short(tag: str) -> None:
    source = files("localize.segmentation").joinpath("rules", f"{tag}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    written = [entry(word) for name in ABBREVIATIONS for word in table.get(name, ())]
    assert len(written) == len(set(written))
    assert not [word for word in written if word.endswith(".") or not word.strip()]
    words = [word for name in ("starters", "goes_on", "speech", "names") for word in table.get(name, ())]
    assert words == [word.lower() for word in words]


@pytest.mark.parametrize("tag", TAGS)
def test_the_rules_of_a_language_load_with_disjoint_classes(tag: str) -> None:
    known = rules(tag)
    for one, other in combinations((getattr(known, name) for name in ABBREVIATIONS), 2):
        assert not one & other
    assert known is rules(tag)


def test_a_language_has_the_common_rules_and_overrides_them() -> None:
    assert "dr" in rules("pt").never
    assert "sr" in rules("en").before_starter
    assert "sr" in rules("pt").never
    assert "st" in rules("sv").after_number
    assert "st" not in rules("sv").never


def test_a_language_may_be_like_another() -> None:
    assert rules("no").ordinals
    assert "bl.a" in rules("nn").never
    assert "der" in rules("nb").starters


def test_parts_of_long_abbreviations_are_known() -> None:
    assert {"t.o", "t.o.v"} <= rules("nl").chains


def test_a_glossary_adds_abbreviations_without_touching_the_language() -> None:
    given = frozenset({"Hptm.", "N.Mex", "Ste. Genevieve", "Mr", ".", ""})
    extended = rules("en", given)
    assert {"hptm", "n.mex", "ste"} <= extended.never
    assert not {"", "ste.genevieve", "genevieve"} & extended.never
    assert "n.mex" in extended.chains
    assert "hptm" not in rules("en").never
    assert rules("en", frozenset(given)) is extended


def test_a_language_without_a_file_has_the_common_rules() -> None:
    assert rules("wo") == rules(COMMON)
    assert read("wo").flags == {}


def test_a_string_that_is_no_tag_is_refused() -> None:
    with pytest.raises(LanguageTagError):
        rules("../../secret")


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"newer": ["dr"]}, "newer"),
        ({"never": "dr"}, "never"),
        ({"never": ["dr", 5]}, "never"),
        ({"ordinals": "yes"}, "ordinals"),
        ({"ordinals": ["3"]}, "ordinals"),
    ],
)
def test_an_unknown_key_or_a_wrong_type_is_named_with_its_file(table: dict[str, object], key: str) -> None:
    with pytest.raises(ConfigError) as raised:
        check(table, path="rules/xx.toml")
    assert str(raised.value).startswith(f"rules/xx.toml: {key}: ")
    assert all(flag in raised.value.hint for flag in FLAGS)


def test_a_file_that_is_not_toml_is_named_with_the_line() -> None:
    with pytest.raises(ConfigError, match=r"rules/xx.toml: .*line 2"):
        parse('ordinals = true\nnever = ["dr" "mr"]', path="rules/xx.toml")


def test_a_file_that_is_like_another_comes_first() -> None:
    lists, flags = parse('like = "de"\nmay_end = ["hr"]\nordinals = false', path="rules/xx.toml")
    assert "hr" in lists["may_end"]
    assert "hr" not in lists["never"]
    assert "z.b" in lists["never"]
    assert flags == {"ordinals": False}


def test_an_entry_is_read_without_final_period_and_inner_spaces() -> None:
    assert [entry(text) for text in ("etc.", "p. ex.", " i. e ", "и др.", "Max")] == [
        "etc",
        "p.ex",
        "i.e",
        "и др",
        "Max",
    ]
