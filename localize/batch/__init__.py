"""Many article files at once: found, recognised, translated, written, and checked again later."""

from localize.batch.audit import BLOCKS_DIFFER, Audit, Missing, explain, languages, sources
from localize.batch.inputs import Article, find
from localize.batch.reading import read, read_stream
from localize.batch.recognition import Recogniser, Recognition, without
from localize.batch.running import Batch, Event, Failed, Skipped, Translated, render

__all__ = [
    "BLOCKS_DIFFER",
    "Article",
    "Audit",
    "Batch",
    "Event",
    "Failed",
    "Missing",
    "Recogniser",
    "Recognition",
    "Skipped",
    "Translated",
    "explain",
    "find",
    "languages",
    "read",
    "read_stream",
    "render",
    "sources",
    "without",
]
