"""Read articles from strings, and show units so that expectations can be written by hand."""

from __future__ import annotations

from localize.document import Text
from localize.formats import TEXT_FORMATS


def units(document: str, format_: str = "markdown") -> list[tuple[str, str]]:
    """Give kind and plain text of each unit."""
    return [(unit.kind, unit.source.plain) for unit in TEXT_FORMATS[format_].read(document, "article").units]


def shown(source: Text) -> str:
    """Show codes in ⟦ ⟧; a literal also shows, after an equals sign, the characters that it stands for."""
    parts: list[str] = []
    done = 0
    for code in source.codes:
        parts.append(source.plain[done : code.at])
        done = code.at + code.length
        stands_for = f"={source.plain[code.at : done]}" if code.kind == "literal" else ""
        parts.append(f"⟦{code.markup}{stands_for}⟧")
    return "".join([*parts, source.plain[done:]])


def rewritten(source: str, *targets: str, format_: str = "markdown", language: str = "pt") -> str:
    """Write a document with plain targets for its units, in order."""
    using = TEXT_FORMATS[format_]
    document = using.read(source, "article")
    given = {unit.id: Text(target) for unit, target in zip(document.units, targets, strict=True)}
    return using.write(document, given, language)
