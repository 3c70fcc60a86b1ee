"""The rule about acronyms that an article uses for another body: "the Winnipeg Free Press (WFP)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from localize.glossary.search.candidates import Candidate
    from localize.glossary.words.surroundings import Surroundings

_STAND_FOR = {
    "asean": "southeast south-east", "au": "african", "cdc": "disease", "cia": "intelligence", "ecb": "central",
    "ecowas": "african africa", "efta": "trade", "eib": "investment", "eu": "european", "fao": "food agriculture",
    "fbi": "bureau investigation", "fda": "drug", "gdp": "gross domestic", "iaea": "atomic", "icao": "aviation",
    "icc": "criminal", "icj": "justice", "icrc": "red cross", "ilo": "labour labor", "imf": "monetary", "imo": "maritime",
    "iom": "migration", "ipcc": "climate", "nato": "atlantic", "ngo": "non-governmental nongovernmental governmental",
    "nsa": "security", "oas": "american", "oecd": "economic", "opec": "petroleum", "osce": "security", "pm": "prime",
    "uk": "united", "un": "united nations", "undp": "development", "unep": "environment", "unesco": "cultural",
    "unhcr": "refugees", "unicef": "children children's", "us": "united", "usa": "united", "wfp": "food", "who": "health",
    "wmo": "meteorological", "wto": "trade",
}  # fmt: skip
"""Acronyms of world news, and words of the names that they stand for where an article may mean by them."""
_LINKS = word_set("a and at de des du for in of on the to")
_CONTEXT = {
    "au": "astronomers astronomical comet orbit orbits planet sun",
    "eu": "shoe shoes",
    "ecb": "ashes batsman cricket cricketer cricketers innings wicket wickets",
    "icc": "ashes batsman cricket cricketer cricketers innings wicket wickets",
    "oas": "algeria algerian",
}
"""Acronyms that are others in a sentence with one of these words."""
_NEAR = 150
"""Code points on each side of an acronym that are looked at for such a word."""
_LONGEST = 8
"""Words of a name that an acronym stands for, at most."""


def elsewhere(candidate: Candidate, around: Surroundings) -> str:
    """Hear from the sentence that an acronym is another: "the ECB named the cricket squad"."""
    letters = around.words[candidate.first].lower()
    told = _CONTEXT.get(letters, "").split()
    start, end = candidate.span
    left = around.text.rfind(". ", max(0, start - _NEAR), start) + 1 or max(0, start - _NEAR)
    right = around.text.find(". ", end, end + _NEAR)
    near = around.text[left : right if right >= 0 else end + _NEAR].lower()
    heard = next((word for word in told if re.search(rf"\b{word}\b", near)), "")
    return Message("another one, beside the word '%(word)s'", word=heard) if heard else ""


def stands_for(
    candidate: Candidate, around: Surroundings, matched: Container[int]
) -> tuple[str, bool] | None:
    """Read what an article says an acronym stands for.

    Returns:
        The name, and whether it is what the news mean by the acronym; None where the place tells nothing.
    """
    letters = around.words[candidate.first].lower().replace(".", "")
    known = _STAND_FOR.get(letters)
    if known is None:
        return None
    start, end = candidate.span
    if around.text[start - 1 : start] == "(" and around.text[end : end + 1] == ")":
        run = _before(around, candidate.first)
    elif around.text[end : end + 2] == " (":
        run = _within(around, candidate.after, end + 2)
    else:
        return None
    if not run:
        run = _small(around, candidate.first, letters)
        return _told(around, run, known, matched) if run else None
    initials = "".join(around.words[i][0].lower() for i in run if around.words[i].lower() not in _LINKS)
    if len(run) < len(letters) or not _spells(letters, initials):
        return None
    return _told(around, run, known, matched)


def _told(around: Surroundings, run: Sequence[int], known: str, matched: Container[int]) -> tuple[str, bool]:
    """Give a name, and tell whether the news mean it."""
    name = around.text[around.spans[run[0]][0] : around.spans[run[-1]][1]]
    words = set(name.lower().split())
    return name, bool(words.intersection(known.split())) or any(i in matched for i in run)


def _small(around: Surroundings, first: int, letters: str) -> list[int]:
    """List the words before a bracket that spell an acronym, though they are small: "guanosine diphosphate (GDP)"."""
    for start in range(first - 2, max(-1, first - 1 - _LONGEST), -1):
        run = [*range(start, first)]
        text = around.text[around.spans[start][0] : around.spans[first - 1][1]].lower()
        if not text.replace(" ", "").replace("-", "").isalpha() or len(run) > len(letters):
            return []
        begins = text[0] == letters[0] and any(around.words[i][0].lower() == letters[1] for i in run[1:])
        if begins and _spells(letters, text[: text.rfind(letters[-1]) + 1]):
            return run
    return []


def _before(around: Surroundings, first: int) -> list[int]:
    """List the words of the name before a bracket."""
    found: list[int] = []
    edge = around.spans[first][0] - 1
    for i in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        word, end = around.words[i], around.spans[i][1]
        if around.text[end:edge].strip(" -’'") or not (word[0].isupper() or word.lower() in _LINKS | {"s"}):
            break
        found.insert(0, i)
        edge = around.spans[i][0]
    while found and around.words[found[0]].lower() in _LINKS:
        found.pop(0)
    return found


def _within(around: Surroundings, after: int, start: int) -> list[int]:
    """List the words of the name in a bracket."""
    close = around.text.find(")", start, start + 120)
    found = [i for i in range(after, min(after + _LONGEST, len(around.words))) if around.spans[i][1] <= close]
    return (
        found if all(around.words[i][0].isupper() or around.words[i].lower() in _LINKS for i in found) else []
    )


def _spells(letters: str, initials: str) -> bool:
    """Tell whether initials have the letters of an acronym in their order, the last one last."""
    wanted = re.compile(".*?".join(map(re.escape, letters)) + "$")
    return wanted.search(initials) is not None
