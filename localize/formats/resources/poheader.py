"""The header of a PO file: the fields in the translation of nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit
from localize.formats.resources.plurals import parsed
from localize.formats.resources.poscan import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.formats.resources.plurals import Rule
    from localize.formats.resources.poscan import Entry


def header_fields(found: Sequence[Entry]) -> dict[str, str]:
    """Give the fields of the header; none if there is no header."""
    header = _header(found)
    lines = header.fields[header.targets[0]].string.plain.split("\n") if header else []
    pairs = (line.partition(":") for line in lines)
    return {key.strip(): value.strip() for key, mark, value in pairs if mark}


def with_fields(
    text: str, found: Sequence[Entry], language: str, rule: Rule, *, newline: str, encoding: str
) -> list[Edit]:
    """Give the edits after which the header names a language and its plural rule, and is not fuzzy.

    Fields keep their places; a missing one is put at the end. ``CHARSET``, which templates have, becomes UTF-8. A file
    without a header gets one that names the encoding in which it will be written.
    """
    wanted = {"Language": language.replace("-", "_")}
    known = parsed(header_fields(found).get("Plural-Forms", "")) == rule
    if not known and any("msgid_plural" in entry.fields for entry in found):
        wanted["Plural-Forms"] = rule.header()
    header = _header(found)
    if header is None:
        fields = {
            "Content-Type": f"text/plain; charset={encoding.upper()}",
            "Content-Transfer-Encoding": "8bit",
            **wanted,
        }
        value = "".join(f"{key}: {said}\n" for key, said in fields.items())
        start = int(text.startswith("\ufeff"))
        written = f'msgid ""{newline}msgstr {quoted(value, newline, wrapped=False)}{newline}{newline}'
        return [Edit(start, start, written)]
    part = header.fields[header.targets[0]]
    old = part.string.plain
    value = old.replace("charset=CHARSET", "charset=UTF-8")
    for key, said in wanted.items():
        line = re.compile(rf"^{key}[ \t]*:.*$", re.MULTILINE)
        if line.search(value):
            value = line.sub(lambda _old, new=f"{key}: {said}": new, value, count=1)  # type: ignore[misc]
        else:
            value += ("" if value.endswith("\n") or not value else "\n") + f"{key}: {said}\n"
    edits = [Edit(*part.span, quoted(value, newline, wrapped=False))] if value != old else []
    for place, comment in header.comments:
        if comment.startswith("#,") and "fuzzy" in header.flags:
            kept = [flag for flag in header.flags if flag != "fuzzy"]
            end = place + len(comment)
            if kept:
                edits.append(Edit(place, end, f"#, {', '.join(kept)}"))
            else:
                edits.append(Edit(place, _next_line(text, end), ""))
    return edits


def _header(found: Sequence[Entry]) -> Entry | None:
    return next((entry for entry in found if not entry.source and "msgctxt" not in entry.fields), None)


def _next_line(text: str, place: int) -> int:
    found = re.compile(r"\r\n|\r|\n|\Z").search(text, place)
    return found.end() if found else len(text)
