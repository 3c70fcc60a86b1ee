"""Plural categories of languages, and forms of a plural that a translation needs and its source does not have.

Source of the table: Unicode CLDR 44, cardinal plural rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Collection

ORDER = ("zero", "one", "two", "few", "many", "other")
_OTHER = ("other",)
_MANY = ("one", "many", "other")
_FEW = ("one", "few", "other")
_SLAVIC = ("one", "few", "many", "other")
_TWO = ("one", "two", "other")
_CATEGORIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("bm bo dz id ig ii ja jbo jv kea km ko lo ms my sah ses sg su th to tpi vi wo yo yue zh".split(), _OTHER),  # noqa: SIM905
    **dict.fromkeys("ca es fr it pt".split(), _MANY),  # noqa: SIM905
    **dict.fromkeys("bs hr mo ro sh shi sr".split(), _FEW),  # noqa: SIM905
    **dict.fromkeys("be cs lt pl ru sk uk".split(), _SLAVIC),  # noqa: SIM905
    **dict.fromkeys("he iu naq sat se".split(), _TWO),  # noqa: SIM905
    **dict.fromkeys("ksh lag lv prg".split(), ("zero", "one", "other")),  # noqa: SIM905
    **dict.fromkeys("dsb gd hsb sl".split(), ("one", "two", "few", "other")),  # noqa: SIM905
    **dict.fromkeys("br ga gv mt".split(), ("one", "two", "few", "many", "other")),  # noqa: SIM905
    **dict.fromkeys("ar cy kw".split(), ORDER),  # noqa: SIM905
}  # fmt: skip
_MILLIONS = frozenset({"ca", "es", "fr", "it", "pt"})
"""Languages in which ``many`` is for whole millions only, and says what ``other`` says nearly always."""


def categories(language: str) -> tuple[str, ...]:
    """List the categories of a language, in the order of CLDR."""
    return _CATEGORIES.get(base(language), ("one", "other"))


def lacking(present: Collection[str], source: str, target: str, *, millions: bool) -> tuple[str, ...]:
    """List the forms to add, as copies of ``other``, to the ``present`` ones of a plural.

    Forms that the source's language has, too, are left out: whoever wrote it did without.

    Args:
        present: Categories, and whatever else selects a form (``=0``).
        source: Language of the source; empty: English.
        target: Language of the translation.
        millions: Whether a program finds no text without ``many`` in the languages that have it for millions.
    """
    if "other" not in present:
        return ()
    known = {*present, *categories(source or "en")}
    if not millions and base(target) in _MILLIONS:
        known.add("many")
    return tuple(one for one in categories(target) if one not in known)
