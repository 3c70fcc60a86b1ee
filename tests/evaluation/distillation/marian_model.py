"""The Firefox "tiny" model and its student in PyTorch.

The teacher is a Marian transformer with a decoder of simpler simple recurrent units (SSRU, Kim et al. 2019,
https://aclanthology.org/D19-5632/). The student is the same network with multi-head self-attention where the SSRU was.
Both are plain functions over dictionaries of tensors that keep Marian's parameter names.
"""

# mypy: disable-error-code="import-not-found, import-untyped, no-any-return, no-untyped-call"

import math
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (its name everywhere)
import yaml

FLOAT32, INTGEMM8 = 0x404, 0x4101
SIZES = {"heads": "transformer-heads", "encoder": "enc-depth"}
Tensors = Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Marian:
    """A model file: its arrays as float32, the multipliers of its int8 arrays, and its configuration."""

    arrays: dict[str, np.ndarray]
    multipliers: dict[str, float]
    config: dict[str, object]


class Decoded(NamedTuple):
    """What the decoder makes of a target prefix, batch first.

    `states` are what it is after the SSRU, and after the feed-forward layer, of each of the teacher's layers;
    `alignment` are the scores of the last layer's head 0 before the softmax.
    """

    hidden: torch.Tensor
    states: tuple[torch.Tensor, ...]
    alignment: torch.Tensor


def read_marian(path: Path) -> Marian:
    """Read Marian's binary format; int8 matrices, which intgemm stores transposed, come back as they multiply."""
    data = path.read_bytes()
    count = struct.unpack_from("<Q", data, 8)[0]
    heads = [struct.unpack_from("<QQQQ", data, 16 + 32 * i) for i in range(count)]
    at = 16 + 32 * count
    names = []
    for name_length, _, _, _ in heads:
        names.append(data[at : at + name_length - 1].decode())
        at += name_length
    shapes = []
    for _, _, rank, _ in heads:
        shapes.append(struct.unpack_from(f"<{rank}i", data, at))
        at += 4 * rank
    at += 8 + struct.unpack_from("<Q", data, at)[0]
    model = Marian({}, {}, {})
    for name, shape, (_, kind, _, length) in zip(names, shapes, heads, strict=True):
        body = data[at : at + length]
        at += length
        if name == "special:model.yml":
            model.config.update(yaml.safe_load(body.split(b"\0")[0]))
        elif name.endswith("QuantMultA") or name.startswith("special:"):
            continue
        elif kind == FLOAT32:
            model.arrays[name] = np.frombuffer(body, np.float32, math.prod(shape)).reshape(shape).copy()
        elif kind == INTGEMM8:
            size = math.prod(shape)
            values = np.frombuffer(body, np.int8, size).astype(np.float32)
            multiplier = float(np.frombuffer(body, np.float32, 1, size)[0])
            values = values.reshape(shape) if name == "Wemb" else values.reshape(shape[::-1]).T
            model.arrays[name] = np.ascontiguousarray(values / multiplier)
            model.multipliers[name] = multiplier
        else:
            message = f"{path}: array {name} has type {kind:#x}; only float32 and intgemm8 are known"
            raise ValueError(message)
    return model


def start_student(teacher: Tensors) -> dict[str, torch.Tensor]:
    """Give the trainable weights of a new student: the teacher's decoder with self-attention for SSRUs, in twice the layers.

    Self-attention alone cannot do what an SSRU does; with a feed-forward layer behind it, it comes near. So each layer
    of the teacher becomes two: the first takes over the SSRU (its attention to the source begins at zero), the second
    is the teacher's with self-attention to mend what is left.
    """
    (dim,) = teacher["Wemb"].shape[1:]
    student: dict[str, torch.Tensor] = {}
    for name, value in teacher.items():
        if found := re.fullmatch(r"decoder_l(\d+)_((?:context|ffn)_(.*))", name):
            layer, part, kind = 2 * int(found[1]), found[2], found[3]
            student[f"decoder_l{layer}_{part}"] = value.clone()
            fresh = value.clone()
            if part in {"context_Wo", "context_bo", "ffn_W2", "ffn_b2", "ffn_b1"}:
                fresh.zero_()
            elif part == "ffn_W1":
                fresh.normal_(std=dim**-0.5)
            elif "_ln_" in kind:
                fresh = teacher[f"decoder_l{layer // 2}_rnn_ffn_ln_{kind.rsplit('_', 1)[1]}"].clone()
            student[f"decoder_l{layer - 1}_{part}"] = fresh
    for layer in range(1, count_layers(student) + 1):
        scope = f"decoder_l{layer}_self"
        for name in "qkvo":
            weight = torch.nn.init.xavier_uniform_(torch.empty(dim, dim))
            student[f"{scope}_W{name}"] = weight * (0.2 if name == "o" else 1.0)
            student[f"{scope}_b{name}"] = torch.zeros(1, dim)
        for name in ("scale", "bias"):
            student[f"{scope}_Wo_ln_{name}"] = teacher[
                f"decoder_l{(layer + 1) // 2}_rnn_ffn_ln_{name}"
            ].clone()
    return student


def count_layers(weights: Iterable[str]) -> int:
    """Count the decoder layers in parameter names."""
    return max(int(found[1]) for name in weights if (found := re.match(r"decoder_l(\d+)_", name)))


def positions(count: int, dim: int) -> torch.Tensor:
    """Give Marian's sinusoids: `dim`/2 sines, then `dim`/2 cosines."""
    half = dim // 2
    angles = np.arange(count)[:, None] * np.power(10000.0, -np.arange(half) / half)[None]
    return torch.tensor(np.concatenate([np.sin(angles), np.cos(angles)], 1), dtype=torch.float32)


class Network:
    """Run teacher or student; matrices multiply in the type of the weights given (bfloat16 is twice as fast)."""

    def __init__(self, embeddings: torch.Tensor, *, heads: int, encoder: int) -> None:
        self.embeddings = embeddings
        self.dim = embeddings.shape[1]
        self.heads, self.encoder = heads, encoder
        self.positions = positions(1024, self.dim)

    @classmethod
    def of(cls, model: Marian) -> "Network":
        """Make the network that a model file describes."""
        sizes = {name: int(str(model.config[key])) for name, key in SIZES.items()}
        return cls(torch.from_numpy(model.arrays["Wemb"]), **sizes)

    def linear(self, x: torch.Tensor, weights: Tensors, scope: str, name: str) -> torch.Tensor:
        weight = weights[f"{scope}_W{name}"]
        return x.to(weight.dtype) @ weight + weights[f"{scope}_b{name}"].to(weight.dtype)

    def norm(self, x: torch.Tensor, weights: Tensors, scope: str) -> torch.Tensor:
        scale, bias = (
            weights[f"{scope}_ln_scale"].float().view(-1),
            weights[f"{scope}_ln_bias"].float().view(-1),
        )
        return F.layer_norm(x.float(), (self.dim,), scale, bias, 1e-6)

    def split(self, x: torch.Tensor) -> torch.Tensor:
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)

    def attend(
        self,
        weights: Tensors,
        scope: str,
        query: torch.Tensor,
        memory: torch.Tensor,
        mask: torch.Tensor | None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Add attention to `query`, causal without a mask; also give the scores by head before the softmax."""
        queries = self.split(self.linear(query, weights, scope, "q"))
        keys = self.split(self.linear(memory, weights, scope, "k"))
        values = self.split(self.linear(memory, weights, scope, "v"))
        if mask is None:
            mask = torch.ones(query.shape[1], query.shape[1], dtype=torch.bool).tril()
        scores = (queries @ keys.transpose(-1, -2) / math.sqrt(keys.shape[-1])).masked_fill(~mask, -1e9)
        seen = F.softmax(scores, -1) @ values
        out = self.linear(seen.transpose(1, 2).reshape(query.shape), weights, scope, "o")
        return self.norm(query + out, weights, f"{scope}_Wo"), scores

    def feed(self, weights: Tensors, scope: str, x: torch.Tensor) -> torch.Tensor:
        hidden = F.relu(self.linear(x, weights, scope, "1"))
        return self.norm(x + self.linear(hidden, weights, scope, "2"), weights, f"{scope}_ffn")

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        return F.embedding(ids, self.embeddings) * math.sqrt(self.dim)

    def encode(self, weights: Tensors, source: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Encode token ids (batch, length); `mask` is true where there is a token."""
        x = self.embed(source) + self.positions[: source.shape[1]]
        for layer in range(1, self.encoder + 1):
            scope = f"encoder_l{layer}"
            x, _ = self.attend(weights, f"{scope}_self", x, x, mask[:, None, None, :])
            x = self.feed(weights, f"{scope}_ffn", x)
        return x

    def recur(self, weights: Tensors, scope: str, x: torch.Tensor) -> torch.Tensor:
        """Add an SSRU: a cell is a running mean whose weight a forget gate sets."""
        gate = torch.sigmoid(self.linear(x, weights, scope, "f").float())
        new = (1 - gate) * (x.to(weights[f"{scope}_W"].dtype) @ weights[f"{scope}_W"]).float()
        cell = torch.zeros_like(x[:, 0])
        cells = []
        for step in range(x.shape[1]):
            cell = gate[:, step] * cell + new[:, step]
            cells.append(cell)
        return self.norm(x + F.relu(torch.stack(cells, 1)), weights, f"{scope}_ffn")

    def enter(self, target: torch.Tensor) -> torch.Tensor:
        """Give the decoder's input for target ids (batch, length): each position sees the token before it."""
        return F.pad(self.embed(target[:, :-1]), (0, 0, 1, 0)) + self.positions[: target.shape[1]]

    def decode(
        self, weights: Tensors, memory: torch.Tensor, mask: torch.Tensor, target: torch.Tensor
    ) -> Decoded:
        """Read target ids (batch, length) and give what predicts each of them; SSRU weights make it the teacher."""
        x = self.enter(target)
        states = []
        for layer in range(1, count_layers(weights) + 1):
            scope = f"decoder_l{layer}"
            if f"{scope}_rnn_W" in weights:
                x = self.recur(weights, f"{scope}_rnn", x)
            else:
                x, _ = self.attend(weights, f"{scope}_self", x, x, None)
            states.append(x)
            x, scores = self.attend(weights, f"{scope}_context", x, memory, mask[:, None, None, :])
            x = self.feed(weights, f"{scope}_ffn", x)
            states.append(x)
        if "decoder_l1_rnn_W" not in weights:
            states = [state for i, state in enumerate(states) if i % 4 > 1]
        return Decoded(x, tuple(states), scores[:, 0].float())
