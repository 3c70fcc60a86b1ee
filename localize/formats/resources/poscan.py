"""PO files as entries with their places, in one pass over the lines.

Source: GNU gettext manual 0.22, section "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from localize.errors import FormatError
from localize.formats.resources.strings import String

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_KEYWORD = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)[ \t]*(?=\")")
_DOMAIN = re.compile(r'domain[ \t]+"[^"\r\n]*"[ \t]*')
_STRING = re.compile(r'[ \t]*"((?:[^"\\\r\n]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))")
_BETWEEN = re.compile(r'"\s*"')
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a"}
_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {character: f"\\{name}" for name, character in _NAMED.items()} | {'"': '\\"', "\\": "\\\\"}
_WIDEST = 77


@dataclass(slots=True)
class Field:
    """A keyword with its string.

    Attributes:
        string: What it says.
        span: From the first quote to the last one.
        start: Where its keyword stands.
        lines: How many lines it is written on.
    """

    string: String
    span: tuple[int, int]
    start: int
    lines: int = 1


@dataclass(slots=True)
class Entry:
    """An entry that is not obsolete.

    Attributes:
        start: Where its first keyword stands.
        comments: Lines that begin with ``#``, without their ends, and where each begins.
        fields: By keyword: ``msgctxt``, ``msgid``, ``msgid_plural``, ``msgstr``, ``msgstr[0]`` and so on.
        line: Of its first keyword, from 1.
    """

    start: int
    comments: list[tuple[int, str]]
    line: int
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """What ``msgid`` says; empty: this is the header."""
        return self.fields["msgid"].string.plain

    @property
    def flags(self) -> list[str]:
        """List the flags of ``#,`` comments."""
        marked = (line[2:] for _, line in self.comments if line.startswith("#,"))
        return [flag.strip() for line in marked for flag in line.split(",") if flag.strip()]

    @property
    def targets(self) -> list[str]:
        """Name the fields of the translation, in the order of the file."""
        return [name for name in self.fields if name.startswith("msgstr")]

    def notes(self) -> str:
        """Give what programmers and translators have said about it, and its context."""
        said = [line[2:].strip() for _, line in self.comments if line.startswith("#.")]
        said += [line[1:].strip() for _, line in self.comments if re.match(r"#(\s|$)", line)]
        context = self.fields.get("msgctxt")
        return "\n".join(filter(None, [*said, context.string.plain if context else ""]))


def entries(text: str, *, path: str) -> Iterator[Entry]:
    """Yield the entries of a PO text, in order; obsolete ones are passed over.

    Raises:
        FormatError: It is no PO file; the message says in which line.
    """
    comments: list[tuple[int, str]] = []
    entry: Entry | None = None
    name = ""
    for number, found in enumerate(_LINE.finditer(text), 1):
        line, start = found[0].rstrip("\r\n"), found.start()
        wrong_here = partial(_wrong_at, path, number)
        shift = len(line) - len(line.lstrip(" \t\ufeff"))
        bare, start = line[shift:], start + shift
        if not bare:
            continue
        keyword = _KEYWORD.match(text, start, found.start() + len(line))
        if bare.startswith("#") or _DOMAIN.fullmatch(bare):
            if entry and entry.targets:
                yield entry
                entry, comments = None, []
            comments.append((start, bare))
        elif keyword:
            if entry and keyword[1] in {"msgctxt", "msgid"} and entry.targets:
                yield entry
                entry, comments = None, []
            entry = entry or Entry(start, comments, number)
            name = keyword[1]
            _check(entry, name, path, number)
            _string(text, (keyword.end(), found.start() + len(line)), entry, name, wrong_here)
        elif bare.startswith('"') and entry and name:
            _string(text, (start, found.start() + len(line)), entry, name, wrong_here)
        else:
            raise wrong(f"a keyword or a string was expected, not {bare[:20]!r}", path, number)
    if entry:
        if not entry.targets:
            raise wrong("an entry ends without msgstr", path, entry.line)
        yield entry


def _wrong_at(path: str, line: int, what: str) -> FormatError:
    return wrong(what, path, line)


def _check(entry: Entry, name: str, path: str, number: int) -> None:
    """Refuse keywords that are doubled or out of order."""
    if name in entry.fields:
        raise wrong(f"{name} stands twice in one entry", path, number)
    if name not in {"msgctxt", "msgid"} and "msgid" not in entry.fields:
        raise wrong(f"{name} without msgid", path, number)
    if entry.targets and name in {"msgctxt", "msgid", "msgid_plural"}:
        raise wrong(f"{name} after msgstr", path, number)


def _string(
    text: str, line: tuple[int, int], entry: Entry, name: str, wrong_here: Callable[[str], FormatError]
) -> None:
    """Add the quoted strings of a line, mostly one, to a field."""
    place, end = line
    while place < end:
        found = _STRING.match(text, place, end)
        if not found:
            raise wrong_here("a string does not end, or is not in double quotes")
        _add(text, found, entry, name)
        place = found.end()


def _add(text: str, found: re.Match[str], entry: Entry, name: str) -> None:
    """Add a quoted string to a field."""
    string = String.escaped(text, found.span(1), _ESCAPE, _character)
    have = entry.fields.get(name)
    span = found.start(1) - 1, found.end(1) + 1
    if have is None:
        entry.fields[name] = Field(string, span, text.rfind(name, 0, span[0]))
    else:
        places = (*have.string.places[:-1], *string.places)
        joined = String(have.string.plain + string.plain, places)
        entry.fields[name] = Field(joined, (have.span[0], span[1]), have.start, have.lines + 1)


def unescaped(text: str) -> str:
    """Give what strings say that stand one behind the other, quotes and all."""
    return _ESCAPE.sub(_character, _BETWEEN.sub("", text))


def _character(escape: re.Match[str]) -> str:
    """Give the character that an escape stands for; an octal number above 255 is cut, as C does."""
    if escape[1]:
        return chr(int(escape[1], 16))
    return chr(int(escape[2], 8) & 0xFF) if escape[2] else _NAMED.get(escape[3], escape[3])


def wrong(what: str, path: str, line: int) -> FormatError:
    """Make the error for a file that cannot be read."""
    return FormatError(
        f"is no PO file: {what}", path=path, line=line, hint="msgfmt --check shows what is wrong"
    )


def quoted(value: str, newline: str, *, wrapped: bool) -> str:
    """Write a value as strings in double quotes: one, or several on lines of their own where it has line breaks.

    Args:
        value: To be written.
        newline: How lines of the file end.
        wrapped: Whether long lines are broken at blanks, as gettext does.
    """
    lines = [line for line in re.split(r"(?<=\n)", value) if line]
    pieces = [piece for line in lines for piece in (_wrap(line) if wrapped else [line])]
    if len(pieces) < 2:
        return f'"{_escaped(value)}"'
    return newline.join(('""', *(f'"{_escaped(piece)}"' for piece in pieces)))


def _wrap(line: str) -> list[str]:
    pieces = [""]
    for word in re.findall(r"\s*\S+\s*\Z|\S*\s+|\S+", line):
        if pieces[-1] and len(_escaped(pieces[-1] + word).rstrip()) + 2 > _WIDEST:
            pieces.append("")
        pieces[-1] += word
    return pieces if "".join(pieces) == line else [line]


def _escaped(plain: str) -> str:
    return _NEEDS_ESCAPE.sub(lambda found: _SHORT.get(found[0]) or f"\\{ord(found[0]):03o}", plain)
