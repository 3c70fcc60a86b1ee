"""Translation engines, named by import path so that nothing is imported before it is used."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, cast

from localize.engines.base import (
    ChoosingEngine,
    Engine,
    MarkingEngine,
    SteerableEngine,
    SteppedEngine,
    WideEngine,
)
from localize.engines.routes import preferred
from localize.errors import UnknownEngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "AUTO",
    "ENGINES",
    "ChoosingEngine",
    "Engine",
    "MarkingEngine",
    "SteerableEngine",
    "SteppedEngine",
    "WideEngine",
    "load",
]

ENGINES: dict[str, str] = {
    "argos": "localize.engines.argos:ArgosEngine",
    "echo": "localize.engines.echo:EchoEngine",
    "apertium": "localize.engines.apertium:ApertiumEngine",
    "firefox": "localize.engines.firefox:FirefoxEngine",
}
"""Name to ``module:class``. Other packages add theirs as entry points of the group ``localize.engines``."""

AUTO = ("argos", "firefox", "apertium")
"""What ``auto`` takes of that is installed, the preferred one first: those that can be led by a glossary, then neural
ones, then rules."""
_MIXED = "localize.engines.mixed"


def load(name: str, options: Mapping[str, object]) -> Engine:
    """Make the engine of that name.

    Args:
        name: A key of ``ENGINES`` or an entry point; built-in names win. Several, joined by ``+``, are taken together,
            the preferred one first; ``auto`` is all that are installed.
        options: For the engine's constructor: ``models`` (folders), ``pivots`` (preferred ones), ``beam``, ``threads``.

    Raises:
        UnknownEngineError: There is none of that name; the message lists those there are.
    """
    if name == "auto":
        automatic = import_module(_MIXED).automatic
        return cast("Engine", automatic(lambda one: load(one, options), AUTO, preferred(options)))
    if "+" in name:
        parts = [load(part.strip(), options) for part in name.split("+")]
        return cast("Engine", import_module(_MIXED).MixedEngine(parts, name, preferred(options)))
    path = ENGINES.get(name)
    if path is not None:
        module, _, attribute = path.partition(":")
        make: object = getattr(import_module(module), attribute)
    else:
        others = {point.name: point for point in entry_points(group="localize.engines")}
        if name not in others:
            known = ", ".join([*ENGINES, "auto", *sorted(others)])
            raise UnknownEngineError(f"no engine is called '{name}'", hint=f"engines: {known}")
        make = others[name].load()
    return cast("Callable[[Mapping[str, object]], Engine]", make)(options)
