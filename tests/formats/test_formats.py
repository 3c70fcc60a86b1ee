from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from localize import formats
from localize.document import Text
from localize.errors import FormatError, InputError
from localize.formats import markdown, units

ARTICLE = "# Talks end\n\nThe **Prime Minister** left early.\n\n- one\n- two\n"


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/b.txt", "text"), ("B.TXT", "text"), ("x.y.md", "markdown"), ("X.Markdown", "markdown")],
)
def test_the_extension_tells_the_format(path: str, name: str) -> None:
    assert formats.for_path(Path(path)).name == name


@pytest.mark.parametrize(
    ("path", "message"), [("a.xyz", "'.xyz' is no article format"), ("README", "has no extension")]
)
def test_an_unknown_extension_is_an_error_that_lists_the_known_ones(path: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        formats.for_path(path)
    assert caught.value.hint.startswith("known extensions: .txt, .text, .md, .markdown, .mdown, .mkd")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.DOC", "save it as .docx or .odt"),
        ("a.xlsx", "save it as .ods"),
        ("a.pdf", "pdftotext"),
        ("a.ass", "make it .srt"),
        ("a.rst", "pandoc"),
        ("a.tmx", "localize memory import"),
        ("a.php", "name it .html"),
    ],
)
def test_a_file_that_is_near_to_an_article_is_refused_with_what_to_do(name: str, said: str) -> None:
    with pytest.raises(InputError, match="is no article format") as caught:
        formats.for_path(name)
    assert said in caught.value.hint


@pytest.mark.parametrize(
    ("extension", "name"),
    [("mkdn", "markdown"), ("qmd", "markdown"), ("jsonc", "json"), ("fodt", "odt"), ("ppsx", "pptx")],
)
def test_relatives_that_are_the_same_at_bottom_are_read(extension: str, name: str) -> None:
    assert formats.for_path(f"a.{extension}").name == name


def test_the_table_names_each_format_by_its_name() -> None:
    assert [each.name for each in formats.FORMATS.values()] == list(formats.FORMATS)


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("data", [b"", b"\n\r\n \t\n", "\ufeff".encode(), b"---\n***\n"])
def test_a_file_without_words_has_no_units(name: str, data: bytes) -> None:
    document = formats.parse(data, path="empty", using=formats.FORMATS[name])
    assert document.units == ()
    assert formats.save(document, {}, "pt") == data


def test_a_document_knows_its_path_format_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "Talks.MD"
    path.write_text("Talks", encoding="utf-16")
    document = formats.read(path)
    assert (document.path, document.format, document.encoding) == (str(path), "markdown", "utf-16-le")
    assert [(unit.id, unit.source.plain) for unit in document.units] == [("p1", "Talks")]


def test_units_without_target_keep_their_source() -> None:
    document = markdown.read(ARTICLE, "a.md")
    written = formats.save(document, {"p1": Text("Fim das conversas"), "p4": Text("dois")}, "pt")
    assert written.decode() == "# Fim das conversas\n\nThe **Prime Minister** left early.\n\n- one\n- dois\n"


def test_targets_equal_to_their_sources_change_nothing() -> None:
    document = markdown.read("---\nlang: en\n---\n\\*Odd* \\[spelling]&#46;  \n\n", "a.md")
    targets = {unit.id: unit.source for unit in document.units}
    assert formats.save(document, targets, "pt").decode() == document.text


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("# O fim\n\nO **primeiro-ministro** saiu cedo.\n\n- um\n- dois\n", True),
        ("# O fim\n\nSaiu cedo o **primeiro-ministro**\n\n- um\n- dois & três\n", True),
        ("# O fim\n\nO primeiro-ministro saiu cedo.\n\n- um\n- dois\n", False),
        ("O fim\n\nO **primeiro-ministro** saiu cedo.\n\n- um\n- dois\n", False),
        ("# O fim\n\nO **primeiro-ministro** saiu cedo.\n\n- um\n", False),
    ],
)
def test_the_structure_of_a_written_text_can_be_compared(written: str, *, same: bool) -> None:
    assert formats.same_structure(markdown.read(ARTICLE, "a.md"), written.encode()) == same


def test_the_structure_is_compared_with_the_reader_that_was_used() -> None:
    using = replace(formats.TEXT_FORMATS["markdown"], read=partial(markdown.read, keys={"teaser"}))
    document = using.read("---\nteaser: Soon\n---\n", "a.md")
    assert formats.same_structure(document, b"---\nteaser: Em breve\n---\n", using=using)
    assert not formats.same_structure(document, b"---\nteaser: Em breve\n---\n")


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_file_of_too_many_lines_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "MAX_UNITS", 3)
    with pytest.raises(FormatError, match=r"long\.md: more than 3 lines or paragraphs"):
        formats.TEXT_FORMATS[name].read("one\n\ntwo\n\nthree\n\nfour\n", "long.md")
