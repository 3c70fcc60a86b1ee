"""How many forms a plural has in a language, and which of them says "one".

Source of the table: GNU gettext manual 0.22, section "Plural forms", and CLDR 44 for languages that it does not name.
"""

from __future__ import annotations

import re
from gettext import c2py
from typing import NamedTuple

from localize.languages import base

_SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
_ONE, _ONE_OR_NONE = "n != 1", "n > 1"
_RULES: dict[str, tuple[int, str]] = {
    **dict.fromkeys("ja ko zh vi th id ms lo my km ka dz bo jv su wo yo ig tpi".split(), (1, "0")),  # noqa: SIM905
    **dict.fromkeys(
        [
            "fr",
            "pt-BR",
            "ti",
            "tg",
            "uz",
            "oc",
            "br",
            "mg",
            "ln",
            "wa",
            "mfe",
            "fil",
            "tl",
            "am",
            "hy",
            "fa",
            "hi",
            "bn",
            "gu",
            "kn",
            "zu",
        ],
        (2, _ONE_OR_NONE),
    ),
    **dict.fromkeys("ru uk be sr hr bs sh".split(), (3, _SLAVIC)),  # noqa: SIM905
    **dict.fromkeys(("cs", "sk"), (3, "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2")),
    "pl": (3, "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"),
    "lt": (3, "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2"),
    "lv": (3, "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2"),
    "ro": (3, "n==1 ? 0 : n==0 || (n%100 > 0 && n%100 < 20) ? 1 : 2"),
    "sl": (4, "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"),
    "ga": (5, "n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4"),
    "gd": (4, "n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n > 2 && n < 20 ? 2 : 3"),
    "cy": (4, "n==1 ? 0 : n==2 ? 1 : n != 8 && n != 11 ? 2 : 3"),
    "mt": (4, "n==1 ? 0 : n==0 || (n%100 > 1 && n%100 < 11) ? 1 : n%100 > 10 && n%100 < 20 ? 2 : 3"),
    "ar": (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
    "is": (2, "n%10!=1 || n%100==11"),
    "mk": (2, "n%10==1 && n%100!=11 ? 0 : 1"),
}
_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;\n]{1,500}?)\s*;?\s*\Z")


class Rule(NamedTuple):
    """A plural rule: how many forms, and the expression that numbers them, in C."""

    forms: int
    expression: str

    def header(self) -> str:
        """Write the value of the header field."""
        return (
            f"nplurals={self.forms}; plural=({self.expression});"
            if self.forms > 1
            else "nplurals=1; plural=0;"
        )

    def singular(self) -> int | None:
        """Number the form that stands for one thing alone or first of all; None: there is one form for everything."""
        if self.forms == 1:
            return None
        return int(c2py(self.expression)(1))


def of(language: str) -> Rule:
    """Give the rule of a language; of one that is not in the table, the one that most have: two forms, one and more."""
    return Rule(*(_RULES.get(language) or _RULES.get(base(language)) or (2, _ONE)))


def parsed(header: str) -> Rule | None:
    """Read the field ``Plural-Forms``; None if it says nothing, or nothing that can be used."""
    found = _HEADER.match(header)
    if not found:
        return None
    rule = Rule(int(found[1]), found[2])
    try:
        singular = rule.singular()
    except (ValueError, ArithmeticError, RecursionError, TypeError):
        return None
    return rule if rule.forms and (singular is None or 0 <= singular < rule.forms) else None
