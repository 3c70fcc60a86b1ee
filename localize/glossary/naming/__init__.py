"""Names that no glossary has: seen, asked for, kept whole."""
