"""What dialects of Markdown add is left where it stands, and the words in it are translated."""

from __future__ import annotations

import pytest

from localize import formats
from localize.document import Text

MARKDOWN = formats.TEXT_FORMATS["markdown"]


def shouted(text: str) -> str:
    """Write a document with the words of every unit in capitals, codes at their places."""
    document = MARKDOWN.read(text, "a.md")
    targets = {unit.id: Text(unit.source.plain.upper(), unit.source.codes) for unit in document.units}
    written = MARKDOWN.write(document, targets, "pt")
    assert formats.same_structure(document, written.encode())
    return written


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('!!! note "Read this"\n    It rained.\n', '!!! note "READ THIS"\n    IT RAINED.\n'),
        ("??? question\n\n    Who came?\n", "??? question\n\n    WHO CAME?\n"),
        ("!!! Big news\n", "!!! BIG NEWS\n"),
        (":::tip My tip\n\nIt rained.\n\n:::\n", ":::tip MY TIP\n\nIT RAINED.\n\n:::\n"),
        (":::note[My note]{#a}\nIt rained.\n:::\n", ":::note[MY NOTE]{#a}\nIT RAINED.\n:::\n"),
        ("> [!info]- Who came\n> Nobody.\n", "> [!info]- WHO CAME\n> NOBODY.\n"),
        ("Flood\n: Much water.\n: A stream.\n", "FLOOD\n: MUCH WATER.\n: A STREAM.\n"),
        ("Flood\n\n~   Much water.\n", "FLOOD\n\n~   MUCH WATER.\n"),
        ("(@) It rained\n(@a) Nobody came\n", "(@) IT RAINED\n(@a) NOBODY CAME\n"),
        ("#. It rained\n#. Nobody came\n", "#. IT RAINED\n#. NOBODY CAME\n"),
        ("| It rained\n|    and so on\n", "| IT RAINED\n|    AND SO ON\n"),
        ("It rained^[All day.] again.\n", "IT RAINED^[ALL DAY.] AGAIN.\n"),
        (
            "\\begin{equation}\na = b\n\\end{equation}\n\nIt rained.\n",
            "\\begin{equation}\na = b\n\\end{equation}\n\nIT RAINED.\n",
        ),
        (
            "+-----+----+\n| Who | Me |\n+=====+====+\n| a   | b  |\n+-----+----+\n\nIt rained.\n",
            "+-----+----+\n| Who | Me |\n+=====+====+\n| a   | b  |\n+-----+----+\n\nIT RAINED.\n",
        ),
        (
            "See [it].\n\n[it]: http://a.b 'The \"old\" page'\n",
            "SEE [IT][it].\n\n[it]: http://a.b 'THE \"OLD\" PAGE'\n",
        ),
        ("(top)=\n# The end\n", "(top)=\n# THE END\n"),
        ('import Card from "./card"\n\nIt rained.\n', 'import Card from "./card"\n\nIT RAINED.\n'),
        ("It {/* no */}rained.\n", "IT {/* no */}RAINED.\n"),
        ("export const a = 1\n\nIt rained.\n", "export const a = 1\n\nIT RAINED.\n"),
        ("See [[Old page|the page]] and [[Home]].\n", "SEE [[Old page|THE PAGE]] AND [[Home]].\n"),
        ("A ![[map.png]] of it %%check this%% here.\n", "A ![[map.png]] OF IT %%check this%% HERE.\n"),
        ("It ==rained a lot== on the 5^th^ day.\n", "IT ==RAINED A LOT== ON THE 5^th^ DAY.\n"),
        (
            'See [it](a "My page") and ![a map](b "My map").\n',
            'SEE [IT](a "MY PAGE") AND ![A MAP](b "MY MAP").\n',
        ),
    ],
)
def test_markers_stay_and_words_are_translated(source: str, expected: str) -> None:
    lowered = shouted(source.replace("Home", "HOME"))
    assert lowered.replace("HOME", "Home") == expected


def test_words_in_another_language_are_left_as_they_are() -> None:
    text = 'He said <span lang="fr">bonjour</span> and left.\n'
    unit = MARKDOWN.read(text, "a.md").units[0]
    assert [unit.source.plain[start:end] for start, end in unit.source.protected()] == ["bonjour"]
    said = MARKDOWN.read(f"---\nlang: fr\n---\n{text}", "a.md").units[0]
    assert list(said.source.protected()) == []


def test_front_matter_may_be_json() -> None:
    text = '{\n  "title": "The \\"end\\"",\n  "lang": "en",\n  "tags": ["a b"]\n}\n\nIt rained.\n'
    document = MARKDOWN.read(text, "a.md")
    assert document.language == "en"
    assert [unit.source.plain for unit in document.units] == ['The "end"', "It rained."]
    written = MARKDOWN.write(document, {document.units[0].id: Text('O "fim"')}, "pt")
    assert written == text.replace('The \\"end\\"', 'O \\"fim\\"').replace('"en"', '"pt"')


def test_braces_at_the_start_that_are_no_json_are_text() -> None:
    assert [unit.source.plain for unit in MARKDOWN.read("{\nit rained}\n", "a.md").units] == ["{ it rained}"]


def test_a_quotation_mark_does_not_end_a_title() -> None:
    document = MARKDOWN.read('[it](a "My page")\n', "a.md")
    written = MARKDOWN.write(document, {document.units[1].id: Text('A "minha" \\')}, "pt")
    again = MARKDOWN.read(written, "a.md")
    assert [unit.source.plain for unit in again.units] == ["it", 'A "minha" \\']


def test_a_colon_that_wrapping_has_put_in_front_of_a_line_defines_nothing() -> None:
    text = (
        "Le ministre a dit aux journalistes qui attendaient depuis le matin\n"
        "devant la porte du palais sans bouger et presque sans se parler\n: rien ne va plus dans ce pays.\n"
    )
    assert len(MARKDOWN.read(text, "a.md").units) == 1
