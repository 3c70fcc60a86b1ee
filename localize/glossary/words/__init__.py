"""Words of texts and terms: lists of them, and how they are compared so that spelling and inflection do not matter."""
