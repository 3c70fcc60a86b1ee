"""Laws of every format of strings: untranslated, a file is written as it was read; damaged, it is read or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize import formats
from localize.errors import FormatError
from tests.formats.resources import samples

if TYPE_CHECKING:
    from localize.document import Text, Unit

SAMPLES = {"json": samples.JSON, "po": samples.PO, "xliff": samples.XLIFF, "yaml": samples.YAML}
EACH = [
    pytest.param(name, text, id=f"{name}-{i}")
    for name, texts in SAMPLES.items()
    for i, text in enumerate(texts)
]
each_name = pytest.mark.parametrize("name", SAMPLES)
JUNK = st.text(st.sampled_from("{}[]\"'\\:,#&*!|>-%<@`$ \n\r\tab1é\ud83d\0\x07\u2028"), max_size=8)


def echoed(unit: Unit) -> Text:
    """Give what an engine that changes nothing would make of a unit."""
    return replace(unit.source, codes=tuple(code for code in unit.source.codes if code.kind != "literal"))


def test_every_format_has_samples() -> None:
    assert list(SAMPLES) == list(formats.RESOURCE_FORMATS)


@pytest.mark.parametrize(("name", "text"), EACH)
def test_an_untranslated_file_is_written_as_it_was_read(name: str, text: str) -> None:
    using = formats.RESOURCE_FORMATS[name]
    document = using.read(text, "a")
    assert using.write(document, {}, "pt") == text
    assert using.write(document, {unit.id: unit.source for unit in document.units}, "pt") == text
    assert (
        using.write(
            document, {"no such unit": next(iter(document.units)).source} if document.units else {}, "pt"
        )
        == text
    )


@pytest.mark.parametrize(("name", "text"), EACH)
def test_what_is_written_has_the_same_units(name: str, text: str) -> None:
    using = formats.RESOURCE_FORMATS[name]
    document = using.read(text, "a")
    written = using.write(document, {unit.id: echoed(unit) for unit in document.units}, "pt")
    again = using.beside(document, using.read(written, "a"))
    assert [unit.id for unit in again.units] == [unit.id for unit in document.units]
    assert [unit.source.plain for unit in again.units] == [unit.source.plain for unit in document.units]


@pytest.mark.parametrize(("name", "text"), EACH)
def test_units_are_sorted_disjoint_named_once_and_render_to_their_part(name: str, text: str) -> None:
    document = formats.RESOURCE_FORMATS[name].read(text, "a")
    done = 0
    for unit in document.units:
        assert done <= unit.span[0] < unit.span[1]
        done = unit.span[1]
        assert unit.source.render() == text[slice(*unit.span)]
    assert len({unit.id for unit in document.units}) == len(document.units)


@each_name
@settings(max_examples=150)
@given(data=st.data())
def test_a_damaged_file_is_read_and_written_as_it_is_or_refused(name: str, data: st.DataObject) -> None:
    using = formats.RESOURCE_FORMATS[name]
    text = data.draw(st.sampled_from(SAMPLES[name]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(JUNK) + text[start + data.draw(st.integers(0, 20)) :]
    try:
        document = using.read(text, "a")
    except FormatError:
        return
    assert using.write(document, {}, "pt") == text
    for unit in document.units:
        assert unit.source.render() == text[slice(*unit.span)]
    targets = {unit.id: replace(echoed(unit), plain=f"{unit.source.plain} mais") for unit in document.units}
    try:
        written = using.write(document, targets, "pt")
    except FormatError as error:
        assert "translations into" in str(error)  # noqa: PT017 - damage has named another language in the header
        return
    using.beside(document, using.read(written, "a"))
