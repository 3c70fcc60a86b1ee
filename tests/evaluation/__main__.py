"""Measure the shipped model with and without localize: ``python -m tests.evaluation --help``."""

from __future__ import annotations

import argparse
import sys

from tests.evaluation import baseline
from tests.evaluation.measure import SETS, Measure
from tests.evaluation.methods import METHODS, Bench
from tests.evaluation.printing import render


def main() -> int:
    """Print a table a set; exit with 1 when a figure misses its bound."""
    options = _options()
    measure = Measure(Bench(), [] if options.quick else list(METHODS))
    tables = []
    for table in measure.tables(options.sets):
        tables.append(table)
        print(render(table), flush=True)
    bounds = baseline.read()
    if not options.write_baseline:
        missed = baseline.breaches(tables, {table.name: bounds.get(table.name, {}) for table in tables})
        for breach in missed:
            print(breach, file=sys.stderr)
        return 1 if missed else 0
    new, laxer = baseline.updated(tables, bounds)
    if laxer and not options.allow_regression:
        for breach in laxer:
            print(f"not written without --allow-regression: {breach}", file=sys.stderr)
        new = baseline.tightened(new, laxer)
    baseline.write(new)
    return 1 if laxer and not options.allow_regression else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="only the engine alone and localize")
    parser.add_argument("--write-baseline", action="store_true", help="move the bounds to these figures")
    parser.add_argument("--allow-regression", action="store_true", help="also where they become laxer")
    options = parser.parse_args()
    unknown = [name for name in options.sets if name not in SETS]
    if unknown:
        parser.error(f"no set is called {unknown[0]}; there are {', '.join(SETS)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
