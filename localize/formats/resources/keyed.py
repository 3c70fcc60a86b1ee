"""Write files in which a string stands in one place only: a translation takes the place of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.formats.resources.strings import spell
from localize.formats.resources.values import escaping
from localize.formats.units import splice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from localize.document import Document, Text, Unit


def replaced(
    document: Document,
    targets: Mapping[str, Text],
    escape: Callable[[str], str],
    language: Callable[[str], str],
) -> str:
    """Write a document with its units translated.

    Args:
        document: As it was read.
        targets: By unit id.
        escape: Writes plain characters the way the format wants them.
        language: Declares the new language in the written text; called only if something changes.
    """

    def put(unit: Unit, target: Text) -> str:
        return spell(target, escaping(unit.source, escape))

    written = splice(document, targets, put)
    return written if written == document.text else language(written)
