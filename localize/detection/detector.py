"""The detector: clean, look at the script, weigh the words, doubt short texts; and let units of a document vote."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from localize.detection import langid, neighbours, profiles, scripts, voting
from localize.detection.cleaning import clean, lower_shouting, only_names
from localize.detection.result import MOST, TELLS, Detection
from localize.detection.voting import LIMIT, Vote
from localize.errors import LocalizeError
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from localize.detection.evidence import Evidence, Source
    from localize.document import Document

Backend = Literal["auto", "langdetect", "py3langid"]

_LEAST = 6
"""Letters below which the words of a shared script tell nothing."""

_LISTED = 0.01
"""Least confidence of a listed candidate."""

_KEPT = 1024
"""Texts whose languages are remembered: each unit is asked about twice, when an article is read and when what is in
another language is looked for; both took as long as a tenth of translating it."""

_OWN_CONFIDENCE, _OWN_LETTERS = 0.9, 40
"""From here on a unit keeps its own language (a quotation), whatever the document's are."""


_CERTAIN, _STRANGE_LETTERS, _NEAR_LETTERS = 0.98, 200, 800
"""Confidence, and letters, from which on a text is certainly not in the language that it should be in; of neighbours
such as Spanish and Portuguese, more letters are asked for. Measured on 13,156 pieces of software messages, of 230 or 900
letters, in 43 languages: langdetect took three for strangers in their own language, all Esperanto and Basque, of which it
is no longer asked; py3langid took none at 0.99."""


class Detector:
    """Tells languages; holds the profiles, which are loaded when first needed.

    Same text, same answer: there is no chance in it, and no order of calls that matters.

    Args:
        installed: BCP 47 languages that can be translated from. They are what a doubtful text is taken for; a
            text that is clearly in another language is still named as that. Empty: all languages are equal.
        backend: ``auto`` takes py3langid when it is installed, else langdetect.

    Raises:
        LocalizeError: py3langid is asked for by name and not installed.
    """

    def __init__(self, *, installed: Collection[str] = (), backend: Backend = "auto") -> None:
        if backend == "py3langid" and not langid.available():
            raise LocalizeError(
                "the language detector py3langid is not installed", hint="pip install localize[detect]"
            )
        self._installed = frozenset({"no": "nb"}.get(tag, tag) for tag in map(base, installed))
        self._knows_all = backend == "py3langid" or (backend == "auto" and langid.available())
        self._name = langid.version() if self._knows_all else profiles.version()
        self._source: Source | None = None
        self._judged = lru_cache(maxsize=_KEPT)(self._votes)

    def detect(self, text: str) -> Detection:
        """Detect the language of one text; of a long one, the first ``LIMIT`` code points are read.

        Never raises on any text: what cannot be told has ``language`` None.
        """
        return self._answer(self._judge(text[:LIMIT]).found)

    def detect_document(self, document: Document) -> Detection:
        """Detect the language of most of a document; its other languages follow among the candidates.

        ``document.language``, which the file itself declares, is not looked at.
        """
        texts = voting.sample(document)
        votes = [self._judge(text) for text in texts]
        shares = voting.shares(votes)
        whole = self._judge(" \n".join(texts))
        if not shares or (whole.confidence >= _OWN_CONFIDENCE and neighbours.agree(shares, whole.language)):
            return self._answer(whole.found, MOST)
        most = next(iter(shares))
        pool = [text for text, vote in zip(texts, votes, strict=True) if vote.language == most]
        found = {tag: share * voting.mean_confidence(votes, tag) for tag, share in shares.items()}
        found[most] = 0.0
        for tag, confidence in self._judge(" \n".join(pool)).found.items():
            found[tag] = max(found.get(tag, 0.0), confidence * shares[most])
        return self._answer(found, MOST)

    def detect_units(self, document: Document) -> tuple[Detection, ...]:
        """Detect the language of each unit, in order.

        A short or doubtful unit is judged again among the languages that the document has as a whole; where it
        has nothing to judge ("42 km", a name), ``language`` is None, and the document's is what to assume.
        """
        texts = [voting.prose(unit) for unit in document.units]
        votes = [self._judge(text) for text in texts]
        present = voting.present(votes)
        return tuple(
            self._answer((vote if _own(vote) else self._judge(text, present)).found)
            for text, vote in zip(texts, votes, strict=True)
        )

    def foreign_units(self, document: Document, source: str) -> dict[str, str]:
        """Find the units that are surely in another language than the document.

        Only units with enough text, and only where the document as a whole is recognised as what it is said to be;
        languages that are easily confused with *source* are none.

        Args:
            document: Any.
            source: BCP 47 tag of its language.

        Returns:
            BCP 47 tag by unit id, in order.
        """
        units = [unit for unit in document.units if unit.translate]
        votes = {unit.id: self._judge(voting.prose(unit)) for unit in units}
        found = {
            unit: vote.language
            for unit, vote in votes.items()
            if vote.language and _own(vote) and not neighbours.near(vote.language, source)
        }
        if not found or base(self.detect_document(document).language or "") != base(source):
            return {}
        return found

    def stranger(self, text: str, language: str) -> str | None:
        """Name the language that a text is in beyond doubt, though it should be in another one; None: it may be right.

        Little text, languages that are hard to tell apart in it, and such as the detector does not know give no answer.

        Args:
            text: Prose; of a long one, the first ``LIMIT`` code points are read.
            language: BCP 47 tag of what it should be in.
        """
        found = self.detect(text)
        if found.language is None or found.confidence < _CERTAIN or found.warnings:
            return None
        wanted = base(language)
        if base(found.language) == wanted or found.language in neighbours.TAKEN_FOR.get(wanted, ()):
            return None
        if {found.language, wanted} <= {*neighbours.ALIKE}:
            return None
        known = profiles.known() | scripts.known() | ({*neighbours.TAKEN_FOR} if self._knows_all else set())
        if wanted not in known:
            return None
        least = _NEAR_LETTERS if neighbours.near(found.language, language) else _STRANGE_LETTERS
        return found.language if sum(map(str.isalpha, text[:LIMIT])) >= least else None

    def _judge(self, text: str, only: Collection[str] = ()) -> Vote:
        return self._judged(text, frozenset(only))

    def _votes(self, text: str, only: frozenset[str]) -> Vote:
        """Give confidence by language, each script's words weighed by themselves.

        How much text there is, is counted in letters of different words: repeating one adds nothing.
        """
        words = clean(text)
        named = only_names(words)
        words = lower_shouting(words)
        parts = scripts.shares(" ".join(dict.fromkeys(words.split())))
        found: dict[str, float] = {}
        for script, letters, share in parts:
            if script in scripts.SHARED and (named or letters < _LEAST):
                continue
            evidence = self._evidence(words if len(parts) == 1 else scripts.keep(words, script), script)
            for tag, confidence in evidence.posterior(letters, self._installed, only).items():
                found[tag] = found.get(tag, 0.0) + confidence * share
        return Vote(found, sum(part.letters for part in parts))

    def _evidence(self, words: str, script: str) -> Evidence:
        if script in scripts.SOLE:
            return scripts.sole(script)
        if script == "HAN":
            return scripts.han(words)
        return self._backend().weigh(words, script)

    def _backend(self) -> Source:
        if self._source is None:
            self._source = _loaded(everything=self._knows_all)
        return self._source

    def _answer(self, found: Mapping[str, float], least: float = TELLS) -> Detection:
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        candidates = tuple((tag, min(1.0, share)) for tag, share in ranked if share >= _LISTED)
        language, confidence = candidates[0] if candidates else (None, 0.0)
        return Detection(
            language=language if confidence >= least else None,
            confidence=confidence,
            candidates=candidates,
            detector=self._name,
            warnings=neighbours.alike(found) if self._knows_all else neighbours.blind(found, self._installed),
        )


@cache
def _loaded(*, everything: bool) -> Source:
    """Load profiles, which takes longer than to judge an article; they never change, so detectors share them."""
    return langid.LangId() if everything else profiles.Profiles()


def _own(vote: Vote) -> bool:
    return vote.confidence >= _OWN_CONFIDENCE and vote.letters >= _OWN_LETTERS
