"""Translate article files offline and keep names, titles and terms the way a glossary says."""

from __future__ import annotations

__version__ = "0.1.0"
