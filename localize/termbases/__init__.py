"""Glossaries in the formats of other programs: termbases and spreadsheets, read into rows and written from them.

Files come from anywhere and are taken for hostile: no entity is expanded, no zip file unpacked beyond a limit, no
formula written. What a file holds and a glossary cannot is counted, and so is what a format cannot hold.
"""

from __future__ import annotations

from localize.termbases.base import Reading, Writing
from localize.termbases.formats import FORMATS, TermFormat, choose, export, load

__all__ = ["FORMATS", "Reading", "TermFormat", "Writing", "choose", "export", "load"]
