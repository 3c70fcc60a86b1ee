"""Languages that a detector does not know, and the ones that it takes them for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.languages import base, name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

TAKEN_FOR = {
    "az": ("tr",),
    "be": ("uk", "ru", "bg"),
    "bs": ("hr", "sl"),
    "eo": ("es", "it", "sl"),
    "eu": ("es", "id", "sl", "it"),
    "ga": ("en", "cy"),
    "gl": ("pt", "es"),
    "is": ("nb", "da", "sv"),
    "kk": ("ru", "bg", "mk"),
    "ky": ("ru", "bg", "mk"),
    "mn": ("ru", "bg", "mk"),
    "ms": ("id",),
    "mt": ("it", "en"),
    "nn": ("nb",),
    "sr": ("hr", "sl", "mk"),
}
"""What langdetect says of languages that it has no profile of, most frequent first.

Some of them show by their letters (``letters.py``); a short text may have none of these.
"""

_GROUPS = (
    ("hr", "bs", "sr", "sl", "mk", "bg"),
    ("nb", "nn", "da", "sv"),
    ("pt", "gl", "es", "ca"),
    ("cs", "sk"),
    ("id", "ms"),
)
"""Languages between which a single paragraph does not settle."""

ALIKE = ("hr", "bs", "sr")
"""One language for an n-gram model; Serbian where it is written in Latin letters."""


def agree(votes: Collection[str], language: str) -> bool:
    """Say whether every vote is for a language or for one that it is taken for when there is little text."""
    return set(votes) <= {language, *TAKEN_FOR.get(language, ())}


def near(one: str, other: str) -> bool:
    """Say whether two languages are so close that a detector may take one for the other."""
    pair = {base(one), base(other)}
    taken = other in TAKEN_FOR.get(one, ()) or one in TAKEN_FOR.get(other, ())
    return len(pair) == 1 or taken or any(pair <= set(group) for group in _GROUPS)


def blind(found: Mapping[str, float], installed: Collection[str]) -> tuple[str, ...]:
    """Warn that langdetect may have taken an installed language that it does not know for another.

    Args:
        found: Confidence by language; the first candidates count, up to 10 % of the best one's confidence.
        installed: Base languages that can be translated from.
    """
    least = max(found.values(), default=0.0) / 10
    near = {tag for tag, confidence in found.items() if confidence >= least}
    return tuple(
        f"langdetect does not know {name(tag)} and takes it for {' or '.join(map(name, looks))}:"
        f" if it is {name(tag)}, say --from {tag}, or install localize[detect]"
        for tag, looks in TAKEN_FOR.items()
        if tag in installed and tag not in found and near.intersection(looks)
    )


def alike(found: Mapping[str, float]) -> tuple[str, ...]:
    """Warn where Croatian, Bosnian and Serbian share the confidence, which no detector divides well."""
    sharing = [tag for tag in ALIKE if found.get(tag, 0.0) >= 0.05]
    if len(sharing) < 2:
        return ()
    return (f"{' and '.join(map(name, sharing))} are hardly told apart: --from settles it",)
