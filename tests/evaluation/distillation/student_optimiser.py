"""Muon for matrices, Adam for vectors, and the running mean of the weights, which is the student that is kept."""

# mypy: disable-error-code="import-not-found, import-untyped, no-any-return"

from dataclasses import dataclass

import torch

# https://kellerjordan.github.io/posts/muon/: the polynomial of one Newton-Schulz step
NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A learning rate that rises over `warmup` steps and falls linearly to 0 over the last `decay` of the time."""

    peak: float
    warmup: int = 50
    decay: float = 0.4

    def rate(self, share: float, steps: int) -> float:
        """Give the rate after `steps` steps and a `share` of the time (0-1)."""
        down = min(1.0, max(0.0, (1 - share) / self.decay))
        return self.peak * min(1.0, (steps + 1) / self.warmup) * down


class Optimiser:
    """Update `weights` in place from their gradients, and `mean` with them."""

    def __init__(
        self, weights: dict[str, torch.Tensor], mean: dict[str, torch.Tensor], *, decay: float = 0.998
    ) -> None:
        self.weights, self.mean, self.decay, self.steps = weights, mean, decay, 0
        self.first = {name: torch.zeros_like(weight) for name, weight in weights.items()}
        self.second = {name: torch.zeros_like(weight) for name, weight in weights.items()}

    def step(self, rate: float) -> None:
        """Update every weight at a learning rate, forget the gradients, and move the running mean."""
        self.steps += 1
        kept = min(self.decay, self.steps / (self.steps + 6))
        with torch.no_grad():
            for name, weight in self.weights.items():
                gradient = weight.grad
                if gradient is None:
                    continue
                matrix = min(weight.shape) > 1
                weight.sub_(rate * (self._muon if matrix else self._adam)(name, gradient))
                weight.grad = None
                self.mean[name].lerp_(weight, 1 - kept)

    def _muon(self, name: str, gradient: torch.Tensor) -> torch.Tensor:
        self.first[name].mul_(0.95).add_(gradient)
        size = (
            0.2 * max(gradient.shape) ** 0.5
        )  # as large as Adam's updates: https://arxiv.org/abs/2502.16982
        return size * orthogonal(gradient + 0.95 * self.first[name])

    def _adam(self, name: str, gradient: torch.Tensor) -> torch.Tensor:
        first, second = (
            self.first[name].lerp_(gradient, 0.1),
            self.second[name].lerp_(gradient.square(), 0.02),
        )
        first, second = first / (1 - 0.9**self.steps), second / (1 - 0.98**self.steps)
        return first / (second.sqrt() + 1e-9)


def orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """Give the orthogonal matrix nearest to this one, roughly, by five Newton-Schulz steps."""
    x = (matrix / (matrix.norm() + 1e-9)).to(torch.bfloat16)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    one, three, five = NEWTON_SCHULZ
    for _ in range(5):
        square = x @ x.T
        x = one * x + (three * square + five * square @ square) @ x
    return (x.T if tall else x).float()
