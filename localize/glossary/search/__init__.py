"""Where terms stand in a text, before the guard: candidates out of an index, compared in detail."""
