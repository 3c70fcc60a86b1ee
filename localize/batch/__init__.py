"""Many article files at once: found, recognised, translated, written, and checked again later."""

from localize.batch.audit import Audit, Missing, languages, sources
from localize.batch.events import Event, Failed, Kept, Skipped, Translated, Unchanged
from localize.batch.findings import BLOCKS_DIFFER, OUTPUT_EDITED, RULES, explain
from localize.batch.inputs import Article, find
from localize.batch.jobs import side_by_side
from localize.batch.reading import read, read_stream
from localize.batch.recognition import Recogniser, Recognition, without
from localize.batch.rendering import render
from localize.batch.running import Batch
from localize.batch.staleness import Checked, Staleness, Unknown

__all__ = [
    "BLOCKS_DIFFER",
    "OUTPUT_EDITED",
    "RULES",
    "Article",
    "Audit",
    "Batch",
    "Checked",
    "Event",
    "Failed",
    "Kept",
    "Missing",
    "Recogniser",
    "Recognition",
    "Skipped",
    "Staleness",
    "Translated",
    "Unchanged",
    "Unknown",
    "explain",
    "find",
    "languages",
    "read",
    "read_stream",
    "render",
    "side_by_side",
    "sources",
    "without",
]
