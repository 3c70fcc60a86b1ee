from __future__ import annotations

from localize.batch import fingerprints
from localize.config import KEYS

SEEN_OTHERWISE = {
    "from": "the language that an article is translated from",
    "to": "the direction",
    "glossary": "the entries that an article has",
    "domains": "the entries that an article has",
    "memory": "the approved translations that an article has",
    "fuzzy": "the approved translations that an article has",
    "engine": "the origin of translations",
    "pivots": "the origin of translations",
    "beam": "the origin of translations",
    "models": "the origin of translations",
}
"""Settings that count as what they lead to."""
OF_NO_MATTER = {
    "exclude", "output", "threads", "jobs", "fail_on", "baseline", "index", "firefox_index", "max_size", "state"
}  # fmt: skip
"""Settings that change no byte of a translation, and nothing of what is reported of it."""


def test_every_setting_is_known_to_matter_or_not() -> None:
    """Whoever adds one has to say whether translations are out of date when it changes."""
    named = [*fingerprints._SETTINGS, *SEEN_OTHERWISE, *OF_NO_MATTER]
    assert sorted(named) == sorted(KEYS)


def test_the_code_of_this_package_counts_and_is_read_once() -> None:
    assert fingerprints.code() is fingerprints.code()
    version, _, digest = fingerprints.code().partition(" ")
    assert version
    assert len(digest) == 16


def test_order_of_keys_is_no_difference() -> None:
    assert fingerprints.of({"a": 1, "b": [2]}) == fingerprints.of({"b": [2], "a": 1})
    assert fingerprints.of({"a": 1}) != fingerprints.of({"a": 2})
