"""Which language an article is translated from: told, declared by the file, or detected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from localize.detection import Detector, require
from localize.detection.result import variants
from localize.errors import EngineError
from localize.languages import Pair, name, serving

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from localize.detection import Detection
    from localize.document import Document, Translation, Unit
    from localize.engines import Engine

UNDETERMINED = "und"
"""BCP 47 tag of text in no language that could be told."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The language of an article and how it is known.

    Attributes:
        language: BCP 47 tag; None when it cannot be told.
        detection: What the detector found; None when the language was told or declared, or there is nothing to read.
        how: ``told`` by the user, ``declared`` by the file, ``detected``, or that there is nothing to translate: ``empty``,
            ``no words``, ``titles`` (front matter alone, too short to tell its language).
    """

    language: str | None
    detection: Detection | None = None
    how: str = "detected"

    @property
    def wordless(self) -> bool:
        """Tell whether there is nothing to translate, so that the article is its own translation."""
        return self.how in {"empty", "no words", "titles"}


class Recogniser:
    """Settles source languages for a run.

    Args:
        engine: What it can translate narrows down what a doubtful text is taken for.
        targets: BCP 47 tags.
        told: The user's word; empty: none.
        translating: False when nothing will be translated, so that no model is needed.

    Raises:
        EngineError: No model translates into a target, or none from the language that was told.
    """

    def __init__(
        self, engine: Engine, targets: Sequence[str], *, told: str = "", translating: bool = True
    ) -> None:
        self._engine = engine
        self._told = told
        self._translating = translating
        pairs = engine.pairs()
        self._takes_all = not pairs
        self._into = {
            target: sorted({pair.source for pair in pairs if pair.target in serving(target)})
            for target in targets
        }
        for target, sources in self._into.items() if translating else ():
            if told and told != target:
                engine.origin(Pair(told, target))
            elif not (sources or self._takes_all):
                raise _nothing_into(target, sorted(map(str, pairs)))
        known = {source for sources in self._into.values() for source in sources}
        self._detector = Detector(installed={*known, *targets} if known else ())

    def recognise(self, document: Document) -> Recognition:
        """Find out a document's language; one that is told wins over what the file declares, that over detection.

        Text without one letter has none, and needs none: an empty file, one that is all code, or numbers. Nor do files fail a
        run that are there for their front matter, such as the index of a section, when that is too short to tell.
        """
        if self._told:
            return Recognition(self._told, how="told")
        if document.language:
            return Recognition(document.language, how="declared")
        if not any(map(_has_words, document.units)):
            return Recognition(None, how="no words" if document.text.strip("\ufeff \t\r\n") else "empty")
        detection = self._detector.detect_document(document)
        if detection.language is None and not any(map(_is_prose, document.units)):
            return Recognition(None, how="titles")
        return Recognition(detection.language, detection)

    def foreign(self, document: Document, source: str, target: str, *, keep: bool) -> dict[str, str]:
        """Find the units that are left as they are: those in the target language, and if *keep*, in a third one.

        Returns:
            BCP 47 tag by unit id, in order; empty for an engine that takes every language.
        """
        if self._takes_all:
            return {}
        found = self._detector.foreign_units(document, source)
        return {unit: tag for unit, tag in found.items() if keep or _serves(tag, target)}

    def stranger(self, translations: Sequence[Translation], target: str) -> str | None:
        """Name the language that translations are in beyond doubt, though it is not the target; None: it may be.

        Sentences that were left as they are do not count; an engine that takes every language translates nothing.
        """
        if self._takes_all:
            return None
        made = (one for one in translations if one.target.plain.strip() != one.segment.source.plain.strip())
        return self._detector.stranger("\n".join(one.target.plain for one in made if not one.kept), target)

    def source(self, found: Recognition, path: str, target: str) -> str | None:
        """Settle which language to translate from into a target.

        An engine that takes every language gets all files, an undetermined one as ``und``.

        Returns:
            A BCP 47 tag, or None when the article is in the target language already.

        Raises:
            DetectionError: The language cannot be told, or no model translates from the one that was detected.
            UnsupportedPairError: No model translates from the one that was told or declared.
        """
        language = found.language
        if self._takes_all:
            return language or UNDETERMINED
        if language and _serves(language, target):
            return None
        if found.detection is not None:
            models = self._into[target] if self._translating else ()
            language = require(found.detection, path=path, installed=models)
        if language is None:
            return UNDETERMINED
        if self._translating:
            self._engine.origin(Pair(language, target))
        return language


def prepared(document: Document, language: str, kept: Collection[str]) -> Document:
    """Give a document in the shape in which it is translated.

    Args:
        document: As it was read.
        language: From which it is translated; ``und``: if it has no words but front matter, there is nothing to translate.
        kept: Ids of units that stay as they are.
    """
    wordless = language == UNDETERMINED and not any(map(_is_prose, document.units))
    units = tuple(
        replace(unit, translate=unit.translate and unit.id not in kept and not wordless)
        for unit in document.units
    )
    return replace(document, units=units, language=language)


def _has_words(unit: Unit) -> bool:
    """Tell whether a block holds anything that can be in a language."""
    return unit.translate and any(map(str.isalpha, unit.source.plain))


def _is_prose(unit: Unit) -> bool:
    return _has_words(unit) and unit.kind != "front-matter"


def _serves(language: str, target: str) -> bool:
    """Tell whether a text in a language needs no translation: ``pt`` serves for ``pt-BR``, ``pt-PT`` does not."""
    bare = "-" not in language or "-" not in target
    return language == target or (bare and bool(variants(language, [target])))


def _nothing_into(target: str, pairs: Sequence[str]) -> EngineError:
    have = ", ".join(pairs) or "none"
    named = target if name(target) == target else f"{name(target)} ({target})"
    return EngineError(
        f"no model translates into {named}; installed: {have}",
        hint="localize model list shows what there is and how to install more",
    )
