"""Put a term where another noun stood: choose its form, rewrite what agrees with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit, aligned_sources
from localize.glossary.repair.further import agree_after, agree_opening
from localize.glossary.repair.grammar import Determiner, Features
from localize.glossary.repair.location import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar

_CHAIN = 5
"""Words before a noun that are looked at for agreement: "todos os seus três novos ..." has five."""

_INDEFINITE = frozenset(
    ["um", "uma", "uns", "umas", "este", "esta", "estes", "estas", "esse", "essa", "esses", "essas"]
)
"""Determiners that no article goes before."""

_AHEAD = 40
"""Code points that tell how the next word begins."""

_NEXT = re.compile(r" ?| [\"“«‘„]")
"""Between two words of one phrase; between a determiner and its noun a quotation may begin."""

_TIME = re.compile(r"\d{1,2}(?:[:.h]\d{2})?h?")
"""A time of day, behind which a line of a live report begins."""

_PREPOSITIONS = frozenset(["to", "at", "in", "on", "for", "into", "onto", "with", "of", "by", "from"])
"""English words that make an aligned "a" a preposition, not an article."""


class Agreeing(NamedTuple):
    """A word before the noun that agrees with it; in gender only where it is some of many: "muitos dos drones"."""

    span: Span
    determiner: Determiner | None
    some: bool = False


class Context(NamedTuple):
    """What stands before a noun in a draft.

    Attributes:
        chain: The agreeing words, nearest first.
        features: What they tell of the noun.
        preposition: Span of a plain preposition before the chain or the noun, when there is one.
    """

    chain: tuple[Agreeing, ...]
    features: Features
    preposition: Span | None


def context(source: str, draft: Draft, span: Span, grammar: Grammar) -> Context:
    """Read the determiners and adjectives that stand directly before a span of a draft."""
    chain: list[Agreeing] = []
    features = Features()
    before = list(WORD.finditer(draft.text, 0, span[0]))[-_CHAIN:]
    right = span[0]
    for position, word in reversed(list(enumerate(before))):
        if not _NEXT.fullmatch(draft.text, word.end(), right) or (right < span[0] and right - word.end() > 1):
            break
        text = word.group().lower()
        following = draft.text[chain[-1].span[0] if chain else span[0] :][:_AHEAD]
        fused = _fused(draft.text, before[: position + 1], grammar)
        if fused:
            told = grammar.told(fused[1], draft.text[slice(*fused[0])], following)
            outer = _outer(draft.text, before[: position - 1], fused, grammar, plural=bool(told.plural))
            return Context((*chain, Agreeing(*fused), *outer), features.merge(told), None)
        determiner = grammar.determiner(text)
        if determiner is None:
            nearer = before[position - 1].group().lower() if position else ""
            acronym = len(text) > 1 and word.group().isupper() and not draft.text.isupper()
            if acronym or not _adjective(text, nearer, grammar):
                break
            chain.append(Agreeing(word.span(), None))
        elif text in grammar.prepositions and (
            _before_indefinite(draft.text, chain)
            or (
                not grammar.takes_article(draft.text[slice(*span)])
                and _is_preposition(source, draft, word.span())
            )
        ):
            return Context(tuple(chain), features, word.span())
        else:
            chain.append(Agreeing(word.span(), determiner))
            features = features.merge(grammar.told(determiner, text, following))
        right = word.start()
        if determiner is not None and determiner.definite:
            plural = bool(grammar.told(determiner, text, following).plural)
            outer = _outer(draft.text, before[:position], (word.span(), determiner), grammar, plural=plural)
            return Context((*chain, *outer), features, None)
    left = next(iter(reversed([w for w in before if w.end() <= right])), None)
    plain = left is not None and left.group().lower() in grammar.prepositions
    adjacent = left is not None and not draft.text[left.end() : right].strip()
    while chain and chain[-1].determiner is None:  # an adjective without determiner before it proves nothing
        chain.pop()
    return Context(tuple(chain), features, left.span() if left and plain and adjacent else None)


def _fused(text: str, words: Sequence[re.Match[str]], grammar: Grammar) -> tuple[Span, Determiner] | None:
    """Find a preposition and article, the last two words, that fuse in other genders: "de la", where "del" may stand."""
    if len(words) < 2 or text[words[-2].end() : words[-1].start()] != " ":
        return None
    span = (words[-2].start(), words[-1].end())
    determiner = grammar.determiner(text[slice(*span)])
    return (span, determiner) if determiner else None


def _outer(
    text: str,
    words: Sequence[re.Match[str]],
    article: tuple[Span, Determiner],
    grammar: Grammar,
    *,
    plural: bool,
) -> tuple[Agreeing, ...]:
    """Find what agrees before an article: "todas" of "todas as leis", "muitas" of "muitas das leis".

    But not "todos" of "todos na escola", who are people.
    """
    (start, _), own = article
    if not words or text[words[-1].end() : start] != " ":
        return ()
    determiner = grammar.determiner(words[-1].group())
    if determiner is None or determiner.definite:
        return ()
    if determiner.cells["plain"][0] in grammar.before_article:
        return () if own.preposition else (Agreeing(words[-1].span(), determiner),)
    many = plural and grammar.of and own.preposition == grammar.of
    return (Agreeing(words[-1].span(), determiner, some=True),) if many else ()


def _adjective(text: str, before: str, grammar: Grammar) -> bool:
    """Tell whether a word may be an adjective between a determiner and its noun: they look alike."""
    determiner = grammar.determiner(before)
    if determiner is None:
        return False
    return (
        grammar.agree(text, grammar.told(determiner, before, text)) == text
        and text not in grammar.prepositions
    )


def _before_indefinite(text: str, chain: Sequence[Agreeing]) -> bool:
    """Tell whether the word before a chain can be no article: "a" of "chegou a um acordo"."""
    return bool(chain) and text[slice(*chain[-1].span)].lower() in _INDEFINITE


def _is_preposition(source: str, draft: Draft, span: Span) -> bool:
    """Tell whether a word that may be article or preposition ("a") renders a preposition of the source."""
    origins = [source[a:b].strip().lower() for a, b in aligned_sources(draft.alignment, span)]
    return bool(origins) and all(origin in _PREPOSITIONS for origin in origins)


class Replacement(NamedTuple):
    """A term to be put in place of a wrong rendering.

    Attributes:
        source: The segment's source, and ``draft``, its draft with the wrong rendering.
        span: The wrong rendering in the draft.
        match: What the source has there.
        form: The term as it shall stand, with gender and number in ``features``.
    """

    source: str
    draft: Draft
    span: Span
    match: TermMatch
    form: str
    features: Features


def replace_noun(new: Replacement, grammar: Grammar | None) -> tuple[Edit, ...]:
    """Make the edits that put a term in its place, with everything next to it agreeing.

    Without a grammar of the target language only the span is replaced. The edits are sorted.
    """
    if grammar is None:
        return (Edit(*new.span, new.form),)
    found = context(new.source, new.draft, new.span, grammar)
    edits = [edit for item in found.chain if (edit := _agree_before(new, item, found, grammar))]
    edits += _insert_article(new, found, grammar)
    edits += agree_after(new, grammar)
    edits += agree_opening(new, found, grammar)
    return tuple(sorted([*edits, Edit(*new.span, new.form)]))


def _agree_before(new: Replacement, item: Agreeing, found: Context, grammar: Grammar) -> Edit | None:
    start, end = item.span
    text = new.draft.text
    old = text[start:end]
    if item.determiner is None:
        word = grammar.agree(old.lower(), new.features)
    else:
        nearer = [other for other in found.chain if other.span[0] > start]
        following = text[slice(*nearer[-1].span)] if nearer else new.form
        features = new.features
        if item.some:
            features = features._replace(plural=grammar.told(item.determiner, old, following).plural)
        word = grammar.form(item.determiner, features, following)
    return None if word == old.lower().replace("’", "'") else _edit(text, item.span, word)


def _edit(text: str, span: Span, word: str) -> Edit:
    """Write a word in place of another, with or without the space that elision takes away."""
    start, end = span
    old = text[start:end]
    if word.endswith("'"):
        end += text[end : end + 1] == " "
        word = word.replace("'", "’") if "’" in text else word
    elif old.endswith(("'", "’")):
        word += " "
    return Edit(start, end, match_case(word, old))


def _insert_article(new: Replacement, found: Context, grammar: Grammar) -> list[Edit]:
    """Fuse a bare preposition with the article, before a name that is known to take one; else elide it, or not."""
    if found.chain or found.preposition is None:
        return []
    old = new.draft.text[slice(*found.preposition)]
    named = grammar.takes_article(new.match.target.text)
    word = (
        with_article(old.lower(), new.features, new.form, grammar)
        if named
        else grammar.preposition(old, new.form)
    )
    return [] if word == old.lower().replace("’", "'") else [_edit(new.draft.text, found.preposition, word)]


def with_article(preposition: str, features: Features, following: str, grammar: Grammar) -> str:
    """Write a preposition with the article of a noun: fused, or one after the other."""
    fused, article = grammar.article(preposition), grammar.article()
    if fused or article is None:
        return grammar.form(fused, features, following) if fused else preposition
    return f"{grammar.preposition(preposition, '')} {grammar.form(article, features, following)}"


def match_case(new: str, old: str) -> str:
    """Give a word the letter case of the one that it replaces: capitalised or all capitals."""
    if old.isupper() and sum(map(str.isalpha, old)) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def case_for(form: str, text: str, span: Span) -> str:
    """Write a term as it must stand at a place: capitalised at the start of a sentence, else as the entry is.

    A rendering all in capitals (a headline) stays so.
    """
    old = text[slice(*span)]
    letters = [c for c in old if c.isalpha()]
    if len(letters) > 3 and all(map(str.isupper, letters)) and text.isupper():
        return form.upper()
    before = text[: span[0]].rstrip(" \t\"'“”‘’«»([{—–-*_&")
    starts = not before or before[-1] in ".!?:" or _TIME.fullmatch(before) is not None
    if starts and old[:1].isupper() and re.match(r"[^\W\d_]", form):
        return form[:1].upper() + form[1:]
    return form
