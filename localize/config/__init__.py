"""Configuration: the nearest ``localize.toml``, else ``[tool.localize]`` in ``pyproject.toml``.

An option wins over the environment (``LOCALIZE_TO=pt,es``), that over the file, that over the default. Nothing is
guessed: an unknown key or a wrong type is a ``ConfigError`` that names file, key and what would be right.
"""

from localize.config.folders import Folder
from localize.config.keys import KEYS, Config
from localize.config.reading import Setting, load, resolve, show
from localize.config.values import Key

__all__ = ["KEYS", "Config", "Folder", "Key", "Setting", "load", "resolve", "show"]
