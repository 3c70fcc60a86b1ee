"""The tables: every set by every method, in figures that name what they were measured with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import localize
from localize import formats
from localize.alignment import aligned
from localize.glossary import Concept, Glossary, Matcher, Term
from localize.glossary import load as load_glossary
from localize.languages import Pair
from tests.evaluation import metrics, rows, verdicts
from tests.evaluation.finding import hits, occurrences
from tests.evaluation.methods import ALONE, METHODS, OURS, PAIR, Bench, sentence, sentences, written
from tests.evaluation.metrics import Figure, Rendering
from tests.evaluation.rendering import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.document import Alignment, Document, Translation
    from tests.evaluation.rows import NameRow, QuietRow, Row, Wanted

_INTERNATIONAL = Path(__file__).parents[2] / "glossaries" / "international.csv"
_INTO_ENGLISH = Pair("pt", "en")
_TERMS = rows.ARTICLES / "terms.csv"
_GLOSSARIES = (_INTERNATIONAL, rows.SETS / "ordinary.csv", rows.SETS / "hard.csv", _TERMS)


@dataclass(slots=True)
class Table:
    """A set: by method and metric, what was measured, and the signature of all its figures."""

    name: str
    signature: str
    figures: dict[str, dict[str, Figure]] = field(default_factory=dict)


class Measure:
    """Measure sets by methods.

    Args:
        bench: With the engine.
        methods: Of those that localize is compared with, the ones to run; the engine alone is always among them.
    """

    def __init__(self, bench: Bench, methods: Sequence[str] = tuple(METHODS)) -> None:
        self._bench = bench
        self._methods = {name: METHODS[name] for name in dict.fromkeys((ALONE, *methods))}

    def tables(self, names: Sequence[str] = ()) -> Iterator[Table]:
        """Measure the named sets, all by default."""
        for name in names or SETS:
            yield SETS[name](self)

    def _table(self, name: str, *paths: Path, scores: Sequence[str] = ()) -> Table:
        return Table(name, _signature(self._bench, name, *paths, scores=scores))

    def terms(self, name: str) -> Table:
        """Measure a set of sentences with terms and references."""
        found = rows.term_rows(name)
        glossary = load_glossary([rows.SETS / f"{name}.csv"])
        outputs = {method: run(self._bench, found) for method, run in self._methods.items()}
        made = self._bench.localize([sentence(row.id, row.source) for row in found], glossary)
        outputs[OURS] = [written(translations) for translations in made]
        _, of_chrf = metrics.chrf(outputs[ALONE], found)
        _, of_bleu = metrics.bleu(outputs[ALONE], found)
        paths = rows.SETS / f"{name}.tsv", rows.SETS / f"{name}.csv"
        table = self._table(name, *paths, scores=[f"chrF++ {of_chrf}", f"BLEU {of_bleu}"])
        for method, texts in outputs.items():
            figures = table.figures[method] = {
                "term success": metrics.term_success(texts, found),
                "exact lemma": metrics.exact_lemma(texts, found),
                "window 2": metrics.window_overlap(texts, found, 2),
                "window 3": metrics.window_overlap(texts, found, 3),
                "chrF++": metrics.chrf(texts, found)[0],
                "BLEU": metrics.bleu(texts, found)[0],
            }
            if method != ALONE:
                figures["agreement"] = metrics.determiner_agreement(texts, outputs[ALONE], found)
            if name == "hard":
                figures["same form"] = metrics.same_form(texts, found)
            for part, own in rows.parts(found):
                part_figures = metrics.of_part([texts[i] for i in own], [found[i] for i in own])
                figures |= {f"{part}: {key}": figure for key, figure in part_figures.items()}
        table.figures[OURS] |= verdicts.figures(made, found)
        return table

    def into_english(self) -> Table:
        """Measure terms from Portuguese into English, and sentences without any."""
        found, silent = rows.term_rows("into-english"), rows.silent_rows()
        bench = Bench(_INTO_ENGLISH)
        texts = [row.source for row in found] + [row.source for row in silent]
        drafts = bench.alone(texts)
        paths = rows.SETS / "into-english.tsv", rows.SETS / "into-english.csv"
        documents = [sentence(str(i), text, _INTO_ENGLISH.source) for i, text in enumerate(texts)]
        made = [written(translations) for translations in bench.localize(documents, load_glossary(paths[1:]))]
        _, of_chrf = metrics.chrf(drafts[: len(found)], found)
        table = Table("into-english", _signature(bench, "into-english", *paths, scores=[f"chrF++ {of_chrf}"]))
        for method, outputs in ((ALONE, drafts), (OURS, made)):
            ours, rest = outputs[: len(found)], outputs[len(found) :]
            table.figures[method] = {
                "term success": metrics.term_success(ours, found),
                "exact lemma": metrics.exact_lemma(ours, found),
                "chrF++": metrics.chrf(ours, found)[0],
                "BLEU": metrics.bleu(ours, found)[0],
                "articles": metrics.english_articles(ours, found),
                "over-application": metrics.over_application(rest, drafts[len(found) :], silent),
            }
        return table

    def quiet(self, name: str) -> Table:
        """Measure keeping quiet and speaking, each sentence with a glossary of its own term alone."""
        found = rows.quiet_rows(name)
        drafts = self._bench.alone([row.source for row in found])
        groups: dict[tuple[str, str, Wanted], list[int]] = {}
        for i, row in enumerate(found):
            groups.setdefault((row.kind, row.case, row.term), []).append(i)
        outputs, matched = [""] * len(found), [False] * len(found)
        for group in groups.values():
            glossary = _single(found[group[0]])
            matcher = Matcher(glossary, *PAIR)
            made = self._bench.localize([sentence(found[i].id, found[i].source) for i in group], glossary)
            for i, translations in zip(group, made, strict=True):
                outputs[i] = written(translations)
                matched[i] = bool(matcher.match(found[i].source).terms)
        table = self._table(name, rows.SETS / f"{name}.tsv")
        for method, texts, hit in ((ALONE, drafts, []), (OURS, outputs, matched)):
            figures = table.figures[method] = metrics.of_quiet(texts, drafts, found, hit)
            for part, own in rows.parts(found):
                part_figures = metrics.of_quiet(
                    [texts[i] for i in own],
                    [drafts[i] for i in own],
                    [found[i] for i in own],
                    [hit[i] for i in own if hit],
                )
                figures |= {f"{part}: {key}": figure for key, figure in part_figures.items()}
        return table

    def names(self, name: str) -> Table:
        """Measure names, with a glossary loaded and without."""
        found = rows.name_rows(name)
        drafts = self._bench.alone([row.source for row in found])
        documents = [sentence(row.id, row.source) for row in found]
        table = self._table(name, rows.SETS / f"{name}.tsv", _INTERNATIONAL)
        table.figures[ALONE] = _whole(drafts, found)
        for method, glossary in (("localize, no glossary", Glossary()), (OURS, self._everything)):
            outputs = [written(made) for made in self._bench.localize(documents, glossary)]
            table.figures[method] = _whole(outputs, found)
        return table

    def capitals(self) -> Table:
        """Measure what is left in English because of its capital."""
        found = rows.capital_rows()
        documents = [sentence(row.id, row.source) for row in found]
        table = self._table("capitals", rows.SETS / "capitals.tsv")
        drafts = self._bench.alone([row.source for row in found])
        ours = [written(made) for made in self._bench.localize(documents, Glossary())]
        for method, outputs in ((ALONE, drafts), (OURS, ours)):
            table.figures[method] = {"left as they are": metrics.left_as_they_are(outputs, found)}
        return table

    def articles(self) -> Table:
        """Measure whether one thing is called one thing all through the articles."""
        terms = rows.concepts_of(_TERMS)
        documents = [replace(formats.read(path), language=PAIR.source) for path in rows.article_paths()]
        split = [
            (Path(document.path).name, _row(source, terms))
            for document in documents
            for source in sentences(document)
        ]
        table = self._table("articles", *rows.article_paths(), _TERMS, rows.ARTICLES / "names.tsv")
        for method, run in self._methods.items():
            outputs = run(self._bench, [row for _, row in split])
            table.figures[method] = self._consistency(split, outputs)
        made = self._bench.localize(documents, load_glossary([_TERMS]))
        ours = [
            (Path(document.path).name, _row(t.segment.source.plain, terms), t.target.plain)
            for document, translations in zip(documents, made, strict=True)
            for t in translations
        ]
        table.figures[OURS] = self._consistency(
            [(f, row) for f, row, _ in ours], [text for _, _, text in ours]
        )
        return table

    def _consistency(self, split: Sequence[tuple[str, Row]], outputs: Sequence[str]) -> dict[str, Figure]:
        found = [row for _, row in split]
        renderings = [
            rendering
            for row, text, alignment in zip(
                found, outputs, self._bench.align([row.source for row in found], outputs), strict=True
            )
            for rendering in _renderings(row, text, alignment)
        ]
        texts: dict[str, str] = {}
        for (file, _), text in zip(split, outputs, strict=True):
            texts[file] = f"{texts.get(file, '')} {text}"
        return {
            "as predefined": metrics.predefined_consistency(renderings),
            "as most frequent": metrics.frequent_consistency(renderings),
            "people kept": metrics.people_kept(texts, rows.people()),
        }

    def elsewhere(self) -> Table:
        """Count what changes in sentences without any term because a glossary is loaded."""
        documents = [
            *(sentence(row.id, row.source) for row in rows.name_rows()),
            *(sentence(row.id, row.source) for row in rows.quiet_rows()),
            *(replace(formats.read(path), language=PAIR.source) for path in rows.article_paths()),
        ]
        paths = [rows.SETS / "names.tsv", rows.SETS / "quiet.tsv", *rows.article_paths(), *_GLOSSARIES]
        table = self._table("elsewhere", *paths)
        without = _by_place(documents, self._bench.localize(documents, Glossary()))
        loaded = _by_place(documents, self._bench.localize(documents, self._everything))
        bare = [place for place, translation in loaded.items() if not translation.terms]
        table.figures[OURS] = {
            "changed bytes": metrics.changed_bytes(
                (loaded[place].target.plain for place in bare),
                (without[place].target.plain if place in without else "" for place in bare),
            )
        }
        return table

    @cached_property
    def _everything(self) -> Glossary:
        """All glossaries at once; where several claim a spelling, the first wins."""
        return Glossary([concept for path in _GLOSSARIES for concept in load_glossary([path]).concepts])


def _whole(outputs: Sequence[str], found: Sequence[NameRow]) -> dict[str, Figure]:
    """Count the whole names of a set, and those of its parts."""
    figures = {"names whole": metrics.names_whole(outputs, found)}
    for part, own in rows.parts(found):
        figures[part] = metrics.names_whole([outputs[i] for i in own], [found[i] for i in own])
    return figures


def _signature(bench: Bench, name: str, *paths: Path, scores: Sequence[str] = ()) -> str:
    parts = [
        f"localize {localize.__version__}",
        bench.origin,
        f"set {name} sha256 {rows.sha256(*paths)}",
        *scores,
    ]
    return "; ".join(parts)


def _single(row: QuietRow) -> Glossary:
    source, target = Term(row.term.sources[0], PAIR.source), Term(row.term.lemma, PAIR.target)
    terms = {PAIR.source: (source,), PAIR.target: (target,)}
    concept = Concept(row.id, terms, kind=row.kind, case=row.case)  # type: ignore[arg-type]
    return Glossary((concept,))


def _row(source: str, terms: Sequence[Wanted]) -> Row:
    return rows.Row("", source, tuple(term for _, term in occurrences(source, terms)))


def _renderings(row: Row, text: str, alignment: Alignment) -> Iterator[Rendering]:
    """Yield how each occurrence of a term was rendered: the glossary's way, or by the aligned words."""
    spots = occurrences(row.source, row.terms)
    for (span, term), hit in zip(spots, hits(text, [term for _, term in spots]), strict=True):
        concept = term.sources[0]
        if hit is not None:
            yield Rendering(concept, term.lemma, predefined=True)
        else:
            yield Rendering(concept, normalised(text, aligned(alignment, span)), predefined=False)


def _by_place(
    documents: Sequence[Document], made: Sequence[Sequence[Translation]]
) -> dict[tuple[str, str, tuple[int, int]], Translation]:
    """Key translations by article, unit and place in it."""
    return {
        (document.path, t.segment.unit.id, t.segment.span): t
        for document, translations in zip(documents, made, strict=True)
        for t in translations
    }


_OF_TERMS = ("ordinary", "hard", "situations", "terms-fresh")
_OF_QUIET = ("quiet", "quiet-news", "quiet-fresh", "quiet-wire")
_OF_NAMES = ("names", "names-news", "names-words", "names-held", "names-fresh", "names-wire")
SETS: dict[str, Callable[[Measure], Table]] = {
    **{name: partial(Measure.terms, name=name) for name in _OF_TERMS},
    **{name: partial(Measure.quiet, name=name) for name in _OF_QUIET},
    **{name: partial(Measure.names, name=name) for name in _OF_NAMES},
    "capitals": Measure.capitals,
    "into-english": Measure.into_english,
    "articles": Measure.articles,
    "elsewhere": Measure.elsewhere,
}
"""What can be measured, by name."""
