"""Names that an engine takes for words: "Kanye West" must not become "Kanye Ocidente".

A run of capitalised words that did not come through whole is put to the engine again, in sentences that say nothing:
a name that it keeps there is a name ("Four Corners"), one that it translates there has a translation ("White House").
A run of which a part came through is made whole where the engine finds that hardly less likely. The last word of a
person's name seen in a document is that name's short form from then on.

Measured on the shipped model: of 41 such names 36 are kept in at least two of four carriers, of 44 institutions,
places and titles with a translation of their own four are ("Wall Street" and "Black Friday", rightly, "Silk Road" and
"Gaza Strip").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap
from localize.glossary.concepts import Concept, Term, TermMatch
from localize.glossary.grammar import grammar_for
from localize.glossary.guard.vocabulary import PERSONAL, TITLES
from localize.glossary.location import locate
from localize.glossary.persons import is_given_name
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.document import Draft, Span
    from localize.glossary.versions import Versions
    from localize.languages import Pair

_CARRIERS = {
    "en": (
        "The reporter asked about {} during the interview on Monday.",
        "According to the article, {} had a difficult year.",
        "He wrote a long report on {} for the newspaper.",
        "She works for {} in another city.",
    ),
    "pt": (
        "A repórter perguntou sobre {} durante a entrevista.",
        "Segundo o artigo, {} teve um ano difícil.",
        "Ele escreveu um longo texto sobre {}.",
        "Ela trabalha para {} em outra cidade.",
    ),
    "es": (
        "La reportera preguntó por {} durante la entrevista.",
        "Según el artículo, {} tuvo un año difícil.",
        "Escribió un largo informe sobre {}.",
        "Ella trabaja para {} en otra ciudad.",
    ),
    "fr": (
        "La journaliste a parlé de {} pendant l'entretien.",
        "Selon l'article, {} a connu une année difficile.",
        "Il a écrit un long rapport sur {}.",
        "Elle travaille pour {} dans une autre ville.",
    ),
}
"""Sentences that tell nothing about what stands in them, by source language; English ones for others."""
_VOTES = 2
"""Carriers of four in which a name must be kept."""
_LINKED = re.compile(r" (?:of|for|the|without) ")
"""Names of this shape are often translated by custom ("Bank of England"): one carrier more must keep them."""
_FOREIGN = re.compile(r" (?:du|des|della|del|di|von|van|der|den|zu|af|las|los|le|les) ")
"""Particles of other languages: a name with one is no English words."""
_LOSS, _PERSONS_LOSS = 3.0, 6.0
"""Log-probability (total, natural logarithm) that making a half-kept name whole may cost; more after a given name."""

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-'’.][^\W_]+)*"
_PARTICLE = r"(?:de|du|da|do|dos|das|del|della|di|van|von|der|den|ter|bin|ibn|al|el|la|le|y|e|af|zu|&|for|of|the|without)"
_RUN = re.compile(rf"\b{_CAPITAL}(?:\.?\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL})+")
_FIRST = frozenset({
    "the", "a", "an", "in", "on", "at", "of", "for", "from", "by", "to", "as", "and", "but", "or", "if",
    "when", "while", "after", "before", "since", "with", "this", "that", "these", "those", "his", "her",
    "its", "their", "our", "my", "your", "he", "she", "it", "they", "we", "you", "i", "there", "here",
    "who", "what", "which", "how", "why", "where", "not", "no", "all", "both", "some", "most", "many",
    "few", "several", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "another", "every", "each", "such", "even", "only", "just", "now", "then", "so", "yet", "still",
    "also", "according", "despite", "although", "though", "because", "during", "under", "over", "until",
    "among",
})  # fmt: skip
"""Words whose capital at the beginning of a sentence says nothing."""


class Sighting(NamedTuple):
    """A sentence with its draft and the glossary matches in it; a document's sentences share a number."""

    document: int
    source: str
    draft: Draft
    matches: tuple[TermMatch, ...]


class Names:
    """Find names that drafts have damaged."""

    def __init__(self, versions: Versions, pair: Pair) -> None:
        self._versions = versions
        self._pair = pair
        self._grammar = grammar_for(pair.target)
        self._carriers = _CARRIERS.get(base(pair.source), _CARRIERS["en"])
        self._kept: dict[str, bool] = {}

    def damaged(self, sightings: Sequence[Sighting]) -> list[tuple[TermMatch, ...]]:
        """List for each sentence the names that must be made whole, as matches that keep their source."""
        runs = [list(self._runs(sighting)) for sighting in sightings]
        broken = [
            (i, span, name)
            for i, (sighting, found) in enumerate(zip(sightings, runs, strict=True))
            for span, name in found
            if not _whole(name, sighting.draft.text)
        ]
        self._vote(dict.fromkeys(name for _, _, name in broken))
        result: list[list[TermMatch]] = [[] for _ in sightings]
        doubtful = [place for place in broken if not self._kept[place[2]]]
        halves = self._halves([(sightings[i], span) for i, span, _ in doubtful])
        whole = [place for place, half in zip(doubtful, halves, strict=True) if half]
        for i, span, name in [*(place for place in broken if self._kept[place[2]]), *whole]:
            result[i].append(_match(span, name, self._pair))
        self._short_forms(sightings, runs, result)
        return [tuple(sorted(found, key=lambda match: match.span)) for found in result]

    def _runs(self, sighting: Sighting) -> Iterator[tuple[Span, str]]:
        """Yield capitalised runs of two words and more, outside glossary matches."""
        if sighting.source.isupper():
            return
        for found in _RUN.finditer(sighting.source):
            start, end = found.span()
            first = re.match(r"\w+", found.group())
            while first and first.group().lower() in _FIRST:
                rest = re.compile(r"\s+(?=[^\W\d_a-zà-öø-ÿ])").search(sighting.source, start, end)
                if rest is None:
                    break
                start = rest.end()
                first = re.match(r"\w+", sighting.source[start:end])
            start += _title(sighting.source[start:end])
            name = re.sub(r"['’]s?$", "", sighting.source[start:end])
            span = (start, start + len(name))
            if len(name.split()) > 1 and not any(overlap(span, match.span) for match in sighting.matches):
                yield span, name

    def _vote(self, names: Iterable[str]) -> None:
        """Ask the engine for names that it was not asked for before, carrier by carrier until all are decided."""
        asked = [name for name in names if name not in self._kept]
        votes = dict.fromkeys(asked, 0)
        for number, carrier in enumerate(self._carriers):
            left = len(self._carriers) - number
            undecided = [name for name in asked if 0 < _needed(name) - votes[name] <= left]
            drafts = self._versions.translate([carrier.format(name) for name in undecided])
            for name, draft in zip(undecided, drafts, strict=True):
                votes[name] += _whole(name, draft.text)
        self._kept |= {name: votes[name] >= _needed(name) for name in asked}

    def _halves(self, places: Sequence[tuple[Sighting, Span]]) -> list[bool]:
        """Tell for each damaged name whether a part of it was kept, and the whole is hardly less likely."""
        sources, targets, asked = [], [], []
        for i, (sighting, span) in enumerate(places):
            old = locate(sighting.draft, span, self._grammar)
            name = sighting.source[slice(*span)]
            rendering = sighting.draft.text[slice(*old)] if old else ""
            if old and any(
                _whole(word, rendering) for word in name.split() if word[0].isupper() and len(word) > 2
            ):
                text = sighting.draft.text
                sources += [sighting.source] * 2
                targets += [text, text[: old[0]] + name + text[old[1] :]]
                asked.append(i)
        result = [False] * len(places)
        scores = self._versions.scores(sources, targets)
        for position, i in enumerate(asked):
            draft, whole = scores[2 * position : 2 * position + 2]
            sighting, (start, _) = places[i]
            first = re.match(r"\w+", sighting.source[start:])
            person = first is not None and is_given_name(first.group())
            result[i] = draft.total - whole.total <= (_PERSONS_LOSS if person else _LOSS)
        return result

    def _short_forms(
        self,
        sightings: Sequence[Sighting],
        runs: Sequence[Sequence[tuple[Span, str]]],
        result: Sequence[list[TermMatch]],
    ) -> None:
        """Add last words of the names of a document's people where they stand alone and did not come through."""
        known: dict[int, set[str]] = {}
        for sighting, found, damaged in zip(sightings, runs, result, strict=True):
            for span, name in found:
                repaired = any(match.span == span for match in damaged)
                person = any(map(is_given_name, name.split()[:-1]))
                if person and (repaired or _whole(name, sighting.draft.text)):
                    known.setdefault(sighting.document, set()).add(name.split()[-1])
        for sighting, damaged in zip(sightings, result, strict=True):
            for word in sorted(known.get(sighting.document, ())):
                damaged += [_match(span, word, self._pair) for span in _alone(word, sighting, damaged)]


def _title(run: str) -> int:
    """Measure the title before a person's name ("Finance Minister Luc Fournier"): it has a translation."""
    words = list(re.finditer(r"\S+", run))
    return max(
        (
            given.start()
            for office, given in pairwise(words[:-1])
            if office.group().lower() in TITLES | PERSONAL and is_given_name(given.group())
        ),
        default=0,
    )


def _needed(name: str) -> int:
    """Tell how many carriers must keep a name."""
    return 0 if _FOREIGN.search(name) else _VOTES + bool(_LINKED.search(name))


def _alone(word: str, sighting: Sighting, damaged: Sequence[TermMatch]) -> Iterator[Span]:
    """Yield places where the last word of a name stands by itself, and did not come through."""
    if _whole(word, sighting.draft.text):
        return
    taken = [match.span for match in (*damaged, *sighting.matches)]
    for hit in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", sighting.source):
        article = re.search(r"\b(?:the|of)\s$", sighting.source[: hit.start()], re.IGNORECASE)
        longer = re.match(rf"\s{_CAPITAL}", sighting.source[hit.end() :])
        if not article and not longer and not any(overlap(hit.span(), span) for span in taken):
            yield hit.span()


def _whole(name: str, text: str) -> bool:
    """Tell whether a name stands in a text, letter for letter."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _match(span: Span, name: str, pair: Pair) -> TermMatch:
    source, target = Term(name, pair.source), Term(name, pair.target)
    terms = {pair.source: (source,), pair.target: (target,)}
    concept = Concept(f"name:{name}", terms, kind="do-not-translate", case="exact")
    return TermMatch(span, concept, source, target)
