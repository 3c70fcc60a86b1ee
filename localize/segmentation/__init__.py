"""Split the text of a unit into sentences, and sentences that are too long into parts.

A sentence may end at a mark (. ! ? and their like in every script), at a blank line and before an item of a list.
Rules then look at both sides of each such place and decide; they prefer to keep together, since two sentences in one
segment are still translated well and half a sentence is not. ``boundaries`` lists the rules in their order.

What differs between languages is data: ``rules/<language>.toml`` holds abbreviations by what may follow them, words
that begin a sentence, and whether "3." means "third"; ``rules/und.toml`` holds what all languages share and says how
to extend a file or begin one. A language without a file is split by the common rules. Names and abbreviations that
only some articles use come from the glossary: see ``abbreviations`` and ``protected``.
"""

from localize.segmentation.guard import LIMIT, cut
from localize.segmentation.sentences import segment, split

__all__ = ["LIMIT", "cut", "segment", "split"]
