"""Rules for what follows a quotation, a bracket or an ellipsis. See ``boundaries`` for how rules answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.segmentation.place import Place

_QUOTES = frozenset("\"'”’»›“‘」』")
_BRACKETS = frozenset(")]）】")
_OMISSIONS = ("[...", "[…", "(...", "(…")
_SPEAKER = 5
"""Words that "Prime Minister Keir Starmer said" may have, one to spare."""
_REACH = 8
"""Characters within which a Chinese verb of speech must stand: six for the speaker, two for the verb."""


def speaker_follows(place: Place) -> bool | None:
    """Keep "Who did it?" with the words Smith asked."""
    if not place.rules.speech or _QUOTES.isdisjoint(place.closers) or place.lead:
        return None
    return _names_speaker_spaced(place) if place.spaced else _names_speaker(place)


def _names_speaker_spaced(place: Place) -> bool | None:
    if place.mark not in "!?…" or place.starter:
        return None
    for position, word in enumerate(place.right.split(None, _SPEAKER)[:_SPEAKER]):
        if position and word.rstrip(",.:") in place.rules.speech:
            return False
        if not word[0].isupper():
            return None
    return None


def _names_speaker(place: Place) -> bool | None:
    near = place.right[:_REACH]
    for comma in "，。！？,":
        near = near.partition(comma)[0]
    for word in place.rules.not_speech:
        near = near.replace(word, "")
    return False if any(verb in near for verb in place.rules.speech) else None


def particle_follows(place: Place) -> bool | None:
    """Go on where Japanese or Korean says "..." to, or has a name that ends in a full stop."""
    rules = place.rules
    quoted = not (_QUOTES | _BRACKETS).isdisjoint(place.closers)
    particles = rules.after_quote if quoted else rules.after_stop if place.mark == "。" else ()
    if not particles or not place.right.startswith(particles):
        return None
    return None if any(place.right.startswith(word) for word in rules.starters) else False


def bracket_within_a_sentence(place: Place) -> bool | None:
    """Go on after a bracket that opened within the sentence, in scripts that put no space between sentences."""
    if place.spaced or _BRACKETS.isdisjoint(place.closers):
        return None
    return False if max(place.left.rfind(bracket) for bracket in "(（[【") > 0 else None


def ellipsis_goes_on(place: Place) -> bool | None:
    """Go on after "[...]", and after an ellipsis in languages that use it for a pause (Chinese, Japanese)."""
    if place.closers:
        return False if place.left.endswith(_OMISSIONS) and place.closers[0] in _BRACKETS else None
    return False if place.mark in "…⋯" and not place.rules.ellipsis_ends else None


RULES: tuple[Callable[[Place], bool | None], ...] = (
    speaker_follows,
    particle_follows,
    bracket_within_a_sentence,
    ellipsis_goes_on,
)
