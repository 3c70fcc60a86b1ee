"""``localize rule``: what the checks look for."""

from __future__ import annotations

import click

from localize import batch, checks
from localize.cli import console


@click.command(epilog="Example: localize rule number-mismatch")
@click.argument("name", required=False)
def rule(name: str | None) -> None:
    """Explain a check: what it looks for, how much it weighs, what it leaves alone. Without NAME, list all."""
    if name in batch.RULES:
        console.line(batch.explain(name))
    elif name is not None:
        console.line(checks.explain(name))
    else:
        rows = [(check.name, check.severity, check.title) for check in checks.CHECKS.values()]
        rows += [(key, rule.severity, rule.title) for key, rule in batch.RULES.items()]
        for key, severity, text in rows:
            console.line(f"{key:18} {severity:8} {text}")
