"""The language that a file of strings is in, as its name, its folder or its one outer key says."""

from __future__ import annotations

import re
from pathlib import PurePath

from localize.languages import NAMES, LanguageTagError, base, normalise

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_LAST = re.compile(r"(?:^|[._])([A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Z]{2}|\d{3}))?)$")
_FOLDERS = 3
"""Folders above a file that are looked at: ``locales/en/LC_MESSAGES/web.po``."""


def tag(text: str) -> str | None:
    """Give the BCP 47 tag that a text is, with ``-`` or ``_`` between its parts; None if it is none we know."""
    if not _TAG.fullmatch(text):
        return None
    try:
        found = normalise(text.replace("_", "-"))
    except LanguageTagError:
        return None
    return found if base(found) in NAMES else None


def of_path(path: str) -> str | None:
    """Give the language that a path names: ``en.json``, ``app_en.arb``, ``messages.en.yml``, ``locales/en/web.json``."""
    place = PurePath(path)
    found = _LAST.search(place.stem)
    said = tag(found[1]) if found else None
    folders = place.parent.parts[-_FOLDERS:]
    return said or next((known for name in reversed(folders) if (known := tag(name))), None)


def like(old: str, language: str) -> str:
    """Write a language the way another was written: ``pt_BR`` where ``en_US`` stood, ``pt-BR`` for ``en-US``."""
    return language.replace("-", "_") if "_" in old else language
