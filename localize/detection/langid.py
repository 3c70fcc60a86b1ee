"""Evidence from py3langid, when the extra ``localize[detect]`` has brought it: 139 languages."""

from __future__ import annotations

import math
from functools import cache
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any

from localize.detection.evidence import OVERLAP, Evidence
from localize.errors import LocalizeError

_TAGS = {"no": "nb", "ary": "ar", "arz": "ar"}
"""BCP 47 tags, and regional Arabic under Arabic."""

_NO_LANGUAGE = "zxx"
"""py3langid's class for what is no text (ISO 639-2)."""


def available() -> bool:
    """Say whether py3langid is installed, without importing it."""
    return find_spec("py3langid") is not None


def version() -> str:
    """Name the detector with its version, for reports."""
    return f"py3langid {metadata.version('py3langid')}"


@cache
def _identifier() -> Any:
    """Load the model, half a second of work, once; ranking does not change it.

    Raises:
        LocalizeError: It cannot be unpacked, which it is in the folder for temporary files.
    """
    module = import_module("py3langid.langid")
    try:
        return module.LanguageIdentifier.from_model_file(module.MODEL_FILE)
    except OSError as error:
        raise LocalizeError(
            f"the language detector py3langid cannot unpack its model: {error.strerror or error}",
            hint="make room in the folder for temporary files, or name another one with TMPDIR",
        ) from error


class LangId:
    """py3langid with an identifier of our own: its module-level functions share one that anyone may restrict."""

    def __init__(self) -> None:
        self._identifier = _identifier()

    def weigh(self, text: str, script: str) -> Evidence:  # noqa: ARG002 - one model for all scripts
        """Read a cleaned text."""
        scores: dict[str, float] = {}
        for label, score in self._identifier.rank(text):
            scores.setdefault(_TAGS.get(label, label), float(score) / OVERLAP)
        nothing = scores.pop(_NO_LANGUAGE, -math.inf)
        gap = max(scores.values()) - nothing
        return Evidence(scores, known=1 / (1 + math.exp(-max(-50.0, min(50.0, gap)))))
