"""Files in which a format has all that it can have: prose is read, what is none stays, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from localize import formats
from localize.inline import place
from tests.formats.test_contract import translated

FOLDER = Path(__file__).parents[1] / "data" / "full"
FILES = sorted(FOLDER.iterdir())
SAID: dict[str, tuple[str, ...]] = {
    "all.fodt": ("Text in a section with bold and change.", "The annotated word stays.", "Frame description"),
    "all.po": ("Open the file %s now", "%d files were deleted", "Bold text with link"),
    "all.pptx": ("The bold title", "Next line", "Cell two", "A picture of a flag"),
    "all.vtt": ("The minister left the room.", "First speaker here"),
    "angular.xlf": ("just now", "one minute ago"),
    "app_en.arb": ("Hello {name}", "{count} things", "They left"),
    "boxes.docx": ("Before the box after the box.", "Text in the box.", "Cell in control", "The endnote text.", "Caption of the table"),
    "cdata.xhtml": ("Empty bold and empty italic.", "Shape text"),
    "extension.en.json": ("My great extension",),
    "fields.docx": ("The linked words are here.", "Figure 1: The caption of the figure"),
    "flat.fodp": ("The slide title", "Grouped shape", "Speaker notes"),
    "forms.html": ("Your full name:", "I agree to the terms", "Send now", "European countries", "Three of ten"),
    "full12.xlf": ("Text with protected words and annotated text and a term.", "Text in a picture", "Second file text"),
    "full2.xlf": ("The minister left the room.", "Kept   spaces"),
    "hugo.md": ("The title of it", "The description goes on", "Notice text here."),
    "islands.html": ("Hello, , welcome to our site.", "The {{ user.name|upper }} template left."),
    "mdx.mdx": ("The first tab", "Text in the tab.", "Value is {a + 1} here."),
    "memo.mqxliff": ("The minister left.",),
    "memsource.mxliff": ("The {1>minister<1} left {2} now.",),
    "microdata.html": ("The title for sharing", "The description for machines"),
    "numbers.srt": ("All of it", "Text <unknown> tag & 5 < 6"),
    "pandoc.md": ("An inline note here.", "Numbered example two", "Definition of two", "The title of the reference"),
    "rails.en.yml": ("Hello, %{name}!", "Text under a symbol", "It's a text", "Folded text that goes on here."),
    "sdl.sdlxliff": ("The minister left.", "He came back."),
    "sdt.docx": ("Before inline control after it.", "New York is a city.", "The minister left. He came back."),
    "svgmath.html": ("The chart title", "Split bold part text", "A paragraph in the picture.", "We see that is true."),
    "wrapped.txt": ("Second bullet that goes over two lines", "Name:"),
}  # fmt: skip
"""Some of what a reader of each file sees."""
SILENT = (
    "not text", "secret value", "Not for people", "Deleted paragraph", "A comment here", "The comment text", "deleted words",
    "Hidden text is not", "Obsolete", "translator-credits", "Done already", "Do not translate", "Approved text", "Locked", "Alt source",
    "Match source", "Final text", "note text for", "single line", "color: red", "a = b", "Name of the extension", "value here",
)  # fmt: skip
"""What is in some of them and is nothing to translate."""
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@each_file
def test_prose_is_read_and_what_is_none_is_left(path: Path) -> None:
    seen = [unit.source.plain for unit in formats.read(path).units]
    assert set(SAID[path.name]) <= set(seen)
    assert [text for text in seen for silent in SILENT if silent in text] == []


@each_file
def test_a_full_file_in_which_nothing_is_translated_is_the_same_file(path: Path) -> None:
    document = formats.read(path)
    assert formats.save(document, {}, "pt") == path.read_bytes()
    same = {unit.id: place(unit.source, unit.source.plain, ()).text for unit in document.units}
    assert formats.save(document, same, "pt") == path.read_bytes()


@each_file
def test_a_full_file_that_is_translated_keeps_its_structure(path: Path) -> None:
    document = formats.read(path)
    assert formats.same_structure(document, translated(document))


def test_there_is_a_file_of_each_kind() -> None:
    assert {formats.for_path(path).name for path in FILES} == set(formats.FORMATS) - {"epub"}, (
        "books.py has two"
    )
