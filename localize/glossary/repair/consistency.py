"""One rendering a concept, all through a document: which one, and where a draft departs from it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.alignment import Edit
from localize.glossary.repair.acceptance import forms, terms_of
from localize.glossary.repair.agreement import case_for, match_case
from localize.glossary.repair.capitals import in_name, shouted
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import WORD
from localize.glossary.words.surroundings import style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.document import Span
    from localize.glossary.concepts import Concept, Term, TermMatch, TermVerdict
    from localize.glossary.repair.grammar import Grammar

_SEPARATOR = re.compile(r"[\s\-‐‑]")
_TITLE_CASE = 0.7
"""Share of a sentence's longer words that begin with a capital where it is written as a title."""


def chosen_terms(verdicts: Iterable[tuple[int, TermVerdict]], language: str) -> dict[tuple[int, str], Term]:
    """Choose one term for every concept of which a document has several renderings.

    Args:
        verdicts: With the number of the document.
        language: Target.

    Returns:
        By document and concept id: the preferred term where the document has it anywhere, else the most frequent,
        the first of equals. Concepts with one rendering are left out.
    """
    seen: dict[tuple[int, str], Counter[Term]] = {}
    for document, verdict in verdicts:
        term = _rendered(verdict, language) if verdict.verdict != "unresolved" else None
        if term is not None:
            seen.setdefault((document, verdict.match.concept.id), Counter())[term] += 1
    return {key: _pick(counts) for key, counts in seen.items() if len(counts) > 1}


def _pick(counts: Counter[Term]) -> Term:
    preferred = [term for term in counts if term.status == "preferred"]
    return preferred[0] if preferred else counts.most_common(1)[0][0]


def _rendered(verdict: TermVerdict, language: str) -> Term | None:
    """Tell which of the concept's terms stands in the translation."""
    concept = verdict.match.concept
    written = verdict.after.casefold()
    for term in terms_of(concept, language, "preferred", "admitted"):
        if any(form.casefold() == written for form in forms(term, concept.kind)):
            return term
    return None


def narrowed(match: TermMatch, term: Term, language: str) -> TermMatch:
    """Ask for one term only: the concept's other target terms count as forbidden."""
    concept = match.concept
    others = [
        replace(other, status="forbidden") for other in terms_of(concept, language, "preferred", "admitted")
        if other != term
    ]  # fmt: skip
    wanted = replace(term, status="preferred")
    terms = {**concept.terms, term.language: (wanted, *others)}
    return replace(match, concept=_with_terms(concept, terms), target=wanted)


def _with_terms(concept: Concept, terms: dict[str, tuple[Term, ...]]) -> Concept:
    return replace(concept, terms=terms)


def case_edits(source: str, text: str, places: Sequence[tuple[TermMatch, Span]]) -> list[Edit]:
    """List the edits that write accepted terms the way the glossary does: OTAN, secretário-geral, hyphens included.

    The beginning of a sentence keeps its capital; of a headline in capitals, of longer names and of the titles of a
    language that writes them either way, only hyphens are touched.
    """
    loud = set_in_capitals(source, text)
    edits = []
    for match, span in places:
        grammar = grammar_for(match.target.language)
        either = grammar is not None and grammar.titles_either and match.concept.kind == "title"
        keeps = either or loud or in_name(source, match, text, span) or shouted(source, match, text, span)
        written = text[slice(*span)]
        entry = _entry(match, written)
        new = written
        if entry and keeps:
            new = "".join(
                sign if _SEPARATOR.match(sign) else own for sign, own in zip(entry, written, strict=False)
            )
        elif entry:
            new = case_for(entry, text, span)
        if new != written and len(new) == len(written):
            edits.append(Edit(*span, new))
    return edits


def _entry(match: TermMatch, written: str) -> str | None:
    """Give the form of an entry that is written so, but for capitals and hyphens."""
    spelled = {form.casefold(): form for form in forms(match.target, match.concept.kind)}
    entry = spelled.get(written.casefold()) or _listed(match, written)
    if entry is None:
        joined = {_SEPARATOR.sub("-", key): form for key, form in spelled.items()}
        entry = joined.get(_SEPARATOR.sub("-", written.casefold()))
    return entry


def quiet_edit(text: str, span: Span, grammar: Grammar) -> Edit | None:
    """Write prepositions and articles before a term in small letters, and a preposition once: "de DE LA OTAN".

    Apertium lets what it adds to an acronym shout with it.
    """
    if text.isupper():
        return None
    words = [*WORD.finditer(text, 0, span[0])][-3:]
    loud: list[re.Match[str]] = []
    while words and _beside(text, words[-1], loud[0].start() if loud else span[0]):
        if not (words[-1].group().isupper() and _is_function(words[-1].group(), grammar)):
            break
        loud.insert(0, words.pop())
    if not any(
        len(word.group().rstrip("'’")) > 1 for word in loud
    ):  # one letter is an ordinary capital: "A OTAN"
        return None
    start, written = loud[0].start(), text[loud[0].start() : span[0]].lower()
    before = words[-1] if words and _beside(text, words[-1], start) else None
    if before is None and not text[:start].strip(" \"'“‘«(["):
        written = written[0].upper() + written[1:]
    elif before is not None:
        fused = grammar.determiner(loud[0].group())
        if before.group().lower() in {loud[0].group().lower(), fused.preposition if fused else ""}:
            start = before.start()
            written = match_case(written, before.group())
    return None if written == text[start : span[0]] else Edit(start, span[0], written)


def _beside(text: str, word: re.Match[str], place: int) -> bool:
    return text[word.end() : place] in {"", " "}


def _is_function(word: str, grammar: Grammar) -> bool:
    determiner = grammar.determiner(word)
    return word.lower() in grammar.prepositions or (determiner is not None and determiner.definite)


def _listed(match: TermMatch, written: str) -> str | None:
    """Give another term of the entry that is spelled so, hyphens and all, in its letter case."""
    terms = terms_of(match.concept, match.target.language, "preferred", "admitted")
    listed = (form for term in terms for form in forms(term, match.concept.kind))
    return next((form for form in listed if form.casefold() == written.casefold()), None)


def set_in_capitals(source: str, text: str) -> bool:
    """Tell whether a translation is a headline in capitals, or with a capital at each word."""
    return text.isupper() or (_title_case(text) and style_of(source) != "running")


def _title_case(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)
