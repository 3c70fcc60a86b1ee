"""Which strings of a file people read: those that somebody has named, else those whose keys do not say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from localize.formats.resources.prose import technical

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of keys.

    Attributes:
        patterns: Of a last key (``title``) or of all keys with dots between them (``menu.*``); ``!`` in front leaves out
            what matches. The last pattern that matches decides; where none does, a string is taken unless there are
            patterns without ``!``, or its key is one that programs read (``url``, ``id``).
    """

    patterns: Sequence[str] = ()

    def takes(self, path: Sequence[str | int]) -> bool:
        """Tell whether the string at some keys is to be translated."""
        names = [key for key in path if isinstance(key, str)]
        last, whole = names[-1] if names else "", ".".join(str(key) for key in path)
        for pattern in reversed(self.patterns):
            bare = pattern.removeprefix("!")
            if fnmatchcase(last, bare) or fnmatchcase(whole, bare):
                return bare == pattern
        if any(not pattern.startswith("!") for pattern in self.patterns):
            return False
        return not technical(last)


EVERYTHING = Selection()
