"""A draft that breaks the glossary, mended: what is accepted, what takes its place, what has to agree."""
