"""Evidence from langdetect's profiles: the frequencies of letters, pairs and triples in 55 languages.

``langdetect.Detector`` draws n-grams of the text at random until one language has won. Its answer depends on the
seed, its probabilities are near 1 even where it errs, and it reads a text seven times. Here the same frequencies,
read by the same rules (``NGram``), are summed over all n-grams of the text: what the drawing estimates, without
chance, in a third of the time. Nothing of the process is touched, and order of calls cannot matter.
"""

from __future__ import annotations

import math
from collections import Counter
from importlib import import_module, metadata, resources
from typing import Any

from localize.detection.evidence import OVERLAP, Evidence
from localize.detection.signatures import signed

PROFILES = {
    "LATIN": (
        "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv",
        "nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi",
    ),
    "CYRILLIC": ("bg", "mk", "ru", "uk"),
    "ARABIC": ("ar", "fa", "ur"),
    "DEVANAGARI": ("hi", "mr", "ne"),
}  # fmt: skip
"""langdetect's languages by script, in its codes, sorted. All its others are told by their script alone."""

_TAGS = {"no": "nb"}
"""BCP 47 where langdetect's code is not it."""

_UNSEEN = 0.5 / 10_000
"""Probability of an n-gram that a profile lacks: ``ALPHA_DEFAULT / BASE_FREQ`` of langdetect."""

_FITS = {"LATIN": (-0.5, -1.5), "CYRILLIC": (-0.6, -2.0), "ARABIC": (-0.9, -2.2), "DEVANAGARI": (-0.9, -2.2)}
"""Mean log-likelihood of a text's triples, less what the profile expects of its own language, by script:
in a language that langdetect knows, and in one that it does not know. Measured on software messages."""

_SPREAD, _NOISE = 0.25, 4.0
"""Standard deviation of both from text to text, and variance of one triple, which more triples even out."""

_OTHER = 0.05
"""Share of texts that are in a language which langdetect does not know."""


def known() -> frozenset[str]:
    """List the languages that there are profiles of, BCP 47."""
    return frozenset(_TAGS.get(code, code) for codes in PROFILES.values() for code in codes)


def version() -> str:
    """Name the detector with its version, for reports."""
    return f"langdetect {metadata.version('langdetect')}"


class Profiles:
    """langdetect's profiles, loaded for a script when a text in that script first comes."""

    def __init__(self) -> None:
        self._tables: dict[str, _Table] = {}

    def weigh(self, text: str, script: str) -> Evidence:
        """Read a cleaned text, all in one script, one of ``PROFILES``."""
        if script not in self._tables:
            self._tables[script] = _Table(script)
        evidence = self._tables[script].weigh(text)
        own = signed(text, script)
        if own is None:
            return evidence
        language, odds = own
        scores = {**evidence.scores, language: max(evidence.scores.values(), default=0.0) + odds}
        doubt = (1 - evidence.known) * math.exp(-odds)
        return Evidence(scores, known=1 - doubt)


class _Table:
    """Profiles of one script: by n-gram, its probability in each language."""

    def __init__(self, script: str) -> None:
        folder = resources.files("langdetect") / "profiles"
        factory = import_module("langdetect.detector_factory").DetectorFactory()
        factory.load_json_profile([(folder / code).read_text(encoding="utf-8") for code in PROFILES[script]])
        self._fit_known, self._fit_other = _FITS[script]
        self._ngram: Any = import_module("langdetect.utils.ngram").NGram
        self._tags = [_TAGS.get(code, code) for code in factory.get_lang_list()]
        self._grams: dict[str, list[float]] = factory.word_lang_prob_map
        self._expected: dict[int, float] = {}

    def weigh(self, text: str) -> Evidence:
        grams = self._read(text)
        sums = [0.0] * len(self._tags)
        for gram, count in grams.items():
            for column, probability in enumerate(self._grams.get(gram, ())):
                if probability:
                    sums[column] += count * math.log1p(probability / _UNSEEN)
        if not any(sums):
            return Evidence({}, known=0.0)
        best = sums.index(max(sums))
        scores = {tag: total / OVERLAP for tag, total in zip(self._tags, sums, strict=True)}
        return Evidence(scores, known=self._fits(grams, best))

    def _read(self, text: str) -> Counter[str]:
        """Count the n-grams of a text, n from 1 to 3, as langdetect sees them: acronyms are left out."""
        window = self._ngram()
        grams: list[str] = []
        for char in self._ngram.normalize_vi(text) + " ":
            window.add_char(char)
            grams += filter(None, map(window.get, (1, 2, 3)))
        return Counter(grams)

    def _fits(self, grams: Counter[str], column: int) -> float:
        """Give the probability that a text is in the language at all that explains it best."""
        triples = {gram: count for gram, count in grams.items() if len(gram) == 3}
        size = sum(triples.values())
        if not size:
            return 1.0
        none = [0.0] * len(self._tags)
        mean = sum(n * _log(self._grams.get(gram, none)[column]) for gram, n in triples.items()) / size
        fit = mean - self._expect(column)
        variance = _SPREAD**2 + _NOISE / size
        middle = (self._fit_known + self._fit_other) / 2
        odds = (fit - middle) * (self._fit_known - self._fit_other) / variance + math.log(
            (1 - _OTHER) / _OTHER
        )
        return 1 / (1 + math.exp(-max(-50.0, odds)))

    def _expect(self, column: int) -> float:
        """Give the mean log-likelihood of a triple that a language expects of its own text."""
        if column not in self._expected:
            chances = [row[column] for gram, row in self._grams.items() if len(gram) == 3 and row[column]]
            rest = max(0.0, 1 - sum(chances))
            self._expected[column] = sum(p * _log(p) for p in chances) + rest * _log(0.0)
        return self._expected[column]


def _log(probability: float) -> float:
    return math.log(probability + _UNSEEN)
