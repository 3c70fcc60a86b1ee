"""HTML in Markdown is read by the rules of HTML, and what it says about the Markdown in it holds."""

from __future__ import annotations

import pytest

from localize import formats
from localize.document import Text
from localize.formats import markdown

PAGE = """\
# Title

<div class="lead" align=center>

Markdown *in* a block.

</div>

<div translate="no">

Not this *text*.

<p>Nor this.</p>

</div>

- item

  <details><summary>Read more</summary>
  text &amp; more
  </details>

<!-- a
comment -->

<pre>
not this
</pre>

<table><tr><td>One <b>cell</b></td><td><code>x</code></td></tr></table>
"""


def said(text: str) -> list[str]:
    return [unit.source.plain for unit in markdown.read(text, "a.md").units]


def rewritten(text: str, **targets: str) -> str:
    """Write a document with new targets for some units, without codes."""
    document = markdown.read(text, "a.md")
    return markdown.write(document, {name: Text(target) for name, target in targets.items()}, "pt")


def test_blocks_of_html_are_prose_as_far_as_html_says() -> None:
    assert said(PAGE) == ["Title", "Markdown in a block.", "item", "Read more", "text & more", "One cell"]


def test_all_but_the_prose_of_a_block_stays() -> None:
    written = rewritten(PAGE, p2="Markdown num bloco.", p4='Leia "mais" <aqui>', p6="Uma célula")
    assert written == (
        PAGE.replace("Markdown *in* a block.", "Markdown num bloco.")
        .replace("Read more", 'Leia "mais" &lt;aqui>')
        .replace("One <b>cell</b>", "Uma célula")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<div class="notranslate">\n\nNo.\n\n</div>\n\nYes.\n', ["Yes."]),
        ('<div translate="no">\n\n<p translate="yes">Yes.</p>\n\nNo.\n\n</div>\n', ["Yes."]),
        ("<script>\nvar no;\n</script>\n\nYes.\n", ["Yes."]),
        ("<style>p {}</style>\n\nYes.\n", ["Yes."]),
        ("<span>\nYes.\n</span>\n\nYes, too.\n\n<span>\nAgain.\n</span>\n", ["Yes.", "Yes, too.", "Again."]),
        ('---\nlang: en\n---\n\n<p lang="fr">Non.</p>\n\n<p lang="en-GB">Yes.</p>\n', ["Yes."]),
        ('---\nlang: en\n---\n\n<div lang="fr">\n\nNon.\n\n</div>\n\nYes.\n', ["Yes."]),
        ("<p>One paragraph\nof two lines</p>\n", ["One paragraph of two lines"]),
        ("1. <p>One</p>\n\n   <p>Two</p>\n", ["One", "Two"]),
        ("> <p>One\n> two</p>\n>\n> Three\n", ["One two", "Three"]),
        ("<https://example.org>\n", []),
    ],
)
def test_elements_that_are_open_hold_for_what_is_between_their_tags(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_the_language_of_what_was_translated_follows_and_that_of_code_stays() -> None:
    text = '<p lang="en">Yes.</p>\n\n<p lang="fr">Non.</p>\n\n```html\n<p lang="en">\n```\n\nText.\n'
    assert rewritten(f"---\nlang: en\n---\n\n{text}", p1="Sim.") == "---\nlang: pt\n---\n\n" + text.replace(
        '<p lang="en">Yes.', '<p lang="pt">Sim.'
    )


def test_a_tag_in_a_sentence_may_forbid_translation() -> None:
    (unit,) = markdown.read(
        'Ask <span translate="no">John Wood</span> or <b class="x notranslate">it</b>.\n', "a.md"
    ).units
    assert [unit.source.plain[start:end] for start, end in unit.source.protected()] == ["John Wood", "it"]


def test_texts_in_tags_and_alternative_texts_of_images_are_units_within_the_sentence() -> None:
    text = (
        'See <img alt="A flag" src="f.png"> and ![a *cat*](c.png) or <a href="x" title="The way">this</a>.\n'
    )
    document = markdown.read(text, "a.md")
    assert [(unit.kind, unit.source.plain) for unit in document.units] == [
        ("paragraph", "See and or this."),
        ("attribute", "A flag"),
        ("image", "a cat"),
        ("attribute", "The way"),
    ]
    sentence, *_ = document.units
    targets = {
        "p1": Text(
            "Veja e ou isto.", tuple(code for code in sentence.source.codes if code.kind != "literal")
        ),
        "p2": Text('Uma "bandeira"'),
        "p3": Text("um [gato]"),
        "p4": Text("O caminho"),
    }
    written = markdown.write(document, targets, "pt")
    for part in (
        '<img alt="Uma &quot;bandeira&quot;" src="f.png">',
        "![um \\[gato\\]](c.png)",
        'title="O caminho"',
    ):
        assert part in written
    assert rewritten(text, p2="Bandeira", p4="Caminho") == text.replace("A flag", "Bandeira").replace(
        "The way", "Caminho"
    )


def test_a_bar_or_a_tick_in_a_tag_does_not_break_a_table() -> None:
    text = '| a | b |\n|---|---|\n| <img alt="One"> | ![Two](x) |\n'
    written = rewritten(text, p3="A|B `c", p4="C|D")
    assert '<img alt="A&#124;B &#96;c">' in written
    assert "![C\\|D](x)" in written
    again = markdown.read(written, "a.md")
    assert [unit.source.plain for unit in again.units] == ["a", "b", "A|B `c", "C|D"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_untranslated_it_is_written_as_it_was(newline: str) -> None:
    data = PAGE.replace("\n", newline).encode()
    document = formats.parse(data, path="a.md", using=formats.FORMATS["markdown"])
    assert formats.save(document, {}, "pt") == data
    upper = {unit.id: Text(unit.source.plain.upper(), unit.source.codes) for unit in document.units}
    assert formats.same_structure(document, formats.save(document, upper, "pt"))
