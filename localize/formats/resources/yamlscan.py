"""YAML as a sequence of strings with their places; everything else is looked over and left where it is.

The events of a parser are read, never objects: an alias stays a name, so that no file can grow in memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from localize.errors import FormatError
from localize.formats.resources.strings import String
from localize.formats.resources.yamlplaces import block, flow

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 100
MAX_LENGTH = 5_000_000
"""Code points; the parser is in Python and takes about a second for 100,000."""

_PROPERTIES = re.compile(r"(?:(?:[&!][^\s]*|#[^\r\n]*)(?:\s+|$))*")
_TYPED = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|0[xob][0-9a-f_]+|[-+]?\.?[0-9][0-9.,_:eExXoTZ+\-/ ]*|[-+]?\.(?:inf|nan)|",
    re.IGNORECASE,
)


class Scalar(NamedTuple):
    """A scalar.

    Attributes:
        path: Keys and numbers of items that lead to it, from the outside in; of a key, with itself at the end.
        string: What it says, and where; without quotes.
        span: With its quotes or its header.
        style: ``"``, ``'``, ``|``, ``>``, or empty for a plain one.
        key: It is one.
        text: It is a string, and no number, date or the like.
    """

    path: tuple[str | int, ...]
    string: String
    span: tuple[int, int]
    style: str
    key: bool
    text: bool


class _Level:
    """An open mapping or sequence: the key or the number that is being looked at."""

    __slots__ = ("at", "key", "mapping")

    def __init__(self, *, mapping: bool) -> None:
        self.mapping = mapping
        self.key = True
        self.at: str | int = "" if mapping else -1

    def enter(self) -> bool:
        """Step to the next node; tells whether it is a key."""
        if not self.mapping:
            assert isinstance(self.at, int)
            self.at += 1
            return False
        self.key = not self.key
        return not self.key


def scalars(text: str, *, path: str) -> Iterator[Scalar]:
    """Yield the scalars of a YAML text, in order.

    Raises:
        FormatError: It is no YAML, is nested deeper than ``MAX_DEPTH``, or longer than ``MAX_LENGTH``. The message names
            the place.
    """
    if len(text) > MAX_LENGTH:
        raise FormatError(f"longer than {MAX_LENGTH:,} characters", path=path, hint="split the file")
    try:
        yield from _scalars(text, path)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = str(error.problem or error.context or "cannot be parsed").partition("\n")[0]
        raise _wrong(what, path, line, column) from error
    except (
        YAMLError,
        ValueError,
        OverflowError,
        AttributeError,
        TypeError,
        IndexError,
        AssertionError,
    ) as error:
        raise _wrong(str(error).partition("\n")[0] or "cannot be parsed", path, 1, 1) from error
    except RecursionError as error:
        raise _wrong("nested too deeply", path, 1, 1) from error


def _wrong(what: str, path: str, line: int, column: int) -> FormatError:
    return FormatError(
        f"is not YAML: {what[:200]}",
        path=path,
        line=line,
        column=column,
        hint="check the file with a YAML linter",
    )


def _scalars(text: str, path: str) -> Iterator[Scalar]:
    levels: list[_Level] = []
    parser = YAML(typ="safe", pure=True)
    shift = int(text.startswith("\ufeff"))
    for event in parser.parse(text[shift:]):
        if isinstance(event, DocumentStartEvent):
            levels = []
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            levels.pop()
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent, AliasEvent)):
            key = bool(levels) and levels[-1].enter()
            if isinstance(event, ScalarEvent):
                if key:
                    levels[-1].at = event.value
                yield _scalar(text, event, tuple(level.at for level in levels), key=key, shift=shift)
            elif not isinstance(event, AliasEvent):
                if len(levels) >= MAX_DEPTH:
                    mark = event.start_mark
                    raise _wrong(
                        f"nested more than {MAX_DEPTH} levels deep", path, mark.line + 1, mark.column + 1
                    )
                levels.append(_Level(mapping=isinstance(event, MappingStartEvent)))


def _scalar(text: str, event: ScalarEvent, path: tuple[str | int, ...], *, key: bool, shift: int) -> Scalar:
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties and (event.anchor or event.tag) else start
    style = event.style or ""
    if style in {"|", ">"}:
        string = block(text, start, end, event.value)
    elif style:
        string = flow(text, start + 1, end - 1, style)
    else:
        string = flow(text, start, end, style)
    known = string is not None and string.plain == event.value
    typed = not style and _TYPED.fullmatch(event.value) is not None
    plain_text = known and not typed and (event.tag is None or str(event.tag).endswith(":str"))
    string = string if known and string else String.verbatim(text, start, start)
    return Scalar(path, string, (start, end), style, key, text=plain_text)
