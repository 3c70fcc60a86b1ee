"""How much a cue of subtitles may hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader can take in. What needs more gets it: no word is ever left out.

    Attributes:
        columns: Of a line; a Chinese or Japanese character takes two.
        lines: Of a cue.
        speed: Columns that can be read in a second; 0: time does not matter.
    """

    columns: int = 42
    lines: int = 2
    speed: int = 17


USUAL = Limits()
"""As the guides of broadcasters have them."""
