"""What is compared: the main job, and bare CTranslate2 on the same tokens."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import ctranslate2

from localize import formats, segmentation
from localize.engines import load
from localize.engines.packages import find, open_package, shipped_folder
from localize.languages import Pair
from localize.pipeline import Localizer, unit_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from localize.exchange import FileResult
    from localize.glossary import Glossary

PAIR = Pair("en", "pt")
_TOKENS = 1024
"""Tokens a batch of bare CTranslate2."""


class MainJob:
    """From article files to translated text, with a warm engine."""

    def __init__(self) -> None:
        self._engine = load("argos", {})
        self._engine.translate(["The model is loaded."], PAIR)

    def run(self, paths: Sequence[Path], glossary: Glossary) -> list[FileResult]:
        """Read files, translate them, write the result in their format."""
        documents = [replace(formats.read(path), language=PAIR.source) for path in paths]
        results = Localizer(self._engine, glossary).translate(documents, PAIR.target)
        for document, result in zip(documents, results, strict=True):
            formats.save(document, unit_targets(document, result.translations), PAIR.target)
        return results


def bare(sentences: Sequence[str]) -> Callable[[], object]:
    """Make the job of bare CTranslate2: the shipped model, tokens ready, nothing decoded.

    As many threads as the main job, int8, the model's own beam, ``max_batch_size`` of 1,024 tokens.
    """
    package = next(p for p in find([shipped_folder()]) if p.pair == PAIR)
    tokenizer = open_package(package).tokenizer
    tokens = [tokenizer.encode(sentence) for sentence in sentences]
    translator = ctranslate2.Translator(
        str(package.path / "model"),
        compute_type="int8",
        inter_threads=len(os.sched_getaffinity(0)),
        intra_threads=1,
    )
    beam = package.beam
    return lambda: translator.translate_batch(
        tokens, beam_size=beam, max_batch_size=_TOKENS, batch_type="tokens"
    )


def sentences_of(paths: Sequence[Path]) -> list[str]:
    """List the sentences of article files."""
    return [
        segment.source.plain
        for path in paths
        for unit in formats.read(path).units
        for segment in segmentation.segment(unit, PAIR.source)
    ]


def units_of(paths: Sequence[Path]) -> list[str]:
    """List the units (paragraphs) of article files."""
    return [unit.source.plain for path in paths for unit in formats.read(path).units]
