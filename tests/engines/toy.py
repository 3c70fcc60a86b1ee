"""A package of the older kind (byte-pair codes, Moses tokens) around a model so small that it is made in a moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from ctranslate2.specs.transformer_spec import TransformerSpec

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("<unk>", "<s>", "</s>", "gov@@", "erno", "o", "a", "&apos;", "&quot;", ".", ">>pt<<")
_MERGES = ("g o", "go v", "e r", "er n", "ern o</w>", "& q", "&q u", "&qu o", "&quo t", "&quot ;</w>")
_NEVER = ("<unk>", "<s>", ">>pt<<")
"""What the model never writes."""
_WIDTH = 8


def write(path: Path, **metadata: object) -> Path:
    """Write the package, English to Spanish unless *metadata* says otherwise."""
    path.mkdir(parents=True)
    told = {"from_code": "en", "to_code": "es", "package_version": "0.9", "type": "translate"} | metadata
    (path / "metadata.json").write_text(json.dumps(told), encoding="utf-8")
    codes = "\n".join(("#version: 0.2", *_MERGES, ""))
    (path / "bpe.model").write_text(codes, encoding="utf-8")
    (path / "model").mkdir()
    spec = _random_weights()
    spec.register_source_vocabulary(list(WORDS))
    spec.register_target_vocabulary(list(WORDS))
    spec.validate()
    spec.optimize()
    spec.save(str(path / "model"))
    return path


def _random_weights() -> Any:
    """Fill a transformer of one layer with noise; what it translates to means nothing."""
    noise = np.random.default_rng(3)
    spec = TransformerSpec.from_config((1, 1), 2, pre_norm=True)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = noise.normal(size=(rows, columns)).astype("float32")
        layer.bias = np.zeros(rows, "float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(_WIDTH, "float32"), np.zeros(_WIDTH, "float32")

    for side, embeddings in (
        (spec.encoder, spec.encoder.embeddings[0]),
        (spec.decoder, spec.decoder.embeddings),
    ):
        embeddings.weight = noise.normal(size=(len(WORDS), _WIDTH)).astype("float32")
        norm(side.layer_norm)
        for layer in side.layer:
            own, others = layer.self_attention.linear, getattr(layer, "attention", None)
            linear(own[0], 3 * _WIDTH, _WIDTH)
            linear(own[1], _WIDTH, _WIDTH)
            norm(layer.self_attention.layer_norm)
            if others is not None:
                for i, rows in enumerate((_WIDTH, 2 * _WIDTH, _WIDTH)):
                    linear(others.linear[i], rows, _WIDTH)
                norm(others.layer_norm)
            linear(layer.ffn.linear_0, 2 * _WIDTH, _WIDTH)
            linear(layer.ffn.linear_1, _WIDTH, 2 * _WIDTH)
            norm(layer.ffn.layer_norm)
    linear(spec.decoder.projection, len(WORDS), _WIDTH)
    spec.decoder.projection.bias = np.array([-1e4 if word in _NEVER else 0 for word in WORDS], "float32")
    return spec
