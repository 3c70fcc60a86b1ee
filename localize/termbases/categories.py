"""Data categories of TBX and what they are in a glossary (ISO 12620, TBX-Basic; and what files in the wild write)."""

from __future__ import annotations

import re
from functools import lru_cache

STATUSES = {
    "preferred": "preferred", "approved": "preferred", "standardized": "preferred", "legal": "preferred",
    "regulated": "preferred", "recommended": "preferred", "translated": "preferred", "final": "preferred",
    "admitted": "admitted", "allowed": "admitted", "proposed": "admitted", "provisional": "admitted", "new": "admitted",
    "draft": "admitted", "pending": "admitted", "alternative": "admitted", "notpreferred": "admitted",
    "deprecated": "deprecated", "superseded": "deprecated", "obsolete": "deprecated", "archaic": "deprecated",
    "notrecommended": "deprecated",
    "forbidden": "forbidden", "prohibited": "forbidden", "rejected": "forbidden", "nonstandard": "forbidden",
    "blacklisted": "forbidden", "donotuse": "forbidden", "notallowed": "forbidden",
}  # fmt: skip
"""Statuses by the letters of their names, without ``Term`` and ``-admn-sts``."""

STATUS_NAMES = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "supersededTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
"""What a status is called in TBX. Its "deprecated" is a term that must not be used, its "superseded" one that was right."""

GENDERS = {
    "masculine": "m", "masc": "m", "m": "m", "feminine": "f", "fem": "f", "f": "f", "neuter": "n", "neut": "n", "n": "n",
    "common": "mf", "othergender": "mf", "masculinefeminine": "mf", "mf": "mf",
}  # fmt: skip
GENDER_NAMES = {"m": "masculine", "f": "feminine", "n": "neuter", "mf": "otherGender"}

NUMBERS = {"singular": "sg", "sing": "sg", "sg": "sg", "plural": "pl", "plur": "pl", "pl": "pl"}
NUMBER_NAMES = {"sg": "singular", "pl": "plural"}

CONCEPT = {
    "subjectfield": "domain", "domain": "domain", "subject": "domain", "definition": "definition", "explanation": "definition",
    "descrip": "definition", "note": "note", "usagenote": "note", "usage": "note", "xlocalizekind": "kind", "kind": "kind", "xlocalizecase": "case", "case": "case", "xlocalizeguard": "guard",
    "guard": "guard", "xlocalizerowstatus": "status", "rowstatus": "status",
}  # fmt: skip
"""Columns by the letters of the category's name."""

ACRONYMS = frozenset({"acronym", "initialism"})

_NOT_LETTERS = re.compile(r"[^a-z]+")
_ENDINGS = re.compile(r"(?:admnsts|admnstatus)$")


@lru_cache(maxsize=1024)
def letters(name: str) -> str:
    """Give the letters of a name in lower case: ``Subject_Field`` is ``subjectfield``."""
    return _NOT_LETTERS.sub("", name.lower())


def status_of(value: str) -> str:
    """Give the status that a value of ``administrativeStatus`` or of a column "status" means; empty for others.

    TBX calls "deprecated" what must not be used. Here that is ``deprecated`` as well, since files of other programs
    use the word for what was right once; only what they call forbidden is ``forbidden``.
    """
    name = _ENDINGS.sub("", letters(value))
    return STATUSES.get(name) or STATUSES.get(name.removesuffix("term").removesuffix("terms"), "")
