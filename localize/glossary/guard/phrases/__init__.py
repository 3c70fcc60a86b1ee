"""Fixed phrases in which a word means something else: data for translators, a file a language."""
