"""Write a student as an Argos package: a CTranslate2 model in int8, the SentencePiece vocabulary and the metadata."""

# mypy: disable-error-code="import-not-found, import-untyped"

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import sentencepiece
import yaml
from ctranslate2.converters import marian
from ctranslate2.specs import model_spec
from marian_model import Marian, count_layers, read_marian

LANGUAGES = {"en": "English", "pt": "Portuguese"}


def quantise(spec: model_spec.LayerSpec, multipliers: Iterable[float]) -> None:
    """Make every matrix int8, row by row.

    The teacher's own matrices are int8 with one multiplier each. A row that lies on such a grid keeps it and loses
    nothing; other rows get 127 / maximum, as in CTranslate2's own quantisation.
    """
    grids = sorted(set(multipliers))

    def visit(layer: model_spec.LayerSpec, name: str, value: model_spec.Variable) -> None:
        key = name.rsplit("/", 1)[-1]
        if (
            not isinstance(value, model_spec.Variable)
            or value.is_scalar()
            or not hasattr(layer, f"{key}_scale")
        ):
            return
        rows = value.numpy().astype(np.float32)
        highest = np.abs(rows).max(axis=1)
        scales = 127.0 / np.where(highest == 0, 127.0, highest)
        exact = np.zeros(len(rows), dtype=bool)
        for grid in grids:
            scaled = rows * np.float32(grid)
            on_grid = (np.abs(scaled - np.rint(scaled)).max(axis=1) < 1e-3) & (
                np.abs(scaled).max(axis=1) < 127.5
            )
            scales[on_grid & ~exact] = grid
            exact |= on_grid
        whole = np.clip(np.rint(rows * scales[:, None]), -127, 127).astype(np.int8)
        setattr(layer, key, model_spec.NumpyVariable(whole))
        setattr(layer, f"{key}_scale", model_spec.NumpyVariable(scales.astype(np.float32)))

    spec._visit(visit)


def convert(teacher: Marian, student: Mapping[str, np.ndarray], vocabulary: Path, out: Path) -> None:
    """Write the CTranslate2 model of a student whose other weights are the teacher's."""
    config = {
        **teacher.config,
        "transformer-decoder-autoreg": "self-attention",
        "dec-depth": count_layers(student),
    }
    arrays = {k: v for k, v in teacher.arrays.items() if not k.startswith("decoder_l")} | {
        k: v.astype(np.float32) for k, v in student.items()
    }
    text = yaml.safe_dump(config).encode() + b"\0"
    pieces = sentencepiece.SentencePieceProcessor(str(vocabulary))
    tokens = [pieces.id_to_piece(i) for i in range(len(pieces))]
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder) / "student.npz"
        arrays["special:model.yml"] = np.frombuffer(text, dtype=np.int8)
        np.savez(weights, allow_pickle=False, **arrays)
        known, marian.load_vocab = marian.load_vocab, lambda _: tokens
        try:
            spec = marian.MarianConverter(str(weights), ["source", "target"])._load()
        finally:
            marian.load_vocab = known
    spec.validate()
    spec.optimize()
    quantise(spec, teacher.multipliers.values())
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    spec.save(str(out))


def main() -> None:
    """Write the package folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path, help="folder of the teacher: model.*.bin and vocab.*.spm")
    parser.add_argument("student", type=Path, help="student.npz of train_student.py")
    parser.add_argument("out", type=Path, help="package folder to make, such as translate-en_pt-1_2")
    parser.add_argument("--source", default="en", help="language code (default: %(default)s)")
    parser.add_argument("--target", default="pt", help="language code (default: %(default)s)")
    parser.add_argument("--version", default="1.0", help="package version (default: %(default)s)")
    options = parser.parse_args()
    vocabulary = next(options.teacher.glob("vocab.*.spm"))
    teacher = read_marian(next(options.teacher.glob("model.*.bin")))
    convert(teacher, dict(np.load(options.student)), vocabulary, options.out / "model")
    shutil.copyfile(vocabulary, options.out / "sentencepiece.model")
    names = {"from": options.source, "to": options.target}
    metadata: dict[str, object] = {
        "package_version": options.version,
        "argos_version": "1.9",
        "type": "translate",
        "code": f"translate-{options.source}_{options.target}",
    }
    for side, code in names.items():
        metadata |= {f"{side}_code": code, f"{side}_name": LANGUAGES.get(code, code)}
    metadata |= {"links": [], "beam_size": 1}
    (options.out / "metadata.json").write_text(json.dumps(metadata, indent=4) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
