"""Is it a name? The engine is asked, in sentences that tell nothing about what stands in them.

Measured on the shipped model: of 45 names made of words that it had damaged ("Sugar Land", "Arctic Monkeys") 35 are
kept by these rules, of 150 bodies, places, offices and days that have a translation four ("Holocaust Memorial Day",
"Silk Road"), and "Federal Reserve" and the like, which it never translates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.glossary.naming.carriers import CALLED, CARRIERS
from localize.glossary.naming.heads import spoken
from localize.glossary.naming.known import is_translated
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import locate
from localize.glossary.words.given import is_given_name
from localize.glossary.words.people import COUNTRIES, PEOPLES
from localize.glossary.words.vocabulary import BODIES, CIVIC, OF_NAMES, TRANSLATED
from localize.glossary.words.words import word_set
from localize.languages import base
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary.naming.runs import Run
    from localize.glossary.repair.versions import Versions
    from localize.languages import Pair

_VOTES = 2
"""Carriers of four in which a name must be kept."""
_ALONE = 3
"""Sentences of five, "called ..." among them, in which a single word must be kept: measured on 60, bodies and the like are in two at most."""
_LINKED = re.compile(r" (?:of|for|the|without) ")
"""Names of this shape are often translated by custom ("Bank of England"): one carrier more must keep them."""
_STAGE = re.compile(r" the \w+[eo]r$")
"""What singers and figures do, as part of their names: "Chance the Rapper"."""
_CUSTOM = re.compile(rf"(?i:{'|'.join(sorted(CIVIC))}) (?:of|for) ")
"""What a body of this kind is called has a translation: "Bank for International Settlements"."""
_WIDE = word_set("european federal global international national world")
_WIDELY = word_set("foundation index outlook report survey")
"""What begins, and what ends the name of something that says what it is about: "World Economic Outlook"."""
_HOLY = word_set("ash easter good holy maundy palm remembrance shrove")
"""What makes a feast of a day of the week."""
_PEOPLE_FOR = re.compile(
    r"(?!(?:Minister|Director|Secretar|Manager|President|Speaker|Leader|Offic|Center|Paper|Letter|Parameter|Number|Order|Factor|Error|Matter|Indicator|Lawyer|Prosecutor|Solicitor|Worker|Investigator|Negotiator|Carer)s)"
    r"(?:[A-Z]\w+(?:ers|ors|ists|ians|cans)|Women|Men|Mothers|Fathers|Moms|Mums|Parents|Students|Citizens|Friends|Families|Veterans|Youth"
    r"|Physicians|Artists|Homes) (?:[Ff]or|[Aa]gainst) (?:[A-Z]\w+ ?)+$"
)
"""What people who have joined call themselves: "Farmers for Change"."""
_BORDERLESS = re.compile(r"\w+s Without Borders$|Physicians for Human Rights$")
"""Associations that have a name in every language: "Médicos Sem Fronteiras"."""
_NEVER = 99
_FOREIGN = re.compile(r" (?:du|des|della|del|di|von|van|der|den|zu|af|las|los|le|les) ")
"""Particles of other languages: a name with one is no English words."""


class Question(NamedTuple):
    """What is asked about: a name, and what its run knows about it."""

    name: str
    article: bool
    titled: bool
    doubtful: bool
    person: bool
    named: bool
    alone: bool
    team: bool
    bare: bool

    @property
    def asked(self) -> str:
        """Write the name the way it is asked about."""
        return f"The {self.name}" if self.titled else self.name


class Ballot:
    """Remember which names the engine takes for names."""

    def __init__(self, versions: Versions, pair: Pair) -> None:
        self._versions = versions
        self._grammar = grammar_for(pair.target)
        language = base(pair.source)
        self._carriers = CARRIERS.get(language, CARRIERS["en"])
        self._called = CALLED.get(language, CALLED["en"])
        self._kept: dict[Question, bool] = {}

    def kept(self, run: Run) -> bool:
        """Tell what was decided about a run."""
        return self._kept[_question(run)]

    def hold(self, found: Sequence[Run]) -> None:
        """Decide about runs that were not asked about before.

        A name is called by its name: where "called ..." translates it, too, two of the four other carriers must keep
        it, and behind an article all is said. Where it does not, one of them is enough; and where none keeps it but
        they translate it in different ways, it has no translation of its own. A person's name needs one carrier less, and
        so does a name that stands where a noun would have an article.
        """
        asked = [q for q in dict.fromkeys(map(_question, found)) if q not in self._kept]
        open_ = [q for q in asked if not q.doubtful and not _settled(q)]
        plain, _ = self._ask(open_, self._called[0])
        lacking = [q for q in open_ if q.article and q not in plain]
        behind, _ = self._ask(lacking, self._called[1])
        called = plain | behind
        votes = dict.fromkeys(asked, 0)
        renderings: dict[Question, set[str]] = {q: set() for q in asked}
        for number, carrier in enumerate(self._carriers):
            left = len(self._carriers) - number
            undecided = [
                q
                for q in asked
                if (missing := _needed(q, called=q in called) - votes[q]) > 0
                and (missing <= left or _wavering(q, called=q in called))
            ]
            held, written = self._ask(undecided, carrier)
            for q in undecided:
                votes[q] += q in held
                renderings[q].add(written[q])
        for q in asked:
            wavers = _wavering(q, called=q in called) and len(renderings[q] - {""}) > 1
            self._kept[q] = votes[q] >= _needed(q, called=q in called) or wavers

    def settled(self, found: Sequence[tuple[Run, str]]) -> list[bool]:
        """Tell for names and their renderings whether the engine always renders them so: "Addis Abeba" is no slip."""
        stable = [True] * len(found)
        for carrier in self._carriers:
            asked = [i for i, still in enumerate(stable) if still]
            drafts = self._versions.translate([carrier.format(found[i][0].name) for i in asked])
            for i, draft in zip(asked, drafts, strict=True):
                stable[i] = whole(found[i][1], draft.text)
        return stable

    def _ask(self, asked: Sequence[Question], carrier: str) -> tuple[set[Question], dict[Question, str]]:
        """Put questions into a carrier: which are kept there, and how each is rendered, in small letters."""
        sources = [carrier.format(q.asked) for q in asked]
        drafts = self._versions.translate(sources)
        held, written = set(), {}
        for q, source, draft in zip(asked, sources, drafts, strict=True):
            if whole(q.name, draft.text):
                held.add(q)
            start = source.index(q.name)
            old = locate(draft, (start, start + len(q.name)), self._grammar)
            written[q] = draft.text[slice(*old)].lower() if old else ""
        return held, written


def has_translation(name: str) -> bool:
    """Tell whether a name is one that every language has for itself, by its shape or as everybody knows."""
    return _BORDERLESS.match(name) is not None or is_translated(name)


def whole(name: str, text: str) -> bool:
    """Tell whether a name stands in a text, letter for letter."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _question(run: Run) -> Question:
    return Question(
        run.name,
        run.article and not run.titled,
        run.titled,
        run.doubtful,
        run.person,
        run.named,
        run.alone,
        run.team,
        run.bare,
    )


def _needed(q: Question, *, called: bool) -> int:
    """Tell how many carriers must keep a name."""
    if q.named or _FOREIGN.search(q.name) or spoken(q.name):
        return 0
    if _translated(q.name):
        return _NEVER
    if _joined_for(q.name) and not q.article:
        return 0
    linked = bool(_LINKED.search(q.name)) and not _STAGE.search(q.name)
    if q.alone:
        usual, known = _ALONE, _ALONE - 1
    elif q.team:
        usual, known = _VOTES, 0
    elif q.article:
        usual, known = _VOTES + linked if q.doubtful else _NEVER, _VOTES + linked
    elif q.person:
        usual, known = 1, 0
    else:
        usual, known = _VOTES + linked, int(not q.bare)
    return known if called else usual


def _joined_for(name: str) -> bool:
    """Tell whether a name is one of people who have joined for something, not for somebody."""
    *_, cause = re.split(r" (?:[Ff]or|[Aa]gainst) ", name)
    common = all(is_word(word.lower(), "en") and not is_given_name(word) for word in cause.split())
    return (
        _PEOPLE_FOR.match(name) is not None
        and common
        and not {*cause.lower().split()} & (COUNTRIES | PEOPLES)
    )


def _translated(name: str) -> bool:
    """Tell whether a name has a translation by what it is called: bodies that say what they are about, days, seas."""
    *words, head = name.lower().split()
    before = words[-1] if words else ""
    if (before in _HOLY and head.endswith("day")) or (before in COUNTRIES and head == "city"):
        return True
    if _CUSTOM.match(name) and (*words[:1], head) not in OF_NAMES:
        return True
    common = all(is_word(word, "en") for word in words)
    if common and words and words[0] in _WIDE and head in _WIDELY:
        return True
    return (common and head in BODIES) or head in TRANSLATED or has_translation(name)


def _settled(q: Question) -> bool:
    """Tell whether it is all the same what becomes of a name that is called by its name."""
    usual = _needed(q, called=False)
    return not q.team and usual == _needed(q, called=True) and (usual == 0 or q.article)


def _wavering(q: Question, *, called: bool) -> bool:
    """Tell whether a name counts as kept where its translations differ."""
    return called and not q.article and not q.alone and _needed(q, called=called) != _NEVER
