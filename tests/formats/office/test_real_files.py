"""Files that real programs wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from localize import formats
from tests.formats.office.build import seen

FOLDER = Path(__file__).parents[2] / "data" / "office"
ARTICLE = [
    "Summit in Geneva",
    "Anna Smith",
    "The talks ended",
    "The [Secretary-General] said on [Monday] that the [European Commission] had not agreed.* It was a long day. See [|localize --help] for more.",
    "The spokesman said so [twice] to reporters.",
    "First item with [bold words] in it",
    "Second item",
    "Name",
    "Office",
    "Anna Smith",
    "Prime Minister",
    "Luís Costa",
    "Secretary of State",
    "A quotation of the minister.",
    "Line one",
    "Line two of the address",
    "Summit in Geneva",  # the title of the file
]
DISPATCH = [
    "Talks in Geneva end without a deal",
    "The [Secretary]-General of the United Nations met the [Swiss president] on [Monday].* They will meet again* next week.",
    "A spokesman [confirmed] the meeting.",
    "The date is not known.",
    "The ministers arrived **this morning* by train.",
    "Run [|localize --help] for help.",
    "Palais des Nations",
    "Avenue of Peace 14",
    "Geneva",
    "The first point is [peace].",
    "The second point is trade & work.",
    "Country",
    "Minister",
    "France",
    "The Foreign Minister",
    "The box has a text of its own.",
    "A box beside the text",
    "The text box says more.",
    "The Geneva Dispatch",
    "Foreign desk",
    "Page [|1] of [|1]",
]


SLIDES = [
    "The talks in Geneva",
    "Anna Smith",
    "The first day",
    "The [Secretary-General] arrived in [Geneva]",
    "The ministers met the [president]",
    "Say hello to the audience first.",
    "The results",
    "Country",
    "Minister",
    "France",
    "The Foreign Minister",
    "The talks in Geneva",  # the title of the file
]


@pytest.mark.parametrize("name", ["slides.pptx", "slides.odp"])
def test_slides_are_read_in_their_order_with_notes_and_without_masters(name: str) -> None:
    found = seen((FOLDER / name).read_bytes(), "pptx" if name.endswith("x") else "odt")
    assert found == SLIDES


@pytest.mark.parametrize(
    ("name", "sentences"), [("article.odt", ARTICLE), ("article.docx", ARTICLE), ("dispatch.odt", DISPATCH)]
)
def test_every_sentence_is_found_whole_with_its_codes(name: str, sentences: list[str]) -> None:
    found = seen((FOLDER / name).read_bytes(), name.rpartition(".")[2])
    assert sorted(found) == sorted(sentences)


def test_a_docx_of_libreoffice_says_the_same_as_the_odt_that_it_was_made_from() -> None:
    found = seen((FOLDER / "dispatch.docx").read_bytes())
    changed = {
        "The ministers arrived **this morning* by train.": "The ministers arrived *[this morning] by train.",
        "Page [|1] of [|1]": "Page [|1] of [|2]",
    }
    assert sorted(set(found)) == sorted(changed.get(sentence, sentence) for sentence in DISPATCH)
    assert len(found) == len(DISPATCH) + 1, "a text box is there once for old programs and once for new ones"


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*.[fop]*")) + sorted(FOLDER.glob("*.docx")), ids=lambda path: path.name
)
def test_a_file_in_which_nothing_is_translated_is_the_same_file(path: Path) -> None:
    document = formats.read(path)
    assert formats.save(document, {}, "pt") == path.read_bytes()
    assert (
        formats.save(document, {unit.id: unit.source for unit in document.units}, "pt") == path.read_bytes()
    )


def test_a_document_in_one_xml_text_says_the_same_as_in_an_archive() -> None:
    found = seen((FOLDER / "dispatch.fodt").read_bytes(), "odt")
    assert sorted(found) == sorted(seen((FOLDER / "dispatch.odt").read_bytes(), "odt"))
