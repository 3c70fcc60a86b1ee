"""Strange files are read and come back as they were, or are refused with the reason."""

from __future__ import annotations

import pytest

from localize import formats
from localize.errors import FormatError, InputError
from localize.inline import place
from tests.formats.strange import REFUSED, STRANGE


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_in_which_nothing_is_translated_is_the_same_file(name: str) -> None:
    document = formats.parse(STRANGE[name], path=name, using=formats.for_path(name))
    assert document.units != ()
    assert formats.save(document, {}, "pt") == STRANGE[name]
    same = {unit.id: unit.source for unit in document.units}
    assert formats.save(document, same, "pt") == STRANGE[name]


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_that_is_translated_keeps_its_structure(name: str) -> None:
    document = formats.parse(STRANGE[name], path=name, using=formats.for_path(name))
    targets = {unit.id: place(unit.source, f"Sim, {unit.source.plain}", ()).text for unit in document.units}
    assert formats.same_structure(document, formats.save(document, targets, "pt"))


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(FormatError, match=reason):
        formats.parse(data, path=name, using=formats.for_path(name))


def test_a_spreadsheet_of_excel_is_no_article() -> None:
    with pytest.raises(InputError, match=r"'\.xlsx' is no article format"):
        formats.for_path("a.xlsx")
