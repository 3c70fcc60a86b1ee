"""Glossaries: read, match, enforce, review."""
