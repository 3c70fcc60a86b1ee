"""YAML: scalars in all styles, each written in its own; the key that names the language follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from localize.document import Document, Text
from localize.errors import FormatError
from localize.formats.resources import yamlfile
from tests.formats.resources.samples import ANCHORED, PLAIN, RAILS

if TYPE_CHECKING:
    from collections.abc import Mapping


def loaded(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def written(document: Document, words: Mapping[str, str], language: str = "pt") -> str:
    return yamlfile.write(document, {name: Text(value) for name, value in words.items()}, language)


def test_a_file_of_rails_has_its_language_and_its_strings() -> None:
    document = yamlfile.read(RAILS, "config/locales/site.yml")
    assert document.language == "en"
    assert {unit.id: unit.source.plain for unit in document.units} == {
        "site.title": "The General Assembly",
        "site.hello": "Hello %{name}, welcome back",
        "site.intro": "The Prime Minister arrived in Brussels.",
        "site.intro#2": "She stays.",
        "site.intro#3": "The talks go on.",
        "site.folded": "This text is long and goes on.",
        "site.folded#2": "Then it ends.",
        "site.note": "Don't close the window",
        "site.wrapped": "a plain text that goes on here",
        "site.count.one": "%{count} article",
        "site.count.other": "%{count} articles",
        "site.list.0": "first thing",
        "site.list.1": "second, thing",
    }


def test_each_style_is_kept_and_everything_between_is_too() -> None:
    document = yamlfile.read(RAILS, "site.yml")
    text = written(
        document,
        {
            "site.title": 'A "Assembleia"',
            "site.note": "Não feche d'água",
            "site.intro": "A primeira-ministra chegou.",
            "site.folded#2": "Depois acaba.",
            "site.list.0": "primeira coisa",
        },
    )
    expected = RAILS
    for old, new in {
        "en:": "pt:",
        '"The General Assembly"': '"A \\"Assembleia\\""',
        "'Don''t close the window'": "'Não feche d''água'",
        "The Prime Minister arrived in Brussels.": "A primeira-ministra chegou.",
        "      This text is long\n      and goes on.": "      This text is long and goes on.",
        "Then it ends.": "Depois acaba.",
        "first thing": "primeira coisa",
    }.items():
        expected = expected.replace(old, new, 1)
    assert text == expected


@pytest.mark.parametrize(
    "value", ["yes", "a: b", "# no", "- item", "3.5", "null", "*x", "ends:", "{a}", " pad "]
)
def test_a_plain_scalar_gets_quotes_where_yaml_would_misread_it(value: str) -> None:
    document = yamlfile.read("title: The talks\n", "en.yml")
    assert loaded(written(document, {"title": value})) == {"title": value}


def test_in_a_flow_a_comma_needs_quotes() -> None:
    document = yamlfile.read("a: [one thing, two things]\n", "en.yml")
    text = written(document, {"a.0": "uma coisa, ou duas"})
    assert text == 'a: ["uma coisa, ou duas", two things]\n'


def test_norwegian_is_no_boolean() -> None:
    document = yamlfile.read("en:\n  title: The talks\n", "site.yml")
    assert written(document, {"title": "Samtalene"}, "no") == '"no":\n  title: Samtalene\n'


def test_aliases_and_tags_are_left() -> None:
    document = yamlfile.read(ANCHORED, "web.yml")
    assert [(unit.id, unit.source.plain) for unit in document.units] == [
        ("base.title", "The talks go on"),
        ("complex key", "its value"),
    ]
    assert written(document, {"base.title": "As conversas"}) == ANCHORED.replace(
        "The talks go on", "As conversas"
    )


def test_several_documents_in_one_file() -> None:
    document = yamlfile.read(PLAIN, "web.yml")
    assert [unit.source.plain for unit in document.units] == [
        "News",
        'A "quoted" word, café and on',
        "Another document",
    ]
    assert written(document, {"second": "Outro"}).endswith("second: Outro\n")


def test_windows_line_ends_stay() -> None:
    text = "a: |\r\n  One line here.\r\n  Two lines here.\r\nb: x y\r\n"
    document = yamlfile.read(text, "en.yml")
    assert written(document, {"a": "Uma."}) == text.replace("One line here.", "Uma.")


VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
SHAPES = [
    "k: {}\n",
    "k: '{}'\n",
    'k: "{}"\n',
    "k: |\n  {}\n",
    "k: >\n  {}\n",
    "k: |-\n  {}\nl: m\n",
    "[{}, b]\n",
    "- {}\n",
]


def put(value: Any, words: str) -> Any:
    """Put words in the place of others, anywhere in what was loaded."""
    if isinstance(value, dict):
        return {key: put(inner, words) for key, inner in value.items()}
    if isinstance(value, list):
        return [put(inner, words) for inner in value]
    return value.replace("Some words", words)


@given(st.sampled_from(SHAPES), VALUES)
def test_whatever_is_written_is_read_again(shape: str, value: str) -> None:
    document = yamlfile.read(shape.format("Some words"), "a.yml")
    text = written(document, {document.units[0].id: value})
    assert loaded(text) == put(loaded(document.text), value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "en.yml:1"),
        ("a: [b\nc: d\n", "en.yml:"),
        ('a: "b\n', "en.yml:"),
        ("a: *gone\n - b", "en.yml:"),
        ("[" * 500 + "]" * 500, "nested more than 100"),
        ("- " * 500, "nested more than 100"),
        ("a: \x01", "en.yml"),
        ('a: "\\U99999999"', "en.yml"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        yamlfile.read(text, "en.yml")


def test_aliases_of_aliases_do_not_grow() -> None:
    bomb = "a: &a [lol lol, lol lol]\n" + "".join(
        f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, one in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert len(yamlfile.read(bomb, "en.yml").units) == 2
