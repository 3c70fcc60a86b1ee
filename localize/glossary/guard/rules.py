"""The guard's rules for English, in the order in which they are asked. The first that speaks is heard.

A new rule is a function in ``senses``, ``titles``, ``places``, ``verbs`` or ``names`` that gives the reason to keep quiet, or an empty
string, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable

from localize.glossary.guard import fixed, names, places, senses, titles, verbs, works
from localize.glossary.guard.occurrence import Occurrence

Rule = Callable[[Occurrence], str]

RULES: tuple[Rule, ...] = (
    senses.shouted_pronoun,
    senses.hour,
    fixed.fixed_phrase,
    fixed.across,
    fixed.adjective,
    verbs.verb_at_end,
    verbs.verb_alone,
    verbs.common_team,
    senses.compound_of_title,
    senses.title_as_name,
    titles.hyphenated,
    titles.taken_name,
    titles.middle_name,
    titles.memorial,
    titles.model,
    titles.code,
    titles.player,
    titles.team_or_series,
    titles.bare_title,
    senses.title_of_work,
    works.said_to_be,
    works.without_article,
    works.office_of,
    works.bare_office,
    works.comedy,
    works.of_a_state,
    works.maker,
    senses.named_thing,
    senses.name_without_article,
    names.brand_after,
    names.named_after_body,
    senses.party_abroad,
    names.brand_before,
    names.brand_of,
    places.foreign_name,
    places.town_apart,
    names.person_before,
    names.person_cue,
    names.capital_after,
    names.capital_before,
)

ABOUT_PERSONS: frozenset[Rule] = frozenset(
    {names.person_before, names.person_cue, names.capital_after, names.capital_before}
)
"""Rules whose names are mostly those of persons."""
