"""A text's inline codes as a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Code, Span, Text

_LINE_BREAK = re.compile(r"<(?:[\w.-]+:)?(?:br|cr|line-break|p?tab)\b", re.IGNORECASE)
"""Elements that end a line: of HTML, and of office files, where they have prefixes."""
_PREFIXED = re.compile(r"<[\w.-]+:")
"""Markup of office files, in which the end of a line means nothing."""


@dataclass(slots=True, eq=False)
class Node:
    """A pair of codes, or a code that stands alone; the root encloses the text and has no codes.

    Attributes:
        start: Place in the source, as is ``end``.
        opening: None for the root and for pairs that begin in another segment.
        closing: None for the root, for codes that stand alone and for pairs that end in another segment.
        alone: It is a single code.
        numbers: Of its codes among those of the text, literals not counted.
        target: Where it goes; None while unknown, or if it is lost.
    """

    start: int
    end: int
    opening: Code | None = None
    closing: Code | None = None
    alone: bool = False
    numbers: list[int] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    target: Span | None = None

    @property
    def protected(self) -> bool:
        """Tell whether its content has to come through unchanged."""
        return self.opening is not None and not self.opening.translate

    @property
    def parts_lines(self) -> bool:
        """Tell whether it ends a line, or a subtitle: the text on either side matters more than its next word."""
        markup = self.opening.markup if self.opening else ""
        if _LINE_BREAK.match(markup):
            return True
        return not _PREFIXED.match(markup) and ("\n" in markup or "\r" in markup)

    @property
    def order(self) -> int:
        """Give its place among the nodes of the text; pairs that are open from the start come first."""
        return self.numbers[0] if self.opening and self.numbers else -1


def tree(text: Text) -> Node:
    """Arrange the codes of a text; literals are left out, and halves of pairs that cross others stand alone."""
    codes = [code for code in text.codes if code.kind != "literal"]
    crossing, unopened = _irregular(codes)
    size = len(text.plain)
    root = Node(0, size)
    stack = [root]
    for code in reversed(unopened):
        stack.append(_add(stack[-1], Node(0, code.at)))
    for number, code in enumerate(codes):
        if code.kind == "empty" or code.id in crossing:
            _add(stack[-1], Node(code.at, code.at, code, alone=True, numbers=[number]))
        elif code.kind == "open":
            stack.append(_add(stack[-1], Node(code.at, size, code, numbers=[number])))
        else:
            node = stack.pop()
            node.closing, node.end = code, code.at
            node.numbers.append(number)
    return root


def in_order(root: Node) -> Iterator[Code]:
    """Yield the codes of a tree, put at their places in the target, in the order in which they stand there."""
    stack: list[Node | Code] = [root]
    while stack:
        item = stack.pop()
        if not isinstance(item, Node):
            yield item
            continue
        if item.target is None:
            continue
        start, end = item.target
        if item.closing:
            stack.append(replace(item.closing, at=end))
        placed = [(child.target, child.order, child) for child in item.children if child.target]
        stack.extend(child for _, _, child in sorted(placed, key=lambda each: each[:2], reverse=True))
        if item.opening:
            yield replace(item.opening, at=start)


def _add(parent: Node, node: Node) -> Node:
    parent.children.append(node)
    return node


def _irregular(codes: Sequence[Code]) -> tuple[set[int], list[Code]]:
    """Find the pairs that cross others, by id, and the closing codes whose opening ones are not in the text."""
    crossing: set[int] = set()
    unopened: list[Code] = []
    stack: list[int] = []
    for code in codes:
        if code.kind == "open":
            stack.append(code.id)
        elif code.kind == "close" and code.id not in crossing:
            while stack and stack[-1] != code.id:
                crossing.add(stack.pop())
            if stack:
                stack.pop()
            else:
                unopened.append(code)
    return crossing, unopened
