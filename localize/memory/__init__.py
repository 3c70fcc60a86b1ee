"""What people have approved: kept as text that they own, found at once, used before any engine."""

from localize.memory.book import Book, Change, Conflict
from localize.memory.fitting import fit
from localize.memory.memory import Hit, Memory, Place, files
from localize.memory.recall import offers, recall, translation

__all__ = [
    "Book",
    "Change",
    "Conflict",
    "Hit",
    "Memory",
    "Place",
    "files",
    "fit",
    "offers",
    "recall",
    "translation",
]
