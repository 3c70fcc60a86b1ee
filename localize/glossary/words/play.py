"""Whether a sentence is about a match, and which of its names may be teams."""

from __future__ import annotations

import re

from localize.glossary.words.people import COUNTRIES, PEOPLES
from localize.glossary.words.vocabulary import CIVIC, TEAMS, TITLES

_PLAYS = re.compile(
    r"\b(?:beat|beaten|defeated|defeating|drew|scored?|scoring|playoffs?|overtime|innings?|touchdowns?|quarterback|pitcher|coach"
    r"|striker|midfielder|goalkeeper|receiver|roster|rebounds|unbeaten|lost to|losing to|home run|points for|goals for|drafted"
    r"|season|titles?|championship|finals?|semi-finals?|game|match|league|fixture|squad|signed)\b|\b(?:won|lost)(?:[.;]| \d)"
)


def plays(source: str) -> bool:
    """Tell whether an English sentence has words of sport."""
    return _PLAYS.search(source) is not None


def team(name: str) -> bool:
    """Tell whether a name has the shape of a team's: "Golden Knights"."""
    head = name.rsplit(maxsplit=1)[-1].lower()
    nation = head in PEOPLES | COUNTRIES | CIVIC | TITLES or head.removesuffix("s") in PEOPLES | TITLES
    return head.endswith("s") and not head.endswith("ss") and (head in TEAMS or not nation)
