from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Text
from localize.formats import markdown
from localize.formats.front_matter import front_matter
from tests.formats.build import rewritten, units

PLAIN = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=40,
).map(lambda text: "x" + " ".join(text.split()) + "y")


def values(document: str) -> list[str]:
    return [text for kind, text in units(document) if kind == "front-matter"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Talks end", "Talks end"),
        ("Title:   Talks end   ", "Talks end"),
        ('"title": "Talks end" # why', "Talks end"),
        ("title: 'It''s over'", "It's over"),
        ('title: "A \\"B\\" C\\u00e9"', 'A "B" Cé'),
        ("  - caption: In a list", "In a list"),
        ("title: Café: the end # why", "Café: the end"),
        ("title: -5 degrees", "-5 degrees"),
    ],
)
def test_prose_values_on_one_line_are_units(line: str, value: str) -> None:
    assert values(f"---\n{line}\n---\n") == [value]


@pytest.mark.parametrize(
    "line",
    [
        "author: Anna", "title: [a, b]", "title: {a: b}", "title: |", "title: >-", "title: &anchor x", "title: *alias",
        "title: !!str x", "title:", 'title: "open', "title: ''", "title: ---", "title: one\n\n  two", "body: |\n  title: x",
    ],
)  # fmt: skip
def test_other_values_are_left_alone(line: str) -> None:
    assert values(f"---\n{line}\n---\n") == []


@pytest.mark.parametrize(
    ("before", "sources", "after"),
    [
        ("description: >\n  It rained\n  all day.\n\n  Then\n  not.", ["It rained all day.", "Then not."], "description: >\n  IT RAINED ALL DAY.\n\n  THEN NOT."),
        ("summary: |-\n  It rained.\n  It was cold\ndate: 2020", ["It rained.", "It was cold"], "summary: |-\n  IT RAINED.\n  IT WAS COLD\ndate: 2020"),
        ("title: It rained\n  all day", ["It rained all day"], "title: IT RAINED ALL DAY"),
        ("title: It rained\n  all day # why", ["It rained all day"], "title: IT RAINED ALL DAY # why"),
        ('title: "It \\"rained\\"\n  all day"', ['It "rained" all day'], 'title: "IT \\"RAINED\\" ALL DAY"'),
        ("images:\n  - caption: >-\n      A flag\n      fell", ["A flag fell"], "images:\n  - caption: >-\n      A FLAG FELL"),
    ],
)  # fmt: skip
def test_long_values_are_units_paragraph_by_paragraph(before: str, sources: list[str], after: str) -> None:
    for newline in ("\n", "\r\n"):
        document = f"---\n{before}\n---\nText\n".replace("\n", newline)
        assert values(document) == sources
        read = markdown.read(document, "a.md")
        targets = {one.id: Text(one.source.plain.upper(), one.source.codes) for one in read.units[:-1]}
        assert markdown.write(read, targets, "pt") == f"---\n{after}\n---\nText\n".replace("\n", newline)


def test_the_keys_are_the_callers_choice() -> None:
    document = markdown.read("---\ntitle: A\nteaser: B\n---\n", "a.md", keys={"teaser"})
    assert [unit.source.plain for unit in document.units] == ["B"]


@pytest.mark.parametrize(
    ("declared", "language"),
    [
        ("lang: en", "en"), ("language: pt_br", "pt-BR"), ('lang: "zh-Hant"', "zh-Hant"), ("lang: English", None),
        ("  lang: en", None), ("slang: en", None), ("lang: x y\nlanguage: de", "de"),
    ],
)  # fmt: skip
def test_the_language_is_what_the_front_matter_declares(declared: str, language: str | None) -> None:
    assert markdown.read(f"---\n{declared}\n---\nText\n", "a.md").language == language
    assert markdown.read(f"\ufeff---\r\n{declared}\r\n...\r\nText\r\n", "a.md").language == language


def test_a_translation_declares_its_own_language() -> None:
    assert rewritten("---\nlang: en-GB\ntitle: End\n---\n", "Fim") == "---\nlang: pt\ntitle: Fim\n---\n"
    assert (
        rewritten("+++\nlang = 'en'\n+++\nEnd\n", "Fim", language="pt-BR")
        == "+++\nlang = 'pt-BR'\n+++\nFim\n"
    )
    assert rewritten("---\nlang: en\n---\nEnd\n", "Slutt", language="no") == '---\nlang: "no"\n---\nSlutt\n'


def test_a_document_that_does_not_change_keeps_its_language() -> None:
    text = "---\nlang: en\n---\nEnd\n"
    assert markdown.write(markdown.read(text, "a.md"), {"p1": Text("End")}, "pt") == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Fim", "Fim"),
        ("Cimeira: acordo", '"Cimeira: acordo"'),
        ("A 16h30", "A 16h30"),
        ("Sim # não", '"Sim # não"'),
        ("«Não», diz ele", "«Não», diz ele"),
        ('"Não", diz ele', '"\\"Não\\", diz ele"'),
        ("@ todos", '"@ todos"'),
        ("- um", '"- um"'),
        ("-um", "-um"),
        ("No", '"No"'),
        ("2024", '"2024"'),
        ("0x1F", '"0x1F"'),
        ("24/06/2025", '"24/06/2025"'),
        ("1.500 mortos", "1.500 mortos"),
        ("fim:", '"fim:"'),
        ("um\nfim", "um fim"),
    ],
)
def test_plain_yaml_gets_quotes_where_yaml_needs_them(value: str, written: str) -> None:
    assert rewritten("---\ntitle: End # why\n---\n", value) == f"---\ntitle: {written} # why\n---\n"


@given(PLAIN, st.sampled_from(["plain", '"quoted"', "'quoted'"]))
def test_a_written_yaml_value_is_read_again_as_what_it_is(value: str, old: str) -> None:
    assert values(rewritten(f"---\ntitle: {old}\n---\n", value)) == [value]


@given(PLAIN)
def test_a_written_toml_value_is_what_a_toml_parser_reads(value: str) -> None:
    written = rewritten('+++\ntitle = "old"\n+++\n', value)
    assert tomllib.loads(written.split("+++\n")[1]) == {"title": value}


def test_a_toml_literal_cannot_hold_an_apostrophe() -> None:
    assert rewritten("+++\ntitle = 'old'\n+++\n", "d'água") == "+++\ntitle = 'd’água'\n+++\n"


def test_escapes_that_are_kept_stay_as_they_were() -> None:
    document = markdown.read('---\ntitle: "Caf\\u00e9 \\"Central\\""\n---\n', "a.md")
    source = document.units[0].source
    moved = tuple(replace(code, at=code.at + 2) for code in source.codes)
    written = markdown.write(document, {"p1": Text(f"O {source.plain}", moved)}, "pt")
    assert written == '---\ntitle: "O Caf\\u00e9 \\"Central\\""\n---\n'


@pytest.mark.parametrize(
    "document",
    [
        "---\n\nA rule above.\n\n---\n",
        "---\nProse, no entry\n---\n",
        "---\ntitle: never closed\n",
        "text\n---\na: b\n---\n",
    ],
)
def test_two_rules_are_not_always_front_matter(document: str) -> None:
    assert front_matter(document).scalars == ()
    assert "front-matter" not in [kind for kind, _ in units(document)]
    assert units(document) != []
