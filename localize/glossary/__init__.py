"""Glossaries: read, match, enforce, review."""

from __future__ import annotations

from localize.glossary.concepts import Concept, QuietMatch, Term, TermMatch, TermVerdict
from localize.glossary.enforcement import Enforced, Enforcer
from localize.glossary.glossary import Glossary, load
from localize.glossary.matching import Matcher
from localize.glossary.repair.state import Job

__all__ = [
    "Concept",
    "Enforced",
    "Enforcer",
    "Glossary",
    "Job",
    "Matcher",
    "QuietMatch",
    "Term",
    "TermMatch",
    "TermVerdict",
    "abbreviations",
    "load",
]


def abbreviations(glossary: Glossary, language: str) -> frozenset[str]:
    """List a glossary's terms that end in a period ("Sec.-Gen."): no sentence ends with them."""
    return glossary.abbreviations(language)
