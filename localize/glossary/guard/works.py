"""Rules about terms whose capitals make names of them: works, bands, brands. "He recorded House Arrest in 2002"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.guard.names import part
from localize.glossary.words import brands
from localize.glossary.words import vocabulary as words
from localize.glossary.words.people import STATES
from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.occurrence import Occurrence

_IS_A = re.compile(
    r", (?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?(?:album|app|band|bar|boutique|brand|carmaker|cocktail|comedy|company"
    r"|developer|documentary|drama|duo|ferry|filly|film|firm|game|gelding|horse|label|mare|maker|magazine|manufacturer|movie|musical|newsletter"
    r"|newspaper|nightclub|novel|play|podcast|pub|publisher|quartet|racehorse|rapper|restaurant|retailer|series|show|singer"
    r"|single|sire|sitcom|song|stallion|start-?up|store|thriller|trio|website|yacht)\b(?! of (?:the )?(?:state|government))"
)
"""What is said of a name that is no body's or office's."""
_EARNED = re.compile(
    r" (?:has |had )?(?:earned|grossed|made|took|opened|premiered|debuted|aired)\b[^.]*\b(?:box office|charts?|cinemas|number"
    r"|screens|theaters|theatres|weekend|bbc|cbs|hbo|nbc|netflix)\b"
    r"| (?:has |had )?won\b[^.]*\b(?:oscars?|grammys?|emmys?|baftas?|tonys?|golden globes?)\b"
    r"| (?:has |had )?sold\b[^.]*\bcopies\b",
    re.IGNORECASE,
)
"""What films, series and records do."""
_DID = word_set(
    "beat came debuted earned finished opened played premiered ran released sold starred topped was won"
)
_YES = re.compile(r"[a-z],? Yes,? $")
_SUBTITLE = re.compile(r"[A-Z][\w’'-]*: $")
_SPLIT_STATES = word_set("carolina dakota hampshire island jersey mexico virginia york")
_LINKS = word_set("about and for in of on the to with")
_DETERMINED = word_set("""
    a all an any both each either every few her his its many most my neither no our several some such that the their
    these this those your
""")


def said_to_be(it: Occurrence) -> str:
    """Read that a term with capitals is a band, a firm, a film: "The Civil Wars, a duo from Nashville"."""
    if not it.capital or it.style != "running" or it.owned or not _written_as_name(it):
        return ""
    told = _IS_A.match(it.around.text, it.end) or (
        (it.common or it.title) and _EARNED.match(it.around.text, it.end)
    )
    return _name(it) if told else ""


def without_article(it: Occurrence) -> str:
    """Tell a name from a common noun in the singular with all its capitals, no article, and no name around it."""
    if it.single or not it.common or it.kind != "term" or it.style != "running" or not _written_as_name(it):
        return ""
    last = it.around.text[it.around.spans[it.first][0] : it.end].lower()
    if last.endswith("s") or (it.following and it.following.capital) or it.owned:
        return ""
    index = it.first - 1
    before = it.around.words[index] if index >= 0 else ""
    text = it.around.text[max(0, it.around.spans[it.first][0] - 40) : it.around.spans[it.first][0]]
    if it.around.opens(it.first) or _SUBTITLE.search(text):
        return _name(it)
    if not text.endswith(" ") or text[-2:-1] in {",", ";", ":", ")"} or before.lower() in _DETERMINED:
        return ""
    while index > 0 and it.around.words[index].lower() in _LINKS:
        if it.around.words[index].lower() == "the":
            return ""
        index -= 1
    plain = it.around.words[index][0].islower() and it.around.words[index][0].isalpha()
    return _name(it) if plain and not it.around.words[index].endswith(("al", "ic", "ive")) else ""


def office_of(it: Occurrence) -> str:
    """Tell "head of government procurement" from a head of government: what he is the head of goes on."""
    following = it.following
    if it.single or not (it.title and following and following.link == "space") or following.capital:
        return ""
    goes_on = " of " in it.around.text[it.around.spans[it.first][0] : it.end] and not following.matched
    noun = following.word.endswith(("tion", "sion", "ment", "ance", "ence"))
    return part(it, following) if goes_on and noun else ""


def bare_office(it: Occurrence) -> str:
    """Tell a horse "Supreme Leader", which won, from a supreme leader: an office of several words has an article."""
    following = it.following
    if it.single or it.kind != "title" or it.style != "running" or not it.around.opens(it.first):
        return ""
    if not following or following.link != "space" or following.capital or not _written_as_name(it):
        return ""
    return _name(it) if following.word in _DID else ""


def comedy(it: Occurrence) -> str:
    """Tell "the star of Yes, Prime Minister" from an answer."""
    start = it.around.spans[it.first][0]
    told = it.title and it.capital and _YES.search(it.around.text, max(0, start - 12), start)
    return _name(it) if told else ""


def of_a_state(it: Occurrence) -> str:
    """Tell "the New York State Department of Labor" from the State Department."""
    previous = it.previous
    if it.word != "state" or it.single or not (previous and previous.link == "space" and previous.capital):
        return ""
    of = it.around.text[it.end : it.end + 4] == " of "
    home = previous.word in STATES | _SPLIT_STATES or (of and previous.word == "washington")
    return part(it, previous) if home and not previous.matched else ""


def maker(it: Occurrence) -> str:
    """Hear the word for a firm right before its name: "the builder OAS"."""
    previous = it.previous
    if it.place or not it.capital or not previous or previous.link != "space" or previous.capital:
        return ""
    alone = not (it.following and it.following.link == "space" and it.following.word not in words.SMALL_WORDS)
    return part(it, previous) if previous.word in brands.FIRMS and alone and it.style == "running" else ""


def _written_as_name(it: Occurrence) -> bool:
    """Tell whether every word of a term but the small ones has a capital."""
    own = it.around.text[it.around.spans[it.first][0] : it.end].split()
    return all(word[0].isupper() or word.lower() in words.SMALL_WORDS for word in own)


def _name(it: Occurrence) -> str:
    start = it.around.spans[it.first][0]
    return Message("a name: '%(name)s'", name=it.around.text[start : it.end])
