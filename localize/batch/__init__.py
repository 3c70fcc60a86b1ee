"""Many article files at once: found, recognised, translated, written, and checked again later."""

from localize.batch.audit import UNSEEN, Audit, Missing, languages, sources
from localize.batch.events import Event, Failed, Kept, Skipped, Translated, Unchanged
from localize.batch.findings import BLOCKS_DIFFER, OUTPUT_EDITED, RULES, WRONG_LANGUAGE, explain
from localize.batch.inputs import Article, find
from localize.batch.jobs import side_by_side
from localize.batch.leftovers import orphans, twins
from localize.batch.project import Part, exclusion, parts, settings_for
from localize.batch.reading import read, read_stream
from localize.batch.recognition import Recogniser, Recognition, prepared
from localize.batch.rendering import render
from localize.batch.running import Batch, in_turn
from localize.batch.staleness import Checked, Staleness, Unknown

__all__ = [
    "BLOCKS_DIFFER",
    "OUTPUT_EDITED",
    "RULES",
    "UNSEEN",
    "WRONG_LANGUAGE",
    "Article",
    "Audit",
    "Batch",
    "Checked",
    "Event",
    "Failed",
    "Kept",
    "Missing",
    "Part",
    "Recogniser",
    "Recognition",
    "Skipped",
    "Staleness",
    "Translated",
    "Unchanged",
    "Unknown",
    "exclusion",
    "explain",
    "find",
    "in_turn",
    "languages",
    "orphans",
    "parts",
    "prepared",
    "read",
    "read_stream",
    "render",
    "settings_for",
    "side_by_side",
    "sources",
    "twins",
]
