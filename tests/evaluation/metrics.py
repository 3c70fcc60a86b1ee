"""The metrics, each a function of outputs and rows; what they measure, and where they come from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from tests.evaluation.agreement import agrees
from tests.evaluation.finding import hits, occurrences, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.document import Span
    from tests.evaluation.rows import CapitalRow, NameRow, Person, QuietRow, Row

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")


class Figure(NamedTuple):
    """A measured value.

    Attributes:
        value: In the metric's own unit: a percentage, a score, a count.
        of: How many things it was counted over; 0 for scores of a whole text.
    """

    value: float
    of: int = 0


def share(found: Iterable[bool]) -> Figure:
    """Give the percentage that is true; 100 of nothing."""
    values = list(found)
    return Figure(100 * sum(values) / len(values) if values else 100.0, len(values))


def term_success(outputs: Sequence[str], rows: Sequence[Row]) -> Figure:
    """Count terms whose lemma or listed form is in the output: whole words, case folded, one hit each.

    Source: term success rate of WMT25, counted on whole words, with the one-to-one hits of WMT21's exact match.
    """
    return share(
        hit is not None for text, row in zip(outputs, rows, strict=True) for hit in hits(text, row.terms)
    )


def exact_lemma(outputs: Sequence[str], rows: Sequence[Row]) -> Figure:
    """Count terms that stand as their lemma, letter for letter but for case. Source: WMT25, surface match."""
    return share(
        hit is not None
        for text, row in zip(outputs, rows, strict=True)
        for hit in hits(text, [term._replace(forms=(term.lemma,)) for term in row.terms])
    )


def same_form(outputs: Sequence[str], rows: Sequence[Row]) -> Figure:
    """Count terms that stand in the form that the reference has. Source: study on terms, A7."""
    return share(
        hit is not None
        for text, row in zip(outputs, rows, strict=True)
        for hit in hits(text, [t._replace(forms=(t.reference_form,)) for t in row.terms if t.reference_form])
    )


def determiner_agreement(outputs: Sequence[str], drafts: Sequence[str], rows: Sequence[Row]) -> Figure:
    """Count repaired terms with a determiner before them, and those whose determiner agrees.

    Repaired is what the engine alone (*drafts*) lacks and the output has. Source: study on terms, A3.
    """
    judged = []
    for text, draft, row in zip(outputs, drafts, rows, strict=True):
        before = {term: row.source[: span[0]] for span, term in reversed(occurrences(row.source, row.terms))}
        for term, was, now in zip(row.terms, hits(draft, row.terms), hits(text, row.terms), strict=True):
            if was is None and now is not None:
                judged.append(agrees(before.get(term, ""), text, now, term))
    return share(verdict for verdict in judged if verdict is not None)


def english_articles(outputs: Sequence[str], rows: Sequence[Row]) -> Figure:
    """Count terms behind an indefinite article, and those whose article suits their first sound and their number."""
    judged = []
    for text, row in zip(outputs, rows, strict=True):
        for hit, term in zip(hits(text, row.terms), row.terms, strict=True):
            article = re.search(r"\b(an?) $", text[: hit[0]], re.IGNORECASE) if hit else None
            if hit and article:
                form = text[slice(*hit)]
                vowel = form[0].lower() in "aeiou" and not form.lower().startswith(("uni", "un-", "eu"))
                judged.append(
                    (len(article[1]) == 2) == (vowel and form != "UN") and form.lower() == term.lemma.lower()
                )
    return share(judged)


def of_part(texts: Sequence[str], rows: Sequence[Row]) -> dict[str, Figure]:
    """Measure what tells how a part of a set does: terms, their neighbours, the whole."""
    return {
        "term success": term_success(texts, rows),
        "window 2": window_overlap(texts, rows, 2),
        "chrF++": chrf(texts, rows)[0],
    }


def window_overlap(outputs: Sequence[str], rows: Sequence[Row], width: int) -> Figure:
    """Compare the words around each term that is in output and reference: placement and agreement.

    Source: window overlap of WMT21: multiset overlap of *width* words without punctuation on each side, as a share
    of the reference's, averaged over the terms.
    """
    shares = []
    for text, row in zip(outputs, rows, strict=True):
        found = zip(hits(text, row.terms), hits(row.reference, row.terms), strict=True)
        for ours, theirs in found:
            if ours is not None and theirs is not None:
                wanted = _window(row.reference, theirs, width)
                shares.append((wanted & _window(text, ours, width)).total() / max(1, wanted.total()))
    return Figure(100 * sum(shares) / max(1, len(shares)), len(shares))


def _window(text: str, span: Span, width: int) -> Counter[str]:
    before = _TOKEN.findall(text[: span[0]].lower())[-width:]
    return Counter(before + _TOKEN.findall(text[span[1] :].lower())[:width])


def chrf(outputs: Sequence[str], rows: Sequence[Row]) -> tuple[Figure, str]:
    """Compute chrF++ (Popović 2017) by sacreBLEU, with its signature."""
    metric = CHRF(word_order=2)
    score = metric.corpus_score(list(outputs), [[row.reference for row in rows]])
    return Figure(score.score), str(metric.get_signature())


def bleu(outputs: Sequence[str], rows: Sequence[Row]) -> tuple[Figure, str]:
    """Compute BLEU (Papineni 2002) by sacreBLEU, with its signature."""
    metric = BLEU()
    score = metric.corpus_score(list(outputs), [[row.reference for row in rows]])
    return Figure(score.score), str(metric.get_signature())


def forbidden(outputs: Sequence[str], rows: Sequence[QuietRow]) -> Figure:
    """Count the quiet sentences whose output holds a forbidden form, whoever put it there."""
    return share(
        bool(places(text, row.forbidden)) for text, row in zip(outputs, rows, strict=True) if not row.speaks
    )


def over_application(outputs: Sequence[str], drafts: Sequence[str], rows: Sequence[QuietRow]) -> Figure:
    """Count the quiet sentences with a forbidden form that the engine alone did not produce.

    Source: over-application on negatives, study on terms, A7.
    """
    return share(
        any(places(text, [form]) and not places(draft, [form]) for form in row.forbidden)
        for text, draft, row in zip(outputs, drafts, rows, strict=True)
        if not row.speaks
    )


def of_quiet(
    outputs: Sequence[str], drafts: Sequence[str], rows: Sequence[QuietRow], matched: Sequence[bool] = ()
) -> dict[str, Figure]:
    """Measure keeping quiet and speaking; with *matched*, also how often a glossary match was applied."""
    figures = {
        "forbidden form": forbidden(outputs, rows),
        "over-application": over_application(outputs, drafts, rows),
        "term where meant": spoken(outputs, rows),
    }
    if matched:
        figures["fired wrongly"] = fired(matched, rows, speaks=False)
        figures["fired rightly"] = fired(matched, rows, speaks=True)
    return figures


def fired(matched: Sequence[bool], rows: Sequence[QuietRow], *, speaks: bool) -> Figure:
    """Count the sentences in which a glossary match was applied, among those that should speak or keep quiet."""
    return share(hit for hit, row in zip(matched, rows, strict=True) if row.speaks == speaks)


def spoken(outputs: Sequence[str], rows: Sequence[QuietRow]) -> Figure:
    """Count the sentences that should speak and whose output has the term."""
    return share(
        bool(places(text, row.term.forms)) for text, row in zip(outputs, rows, strict=True) if row.speaks
    )


def names_whole(outputs: Sequence[str], rows: Sequence[NameRow]) -> Figure:
    """Count names that came out letter by letter, as whole words, each at a place of its own.

    Source: name preservation, study on terms, A7; that n mentions want n places is exact match of WMT21.
    """
    return share(found for text, row in zip(outputs, rows, strict=True) for found in _found(text, row.names))


def _found(text: str, names: Sequence[str]) -> list[bool]:
    """Tell for each name whether one of its renderings stands in a text; the longest choose first."""
    taken: list[Span] = []
    found = []
    for name in sorted(names, key=len, reverse=True):
        free = (
            (start, end)
            for start, end in places(text, name.split("="), exact=True)
            if all(end <= a or b <= start for a, b in taken)
        )
        place = next(free, None)
        found.append(place is not None)
        taken += [place] if place else []
    return found


def left_as_they_are(outputs: Sequence[str], rows: Sequence[CapitalRow]) -> Figure:
    """Count words with capitals that stand in the output as in the source, though they are no names."""
    return share(
        bool(places(text, [word], exact=True))
        for text, row in zip(outputs, rows, strict=True)
        for word in row.words
    )


def people_kept(outputs: dict[str, str], people: Sequence[Person]) -> Figure:
    """Count the mentions of people in articles (by file name) that came out letter by letter, under one name."""
    kept = [
        min(person.occurrences, len(places(outputs[person.file], [person.short], exact=True)))
        for person in people
    ]
    total = sum(person.occurrences for person in people)
    return Figure(100 * sum(kept) / total, total)


class Rendering(NamedTuple):
    """How one occurrence of a term was translated.

    Attributes:
        concept: What was met; equal for all occurrences that are to be rendered alike.
        words: The rendering, normalised; equal renderings are consistent.
        predefined: True when it is the glossary's.
    """

    concept: str
    words: str
    predefined: bool


def predefined_consistency(renderings: Sequence[Rendering]) -> Figure:
    """Count the occurrences that are rendered as the glossary says. Source: WMT25 consistency, predefined, micro."""
    return share(rendering.predefined for rendering in renderings)


def frequent_consistency(renderings: Sequence[Rendering]) -> Figure:
    """Count the occurrences that are rendered like most of their concept. Source: WMT25, most frequent, micro.

    Only concepts that occur twice and more are counted: one rendering is always consistent.
    """
    by_concept: dict[str, list[str]] = defaultdict(list)
    for rendering in renderings:
        by_concept[rendering.concept].append(rendering.words)
    several = [Counter(words) for words in by_concept.values() if len(words) > 1]
    total = sum(counts.total() for counts in several)
    return Figure(100 * sum(max(counts.values()) for counts in several) / max(1, total), total)


def changed_bytes(with_glossary: Iterable[str], without: Iterable[str]) -> Figure:
    """Count the bytes (UTF-8) in which sentences without any term differ from the run without a glossary."""
    pairs = list(zip(with_glossary, without, strict=True))
    return Figure(float(sum(_difference(a.encode(), b.encode()) for a, b in pairs)), len(pairs))


def _difference(one: bytes, other: bytes) -> int:
    """Count the bytes from the first that differs to the end of the longer."""
    if one == other:
        return 0
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    return max(len(one), len(other)) - (min(len(one), len(other)) if same is None else same)
