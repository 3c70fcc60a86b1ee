"""Rules for periods: abbreviations, initials, acronyms, ordinals. See ``boundaries`` for how rules answer.

They are asked after the rules about what follows, so that a small letter never comes after the period here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.segmentation.place import Place
    from localize.segmentation.ruleset import Rules

_OPENING = "\"'“”‘’«»„‚‹›([{「『（【《〈¿¡—–-"
_GLUE = re.compile(r"[,;:(\[\"“”«»–—]")
_JOINT = re.compile(r"['’]|(?<=\bex)-|(?<=\bvice)-|(?<=\bэкс)-|(?<=\bвице)-", re.IGNORECASE)
_NEXT = re.compile(r"[\W_]*([^\W\d_]+)\.")
_ROMAN = re.compile(r"[IVXLC]+\b")
_CENTURY = re.compile(r"[IVXLCDMХІ]+")
_ACRONYM = re.compile(r"(?:[^\W_]{2,}-)?(?:[^\W\d_]\.-?)+[^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NUMBERED = re.compile(r"(?=[^\s\d]*[A-Z])[^\s\d]*\d")
_CJK = "\u2e80"
"""Where scripts begin whose characters are no initials."""
_PAUSE = re.compile(r"(?<!\S)(?<!\.\s)\.(?:\s\.){2}\Z")
_SHORT = 3
"""Words that make no sentence when the last of them is an abbreviation: "At 5 a.m. Mr. Smith left."."""
_ASIDE = ("(", "[", "-", "–", "—")
"""What begins an addition to "Dallas, Tex. (AP)" or "Acme Corp. -- bonds" rather than a sentence."""
_DAY = re.compile(r"\d{1,2}\.(?:\s|\Z)")


class Word(NamedTuple):
    """The word before a period.

    Attributes:
        written: As it stands, inner periods included.
        tail: What is left of it without an article or prefix (l'art, ex-gov).
        before: The two words before it; empty where there are none.
        keys: What to look up in the lists of abbreviations: the word, with one and two before it, in lower case too.
    """

    written: str
    tail: str
    before: tuple[str, str]
    keys: frozenset[str]


def word_before(place: Place) -> Word:
    """Read the word before the period of a place."""
    *before, last = ("", "", "", *place.left.rstrip(".").rsplit(None, 3))[-3:]
    further, previous = (token.lstrip(_OPENING) for token in before)
    written = _GLUE.split(last)[-1].lstrip(_OPENING)
    if last.endswith(f"-{written}") and not written[:1].isupper():
        written = last  # a command's option, a suffix after a quotation mark
    tail = _JOINT.split(written)[-1]
    two = _joined(previous, written)
    keys = {written, two, _joined(further, two)}
    if len(tail) > 1:
        keys.add(tail)
    initials = written.isupper() and _INITIAL.fullmatch(previous)  # "Cecilia A. M. Adeng" is no hour
    lowered = {key.lower() for key in keys if not initials or key == written}
    return Word(written, tail, (further, previous), frozenset(keys | lowered))


def _joined(before: str, word: str) -> str:
    return before + word if before.endswith(".") else f"{before} {word}"


def full_stop(place: Place) -> bool | None:
    """Go on in languages that end no sentence with a period (Thai)."""
    return None if place.rules.full_stop else False


def ellipsis(place: Place) -> bool | None:
    """End at an ellipsis; ". . ." in mid-sentence is a pause."""
    if not place.left.endswith(("..", ". .")):
        return None
    return not _PAUSE.search(place.left)


def abbreviation(place: Place) -> bool | None:
    """Ask the lists of the language about the word before the period; one set apart from it ends a sentence."""
    if place.left.rstrip(".")[-1:].isspace():
        return None
    word = word_before(place)
    for answer in (_chain, _may_end, _before_number, _never, _initial, _acronym, _ordinal):
        verdict = answer(place, word)
        if verdict is not None:
            return verdict
    return None


def _chain(place: Place, word: Word) -> bool | None:
    """Go on inside abbreviations of several parts: "p. ex."."""
    following = _NEXT.match(place.right)
    if following is None:
        return None
    known, after = place.rules.chains, following[1].lower()
    return False if any(f"{key}.{after}" in known for key in word.keys) else None


def _may_end(place: Place, word: Word) -> bool | None:
    rules = place.rules
    if not word.keys.isdisjoint(rules.before_starter):
        return place.starter
    if not word.keys.isdisjoint(rules.may_end):
        sentence = place.starter or len(place.left.split(None, _SHORT)) > _SHORT
        return sentence and not place.lead.startswith(_ASIDE) and place.word.lower() not in rules.goes_on
    if word.written in rules.after_number:
        return _counted(word, rules) and not place.first.isdigit()
    return None


def _counted(word: Word, rules: Rules) -> bool:
    """Tell whether a number stands before the word, a "тыс." between them set aside."""
    further, number = word.before
    quantity = number.rstrip(".")
    if quantity in rules.never or quantity in rules.before_starter:
        number = further
    return any(char.isdigit() for char in number) or _CENTURY.fullmatch(number) is not None


def _before_number(place: Place, word: Word) -> bool | None:
    rules = place.rules
    if word.keys.isdisjoint(rules.before_number) and not word.written.lower().endswith(rules.endings or "\0"):
        return None
    if place.first.isdigit() or (_ROMAN.match(place.right) and not place.starter):
        return False
    if place.first and not place.first.isupper():
        return False
    if word.written[:1].isupper() and word.before[1] and _NUMBERED.match(place.right):  # Doc. No. A/80/12
        return False
    following = _NEXT.match(place.right)
    abbreviated = following is not None and following[1].lower() in rules.before_number
    return False if abbreviated else None


def _never(place: Place, word: Word) -> bool | None:
    if word.keys.isdisjoint(place.rules.never):
        return None
    acronym = len(word.written) > 1 and word.written.isupper() and "." not in word.written
    return acronym and place.starter and not place.word.isupper()


def _initial(place: Place, word: Word) -> bool | None:
    """Go on after an initial; a letter before a longer starter is no initial ("vitamin C. The")."""
    letter = word.tail if len(word.tail) == 1 else ""
    if not letter.isalpha() or letter >= _CJK:
        return None
    if letter.islower() and (letter.isascii() or word.tail != word.written):
        return True
    return place.starter and place.first.isupper() and (letter == "I" or len(place.word) > 2)


def _acronym(place: Place, word: Word) -> bool | None:
    """End after letters with periods (U.S.S.R.) only before a starter, a longer one after J.-M. (Le Pen)."""
    if not _ACRONYM.fullmatch(word.written):
        return None
    return place.starter and place.first.isupper() and ("-" not in word.written or len(place.word) > 2)


def _ordinal(place: Place, word: Word) -> bool | None:
    """Go on after "3." and "XIV." where they mean third and fourteenth, unless a starter follows."""
    if not place.rules.ordinals:
        return None
    number = word.written
    if number.isdecimal() and _DAY.match(place.right):
        return False
    if (number.isdecimal() and len(number) < 3) or re.fullmatch("[IVXL]+", number):
        return place.starter
    return None


RULES: tuple[Callable[[Place], bool | None], ...] = (full_stop, ellipsis, abbreviation)
