"""Languages that langdetect has no profile of, and that their own letters or little words give away."""

from __future__ import annotations

import math
from typing import NamedTuple


class Signature(NamedTuple):
    """What a language writes and its neighbours do not.

    Attributes:
        letters: Groups; a text has a letter of every group in ``_OFTEN`` of its words or more.
        without: Letters that no text in the language has.
        words: Words of grammar, in lower case.
    """

    language: str
    letters: tuple[str, ...] = ()
    without: str = ""
    words: str = ""


SIGNATURES = {
    "LATIN": (
        Signature("az", ("ə",)),
        Signature("is", ("ðþ",)),
        Signature("eo", ("ĉĝĥĵŝŭ",)),
        Signature("mt", ("ħġċ",)),
        Signature("eu", words="eta dira dute du duen dela izan ditu zuen ziren baina baino behar egin egingo dago"),
        Signature("ga", words="agus bhí tá atá seo leis bhfuil chun níl gach faoi freisin nach ag éis bheith ina ach"),
        Signature("gl", words="unha unhas máis coa coas nunha dunha dun nun polo pola polos polas tamén xa moi despois cando ata dous dixo fixo cun cunha cómpre"),
        Signature("ms", words="kerana bahawa iaitu ialah sahaja mahu semasa daripada manakala beliau polis"),
        Signature("nn", words="ikkje eit frå ein dei vart noko berre meir kva korleis nokre vere sjølv seier"),
        Signature("sr", words="gde pre posle uvek ovde takođe vreme mesto deo dve nedelje čovek svet hteo reč"),
    ),
    "CYRILLIC": (
        Signature("kk", ("ғқұ",), without="ҳ"),
        Signature("ky", ("ң", "өү"), without="әҗһ"),
        Signature("mn", ("өү",), without="ңәҗһ"),
        Signature("be", ("ўі", "ыэ")),
        Signature("sr", ("ђћ",), without="ѓќѕ"),
        Signature("sr", words="је су ће који која које због али није као било после ово овде", without="ѓќѕ"),
    ),
}  # fmt: skip
"""By script; of equals the first counts. Letters: the exemplar characters of Unicode CLDR. Words: closed classes (articles, conjunctions,
auxiliaries) that the languages in ``neighbours.TAKEN_FOR`` lack or hardly use."""

_OFTEN = 0.05
"""Share of a text's words that have the letters."""

_WORD_SHARE = 0.02
"""Share of a text's words that are words of grammar of the language: fewer are a quotation or a coincidence."""

_ODDS_LETTERS = math.log(400)
"""Log-odds of letters that nobody else writes."""

_ODDS_WORD = math.log(8)
"""Log-odds of each different word, the first one not counted."""


def signed(text: str, script: str) -> tuple[str, float] | None:
    """Name the language whose own letters or words a text has, with log-odds against its best neighbour.

    Capitalised words do not count: they may be foreign names.
    """
    words = [word.strip(".,:;!?()[]\"'«»“”„…") for word in text.split()]
    words = [word for word in words if word[:1].islower()]
    found = [(_odds(words, text, signature), signature.language) for signature in SIGNATURES.get(script, ())]
    odds, language = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return (language, odds) if odds > 0 else None


def _odds(words: list[str], text: str, signature: Signature) -> float:
    if any(letter in text for letter in signature.without):
        return 0.0
    if signature.letters:
        return _ODDS_LETTERS if all(_often(words, group) for group in signature.letters) else 0.0
    own = signature.words.split()
    hits = [word for word in words if word in own]
    if len(hits) < _WORD_SHARE * len(words):
        return 0.0
    return _ODDS_WORD * (len(set(hits)) - 1)


def _often(words: list[str], letters: str) -> bool:
    having = sum(any(letter in word for letter in letters) for word in words)
    return having > 0 and having >= _OFTEN * len(words)
