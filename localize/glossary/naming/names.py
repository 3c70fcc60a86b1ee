"""Names that an engine takes for words: "Kanye West" must not become "Kanye Ocidente".

A run of capitalised words that did not come through whole is put to the engine again, in sentences that say nothing
(``ballot``): a name that it keeps there is a name ("Four Corners"), one that it translates there has a translation
("White House"). A run of which a part came through is made whole where the rest is only misspelled, or where the
engine finds it hardly less likely. The last word of a person's name seen in a document is that name's short form from
then on.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap
from localize.glossary.concepts import Concept, Term, TermMatch
from localize.glossary.naming.ballot import Ballot, has_translation, whole
from localize.glossary.naming.heads import plain
from localize.glossary.naming.known import is_known
from localize.glossary.naming.lone import is_somebody, lone_names
from localize.glossary.naming.misspelling import misspelled
from localize.glossary.naming.parts import by_custom, head_of_body, nation_lost, rest_of_body
from localize.glossary.naming.runs import Run, foreign_words, opens, runs
from localize.glossary.naming.single import single_words
from localize.glossary.naming.standins import COMPANY, PERSON
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import locate
from localize.glossary.words.casing import CAPITAL
from localize.glossary.words.given import is_given_name
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.document import Draft, Span
    from localize.glossary.repair.versions import Versions
    from localize.languages import Pair

_NOT_ALONE = re.compile(rf"\b(?:[Tt]he|{CAPITAL} of)\s$")
"""What a short form does not stand behind: "in the West", "Bank of West"."""
_PLACED = re.compile(r"\b(?:in|at|to|from|near|around|across|outside|into) $")
_NUMERAL = re.compile(r"[IVX]+$")
"""A king's number, which is no short form of his name."""
_LOSS, _PERSONS_LOSS = 3.0, 6.0
"""Log-probability (total, natural logarithm) that making a half-kept name whole may cost; more after a given name."""


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
        self._ballot = Ballot(versions, pair)

    def damaged(self, sightings: Sequence[Sighting]) -> list[tuple[TermMatch, ...]]:
        """List for each sentence the names that must be made whole, as matches that keep their source."""
        found = [_free(runs(sighting.source), sighting) for sighting in sightings]
        broken = [
            (i, run)
            for i, (sighting, here) in enumerate(zip(sightings, found, strict=True))
            for run in here
            if not whole(run.name, sighting.draft.text)
            and (
                is_known(run.name)
                or not (
                    (by_custom(run, sighting.draft.text) and not self._somebody(sighting, run))
                    or rest_of_body(run, sighting.source, sighting.draft.text)
                    or head_of_body(run, sighting.source, sighting.draft.text)
                )
            )
        ]
        slips = self._slips(sightings, broken)
        broken = [(i, run) for i, run in broken if slips.get((i, run.span), True)]
        certain = {
            (i, run.span)
            for i, run in broken
            if (i, run.span) in slips
            or is_known(run.name)
            or self._somebody(sightings[i], run)
            or nation_lost(run, sightings[i].draft.text, base(self._pair.target))
        }
        open_ = [(i, run) for i, run in broken if (i, run.span) not in certain]
        self._ballot.hold([run for _, run in open_])
        certain |= {(i, run.span) for i, run in open_ if self._ballot.kept(run)}
        doubtful = [(i, run) for i, run in broken if (i, run.span) not in certain]
        halves = self._halves([(sightings[i], run) for i, run in doubtful])
        certain |= {(i, run.span) for (i, run), half in zip(doubtful, halves, strict=True) if half}
        known = {(sightings[i].document, run.name) for i, run in broken if (i, run.span) in certain}
        known |= _mostly_kept(sightings, found, broken)
        certain |= {(i, run.span) for i, run in broken if (sightings[i].document, run.name) in known}
        result: list[list[TermMatch]] = [
            [
                _match(
                    run.span,
                    run.name,
                    self._pair,
                    PERSON if self._somebody(sightings[i], run) else _bearer(run),
                )
                for run in here
                if (i, run.span) in certain
            ]
            for i, here in enumerate(found)
        ]
        self._lone(sightings, found, result)
        self._single(sightings, result)
        self._foreign(sightings, result)
        self._short_forms(sightings, found, result)
        return [tuple(sorted(here, key=lambda match: match.span)) for here in result]

    def _somebody(self, sighting: Sighting, run: Run) -> bool:
        return base(self._pair.source) == "en" and is_somebody(sighting.source, run)

    def _slips(
        self, sightings: Sequence[Sighting], broken: Sequence[tuple[int, Run]]
    ) -> dict[tuple[int, Span], bool]:
        """List names that are spelled otherwise than in the source, and whether that is wrong.

        Behind "in" and the like, what the engine always spells so is a place's own name in the target: "Adis Abeba".
        """
        found = [(i, run, old) for i, run in broken if (old := self._misspelling(sightings[i], run))]
        placed = [
            (i, run, old)
            for i, run, old in found
            if not run.person and _PLACED.search(sightings[i].source, 0, run.span[0])
        ]
        settled = self._ballot.settled([(run, old) for _, run, old in placed])
        own = {(i, run.span): not always for (i, run, _), always in zip(placed, settled, strict=True)}
        return {(i, run.span): own.get((i, run.span), True) for i, run, _ in found}

    def _misspelling(self, sighting: Sighting, run: Run) -> str:
        """Give what stands in place of a name where that is the name misspelled; empty where it is not."""
        old = locate(sighting.draft, run.span, self._grammar)
        rendering = sighting.draft.text[slice(*old)] if old else ""
        return rendering if misspelled(run.name, rendering, self._pair.source) else ""

    def _lone(
        self,
        sightings: Sequence[Sighting],
        found: Sequence[Sequence[Run]],
        result: Sequence[list[TermMatch]],
    ) -> None:
        """Add single words that are names by what stands around them, and did not come through."""
        if base(self._pair.source) != "en":
            return
        for sighting, here, damaged in zip(sightings, found, result, strict=True):
            taken = [
                run.span
                for run in here
                if whole(run.name, sighting.draft.text) or any(run.span == match.span for match in damaged)
            ]
            damaged += [
                _match(run.span, run.name, self._pair, _bearer(run))
                for run in _free(lone_names(sighting.source), sighting)
                if not any(overlap(run.span, span) for span in taken)
                and not whole(run.name, sighting.draft.text)
            ]

    def _single(self, sightings: Sequence[Sighting], result: Sequence[list[TermMatch]]) -> None:
        """Add single words inside sentences that the engine keeps elsewhere, and did not keep here."""
        if base(self._pair.source) != "en":
            return
        asked = [
            (run, damaged)
            for sighting, damaged in zip(sightings, result, strict=True)
            for run in _free(single_words(sighting.source), sighting)
            if not any(overlap(run.span, match.span) for match in damaged)
            and not whole(run.name, sighting.draft.text)
        ]
        self._ballot.hold([run for run, _ in asked])
        for run, damaged in asked:
            if self._ballot.kept(run):
                damaged.append(_match(run.span, run.name, self._pair))

    def _foreign(self, sightings: Sequence[Sighting], result: Sequence[list[TermMatch]]) -> None:
        """Add words with letters that English has not where one alone was misspelled."""
        if base(self._pair.source) != "en":
            return
        for sighting, damaged in zip(sightings, result, strict=True):
            taken = [match.span for match in damaged]
            damaged += [
                _match(run.span, run.name, self._pair)
                for run in _free(foreign_words(sighting.source), sighting)
                if not any(overlap(run.span, span) for span in taken)
                and not whole(run.name, sighting.draft.text)
                and self._misspelling(sighting, run)
            ]

    def _halves(self, places: Sequence[tuple[Sighting, Run]]) -> list[bool]:
        """Tell for each damaged name whether a part of it was kept, and the whole is hardly less likely."""
        sources, targets, asked = [], [], []
        for i, (sighting, run) in enumerate(places):
            old = locate(sighting.draft, run.span, self._grammar)
            name = run.name
            rendering = sighting.draft.text[slice(*old)] if old else ""
            if old and any(
                whole(word, rendering) for word in name.split() if word[0].isupper() and len(word) > 2
            ):
                text = sighting.draft.text
                sources += [sighting.source] * 2
                targets += [text, text[: old[0]] + name + text[old[1] :]]
                asked.append(i)
        result = [False] * len(places)
        scores = self._versions.scores(sources, targets)
        for position, i in enumerate(asked):
            draft, made = scores[2 * position : 2 * position + 2]
            result[i] = draft.total - made.total <= (_PERSONS_LOSS if places[i][1].person else _LOSS)
        return result

    def _short_forms(
        self,
        sightings: Sequence[Sighting],
        found: Sequence[Sequence[Run]],
        result: Sequence[list[TermMatch]],
    ) -> None:
        """Add last words of the names of a document's people where they stand alone and did not come through."""
        known: dict[int, set[str]] = {}
        for sighting, here, damaged in zip(sightings, found, result, strict=True):
            for run in here:
                repaired = any(match.span == run.span for match in damaged)
                person = any(map(is_given_name, run.name.split()[:-1]))
                last = run.name.split()[-1]
                stands = len(last) > 1 and not plain(last.lower())  # "James S. Brady"
                if (
                    stands
                    and person
                    and not _NUMERAL.match(last)
                    and (repaired or whole(run.name, sighting.draft.text))
                ):
                    known.setdefault(sighting.document, set()).add(last)
        for sighting, damaged in zip(sightings, result, strict=True):
            for word in sorted(known.get(sighting.document, ())):
                damaged += [
                    _match(span, word, self._pair, PERSON) for span in _alone(word, sighting, damaged)
                ]


def _mostly_kept(
    sightings: Sequence[Sighting], found: Sequence[Sequence[Run]], broken: Sequence[tuple[int, Run]]
) -> set[tuple[int, str]]:
    """List names, by document, that came through at least as often as not: then they are to come through everywhere."""
    lost = Counter((sightings[i].document, run.name) for i, run in broken)
    kept = Counter(
        (sighting.document, run.name)
        for sighting, here in zip(sightings, found, strict=True)
        for run in here
        if whole(run.name, sighting.draft.text) and not has_translation(run.name)
    )
    return {key for key, times in lost.items() if kept[key] >= times}


def _free(found: Iterable[Run], sighting: Sighting) -> list[Run]:
    """List the runs outside glossary matches."""
    return [run for run in found if not any(overlap(run.span, match.span) for match in sighting.matches)]


def _alone(word: str, sighting: Sighting, damaged: Sequence[TermMatch]) -> Iterator[Span]:
    """Yield places where the last word of a name stands by itself, and did not come through."""
    if word not in sighting.source or whole(word, sighting.draft.text):
        return
    taken = [match.span for match in (*damaged, *sighting.matches)]
    for hit in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", sighting.source):
        before, after = sighting.source[: hit.start()], sighting.source[hit.end() :]
        longer = _NOT_ALONE.search(before) or re.match(rf"\s{CAPITAL}", after)
        plain = opens(sighting.source, hit.start()) and after.startswith(" of ")  # "Price of oil"
        if not longer and not plain and not any(overlap(hit.span(), span) for span in taken):
            yield hit.span()


def _bearer(run: Run) -> str:
    """Tell whose name a run is, as far as it is known."""
    return PERSON if run.person else COMPANY if run.traded else ""


def _match(span: Span, name: str, pair: Pair, bearer: str = "") -> TermMatch:
    source, target = Term(name, pair.source), Term(name, pair.target)
    terms = {pair.source: (source,), pair.target: (target,)}
    concept = Concept(f"name:{name}", terms, kind="do-not-translate", case="exact", definition=bearer)
    return TermMatch(span, concept, source, target)
