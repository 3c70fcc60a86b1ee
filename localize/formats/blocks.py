"""Find the blocks of Markdown that hold prose or HTML, through the block grammar of tree-sitter-markdown.

The file is parsed in windows, so that memory stays in proportion to one window and not to the file: all top-level
blocks of a window but the last are complete, and the next window begins with one that a blank line comes before. Found
by measurement (0.5.4): a tree needs up to 320 bytes for a byte of source; containers deeper than 256 are cut off by the
grammar itself, so that trees stay shallow.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

import tree_sitter_markdown
from tree_sitter import Language, Parser

from localize.alignment import overlap
from localize.errors import FormatError
from localize.formats.dialects import Leaf, divided, owns_indented
from localize.formats.windows import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tree_sitter import Node

    from localize.document import Span

WINDOW = 256 * 1024
"""Code points that are parsed at once."""
MAX_BLOCK = 2 * 1024 * 1024
"""Code points of the largest top-level block; the tree of such a one takes about 600 MB at worst."""

_KINDS = {
    "list_item": "list-item",
    "block_quote": "quote",
    "atx_heading": "heading",
    "setext_heading": "heading",
}
_CLOSING = re.compile(r"(?:(?<![^ \t])|[ \t]+)#+\Z")
_ORDERED = re.compile(rb"(\d{1,9})[.)]")
_BLANK_LINE = re.compile(rb"\n[ \t>]*\n[ \t>]*\Z")
_LINE = re.compile(r"[^\r\n]*")
_MARKUP = re.compile(rb"</?[A-Za-z]")
_CONTAINERS = frozenset({"document", "section", "block_quote", "list", "list_item"})
_MOST_REPAIRS = 8


def leaves(text: str, start: int, *, path: str = "", at_once: int = WINDOW) -> Iterator[Leaf]:
    """Yield the blocks of prose of ``text[start:]`` in order.

    Args:
        text: The whole document.
        start: Where its blocks begin.
        path: For messages.
        at_once: Code points to parse at once; makes no difference to the result.

    Raises:
        FormatError: A single block (one list, one table) is larger than ``MAX_BLOCK``.
    """
    parser = Parser(Language(tree_sitter_markdown.language()))
    place, size = start, at_once
    while place < len(text):
        window = Window.of(text, place, size)
        if window.end - place > 2 * MAX_BLOCK:
            raise _too_large(text, place, path)
        blocks = _top(_parse(parser, window))
        if window.last:
            yield from _leaves(blocks, text, window)
            return
        following = _next(blocks, window, anywhere=size >= MAX_BLOCK)
        if following:
            yield from _leaves(blocks[:following], text, window)
            place, size = window.line_start(blocks[following].start_byte), at_once
        elif size < MAX_BLOCK:
            size *= 2
        else:
            raise _too_large(text, place, path)


def _next(blocks: list[Node], window: Window, *, anywhere: bool) -> int:
    """Choose the block with which the next window begins; 0 if there is none.

    That is the last one after a blank line, or the last one ``anywhere``. An indented block may belong to the footnote
    before it.
    """
    for number in range(len(blocks) - 1, 0, -1):
        block = blocks[number]
        if block.type != "indented_code_block" and (anywhere or window.after_blank(block.start_byte)):
            return number
    return 0


def _too_large(text: str, place: int, path: str) -> FormatError:
    line = text.count("\n", 0, place) + 1
    message = f"a block of more than {MAX_BLOCK:,} characters begins here"
    return FormatError(message, path=path, line=line, hint="split the file into articles")


def _parse(parser: Parser, window: Window) -> Node:
    """Parse a window, and again as long as numbers that stand at the start of a wrapped line look like lists.

    The grammar lets any numbered item interrupt a paragraph; CommonMark only one with the number 1 (section 5.2).
    """
    root = parser.parse(window.data).root_node
    for _ in range(_MOST_REPAIRS):
        wrong = [
            marker for node in _walk(root) if node.type == "list" for marker in _interrupting(node, window)
        ]
        if not wrong:
            break
        window.mask(wrong)
        root = parser.parse(window.data).root_node
    return root


def _interrupting(node: Node, window: Window) -> Iterator[Span]:
    """Yield the markers of a list that cannot begin where it does, right after a line of a paragraph."""
    before = node.prev_sibling
    if before is None or before.type != "paragraph":
        return
    if window.data.count(b"\n", before.children[0].end_byte, node.start_byte) != 1:
        return
    for item in node.children:
        number = _ORDERED.match(window.data, item.start_byte)
        if not number or number[1] == b"1":
            return
        yield number.span(0)
        if _BLANK_LINE.search(window.data, item.start_byte, item.end_byte):
            return


def _walk(root: Node) -> Iterator[Node]:
    """Yield the nodes that may hold blocks, in document order."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if node.type in _CONTAINERS:
            stack.extend(reversed(node.children))


def _top(root: Node) -> list[Node]:
    """List the top-level blocks; the grammar wraps them in nested sections."""
    stack, blocks = [root], []
    while stack:
        node = stack.pop()
        if node is root or node.type == "section":
            stack.extend(reversed(node.children))
        else:
            blocks.append(node)
    return blocks


def _leaves(blocks: list[Node], text: str, window: Window) -> Iterator[Leaf]:
    """Yield the blocks of prose in top-level blocks; indented paragraphs after a footnote or a note belong to it."""
    owner = ""
    for block in blocks:
        if block.type == "indented_code_block" and owner:
            yield from _indented(block, text, window, owner)
            continue
        owner = "paragraph" if owns_indented(text, window.offset(block.start_byte)) else ""
        for leaf in _prose(block, text, window):
            if not owner or leaf.kind == "footnote":
                owner = "footnote" if leaf.kind == "footnote" else ""
            if leaf.lines:
                yield leaf


def _prose(block: Node, text: str, window: Window) -> Iterator[Leaf]:
    """Yield the blocks of prose in a top-level block."""
    stack: list[tuple[Node | Leaf, str]] = [(block, "paragraph")]
    while stack:
        node, kind = stack.pop()
        if isinstance(node, Leaf):
            yield node
        elif node.type == "pipe_table_cell":
            yield Leaf("table-cell", _lines(node, text, window))
        elif node.type == "inline":
            lines = _lines(node, text, window)
            if node.parent and node.parent.type == "atx_heading":
                lines = (_without_closing(text, *lines[0]),)
            yield from divided(Leaf(kind, lines), text)
        elif node.type == "link_reference_definition":
            first, last = window.offset(node.start_byte), window.offset(node.end_byte)
            if text.startswith("[^", first):
                yield from divided(Leaf("footnote", (_trimmed(text, first, last),)), text)
            stack.extend((child, "title") for child in node.children if child.type == "link_title")
        elif node.type == "link_title":
            first, last = window.offset(node.start_byte), window.offset(node.end_byte)
            yield Leaf("title", (_trimmed(text, first + 1, last - 1),))
        elif node.type == "html_block" or (node.type == "ERROR" and _is_html(node, window)):
            yield Leaf("html", tuple(line for line in _lines(node, text, window) if line[0] < line[1]))
        else:
            inner = _KINDS.get(node.type, kind)
            stack.extend((child, inner) for child in reversed(_children(node, text, window)))


def _children(node: Node, text: str, window: Window) -> Sequence[Node | Leaf]:
    """List the parts of a block that is neither prose nor HTML itself."""
    if node.type == "ERROR":
        return _mended(node, text, window)
    return [] if node.type == "pipe_table_delimiter_row" else node.children


def _is_html(node: Node, window: Window) -> bool:
    """Tell whether the grammar has failed on HTML, as it does (0.5.4) where that begins right after a marker."""
    return _MARKUP.match(window.data, node.start_byte, node.end_byte) is not None


def _mended(node: Node, text: str, window: Window) -> list[Node | Leaf]:
    """List the parts of what the grammar could not read, HTML among them that a blank line ends in a list item (0.5.4)."""
    known = [child for child in node.named_children if child.type != "block_continuation"]
    spans = [(window.offset(child.start_byte), window.offset(child.end_byte)) for child in known]
    parts: list[tuple[int, Node | Leaf]] = [
        (span[0], child) for span, child in zip(spans, known, strict=True)
    ]
    lines: list[Span] = []
    for line in (*_lines(node, text, window), None):
        free = line is not None and line[0] < line[1] and not any(overlap(line, span) for span in spans)
        if line and free and (lines or text.startswith("<", line[0])):
            lines.append(line)
        elif lines:
            parts.append((lines[0][0], Leaf("html", tuple(lines))))
            lines = []
    return [part for _, part in sorted(parts, key=itemgetter(0))]


def _without_closing(text: str, start: int, end: int) -> Span:
    """Leave out the number signs that may close a heading, with the blanks before them."""
    closing = _CLOSING.search(text, start, end)
    return (start, closing.start()) if closing else (start, end)


def _lines(node: Node, text: str, window: Window) -> tuple[Span, ...]:
    """List the lines of an inline node without the prefixes of the containers that it is in."""
    start, end = window.offset(node.start_byte), window.offset(node.end_byte)
    if node.type == "pipe_table_cell" or window.data.find(b"\n", node.start_byte, node.end_byte) < 0:
        return (_trimmed(text, start, end),)
    prefixes = {
        window.offset(child.start_byte): window.offset(child.end_byte)
        for child in node.children
        if child.type == "block_continuation"
    }
    return tuple(
        _trimmed(text, prefixes.get(line.start(), line.start()), line.end())
        for line in _LINE.finditer(text, start, end)
        if line.start() < line.end()
    )


def _indented(node: Node, text: str, window: Window, kind: str) -> Iterator[Leaf]:
    """Yield the paragraphs that stand, indented, in what the grammar takes for a code block."""
    lines: list[Span] = []
    for line in _LINE.finditer(text, window.offset(node.start_byte), window.offset(node.end_byte)):
        start, end = _trimmed(text, *line.span())
        if start < end:
            lines.append((start, end))
        elif lines:
            yield Leaf(kind, tuple(lines))
            lines = []
    if lines:
        yield Leaf(kind, tuple(lines))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out blanks at both ends of a span; the parser sees one newline more than there is."""
    end = min(end, len(text))
    while start < end and text[start] in " \t\r\n":
        start += 1
    while start < end and text[end - 1] in " \t\r\n":
        end -= 1
    return start, end
