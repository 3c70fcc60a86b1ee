"""The architecture, held to: who may import whom, one place for each dependency, nothing too long to read.

Words <- stages <- assembly <- surface. A stage is handed data and knows no other stage, so that each can be read,
tested and replaced alone.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import localize

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(localize.__file__).parent

LAYERS = {
    "words": {
        "document",
        "places",
        "languages",
        "lexicon",
        "errors",
        "alignment",
        "writing",
        "xmltext",
        "legacy",
        "messages",
        "glossary.concepts",
    },
    "stages": {
        "checks",
        "conventions",
        "detection",
        "engines",
        "exchange",
        "formats",
        "glossary",
        "inline",
        "loops",
        "masking",
        "openings",
        "segmentation",
    },
    "assembly": {
        "backwards",
        "batch",
        "config",
        "drafting",
        "guards",
        "headlines",
        "memory",
        "pipeline",
        "pivots",
        "searching",
        "store",
        "termbases",
    },
    "surface": {"__init__", "__main__", "cli", "studio"},
}
"""First parts of module names within ``localize``, by layer; the longest name that fits counts."""

RANK = {part: rank for rank, parts in enumerate(LAYERS.values()) for part in parts}
STAGE = list(LAYERS).index("stages")

MODULE_LINES = 300
FUNCTION_LINES = 60

MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def part(module: str) -> str:
    """Name the part of the architecture that a module within ``localize`` belongs to."""
    return next(
        (name for name in sorted(RANK, key=len, reverse=True) if f"{module}.".startswith(f"{name}.")), module
    )


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a module imports, also for type checking only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def own(name: str) -> str | None:
    """Give the module within ``localize`` that an import reaches; None for other packages and for the version."""
    if name.split(".", maxsplit=1)[0] != "localize" or name in {"localize", "localize.__version__"}:
        return None
    return name.removeprefix("localize.")


def misplaced(module: str) -> Iterator[str]:
    """Yield the imports of a module that reach upwards, or sideways to another stage."""
    here = part(module)
    for line, name in imports(MODULES[module]):
        target = own(name)
        if target is None or part(target) == here:
            continue
        from_rank, to_rank = RANK.get(here, 0), RANK.get(part(target), 0)
        if from_rank == STAGE == to_rank or to_rank > from_rank:
            yield f"{MODULES[module].relative_to(PACKAGE)}:{line}: {here} imports {name}"


def long_functions(module: str) -> Iterator[str]:
    """Yield the functions of a module that do not fit one screen."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{module}.{node.name}: {lines} lines"


def test_every_module_has_a_layer() -> None:
    unknown = [module for module in MODULES if part(module) not in RANK]
    assert unknown == [], "name the new part in LAYERS, and in the picture of the architecture"


def test_a_module_imports_only_what_stands_below_it() -> None:
    assert [wrong for module in MODULES for wrong in misplaced(module)] == []


def test_each_third_party_package_is_imported_in_one_place() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for module, path in MODULES.items():
        for _, name in imports(path):
            package = name.split(".")[0]
            if package != "localize" and package not in sys.stdlib_module_names:
                places[package].add(part(module))
    assert {package: sorted(parts) for package, parts in places.items() if len(parts) > 1} == {}


def test_a_module_fits_a_few_screens() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_a_function_fits_one_screen() -> None:
    assert [function for module in MODULES for function in long_functions(module)] == []
