"""Terms of several words in sentences: found between function words, weighed by C-value, plurals with their singulars."""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from localize.alignment import overlap
from localize.glossary.corpus.sighting import Candidate
from localize.glossary.words.inflection import lemmas_of

if TYPE_CHECKING:
    from localize.glossary.corpus.sighting import Sentence

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-’'.](?=[^\W_]))*")
_INSIDE = frozenset({"of", "de", "da", "do", "del", "di", "des", "du"})
"""Function words that may stand inside a term: "rule of law"."""
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 4

Terms = dict[tuple[str, ...], Candidate]
"""By their words."""


def gather(sentence: Sentence, common: frozenset[str], terms: Terms) -> None:
    """Take in runs of small words, up to the longest, whose edges are no common words."""
    words = list(WORD.finditer(sentence.text))
    for first, word in enumerate(words):
        if not _may_edge(word[0], common) or any(overlap(word.span(), taken) for taken in sentence.known):
            continue
        key = [word[0]]
        for last in words[first + 1 : first + _LONGEST]:
            before = words[first + len(key) - 1]
            if sentence.text[before.end() : last.start()] != " " or not last[0].islower():
                break
            if any(overlap(last.span(), taken) for taken in sentence.known):
                break
            key.append(last[0])
            if _may_edge(last[0], common):
                span = (word.start(), last.end())
                text = sentence.text[slice(*span)]
                terms.setdefault(tuple(key), Candidate(text, "term")).seen(sentence, span)
            elif last[0] not in _INSIDE:
                break


def _may_edge(word: str, common: frozenset[str]) -> bool:
    return word.islower() and len(word) > 2 and word not in common


def join_plurals(terms: Terms, language: str) -> None:
    """Count "oil tankers" for "oil tanker" and "hedge fund's" for "hedge fund", where the sentences have both or it is possessive."""
    for key in sorted(terms, key=len):
        last = _POSSESSIVE.sub("", key[-1])
        forms = [last, *lemmas_of(last, language)] if last != key[-1] else lemmas_of(last, language)
        one = next((other for form in forms if (other := (*key[:-1], form)) in terms and other != key), None)
        if one is not None:
            terms[one].add(terms.pop(key))
        elif last != key[-1]:
            made = terms.pop(key)
            made.text = made.text[: -len(key[-1])] + last
            terms[*key[:-1], last] = made


def weigh(terms: Terms) -> None:
    """Give each term its C-value, from the longest down."""
    longer: Counter[tuple[str, ...]] = Counter()
    hosts: Counter[tuple[str, ...]] = Counter()
    for key in sorted(terms, key=len, reverse=True):
        count = terms[key].count
        nested = longer[key] / hosts[key] if hosts[key] else 0.0
        terms[key].score = log2(len(key) + 1) * (count - nested) if count > nested else 0.0
        if count > 1:
            for size in range(2, len(key)):
                for start in range(len(key) - size + 1):
                    longer[key[start : start + size]] += count
                    hosts[key[start : start + size]] += 1
