from __future__ import annotations

import pytest

from localize.formats import markdown
from tests.formats.build import rewritten, shown, units

SUMMIT = """\
# Summit *ends*

The **Secretary-General** of NATO[^1] said: "See [the text](https://example.org)."

- one
- two

| Country | Share |
|---------|-------|
| Norway  | 2.1 % |

[^1]: North Atlantic Treaty Organization
"""


def paragraph(document: str) -> str:
    """Show the only unit of a document, apart from those within its codes."""
    unit, *inner = markdown.read(document, "a.md").units
    assert all(one.span[1] <= unit.span[1] for one in inner)
    return shown(unit.source)


def test_everything_but_the_prose_stays_when_the_prose_changes() -> None:
    written = rewritten(
        SUMMIT, "Fim", "Disse que sim.", "um", "dois", "País", "Parte", "Noruega", "2,1 %", "OTAN"
    )
    assert written == (
        "# Fim\n\nDisse que sim.\n\n- um\n- dois\n\n| País | Parte |\n|---------|-------|\n| Noruega  | 2,1 % |\n\n"
        "[^1]: OTAN\n"
    )


def test_unit_ids_count_the_units() -> None:
    document = markdown.read(SUMMIT, "a.md")
    assert [unit.id for unit in document.units] == [f"p{number}" for number in range(1, 10)]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("One  \ntwo", "One⟦  \n⟧⟦= ⟧two"),
        ("One \\\n two", "One⟦ \\\n ⟧⟦= ⟧two"),
        ("one\ntwo", "one⟦\n= ⟧two"),
        ("a <br> b", "a⟦ <br> ⟧⟦= ⟧b"),
        ("> one  \n> two", "one⟦  \n> ⟧⟦= ⟧two"),
        ("`a\nb` c", "⟦`⟧a⟦\n= ⟧b⟦`⟧ c"),
    ],
)
def test_line_breaks_keep_words_apart(document: str, expected: str) -> None:
    assert paragraph(document) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("![a](b) one", "⟦![a](b) ⟧one"),
        ("one ![a](b)", "one⟦ ![a](b)⟧"),
        ("one ![a](b) two", "one ⟦![a](b) ⟧two"),
        ("one ![a](b) ![c](d) two", "one ⟦![a](b) ⟧⟦![c](d) ⟧two"),
        ("one![a](b) two", "one⟦![a](b)⟧ two"),
        ("one[^1]", "one⟦[^1]⟧"),
    ],
)
def test_a_code_between_spaces_takes_one_of_them(document: str, expected: str) -> None:
    assert paragraph(document) == expected


@pytest.mark.parametrize(
    ("document", "lines"),
    [
        ("Globe Wire\nPolitics\n3 May 2025", ["Globe Wire", "Politics", "3 May 2025"]),
        ("Globe Wire  \nPolitics\\\n3 May 2025", ["Globe Wire", "Politics", "3 May 2025"]),
        ("**Globe Wire**<br>Politics", ["Globe Wire", "Politics"]),
        ("**Globe Wire\nPolitics**", ["Globe Wire Politics"]),
        ("roses are red\nand violets blue", ["roses are red and violets blue"]),
        ("In Brussels,\nBelgium", ["In Brussels, Belgium"]),
        ("It is over.\nNobody won.", ["It is over. Nobody won."]),
        ("The members of the delegation were led by the Minister of\nForeign Affairs", [
            "The members of the delegation were led by the Minister of Foreign Affairs"]),
    ],
)  # fmt: skip
def test_lines_that_stand_for_themselves_are_units(document: str, lines: list[str]) -> None:
    assert [text for _, text in units(document)] == lines


def test_what_holds_no_prose_is_no_unit() -> None:
    document = "`code`\n\n***\n\n<https://example.org>\n\n![](x.png)\n\n| `a` | — |\n|---|---|\n\n[a]: b\n\n$x$\n\n* -\n"
    assert units(document) == []


def test_a_reference_that_is_defined_nowhere_is_text() -> None:
    assert paragraph("So [he] said [this][ref].") == "So [he] said [this][ref]."
    assert paragraph("So [he] said.\n\n> [HE]: x\n") == "So ⟦[⟧he⟦]⟧ said."


def test_a_note_marker_in_the_text_is_a_code_even_without_its_note() -> None:
    assert paragraph("It was close.[^2]") == "It was close.⟦[^2]⟧"
