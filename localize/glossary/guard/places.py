"""Rules about places: other towns of the same name, and places inside names of other languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words import vocabulary as words
from localize.glossary.words.people import STATES
from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.occurrence import Occurrence

_STATE_AFTER = re.compile(
    r", ((?:North Carolina|South Carolina|North Dakota|South Dakota|New Hampshire|New Jersey|New Mexico|New York|Rhode Island"
    r"|West Virginia)\b|[A-Z][a-z]+\b)"
)
_PROVINCES = word_set("ontario alberta manitoba saskatchewan")
_LIST_ENDS = re.compile(r",\s(?!and |or |but )[a-z]|[.;]|$")
"""After "Georgia": the state, since a list would go on."""


def foreign_name(it: Occurrence) -> str:
    """Hear a name of another language around a place: "Cécile de France", "Banco di Roma"."""
    led = it.around.words[it.first - 1] if it.first > 1 else ""
    if not (it.place and it.capital and led in {"de", "di", "du", "da"}):
        return ""
    name = " ".join(it.around.words[it.first - 2 : it.first + 1])
    return Message("part of the name '%(name)s'", name=name) if name[0].isupper() else ""


def town_apart(it: Occurrence) -> str:
    """Tell "Moscow, Idaho" from Moscow; lists ("Moscow, Washington and Kyiv") name no other state."""
    may = (it.place and it.single) or (it.kind in {"organisation", "place"} and not it.led)
    state = _STATE_AFTER.match(it.around.text, it.end, it.end + 24) if may and it.style == "running" else None
    if state and not it.place and it.around.text[state.end() : state.end() + 1] not in {",", "."}:
        return ""
    if state is None or it.word in STATES or it.word in words.TOWNS_IN_PLACE:
        return ""
    georgia = state[1] == "Georgia" and _LIST_ENDS.match(it.around.text, state.end()) is not None
    apart = state[1].lower() in STATES | _PROVINCES or " " in state[1] or georgia
    return (
        Message("another town: '%(name)s'", name=it.around.text[it.around.spans[it.first][0] : state.end()])
        if apart
        else ""
    )
