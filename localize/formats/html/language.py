"""The language that a page says it is in, and the one that its translation says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.marks import Page
from localize.formats.html.scopes import Scopes
from localize.languages import LanguageTagError, base, direction, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Span
    from localize.formats.html.attributes import Attribute
    from localize.formats.html.marks import Mark

_SAID = re.compile(r"lang\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^\s/>]+")


class Declared(NamedTuple):
    """What a page says about its language.

    Attributes:
        tag: BCP 47; None if it says nothing that can be understood.
        language: Its first subtag in lower case, by which other languages are told from it; may be empty.
    """

    tag: str | None
    language: str


def declared(page: Page) -> Declared:
    """Tell which language holds for most of the text of a page."""
    said = {found[1].lower() for found in _SAID.finditer(page.text)}
    if not said:
        return Declared(None, "")
    sizes: Counter[str] = Counter()
    scopes = Scopes(page)
    for mark in page.marks():
        if mark.kind == "start":
            scope, _ = scopes.start(mark)
            sizes[scope.language] += 1
        elif mark.kind == "end":
            scopes.end(mark.name)
        elif mark.kind == "text" and scopes.now.translate:
            sizes[scopes.now.language] += mark.end - mark.start
    most = max(sizes, key=lambda tag: sizes[tag], default="")
    try:
        return Declared(normalise(most), base(most.lower())) if most else Declared(None, "")
    except LanguageTagError:
        return Declared(None, base(most.lower()))


def renamed(text: str, original: str, language: str, *, xml: bool = False) -> str:
    """Give a translated page the language of its targets, wherever it names the one that the original was in.

    What is no language tag (``lang="0"``) names none, and stays but on the page itself.
    """
    said = declared(Page.of(original, xml=xml))
    return _renamed(Page.of(text, xml=xml), said.language if said.tag else "", language)


def renamed_parts(text: str, stretches: Sequence[Span], said: str, language: str) -> str:
    """Give stretches of HTML in a translated text of another format the language of its targets.

    Args:
        text: The whole document.
        stretches: As in ``embedded``.
        said: The language that it was in, base only.
        language: Of the targets.
    """
    page = Page.of(text, blanks=around(text, stretches))
    return _renamed(page, said, language)


def around(text: str, stretches: Sequence[Span]) -> list[Span]:
    """List what stands before, between and after stretches of a text."""
    edges = [0, *chain.from_iterable(stretches), len(text)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _renamed(page: Page, said: str, language: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in _edits(page, said, language):
        parts += (page.text[done:start], new)
        done = end
    return "".join([*parts, page.text[done:]])


def _edits(page: Page, said: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield what to write instead of stretches of a page, in order."""
    scopes = Scopes(page)
    for mark in page.marks():
        if mark.kind == "end":
            scopes.end(mark.name)
        if mark.kind != "start":
            continue
        scope, given = scopes.start(mark)
        if mark.name == "html":
            yield from sorted(_of_page(page, mark, given, language))
        elif scope.translate or scope.drawn:
            for name in ("lang", "xml:lang"):
                if name in given and said and base(given[name].value.strip().lower()) == said:
                    yield (*given[name].span, language)
            if mark.name == "meta" and _is_header(given) and "content" in given:
                yield (*given["content"].span, language)


def _is_header(given: Mapping[str, Attribute]) -> bool:
    return "http-equiv" in given and given["http-equiv"].value.strip().lower() == "content-language"


def _of_page(
    page: Page, mark: Mark, given: Mapping[str, Attribute], language: str
) -> Iterator[tuple[int, int, str]]:
    """Set language and direction on the ``html`` element."""
    names = [name for name in ("lang", "xml:lang") if name in given]
    for name in names:
        yield _value(page, given[name], language)
    tag = _TAG.match(page.text, mark.start)
    place = tag.end() if tag else mark.end - 1
    added = "" if names else f' lang="{language}"'
    if not names and page.xml:
        added += f' xml:lang="{language}"'
    way = direction(language)
    if "dir" in given and given["dir"].value.strip().lower() in {"rtl", "ltr"}:
        yield _value(page, given["dir"], way)
    elif way == "rtl" and "dir" not in given:
        added += ' dir="rtl"'
    if added:
        yield place, place, added


def _value(page: Page, attribute: Attribute, value: str) -> tuple[int, int, str]:
    """Replace a value; an attribute that has none gets one."""
    start, end = attribute.span
    if start == end and page.text[start - 1 : start] not in {'"', "'"}:
        return start, end, f'="{value}"'
    return start, end, value
