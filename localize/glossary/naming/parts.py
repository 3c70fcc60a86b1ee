"""What became of the parts of a name: which were kept, which were translated, and whether that is how it should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.naming.ballot import whole
from localize.glossary.words.casing import CAPITAL
from localize.glossary.words.people import COUNTRIES, STATES
from localize.glossary.words.vocabulary import BODIES, CIVIC, KINDS, MODIFIERS
from localize.lexicon import is_word

if TYPE_CHECKING:
    from localize.glossary.naming.runs import Run

_SUBJECT = re.compile(rf"{CAPITAL} (?:of|for) (?:the )?{CAPITAL}(?:,? {CAPITAL})*,? (?:and|&) $")
"""What a body is about goes on: "Department of Health and *Human Services*"."""
_COORDINATED = re.compile(rf"\b({CAPITAL}),? (?:and|&) $")


_GOES_ON = re.compile(rf"(?:, {CAPITAL})*,? (?:and|&)(?: {CAPITAL})* ({CAPITAL})(?! {CAPITAL})")
"""What is joined to the beginning of a body's name, up to what it is."""


def by_custom(run: Run, text: str) -> bool:
    """Tell whether only the words for what it is were translated: "Universidade de Harvard", "Hospital Regional Balkh"."""
    *words, head = [word for word in run.name.split() if word[0].isupper()]
    lost = {word.lower() for word in (*words, head) if not whole(word, text)}
    proper = any(word.lower() not in lost for word in words)
    kind = head.lower() in lost or head.lower() in KINDS  # "hospital" is a word of both languages
    return proper and kind and lost <= CIVIC | KINDS | MODIFIERS and not run.person


def rest_of_body(run: Run, source: str, text: str) -> bool:
    """Tell whether a run is the rest of a body's name that was translated: "Food and *Drug Administration*"."""
    before = _COORDINATED.search(source, 0, run.span[0])
    subject = _SUBJECT.search(source, 0, run.span[0]) is not None
    body = subject or run.name.split()[-1].lower() in BODIES | CIVIC | KINDS
    return before is not None and body and not whole(before[1], text)


def head_of_body(run: Run, source: str, text: str) -> bool:
    """Tell whether a run is the beginning of a body's name that was translated: "*National Oceanic* and Atmospheric Administration"."""
    rest = _GOES_ON.match(source, run.span[1])
    kind = rest is not None and rest[1].lower() in BODIES | CIVIC | KINDS
    return rest is not None and kind and not run.person and not whole(rest[1], text)


def nation_lost(run: Run, text: str, target: str) -> bool:
    """Tell whether English words were kept as a name, and only a country among them translated: "Insulate Grã-Bretanha".

    Args:
        run: A name that did not come through.
        text: Of the draft.
        target: Language of the draft.
    """
    words = [word for word in run.name.split() if word[0].isupper()]
    lost = [word.lower() for word in words if not whole(word, text)]
    kept = {word.lower() for word in words if whole(word, text) and not word.isupper()} - COUNTRIES - STATES
    english = any(is_word(word, "en") and not is_word(word, target) for word in kept)
    nations = bool(lost) and " of " not in run.name and all(word in COUNTRIES | STATES for word in lost)
    return english and nations and not run.doubtful and not run.person
