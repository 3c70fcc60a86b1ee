"""Checks of words: those that an engine does not know, and those that it has made up."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from localize import lexicon
from localize.alignment import overlap
from localize.checks.base import Problem, quote, without_code
from localize.languages import base
from localize.messages import Message

_WORD = re.compile(r"(?<!\w)[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-‑][A-Za-zÀ-ÖØ-öø-ÿ]+)*(?!\w)")
"""In the letters of the language; others are told by another check."""
_BEGINNING = 3
"""Marks that may stand before the first word of a sentence."""
_BEGINS = re.compile(r"^[\"“”«‘'(\[¿¡—–-]*\s*$")
_LEAST = 4
"""Letters of a word that is looked up; shorter ones are often abbreviations."""
_COGNATE = 5
"""Letters that a rendering shares with the word that it renders, accents aside: a foreign word made at home
("multilateralism", "multilateralismo") may be in no dictionary."""

_PLAIN = re.compile(r"(?<![\w'’@#/.&-])[a-z]{4,}(?![\w'’@/&-]|\.\w)")
"""A word in small letters, by itself: no part of an address, of a compound or of a name with signs in it."""
_QUOTED = re.compile(r"[\"“‘'«]\Z"), re.compile(r"[,.]?[\"”’'»]")
_NAMED = re.compile(r"\b[^\W\d_a-zà-öø-ÿ]\w*\s\Z"), re.compile(r"\s[^\W\d_a-zà-öø-ÿ]")
_NEAR = 40
"""Code points before a word that are looked at for a name."""
_BORROWED = {
    "pt": {
        "bitcoin", "blockchain", "botox", "brunch", "bypass", "cashback", "chatbot", "chef", "commodities",
        "commodity", "compliance", "cookie", "crowdfunding", "deepfake", "default", "delivery", "drone", "drones",
        "hackathon", "hashtag", "hedge", "home", "hub", "influencer", "joystick", "kitesurf", "lifting", "lockdown",
        "loft", "offshore", "outlet", "paywall", "pickup", "pixel", "playoff", "podcast", "post", "premium", "quiz", "rating",
        "reality", "replay", "roadshow", "roaming", "shopping", "sitcom", "smartphone", "snowboard", "spread",
        "stalking", "standby", "startup", "stent", "streamer", "streaming", "striptease", "swap", "tablet", "tank",
        "think", "tour", "trainee", "transponder", "tweet", "vibe", "widget", "windsurf",
    },
}  # fmt: skip
"""English words that are written in newspapers of the language without further ado."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span, Translation
    from localize.languages import Pair


def word_unknown(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report words that the engine does not know and that stand in the translation as they stand in the source.

    Only engines that mark such words are asked (Apertium). Words with a capital are mostly names, and words of a
    glossary term are dealt with there: neither is reported. Put the word into the glossary.
    """
    source, target = translation.segment.source.plain, translation.target.plain
    terms = [verdict.match.span for verdict in translation.terms]
    for word in translation.unknown:
        whole = rf"(?<!\w){re.escape(word)}(?!\w)"
        places = (found.span() for found in re.finditer(whole, source))
        free = next((span for span in places if not any(overlap(span, term) for term in terms)), None)
        if word.islower() and free and re.search(whole, target):
            yield Problem(Message("the engine does not know %(words)s", words=quote(word)), free)


def word_left(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report words that stand in the translation as they stand in the source, and are words of its language alone.

    Small models copy what they do not know ("o último ferryman"). Words with a capital are mostly names; those in quotation
    marks, code, addresses and glossary terms, and what Portuguese has taken over ("startup"), are left out, too. Only
    Portuguese is known well enough.
    """
    language = base(pair.target)
    if language not in lexicon.COMPLETE or base(pair.source) == language:
        return
    source, target = without_code(translation.segment.source), without_code(translation.target)
    if source.split() == target.split():
        return
    verdicts = (*translation.terms, *translation.names)
    kept = [verdict.match.span for verdict in verdicts]
    stands = {found.group() for found in _PLAIN.finditer(target)}
    for found in _PLAIN.finditer(source):
        word, (start, end) = found.group(), found.span()
        if word not in stands or any(overlap((start, end), span) for span in kept):
            continue
        if any(_between(source, start, end, marks) for marks in (_QUOTED, _NAMED)):
            continue
        if word.removesuffix("s") in _BORROWED.get(language, ()) or lexicon.attested(word, pair.target):
            continue
        if lexicon.is_word(word, pair.source):
            yield Problem(Message("%(words)s is left as it was", words=quote(word)), found.span())


def word_invented(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report words of the translation that its language does not have, and that do not come from the source.

    Small models make up words ("violoncelon"). Names, code, addresses and glossary terms are left out, and so is what
    resembles a word of the source. Only Portuguese is known well enough.
    """
    if base(pair.target) not in lexicon.COMPLETE:
        return
    source, target = without_code(translation.segment.source), without_code(translation.target)
    kept = [verdict.span for verdict in (*translation.terms, *translation.names) if verdict.span]
    place = invented(source, target, pair, kept=kept)
    if place:
        yield Problem(Message("%(word)s is no word of Portuguese", word=quote(target[slice(*place)])))


def invented(source: str, target: str, pair: Pair, *, kept: Sequence[Span] = ()) -> Span | None:
    """Find the first made-up word of a translation; None without one, and where the language is not known well enough.

    Args:
        source: What was translated: its words, and what resembles them, may stand in the translation.
        target: The translation.
        pair: Languages.
        kept: Places in the translation that are not looked at.
    """
    if base(pair.target) not in lexicon.COMPLETE:
        return None
    ours = {_folded(found) for found in re.findall(r"[^\W\d_]+", source)}
    begun = {word[:_COGNATE] for word in ours if len(word) >= _LEAST}
    for found in _WORD.finditer(target):
        word = found.group()
        if len(word) < _LEAST or any(overlap(found.span(), span) for span in kept):
            continue
        if _stays(word, target, found.start(), source, pair):
            continue
        parts = [_folded(part) for part in re.split("[-‑]", word)]
        if any(part in ours or begun.intersection((part[:_LEAST], part[:_COGNATE])) for part in parts):
            continue
        if not lexicon.attested(word, pair.target) and not lexicon.attested(word.lower(), pair.target):
            return found.span()
    return None


def _between(text: str, start: int, end: int, marks: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Tell whether a word stands right between two marks."""
    before, after = marks
    return bool(after.match(text, end) and before.search(text[max(0, start - _NEAR) : start]))


def _stays(word: str, target: str, at: int, source: str, pair: Pair) -> bool:
    """Tell whether a word may be a name: it has a capital, and does not begin a sentence as a plain word does there."""
    if not word[1:].islower():
        return True
    if not word[0].isupper():
        return False
    if any(name[0] == word[0] for name in re.findall(r"\b[^\W\d_a-zà-öø-ÿ][^\W\d_]+", source)):
        return True  # Ethiopia, Etiópia
    first = re.search(r"[^\W\d_]+", source)
    return not (
        at <= _BEGINNING
        and _BEGINS.search(target[:at])
        and first
        and lexicon.is_word(first.group().lower(), pair.source)
    )


def _folded(word: str) -> str:
    """Write a word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
