"""Review a glossary: what cannot be right, what is hardly meant, what is worth knowing."""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from localize.glossary.lazy import Concepts
from localize.glossary.pairs import chain
from localize.glossary.table.conflicts import conflicts, hidden
from localize.glossary.table.problems import Problem
from localize.glossary.words.tokens import key_of
from localize.glossary.words.vocabulary import OPENERS, SMALL_WORDS
from localize.languages import base
from localize.messages import Message

if TYPE_CHECKING:
    from localize.document import Severity
    from localize.glossary.concepts import Concept, Term
    from localize.glossary.glossary import Glossary

_COLUMNS = {"admitted": "variants", "deprecated": "deprecated", "forbidden": "forbidden"}
_SPACES = re.compile(r"[^\S ]|\s\s")
_LOOK_ALIKES = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
"""Scripts whose capitals look alike."""
_COMMON = SMALL_WORDS | OPENERS
_ARTICLE = re.compile("(?:the|an?) ")
_PLAIN = re.compile("(?:[A-Za-z0-9]+[ -])*[A-Za-z0-9]+")

Check = Callable[["Concept"], "Iterator[tuple[str, Severity, str]]"]
"""Yields column, severity and message."""


def validate(glossary: Glossary) -> tuple[Problem, ...]:
    """Review every row by itself and against the others.

    Returns:
        Problems by file in the order of the glossary, then by row; none for a glossary in good order.
    """
    problems: list[Problem] = []
    if isinstance(glossary.concepts, Concepts):
        for sheet in glossary.concepts.sheets:
            problems += sheet.remarks
    concepts = _made(glossary)
    wanted = tuple(dict.fromkeys(tag for concept in concepts for tag in concept.terms))
    lacking: dict[tuple[str, ...], list[str]] = {}
    for concept in concepts:
        found = [slip for check in CHECKS for slip in check(concept)]
        have = tuple(concept.terms)
        if have not in lacking:
            lacking[have] = [tag for tag in wanted if not chain(tag, have)]
        found += _missing(concept, lacking[have])
        problems += [Problem(concept.path, concept.row, *slip) for slip in found]
    problems += conflicts(concepts)
    problems += hidden(concepts)
    files = {file.path: place for place, file in enumerate(glossary.files)}
    problems.sort(key=lambda problem: (files.get(problem.path, 0), problem.row))
    return tuple(problems)


def _made(glossary: Glossary) -> Sequence[Concept]:
    """Make all concepts, without the garbage collector, which would look through those that are there again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        return list(glossary.concepts)
    finally:
        if on:
            gc.enable()


def column_of(term: Term, *, first: bool) -> str:
    """Name the column a term came from; *first* tells whether it is the first of its language."""
    role = "" if first and term.status != "admitted" else _COLUMNS.get(term.status, "")
    return f"{role}:{term.language}" if role else term.language


def repeated(concept: Concept) -> Iterator[tuple[str, Severity, str]]:
    """Find forms and variants that say again what is there already."""
    for tag, terms in concept.terms.items():
        if len(terms) == 1 and len(terms[0].forms) < 2 and terms[0].text not in terms[0].forms:
            continue
        seen: set[str] = set()
        for term in terms:
            if term.status in {"preferred", "admitted"}:
                if term.text in seen:
                    yield (
                        f"variants:{tag}",
                        "warning",
                        Message("'%(term)s' stands there twice; remove one", term=term.text),
                    )
                seen.add(term.text)
            forms = [term.text]
            for form in term.forms:
                if form in forms:
                    yield (
                        f"forms:{tag}",
                        "warning",
                        Message("'%(form)s' repeats the term or a form; remove it", form=form),
                    )
                forms.append(form)


def rejected(concept: Concept) -> Iterator[tuple[str, Severity, str]]:
    """Find terms that are wanted and rejected at once."""
    for tag, terms in concept.terms.items():
        if len(terms) == 1:
            continue
        wanted = {
            form
            for term in terms
            if term.status in {"preferred", "admitted"}
            for form in (term.text, *term.forms)
        }
        for term in terms:
            if term.status in {"deprecated", "forbidden"} and term.text in wanted:
                yield (
                    f"{term.status}:{tag}",
                    "error",
                    Message("'%(term)s' is wanted in this row, too; keep one of the two", term=term.text),
                )


def spelling(concept: Concept) -> Iterator[tuple[str, Severity, str]]:
    """Find stray characters: double spaces, look-alike letters, separators, marks at the end, nothing to match."""
    for terms in concept.terms.values():
        for place, term in enumerate(terms):
            for text in (term.text, *term.forms):
                if _PLAIN.fullmatch(text):
                    continue
                column = column_of(term, first=place == 0) if text == term.text else f"forms:{term.language}"
                if _SPACES.search(text):
                    yield (
                        column,
                        "warning",
                        Message("'%(text)s' holds a double or unusual space; write single spaces", text=text),
                    )
                if mixed := _mixed(text):
                    yield (
                        column,
                        "warning",
                        Message(
                            "'%(text)s' mixes %(scripts)s in one word; type the word again",
                            text=text,
                            scripts=mixed,
                        ),
                    )
                if "|" in text:
                    yield (
                        column,
                        "warning",
                        Message(
                            "'%(text)s' holds '|', which only separates lists; use variants:%(language)s",
                            text=text,
                            language=term.language,
                        ),
                    )
                if text.endswith((",", ";", ":")):
                    yield column, "warning", Message("'%(text)s' ends with a mark; remove it", text=text)
                if not any(map(str.isalnum, text)):
                    yield (
                        column,
                        "error",
                        Message(
                            "'%(text)s' has no letter or digit and is never found; write a word", text=text
                        ),
                    )


def english(concept: Concept) -> Iterator[tuple[str, Severity, str]]:
    """Find English terms that match common words, and articles that belong to the sentence."""
    for tag in concept.terms:
        if base(tag) != "en":
            continue
        for place, term in enumerate(concept.terms[tag]):
            column = column_of(term, first=place == 0)
            if concept.case == "fold" and " " not in term.text and key_of(term.text) in _COMMON:
                word = key_of(term.text)
                yield (
                    column,
                    "warning",
                    Message(
                        "'%(term)s' also finds the common word '%(word)s'; set case to exact",
                        term=term.text,
                        word=word,
                    ),
                )
            if _ARTICLE.match(term.text) and concept.kind != "do-not-translate":
                yield (
                    column,
                    "note",
                    Message(
                        "'%(term)s' begins with an article; it is found without, too, if you leave it out",
                        term=term.text,
                    ),
                )


CHECKS: tuple[Check, ...] = (repeated, rejected, spelling, english)


def _missing(concept: Concept, missing: Sequence[str]) -> Iterator[tuple[str, Severity, str]]:
    """Name the glossary's languages in which a concept has no term and nothing to fall back on."""
    if missing and concept.kind != "do-not-translate":
        yield (
            missing[0],
            "note",
            Message(
                "has no term in %(languages)s; texts in that language do without this row",
                languages=tuple(missing),
            ),
        )


def _mixed(text: str) -> str:
    """Name the scripts that look alike and meet in one word; empty when there is no such word."""
    if text.isascii():
        return ""
    for word in text.split():
        scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
        found = sorted(scripts & _LOOK_ALIKES)
        if len(found) > 1:
            return " and ".join(script.title() for script in found)
    return ""
