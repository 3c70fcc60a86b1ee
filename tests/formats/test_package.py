"""Several members of an archive as one text."""

from __future__ import annotations

import io
import zipfile

import pytest

from localize.document import Document, Segment, Text, Unit
from localize.errors import FormatError
from localize.formats import package
from localize.formats.archive import Archive
from localize.formats.package import Edit, Package
from localize.places import Places
from tests.formats.test_archive import packed

ONE, TWO = '<?xml version="1.0" encoding="ISO-8859-1"?><p>Café</p>', "<p>Zwei</p>"


def opened() -> Package:
    data = packed(("one.xml", ONE.encode("latin-1")), ("photo.png", b"\x89"), ("two.xml", TWO.encode()))
    return Package.of(Archive.open(data, path="a.docx"), ["two.xml", "one.xml"])


def test_the_text_is_the_parts_in_reading_order() -> None:
    made = opened()
    assert made.text == TWO + ONE
    assert [(part.name, part.at, part.end) for part in made.parts] == [
        ("two.xml", 0, 11),
        ("one.xml", 11, 65),
    ]


def test_edits_go_to_their_parts_in_the_encoding_of_each() -> None:
    made = opened()
    written = made.save(
        [Edit(made.text.index("Café"), made.text.index("</p>", 20), "Чай"), Edit(11, 11, "<!-- -->")]
    )
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        assert file.read("two.xml") == TWO.encode()
        assert file.read("one.xml") == b"<!-- -->" + ONE.replace("Café", "&#1063;&#1072;&#1081;").encode()


def test_edits_that_change_nothing_leave_the_file_as_it_is() -> None:
    made = opened()
    assert made.save([Edit(0, 2, TWO[:2])]) == made.archive.data


def test_texts_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 60)
    with pytest.raises(FormatError, match=r"a\.docx: its texts, unpacked, are larger than 60 bytes"):
        opened()


def test_places_in_an_archive_are_the_number_of_the_unit_and_the_place_in_its_words() -> None:
    units = tuple(Unit(f"p{n}", (start, start + 4), Text(TWO[3:7])) for n, start in enumerate((3, 100), 1))
    document = Document("a.docx", "docx", " " * 200, units, package=b"PK")
    places = Places(document)
    assert places.locate(Segment(units[1], 0, (2, 4), Text("ei")), 1) == (2, 4)
