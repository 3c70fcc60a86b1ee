"""Which words of a text may be forms of which words of a term: light inflection of the source language.

English plurals are taken back by rule. Other languages go through a dictionary (``lemmas``). Every form of a word
that could be its lemma is given; the index of terms decides which of them exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.words.tokens import fold
from localize.glossary.words.words import word_set
from localize.languages import base
from localize.lexicon import lemma

if TYPE_CHECKING:
    from localize.glossary.concepts import Number

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife", "midwives": "midwife",
    "housewives": "housewife", "criteria": "criterion", "phenomena": "phenomenon", "alumni": "alumnus",
    "nuclei": "nucleus", "stimuli": "stimulus", "fungi": "fungus", "bacteria": "bacterium",
    "memoranda": "memorandum", "referenda": "referendum", "indices": "index", "vertices": "vertex",
    "matrices": "matrix", "appendices": "appendix", "quizzes": "quiz", "corps": "corps",
}  # fmt: skip
"""English plurals that no rule below undoes."""

_INVARIABLE = word_set("""
    aircraft chassis corps crossroads deer gallows headquarters hovercraft means offspring series sheep
    spacecraft species
""")
"""English nouns whose form does not tell the number."""

_NO_PLURAL = ("ss", "us", "is", "news", "ics")
"""Endings of English words in -s that are singular."""

_MARKED_PLURAL = word_set("ca en es fr gl oc pt")
"""Languages whose plural nouns end in -s (French also -x)."""


def lemmas_of(word: str, language: str) -> tuple[str, ...]:
    """Give everything that a word, as written, could be a form of: itself first, all folded."""
    folded = fold(word)
    if base(language) == "en":
        return tuple(dict.fromkeys((folded, *_english(folded))))
    found = [folded, fold(lemma(folded, language))]
    if word[:1].isupper():
        found.append(fold(lemma(word[:1] + folded[1:], language)))
    if base(language) in _MARKED_PLURAL and len(folded) > 3 and folded.endswith("s"):
        found.append(folded[:-1])
    return tuple(dict.fromkeys(found))


def number_of(word: str, found: str, language: str) -> Number:
    """Tell the number of a noun from its form: ``sg``, ``pl``, or empty where the form does not tell.

    Args:
        word: The word of the text, folded.
        found: The word of the term, folded, whose form it is.
        language: BCP 47 tag.
    """
    code = base(language)
    if word in _INVARIABLE:
        return ""
    if code == "en":
        if word != found:
            return "pl"
        return "pl" if word in _IRREGULAR or (word.endswith("s") and not word.endswith(_NO_PLURAL)) else "sg"
    if code not in _MARKED_PLURAL:
        return ""
    plural = word.endswith(("s", "x")) and (word != found or not word.endswith(("ss", "us", "is", "ês")))
    return "pl" if plural else "sg"


def _english(word: str) -> list[str]:
    """Undo the English plural in every way that spelling allows."""
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("men") and len(word) > 4:
        return [word[:-2] + "an"]
    if not word.endswith("s") or word.endswith("ss") or len(word) < 3:
        return []
    found = [word[:-1]]
    if word.endswith("ies") and len(word) > 4:
        found.append(word[:-3] + "y")
    elif word.endswith("ves") and len(word) > 4:
        found += (word[:-3] + "f", word[:-3] + "fe")
    elif word.endswith("ses") and len(word) > 4:
        found += (word[:-2], word[:-2] + "is")
    elif word.endswith(("xes", "zes", "ches", "shes", "oes")):
        found.append(word[:-2])
    return found
