"""What markdown-it-py, an independent CommonMark parser, makes of a text, and the same of ours, for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from localize.formats.inlines import scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

Event = tuple[str, str]
"""A piece of text, or a mark: the beginning and end of emphasis or a link, an image, a line break, a tag."""

REFERENCES = {"A": {"href": "x", "title": ""}, "REF": {"href": "x", "title": ""}}
_EMPHASIS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~": "s", "~~": "s", "[": "a", "<": "a"}
_THEIRS = MarkdownIt("commonmark").enable("strikethrough").enable("table")


def their_inlines(text: str) -> list[Event]:
    """Give what markdown-it-py sees in the text of one block."""
    (inline,) = _THEIRS.parseInline(text, {"references": REFERENCES})
    return _theirs(inline.children or [])


def their_blocks(document: str) -> list[str]:
    """Give the raw text of each block with inline content, white space squeezed, empty ones left out."""
    found = (" ".join(token.content.split()) for token in _THEIRS.parse(document) if token.type == "inline")
    return [text for text in found if text]


def our_inlines(text: str) -> list[Event]:
    """Give what ``scan`` sees in it, in the same form. Bare addresses are left out: they are no CommonMark."""
    events: list[Event] = []
    done = 0
    inside: dict[int, str] = {}
    for token in scan(text, references={"a", "ref"}):
        _say(events, text[done : token.start])
        markup = text[token.start : token.end]
        done = token.end
        if token.kind == "literal":
            _say(events, token.plain)
        elif token.kind in {"break", "empty"}:
            events.append(_alone(markup))
        elif token.kind == "open" and markup:
            name = "html" if markup.startswith("<") and markup != "<" else _EMPHASIS.get(markup, "code")
            inside[token.id] = name
            events.append(("html", markup) if name == "html" else ("open", name))
        elif token.id in inside:
            name = inside[token.id]
            events.append(("html", markup) if name == "html" else ("close", name))
    _say(events, text[done:])
    return events


def _theirs(tokens: Sequence[Token]) -> list[Event]:
    events: list[Event] = []
    for token in tokens:
        if token.type in {"text", "text_special"}:
            _say(events, token.content)
        elif token.type == "softbreak":
            _say(events, " ")
        elif token.type == "code_inline":
            events.append(("open", "code"))
            _say(events, token.content)
            events.append(("close", "code"))
        elif token.type == "html_inline":
            events.append(("html", token.content))
        elif token.type in {"image", "hardbreak"}:
            events.append((token.type, ""))
        else:
            events.append(("open" if token.nesting > 0 else "close", token.tag))
    return events


def _alone(markup: str) -> Event:
    if markup.startswith("!"):
        return "image", ""
    return ("html", markup) if markup.startswith("<") else ("hardbreak", "")


def _say(events: list[Event], text: str) -> None:
    """Add text, to the text before it if there is any."""
    text = text.replace("\n", " ")
    if text and events and events[-1][0] == "text":
        events[-1] = ("text", events[-1][1] + text)
    elif text:
        events.append(("text", text))
