"""Sentences of many lengths and kinds, written for these tests."""

from __future__ import annotations

from itertools import product

_WHO = ("The minister", "Thousands of people", "Nobody", "NATO", "Recep Tayyip Erdoğan")
_WHAT = ("resigned", "called it “unacceptable”", "left for Kyiv", "met Łukasz Żurawski")
_WHEN = (".", " on Monday.", " in 2019–2020!", " — again?", ", said the bank.", " before the vote.")
_LONG = (
    "The Secretary-General of the United Nations said the ceasefire would hold until the election in May.",
    'A spokeswoman for the central bank called the 3.5% rise "unacceptable" for the poorest of the country.',
    "The government refused to sign the agreement, which had taken four years to negotiate.",
    "It was the largest sum since the war in Ukraine began, according to officials.",
)
_SPECIAL = (
    "Yes.",
    "15,000",
    "(see page 4)",
    "What happened next?",
    "€5 million – the largest sum since 2019–2020…",
    "“We won’t stop,” she said.",
    "the the the the",
    "Ice ice ice melted in Greenland.",
    "日本 🙂",
)
SENTENCES = (*(f"{who} {what}{when}" for who, what, when in product(_WHO, _WHAT, _WHEN)), *_LONG, *_SPECIAL)
"""133 different sentences."""
