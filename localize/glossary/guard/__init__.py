"""The guard: keep quiet where a term is only part of a longer name.

"Jordan" is a country, "Jordan Spieth" a golfer; "Radio Scotland", "Priorities USA", "Georgia Tech" and "Washington
Post" stay what they are. What tells is a neighbour with a capital that is neither matched itself nor one of the
words that may stand beside a term: titles, nations, days, and nouns that leave the place what it is ("Iraq War").
At the start of a sentence and in headlines capitals say nothing; there only words that make names are believed.

``judge`` asks the rules in ``rules`` about an ``occurrence``; ``vocabulary`` and ``people`` are their word lists.
"""
