"""Candidates for a glossary, out of articles: names, organisations, titles, acronyms and terms of several words.

Names are runs of capitals that the beginning of a sentence does not explain; a last name that stands alone counts for its full
name. Terms are runs of two to four words between function words, weighed by C-value (Frantzi, Ananiadou and Mima, 2000):
long and frequent ones before those that are only part of longer ones. What the glossary knows is left out.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING

from localize.alignment import overlap
from localize.glossary.corpus.collocations import WORD, Terms, gather, join_plurals, weigh
from localize.glossary.corpus.sighting import Candidate, Sentence
from localize.glossary.words.vocabulary import CALENDAR, OPENERS, PERSONAL, SMALL_WORDS, TITLES
from localize.glossary.words.words import word_set
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.document import Span
    from localize.glossary.concepts import Kind

__all__ = ["Candidate", "Sentence", "common_words", "suggest"]

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-’'][^\W_]+)*\.?"
_LINK = (
    r"(?:of|the|for|and|&|de|da|do|dos|das|del|della|di|du|des|la|le|el|al|van|von|der|den|ter|bin|ibn|y|zu)"
)
_RUN = re.compile(
    rf"(?<![\w@#/])[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-’'][^\W_]+)*(?:(?:\s{_LINK}){{0,2}}\s{_CAPITAL})*"
)
_ACRONYM = re.compile(r"(?:[A-Z]{2,7}|[A-Z]{1,4}&[A-Z]{1,3})(?:-?[0-9]{1,3})?")
_ROMAN = re.compile("[IVXLCDM]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NUMERAL = re.compile(
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand)(?:-\w+)?|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"(?:ese|ish|[aeio]an|ench|utch|elsh|reek|wiss|zech|erman|raqi|raeli|stani|emeni|wari|nepali|hai)$"
)
"""English endings of what is from a country."""

_ORGANISATIONS = word_set("""
    academy agency alliance army assembly association authority bank board bureau cabinet center centre chamber college
    commission committee company confederation congress corporation corps council court department federation force forces
    forum foundation fund government group guard inc institute institution league ltd ministry movement navy office
    organisation organization parliament parties party police secretariat senate service society syndicate treasury tribunal
    union university
""")


def suggest(sentences: Iterable[Sentence], language: str, *, least: int = 2) -> tuple[Candidate, ...]:
    """Find candidates in sentences of one language.

    Args:
        sentences: Of any number of articles.
        language: BCP 47 tag. Titles and organisations are told from other names in English; terms are found where
            there is a list of common words (en, pt, es, fr, de, it).
        least: How often a candidate must occur.

    Returns:
        Titles, organisations, names and acronyms, then terms, each the weightiest first; equal ones by the alphabet.
    """
    common = common_words(language)
    names: dict[str, Candidate] = {}
    terms: Terms = {}
    openings: list[tuple[Sentence, Span]] = []
    for sentence in sentences:
        if not _is_headline(sentence.text):
            openings += _names(sentence, language, common, names)
        if common:
            gather(sentence, common, terms)
    _join_short_forms(names, openings)
    join_plurals(terms, language)
    weigh(terms)
    found = [*(one for one in names.values() if not _is_adjective(one, common)), *terms.values()]
    order = ("title", "organisation", "name", "acronym", "term")
    kept = [one for one in found if one.count >= least and one.score > 0]
    return tuple(sorted(kept, key=lambda one: (order.index(one.kind), -one.score, one.text)))


def common_words(language: str) -> frozenset[str]:
    """Give the words at whose edge no term begins or ends; none for a language without a list."""
    text = (files("localize.glossary.corpus") / "common_words.toml").read_text(encoding="utf-8")
    return word_set(tomllib.loads(text).get(base(language), ""))


def _is_adjective(candidate: Candidate, common: frozenset[str]) -> bool:
    """Tell whether a name only says where something is from, each time: "Dutch imports", "a South African judge"."""
    if candidate.kind != "name" or not _ADJECTIVE.search(candidate.text):
        return False
    behind = [re.match(r"[\s-]([a-z]+)", text[span[1] :]) for text, span in candidate.places]
    return all(found is not None and found[1] not in common for found in behind)


def _is_headline(text: str) -> bool:
    """Tell whether capitals say nothing: all letters are, or no mark ends the line and most longer words have one."""
    if text.isupper():
        return True
    long = [word for word in WORD.findall(text) if len(word) > 3]
    ends = text.rstrip("\"'”’») ").endswith((".", "!", "?", "…", ":", ","))
    return not ends and len(long) > 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _names(
    sentence: Sentence, language: str, common: frozenset[str], names: dict[str, Candidate]
) -> Iterator[tuple[Sentence, Span]]:
    """Take in the names of a sentence; single words that begin it are given back, as they may be none."""
    text = sentence.text
    start_of_text = re.search(r"[^\W_]", text)
    for found in _RUN.finditer(text):
        for start, end in _pieces(text, _outside(found.span(), sentence.known)):
            span = _trimmed(text, (start, end), common)
            if span is None:
                continue
            name = text[slice(*span)]
            begins = start_of_text is not None and span[0] == start_of_text.start()
            if begins and " " not in name and not _is_acronym(name):
                yield sentence, span
                continue
            for kind, part in _parted(name, span, language):
                piece = text[slice(*part)]
                names.setdefault(piece, Candidate(piece, kind)).seen(sentence, part)


def _pieces(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Part two names that an "and" joins: "New Jersey and Pennsylvania"; "Bosnia and Herzegovina" stays, and an office does."""
    for start, end in spans:
        name = text[start:end]
        first, joint, last = name.partition(" and ")
        words = {word.lower().strip(".,") for word in name.split()}
        if joint and (" " in first or " " in last) and words.isdisjoint(_ORGANISATIONS | TITLES):
            yield start, start + len(first)
            yield end - len(last), end
        else:
            yield start, end


def _outside(span: Span, known: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a span that the glossary does not know."""
    start = span[0]
    for taken in known:
        if overlap(span, taken):
            if taken[0] > start:
                yield start, taken[0]
            start = max(start, taken[1])
    if start < span[1]:
        yield start, span[1]


def _trimmed(text: str, span: Span, common: frozenset[str]) -> Span | None:
    """Cut small words and marks off both ends of a run; None when nothing of a name is left."""
    words = [
        (span[0] + found.start(), span[0] + found.end())
        for found in re.finditer(r"[^\s]+", text[slice(*span)])
    ]
    begins = not re.search(r"[^\W_][\s,]*$", text[: span[0]])
    dropped = SMALL_WORDS | CALENDAR | (OPENERS | common if begins else frozenset())
    while words and (_bare(text, words[0]) in dropped or _NUMERAL.fullmatch(_bare(text, words[0]))):
        words.pop(0)
    while words and (text[words[-1][0]].islower() or _bare(text, words[-1]) in CALENDAR | SMALL_WORDS):
        words.pop()
    if not words:
        return None
    end = words[-1][0] + len(_POSSESSIVE.sub("", text[slice(*words[-1])]).rstrip(".,&"))
    start = words[0][0]
    return (start, end) if end - start > 1 and text[start].isupper() else None


def _bare(text: str, span: Span) -> str:
    return text[slice(*span)].strip(".,'’&").lower()


def _is_acronym(name: str) -> bool:
    return bool(_ACRONYM.fullmatch(name)) and not _ROMAN.fullmatch(name)


def _parted(name: str, span: Span, language: str) -> Iterator[tuple[Kind, Span]]:
    """Take an office off the name of its holder, and tell what each is."""
    if _is_acronym(name):
        yield "acronym", span
        return
    if base(language) != "en":
        yield "name", span
        return
    words = name.split()
    offices = [i for i, word in enumerate(words) if word.lower().strip(".") in TITLES | PERSONAL]
    if any(word.lower() in _ORGANISATIONS for word in words) and not offices:
        yield "organisation", span
        return
    if not offices or "of" in words:
        yield ("title" if offices else "name"), span
        return
    office, holder = words[: offices[-1] + 1], words[offices[-1] + 1 :]
    length = len(" ".join(office))
    if (len(office) > 1 or not holder) and office[-1].lower().strip(".") in TITLES:
        yield "title", (span[0], span[0] + length)
    if holder and holder[0][0].isupper():
        yield "name", (span[1] - len(" ".join(holder)), span[1])


def _join_short_forms(names: dict[str, Candidate], openings: Iterable[tuple[Sentence, Span]]) -> None:
    """Count last names for their full names, and single words that began sentences where they are names elsewhere."""
    for sentence, span in openings:
        name = sentence.text[slice(*span)]
        if name in names:
            names[name].seen(sentence, span)
        else:
            full = [other for other in names if other.endswith(f" {name}")]
            if full:
                names[full[0]].seen(sentence, span)
    by_last: dict[str, list[str]] = defaultdict(list)
    for name, candidate in names.items():
        if " " in name and candidate.kind == "name":
            by_last[name.split()[-1]].append(name)
    for last, bearers in by_last.items():
        short = names.pop(last, None) if len(bearers) == 1 else None
        if short is not None:
            names[bearers[0]].count += short.count
            names[bearers[0]].files |= short.files
    for candidate in names.values():
        candidate.score = float(candidate.count)
