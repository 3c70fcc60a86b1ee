"""Distil a student from a Firefox "tiny" teacher on translations that the student made itself.

The teacher translates nothing here: it reads the student's translation and says, token by token, how it would have
gone on. Chunks of translations come from translate_rounds.py, which may run at the same time: the package it
translates with is renewed from here. What is saved is the running mean of the weights.
"""

# mypy: disable-error-code="import-not-found, import-untyped, no-untyped-call"

import argparse
import random
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from lesson import Lesson, low, rounded
from marian_model import Network, read_marian, start_student
from pair_batches import make_batches, read_pairs, stream
from student_optimiser import Optimiser, Schedule
from student_package import convert


class Course:
    """A student, its teacher, and where both stand."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.out: Path = options.out
        self.package: Path | None = options.package
        self.vocabulary = next(options.teacher.glob("vocab.*.spm"))
        self.pieces = sentencepiece.SentencePieceProcessor(str(self.vocabulary))
        self.teacher = read_marian(next(options.teacher.glob("model.*.bin")))
        network = Network.of(self.teacher)
        whole = {name: torch.from_numpy(array) for name, array in self.teacher.arrays.items()}
        self.lesson, self.exam = Lesson(network, low(whole)), Lesson(network, whole)
        self.dev = make_batches(read_pairs(options.dev, self.pieces)[: options.examined], 1500)
        self.weights = start_student(whole)
        if options.start:
            arrays = dict(np.load(options.start))
            self.weights = {
                name: torch.from_numpy(array.astype(np.float32)) for name, array in arrays.items()
            }
        mean = {name: weight.clone() for name, weight in self.weights.items()}
        self.optimiser = Optimiser(self.weights, mean, decay=options.mean)
        self.chunk: int = options.first
        if options.resume:
            self.resume()
        for weight in self.weights.values():
            weight.requires_grad_(True)

    def parts(self) -> dict[str, dict[str, torch.Tensor]]:
        """Give everything that a checkpoint keeps by name."""
        optimiser = self.optimiser
        return {
            "weights": self.weights,
            "mean": optimiser.mean,
            "first": optimiser.first,
            "second": optimiser.second,
        }

    def resume(self) -> None:
        """Go on from the checkpoint."""
        kept = torch.load(self.out / "checkpoint.pt")
        for name, tensors in self.parts().items():
            tensors.update(kept[name])
        self.optimiser.steps, self.chunk = kept["steps"], kept["chunk"]

    def save(self) -> None:
        """Save student and checkpoint, renew the package, and print how the student does on the development set."""
        mean = self.optimiser.mean
        arrays = {name: weight.numpy() for name, weight in mean.items()}
        np.savez(self.out / "draft.npz", allow_pickle=False, **arrays)
        (self.out / "draft.npz").replace(self.out / "student.npz")
        state = {part: {k: v.detach() for k, v in tensors.items()} for part, tensors in self.parts().items()}
        torch.save(
            {**state, "steps": self.optimiser.steps, "chunk": self.chunk}, self.out / "checkpoint.part"
        )
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")
        print("dev", show(self.exam.examine(mean, self.dev)), flush=True)
        if self.package:
            convert(self.teacher, arrays, self.vocabulary, self.package / "model.new")
            for new in (self.package / "model.new").iterdir():
                new.replace(self.package / "model" / new.name)

    def train(self, options: argparse.Namespace, schedule: Schedule) -> None:
        """Train until the minutes are over or the chunks end."""
        began = saved = time.monotonic()
        trace: dict[str, float] = {}
        tokens = 0
        batches = stream(
            options.rounds, self.pieces, first=self.chunk, window=options.window, tokens=options.tokens
        )
        for step, (chunk, batch) in enumerate(batches):
            minutes = (time.monotonic() - began) / 60
            if minutes >= options.minutes:
                break
            seen = rounded(self.weights) if options.rounded else self.weights
            losses = self.lesson.losses(low(seen), batch)
            inner = options.inner * max(0.0, 1 - minutes / options.inner_minutes)
            shares = {"kl": 1.0, "state": options.state + inner, "inner": inner, "align": options.align}
            torch.stack([share * losses[name] for name, share in shares.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(self.weights.values(), 1.0)
            rate = schedule.rate(minutes / options.minutes, step)
            self.optimiser.step(rate)
            tokens += sum(len(pair[1]) for pair in batch)
            self.chunk = chunk - options.window
            for name, loss in losses.items():
                trace[name] = 0.97 * trace.get(name, loss.item()) + 0.03 * loss.item()
            if step % 25 == 24:
                pace = tokens / (time.monotonic() - began)
                print(
                    f"{step + 1} {minutes:.1f} min",
                    show(trace),
                    f"rate {rate:.6f} {pace:.0f} tokens/s",
                    flush=True,
                )
            if time.monotonic() - saved > 60 * options.save:
                saved = time.monotonic()
                self.save()
        self.chunk += options.window
        self.save()


def show(figures: Mapping[str, float]) -> str:
    """Write figures on one line."""
    return " ".join(f"{name} {value:.4f}" for name, value in figures.items())


def main() -> None:
    """Train for some minutes on one core."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    add = parser.add_argument
    add("teacher", type=Path, help="folder of the teacher: model.*.bin and vocab.*.spm")
    add("rounds", type=Path, help="folder of chunks of translate_rounds.py")
    add("dev", type=Path, help="source<TAB>teacher's translation, of teacher_translate.py")
    add("out", type=Path, help="folder for student.npz and checkpoint.pt")
    add("--start", type=Path, help="student.npz to start from, as of begin_student.py")
    add("--resume", action="store_true", help="go on from OUT/checkpoint.pt")
    add("--package", type=Path, help="package folder whose model is renewed at every checkpoint")
    add("--minutes", type=float, default=60.0, help="time to train")
    add("--rate", type=float, default=2e-4, help="highest learning rate")
    add("--warmup", type=int, default=10, help="steps in which the rate rises")
    add("--decay", type=float, default=0.95, help="share of the time in which the rate falls to 0")
    add("--mean", type=float, default=0.99, help="decay of the running mean of the weights")
    add("--tokens", type=int, default=3000, help="tokens a batch, with filling")
    add("--first", type=int, default=0, help="number of the first chunk")
    add("--window", type=int, default=2, help="chunks batched together")
    add("--examined", type=int, default=300, help="development sentences looked at")
    add("--save", type=float, default=5.0, help="minutes between checkpoints")
    add("--state", type=float, default=0.05, help="share of the last hidden state's error in the loss")
    add("--align", type=float, default=0.3, help="share of the alignment's cross-entropy in the loss")
    add("--rounded", action="store_true", help="round the weights to int8 in every step, as the package will")
    add("--inner", type=float, default=0.1, help="share of the inner states' errors at first")
    add("--inner-minutes", type=float, default=25.0, help="time in which that share falls to 0")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    course = Course(options)
    course.save()
    course.train(options, Schedule(options.rate, options.warmup, options.decay))


if __name__ == "__main__":
    main()
