"""The engine that gives every source back unchanged, for dry runs and proofs of fidelity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.document import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.languages import Pair


class EchoEngine:
    """Translate everything into itself, in any direction."""

    signature = "echo 1"

    def __init__(self, options: Mapping[str, object]) -> None:
        self._options = dict(options)

    def pairs(self) -> frozenset[Pair]:
        """List nothing: the echo takes every direction."""
        return frozenset()

    def origin(self, pair: Pair) -> str:  # noqa: ARG002
        """Name the engine."""
        return self.signature

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:  # noqa: ARG002
        """Give the sources back, each aligned with itself character by character."""
        return [
            Draft(source, tuple(((i, i + 1), (i, i + 1)) for i in range(len(source))), 0.0)
            for source in sources
        ]
