"""Dictionary lemmas, from simplemma.

The first word of a language loads its dictionary, which takes 0.2 to 9 seconds and tens of megabytes; nothing is
loaded before.
"""

from __future__ import annotations

from localize.languages import base

_DICTIONARIES = {"no": "nb", "sr": "hbs", "hr": "hbs", "bs": "hbs"}
"""Languages that simplemma files under another name."""


def lemma(word: str, language: str) -> str:
    """Give the lemma of a word, or the word itself when the language or the word is not known.

    Args:
        word: One word; letter case counts (German nouns).
        language: BCP 47 tag.
    """
    import simplemma  # noqa: PLC0415 - loading it is only worth while when words of such a language are met

    code = base(language)
    try:
        return str(simplemma.lemmatize(word, lang=_DICTIONARIES.get(code, code)))
    except ValueError:
        return word


def is_word(word: str, language: str) -> bool:
    """Tell whether the dictionary of a language has a word; True when there is no dictionary."""
    import simplemma  # noqa: PLC0415 - as above

    code = base(language)
    try:
        return bool(simplemma.is_known(word, lang=_DICTIONARIES.get(code, code)))
    except ValueError:
        return True
