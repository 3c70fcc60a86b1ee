"""What a student has to learn from its teacher about a batch of translations, and how much of it it knows."""

# mypy: disable-error-code="import-not-found, import-untyped, no-untyped-call"

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 (its name everywhere)
from marian_model import Decoded, Network, Tensors
from pair_batches import Pair, pad

LOW = torch.bfloat16
LIKELY = 5.0  # a candidate is within this of the best logit somewhere in the batch
SURE = 0.9  # a teacher that gives the student's own token this probability is not asked for others
COMMON = 1000


def low(weights: Tensors) -> dict[str, torch.Tensor]:
    """Give matrices as bfloat16, twice as fast, and leave vectors; gradients flow back to what was given."""
    return {name: weight.to(LOW) if min(weight.shape) > 1 else weight for name, weight in weights.items()}


def rounded(weights: Tensors) -> dict[str, torch.Tensor]:
    """Give matrices as CTranslate2's int8 will have them, one scale for each output; gradients flow straight through."""
    whole = {}
    for name, weight in weights.items():
        whole[name] = weight
        if min(weight.shape) > 1:
            kept = weight.detach()
            scale = kept.abs().amax(0, keepdim=True).clamp(min=1e-9) / 127
            whole[name] = weight + ((kept / scale).round() * scale - kept)
    return whole


class Lesson:
    """The teacher's view of translations that the student made."""

    def __init__(self, network: Network, teacher: Tensors) -> None:
        self.network, self.teacher = network, teacher
        self.output = teacher["Wemb"].T
        self.bias = teacher["decoder_ff_logit_out_b"].view(-1)
        self.counts = torch.zeros(len(self.bias), dtype=torch.long)

    def logits(self, rows: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
        """Score some tokens of the vocabulary."""
        return (rows.to(LOW) @ self.output[:, tokens].to(LOW)).float() + self.bias[tokens]

    def candidates(self, rows: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Give the tokens that the teacher finds likely somewhere in the batch, those of the target, and common ones.

        The whole vocabulary is looked through only where the teacher would perhaps not go on as the target does.
        """
        size = len(self.bias)
        self.counts += torch.bincount(target, minlength=size)
        wanted = torch.zeros(size, dtype=torch.bool)
        wanted[target] = True
        wanted[self.counts.topk(min(COMMON, size)).indices] = True
        few = wanted.nonzero().view(-1)
        place = torch.zeros(size, dtype=torch.long)
        place[few] = torch.arange(len(few))
        probable = F.log_softmax(self.logits(rows, few), -1).gather(1, place[target][:, None]).view(-1)
        for part in rows[probable < math.log(SURE)].to(LOW).split(256):
            logits = torch.addmm(self.bias.to(LOW), part, self.output.to(LOW))
            wanted |= (logits >= logits.amax(-1, keepdim=True) - LIKELY).any(0)
        return wanted.nonzero().view(-1)

    def losses(self, student: Tensors, batch: Sequence[Pair]) -> dict[str, torch.Tensor]:
        """Give the means over target tokens of four losses.

        `kl` is the divergence of the student's distribution of the next token from the teacher's, `state` and `inner`
        are squared errors of the last hidden state and of those before it, `align` is the cross-entropy of the
        attention that aligns words.
        """
        source, source_mask = pad([pair[0] for pair in batch])
        target, mask = pad([pair[1] for pair in batch])
        with torch.no_grad():
            memory = self.network.encode(self.teacher, source, source_mask).to(LOW)
            taught = self.network.decode(self.teacher, memory, source_mask, target)
            tokens = self.candidates(taught.hidden[mask], target[mask])
            wanted = F.log_softmax(self.logits(taught.hidden[mask], tokens), -1)
            aligned = F.softmax(taught.alignment[mask], -1)
        learnt = self.network.decode(student, memory, source_mask, target)
        said = F.log_softmax(self.logits(learnt.hidden[mask], tokens), -1)
        errors = [
            (mine[mask] - theirs[mask]).square().mean()
            for mine, theirs in zip(learnt.states, taught.states, strict=True)
        ]
        return {
            "kl": (wanted.exp() * (wanted - said)).sum(-1).mean(),
            "state": errors[-1],
            "inner": torch.stack(errors[:-1]).sum(),
            "align": -(aligned * F.log_softmax(learnt.alignment[mask], -1)).sum(-1).mean(),
        }

    def examine(self, student: Tensors, batches: Sequence[Sequence[Pair]]) -> dict[str, float]:
        """Measure on the teacher's translations: divergence, and agreement (0-1) of next token and aligned token."""
        total = dict.fromkeys(("kl", "token", "align", "tokens"), 0.0)
        for batch in batches:
            source, source_mask = pad([pair[0] for pair in batch])
            target, mask = pad([pair[1] for pair in batch])
            with torch.no_grad():
                memory = self.network.encode(self.teacher, source, source_mask)
                taught = self.network.decode(self.teacher, memory, source_mask, target)
                learnt = self.network.decode(student, memory, source_mask, target)
                wanted, said = self._distribution(taught, mask), self._distribution(learnt, mask)
            total["kl"] += (wanted.exp() * (wanted - said)).sum().item()
            total["token"] += (said.argmax(-1) == target[mask]).sum().item()
            same = taught.alignment[mask].argmax(-1) == learnt.alignment[mask].argmax(-1)
            total["align"] += same.sum().item()
            total["tokens"] += mask.sum().item()
        tokens = total.pop("tokens")
        return {name: value / tokens for name, value in total.items()}

    def _distribution(self, decoded: Decoded, mask: torch.Tensor) -> torch.Tensor:
        return F.log_softmax(decoded.hidden[mask] @ self.output + self.bias, -1)
