"""Glossary files: read into a sheet of cells, changed cell by cell, compared, merged, looked over."""
