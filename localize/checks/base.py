"""What a check is: a function over one translated segment that yields problems; its table line adds name and weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from typing import NamedTuple

from localize.document import Severity, Span, Text, Translation
from localize.errors import LocalizeError
from localize.languages import Pair
from localize.messages import Message


class Problem(NamedTuple):
    """Something wrong with a translation: a message in plain words and the place in the segment's plain source."""

    message: str
    span: Span | None = None


CheckFunction = Callable[[Translation, Pair], Iterator[Problem]]
"""Looks at one translation of a pair of BCP 47 tags; ``und`` stands for a source language that is not known."""


class UnknownCheckError(LocalizeError):
    """No check of that name."""


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the table ``CHECKS``.

    Attributes:
        name: The defect in kebab-case, as it stands in reports and configuration.
        severity: Of every finding of this check, unless the configuration says otherwise.
        function: Its docstring explains the check to users; the first line is the title.
        guard: Whether it tells bad output, which should not be published.
    """

    name: str
    severity: Severity
    function: CheckFunction
    guard: bool = False

    @property
    def title(self) -> str:
        """Give the first line of the function's docstring."""
        return self.help.partition("\n")[0]

    @property
    def help(self) -> str:
        """Give the function's docstring: the title, an empty line, the rest."""
        return cleandoc(self.function.__doc__ or self.name)


def quote(text: str, limit: int = 60) -> str:
    """Put words of the article into a message: between straight quotes, on one line, cut after *limit* characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[: limit - 1]}…"'


def enumerate_some(items: Sequence[str], limit: int = 5) -> Message:
    """Join the first *limit* items with commas and say how many more there are."""
    more = len(items) - limit
    shown = tuple(items[:limit])
    return (
        Message("%(items)s and %(more)s more", items=shown, more=more)
        if more > 0
        else Message("%(items)s", items=shown)
    )


def cut(text: str, spans: Iterable[Span]) -> str:
    """Replace places of a text by a placeholder (U+FFFC) each, so that what stood around them does not run together."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            parts += (text[done:start], "\N{OBJECT REPLACEMENT CHARACTER}")
        done = max(done, end)
    return "".join((*parts, text[done:]))


def without_code(text: Text) -> str:
    """Give the plain text with a placeholder for all that is not to be translated: code spans, autolinks."""
    return cut(text.plain, text.protected())
