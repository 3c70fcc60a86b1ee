"""Read the decoder of a package as a student to train further, when its training folder is gone.

The weights come back as the package's int8 says, so that what they were between its steps is lost.
"""

# mypy: disable-error-code="import-not-found, import-untyped"

import argparse
import io
import struct
from pathlib import Path

import numpy as np

TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
PARTS = {
    "self_attention/linear_0": ("self_{}q", "self_{}k", "self_{}v"),
    "self_attention/linear_1": ("self_{}o",),
    "attention/linear_0": ("context_{}q",),
    "attention/linear_1": ("context_{}k", "context_{}v"),
    "attention/linear_2": ("context_{}o",),
    "ffn/linear_0": ("ffn_{}1",),
    "ffn/linear_1": ("ffn_{}2",),
}
NORMS = {"self_attention": "self_Wo", "attention": "context_Wo", "ffn": "ffn_ffn"}


def read_model(path: Path) -> dict[str, np.ndarray]:
    """Read the variables of a CTranslate2 model file (binary version 6) by name."""
    data = io.BytesIO(path.read_bytes())

    def number(kind: str) -> int:
        return int(struct.unpack(kind, data.read(struct.calcsize(kind)))[0])

    def text() -> str:
        return data.read(number("<H")).rstrip(b"\0").decode()

    if (version := number("<I")) != 6:
        message = f"{path}: binary version {version}; only 6 is known"
        raise ValueError(message)
    text()
    number("<I")
    variables = {}
    for _ in range(number("<I")):
        name = text()
        shape = [number("<I") for _ in range(number("<B"))]
        kind = TYPES[number("<B")]
        variables[name] = np.frombuffer(data.read(number("<I")), kind).reshape(shape)
    return variables


def read_student(path: Path) -> dict[str, np.ndarray]:
    """Give the decoder of a model file under Marian's names, in float32."""
    variables = read_model(path)
    layers = {name.split("/")[1] for name in variables if name.startswith("decoder/layer_")}
    student: dict[str, np.ndarray] = {}
    for layer in layers:
        scope = f"decoder_l{int(layer.removeprefix('layer_')) + 1}_"
        for part, names in PARTS.items():
            linear = f"decoder/{layer}/{part}"
            rows = variables[f"{linear}/weight"] / variables[f"{linear}/weight_scale"][:, None]
            bias = variables[f"{linear}/bias"]
            for name, weights, biases in zip(
                names, np.split(rows, len(names)), np.split(bias, len(names)), strict=True
            ):
                student[scope + name.format("W")] = np.ascontiguousarray(weights.T, np.float32)
                student[scope + name.format("b")] = biases[None].astype(np.float32)
        for part, name in NORMS.items():
            norm = f"decoder/{layer}/{part}/layer_norm"
            student[f"{scope}{name}_ln_scale"] = variables[f"{norm}/gamma"][None].astype(np.float32)
            student[f"{scope}{name}_ln_bias"] = variables[f"{norm}/beta"][None].astype(np.float32)
    return student


def main() -> None:
    """Write student.npz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="package folder of student_package.py")
    parser.add_argument("out", type=Path, help="student.npz to write")
    options = parser.parse_args()
    np.savez(options.out, allow_pickle=False, **read_student(options.package / "model" / "model.bin"))


if __name__ == "__main__":
    main()
