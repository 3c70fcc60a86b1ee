"""TMX 1.4b: approved translations as text that people can read, compare and merge, a line a language.

Specification: TMX 1.4b, LISA OSCAR standard, 2005. Properties are named as OmegaT names them: ``file``, ``id``,
``prev``, ``next``; and ``state`` as in XLIFF 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from localize import __version__
from localize.document import Code, State, Text
from localize.exchange.bitext import Bitext, bitexts
from localize.xmltext import Entries, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.exchange.bitext import Intake
    from localize.exchange.rows import FileResult
    from localize.xmltext import Node

_STATES: dict[str, State] = {state: state for state in get_args(State)}
_PROPERTIES = {
    "file": "document",
    "id": "segment",
    "prev": "previous",
    "next": "following",
    "origin": "origin",
}
_AS_WRITTEN = "as-written"


def export(result: FileResult) -> str:
    """Write the translations of a file as TMX, each with its place, its neighbours and its state."""
    made = bitexts(result)
    return write(made, result.document.language or "und")


def write(entries: Iterable[Bitext], source: str) -> str:
    """Write translations from one source language, in the order given; same entries, same text.

    Characters that XML cannot hold are left out.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        (
            f'<header creationtool="localize" creationtoolversion="{escaped(__version__)}" segtype="sentence" '
            f'o-tmf="localize" adminlang="en" srclang="{escaped(source)}" datatype="plaintext"/>'
        ),
        "<body>",
        *(line for entry in entries for line in _unit(entry, source)),
        "</body>",
        "</tmx>",
        "",
    ]
    return "\n".join(lines)


def _unit(entry: Bitext, main: str) -> Iterator[str]:
    other = entry.pair.source != main
    yield f'<tu srclang="{escaped(entry.pair.source)}">' if other else "<tu>"
    if entry.note:
        yield f"  <note>{escaped(entry.note)}</note>"
    for name, attribute in _PROPERTIES.items():
        value = getattr(entry, attribute)
        if value or (value == "" and name in {"prev", "next"}):
            yield f'  <prop type="{name}">{escaped(value)}</prop>'
    if entry.state:
        yield f'  <prop type="state">{entry.state}</prop>'
    if entry.as_written:
        yield f'  <prop type="{_AS_WRITTEN}">yes</prop>'
    yield f'  <tuv xml:lang="{escaped(entry.pair.source)}"><seg>{_segment(entry.source)}</seg></tuv>'
    said = f' changedate="{escaped(entry.when)}"' if entry.when else ""
    said += f' changeid="{escaped(entry.who)}"' if entry.who else ""
    yield f'  <tuv xml:lang="{escaped(entry.pair.target)}"{said}><seg>{_segment(entry.target)}</seg></tuv>'
    yield "</tu>"


def _segment(text: Text) -> str:
    """Write the content of a ``seg``; what begins and does not end, or ends and did not begin, becomes ``it``."""
    pairs = _pairs(text.codes)
    parts: list[str] = []
    done = 0
    for number, code in enumerate(text.codes):
        parts.append(escaped(text.plain[done : code.at]))
        done = max(done, code.at)
        parts.append(_code(code, pairs.get(number)))
    return "".join((*parts, escaped(text.plain[done:])))


def _pairs(codes: Sequence[Code]) -> dict[int, int]:
    """Give the places of codes that belong together one number, counted from 1 in the order of their ids."""
    opened: dict[int, list[int]] = {}
    found: list[tuple[int, int, int]] = []
    for number, code in enumerate(codes):
        if code.kind == "open":
            opened.setdefault(code.id, []).append(number)
        elif code.kind == "close" and opened.get(code.id):
            found.append((code.id, opened[code.id].pop(), number))
    return {one: i for i, (_, *both) in enumerate(sorted(found), 1) for one in both}


def _code(code: Code, pair: int | None) -> str:
    if code.kind == "literal":
        return ""
    markup = escaped(code.markup)
    if code.kind == "empty":
        return f'<ph x="{code.id}">{markup}</ph>'
    if pair is None:
        side = "begin" if code.kind == "open" else "end"
        return f'<it pos="{side}" x="{code.id}">{markup}</it>'
    if code.kind == "open":
        return f'<bpt i="{pair}" x="{code.id}">{markup}</bpt>'
    return f'<ept i="{pair}">{markup}</ept>'


def read(data: bytes, intake: Intake) -> Iterator[Bitext]:
    """Yield the translations of a TMX file: the variant in the file's source language with each of the others.

    Raises:
        FormatError: It is no well-formed XML, or no TMX.
    """
    entries = Entries(data, intake, {"tu", "header"})
    main, seen = "", False
    for node in entries:
        seen = True
        if node.name == "header":
            main = node.attributes.get("srclang", "")
        else:
            yield from _read_unit(node, main, intake)
    if not seen and "tmx" not in entries.outer:
        intake.refuse("is no TMX: it holds no unit (tu)", hint="name a TMX, XLIFF or PO file")


def _read_unit(node: Node, main: str, intake: Intake) -> Iterator[Bitext]:
    variants = [child for child in node.children if child.name == "tuv"]
    main = node.attributes.get("srclang", main).lower()
    first = next((one for one in variants if one.language.lower() == main), None)
    first = first or next(
        (one for one in variants if one.language.lower().partition("-")[0] == main.partition("-")[0]), None
    )
    first = first or (variants[0] if variants else None)
    if first is None or len(variants) < 2:
        intake.leave(node.line, "it has no translation")
        return
    numbers: dict[str, int] = {}
    source = _text(first, numbers)
    said = {
        one.attributes.get("type", "").removeprefix("x-"): one.all_text()
        for one in node.children
        if one.name == "prop"
    }
    for variant in variants:
        if variant is not first:
            entry = _read_pair(node, said, (first, variant), (source, _text(variant, numbers)), intake)
            if entry:
                yield entry


def _read_pair(
    node: Node, said: dict[str, str], variants: tuple[Node, Node], texts: tuple[Text, Text], intake: Intake
) -> Bitext | None:
    pair = intake.pair(variants[0].language, variants[1].language, node.line)
    if pair is None:
        return None
    if not texts[0].plain.strip() or not texts[1].plain.strip():
        intake.leave(node.line, "its source is empty" if texts[1].plain.strip() else "it has no translation")
        return None
    target = variants[1].attributes
    notes = [one.all_text().strip() for one in node.children if one.name == "note"]
    return Bitext(
        *texts,
        pair,
        _STATES.get(said.get("state", "")),
        said.get("file", ""),
        said.get("id", ""),
        said.get("prev"),
        said.get("next"),
        said.get("origin", ""),
        target.get("changeid", target.get("creationid", "")),
        target.get("changedate", target.get("creationdate", "")),
        "\n".join(filter(None, notes)),
        _AS_WRITTEN in said,
        node.line,
    )


def _text(variant: Node, numbers: dict[str, int]) -> Text:
    """Read the first ``seg`` of a variant; *numbers* gives codes of one name in source and target one id."""
    segment = next((child for child in variant.children if child.name == "seg"), None)
    if segment is None:
        return Text("")
    reader = _Segment(numbers)
    reader.read(segment)
    return Text(reader.plain, tuple(reader.codes))


class _Segment:
    """The content of a ``seg``, read element by element."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self.plain = ""
        self.codes: list[Code] = []
        self._numbers = numbers
        self._pairs: dict[str, int] = {}
        self._singles = 0

    def read(self, node: Node) -> None:
        self.plain += node.text
        for child in node.children:
            if child.name in {"bpt", "ept", "it", "ph", "ut"}:
                self._code(child)
            else:
                self.read(child)  # hi marks words, and no more
            self.plain += child.tail

    def _code(self, node: Node) -> None:
        markup, at = node.all_text(), len(self.plain)
        if node.name == "ept":
            number = self._pairs.get(node.attributes.get("i", ""))
            number = self._number(f"i{node.attributes.get('i', '')}") if number is None else number
            self.codes.append(Code(at, markup, "close", number))
            return
        if node.name == "bpt":
            number = self._number(self._name(node, f"i{node.attributes.get('i', '')}"))
            self._pairs[node.attributes.get("i", "")] = number
            self.codes.append(Code(at, markup, "open", number))
            return
        self._singles += 1
        number = self._number(self._name(node, f"n{self._singles}"))
        sides = {"begin": "open", "end": "close"}
        side = sides.get(node.attributes.get("pos", "")) if node.name == "it" else None
        self.codes.append(
            Code(at, markup, "open" if side == "open" else "close" if side else "empty", number)
        )

    def _name(self, node: Node, otherwise: str) -> str:
        return f"x{node.attributes['x']}" if node.attributes.get("x") else otherwise

    def _number(self, name: str) -> int:
        """Give a name its number: the one that it says, if it is free."""
        if name not in self._numbers:
            wanted = int(name[1:]) if name[1:].isdecimal() and name[1:].isascii() and len(name) < 8 else 0
            taken = set(self._numbers.values())
            self._numbers[name] = wanted if wanted and wanted not in taken else max(taken, default=0) + 1
        return self._numbers[name]
