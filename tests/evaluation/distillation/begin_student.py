"""Make a first student, which does layer by layer what the teacher does.

Each layer that takes over an SSRU, and the self-attention behind it, learn to give what the SSRU gives for the teacher's
own input. That takes minutes, and needs any translations, the teacher's or another student's.
"""

# mypy: disable-error-code="import-not-found, import-untyped, no-untyped-call"

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from lesson import LOW, low
from marian_model import Network, Tensors, count_layers, read_marian, start_student
from pair_batches import Pair, make_batches, pad, read_pairs
from student_optimiser import Optimiser, Schedule

LEARNING = ("_self_", "_ffn_", "_context_Wo_ln_")


def imitate(network: Network, student: Tensors, layer: int, x: torch.Tensor) -> torch.Tensor:
    """Run the part of the student that stands for one SSRU."""
    x, _ = network.attend(student, f"decoder_l{2 * layer - 1}_self", x, x, None)
    x = network.norm(x, student, f"decoder_l{2 * layer - 1}_context_Wo")
    x = network.feed(student, f"decoder_l{2 * layer - 1}_ffn", x)
    x, _ = network.attend(student, f"decoder_l{2 * layer}_self", x, x, None)
    return x


def unexplained(
    network: Network, teacher: Tensors, student: Tensors, batch: Sequence[Pair], layers: Sequence[int]
) -> list[torch.Tensor]:
    """Give for each SSRU the squared error of what stands for it, as a share of the variance."""
    target, mask = pad([pair[1] for pair in batch])
    entered = network.enter(target)
    with torch.no_grad():
        if layers == [1]:
            states: tuple[torch.Tensor, ...] = (network.recur(teacher, "decoder_l1_rnn", entered),)
        else:
            source, source_mask = pad([pair[0] for pair in batch])
            memory = network.encode(teacher, source, source_mask).to(LOW)
            states = network.decode(teacher, memory, source_mask, target).states
    shares = []
    for layer in layers:
        x = entered if layer == 1 else states[2 * layer - 3]
        wanted = states[2 * layer - 2][mask]
        shares.append((imitate(network, student, layer, x)[mask] - wanted).square().mean() / wanted.var())
    return shares


def main() -> None:
    """Train the layers that stand for SSRUs and write student.npz."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    add = parser.add_argument
    add("teacher", type=Path, help="folder of the teacher: model.*.bin and vocab.*.spm")
    add("pairs", type=Path, nargs="+", help="source<TAB>translation files")
    add("out", type=Path, help="student.npz to write")
    add("--start", type=Path, help="arrays that replace those of the same names in a new student")
    add("--layers", type=int, nargs="+", help="SSRUs to learn, counted from 1; all unless told")
    add("--minutes", type=float, default=10.0, help="time to train")
    add("--rate", type=float, default=2e-3, help="highest learning rate")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    model = read_marian(next(options.teacher.glob("model.*.bin")))
    pieces = sentencepiece.SentencePieceProcessor(str(next(options.teacher.glob("vocab.*.spm"))))
    network = Network.of(model)
    teacher = {name: torch.from_numpy(array) for name, array in model.arrays.items()}
    student = start_student(teacher)
    if options.start:
        arrays = dict(np.load(options.start))
        student |= {name: torch.from_numpy(array.astype(np.float32)) for name, array in arrays.items()}
    layers = options.layers or list(range(1, count_layers(teacher) + 1))
    learning = tuple(f"decoder_l{2 * layer - 1}{part}" for layer in layers for part in LEARNING)
    learning += tuple(f"decoder_l{2 * layer}_self_" for layer in layers)
    weights = {name: weight.requires_grad_() for name, weight in student.items() if name.startswith(learning)}
    mean = {name: weight.detach().clone() for name, weight in weights.items()}
    optimiser, schedule = Optimiser(weights, mean, decay=0.99), Schedule(options.rate)
    batches = make_batches([pair for path in options.pairs for pair in read_pairs(path, pieces)], 3000)
    random.shuffle(batches)
    low_teacher = low(teacher)
    began, steps = time.monotonic(), 0
    trace = np.ones(len(layers))
    while (share := (time.monotonic() - began) / 60 / options.minutes) < 1:
        losses = unexplained(network, low_teacher, low(weights), batches[steps % len(batches)], layers)
        torch.stack(losses).sum().backward()
        optimiser.step(schedule.rate(share, steps))
        steps += 1
        trace += (np.array([loss.item() for loss in losses]) - trace) * max(0.03, 1 / steps)
        if steps % 25 == 0:
            print(f"{steps} steps, unexplained variance", *(f"{value:.4f}" for value in trace), flush=True)
    arrays = {name: weight.detach().numpy() for name, weight in (student | mean).items()}
    np.savez(options.out, allow_pickle=False, **arrays)


if __name__ == "__main__":
    main()
