"""Pairs of source and translation as token ids, in batches of like length."""

# mypy: disable-error-code="import-not-found, import-untyped, no-untyped-call"

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import sentencepiece
import torch

EOS = 0
Pair = tuple[list[int], list[int]]


def read_pairs(path: Path, pieces: sentencepiece.SentencePieceProcessor, longest: int = 110) -> list[Pair]:
    """Read `source<TAB>translation` lines as token ids that end with EOS; empty and very long ones are left out."""
    rows = (line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8"))
    pairs = [([*pieces.encode(row[0]), EOS], [*pieces.encode(row[1]), EOS]) for row in rows if len(row) == 2]
    return [pair for pair in pairs if min(map(len, pair)) > 1 and max(map(len, pair)) <= longest]


def make_batches(pairs: Sequence[Pair], tokens: int) -> list[list[Pair]]:
    """Put pairs of like length together, at most `tokens` of a side with the filling."""
    batches: list[list[Pair]] = []
    widest = 0
    for pair in sorted(pairs, key=lambda pair: (len(pair[1]) + 4 * random.random(), len(pair[0]))):
        longer = max(widest, *map(len, pair))
        if not batches or longer * (len(batches[-1]) + 1) > tokens:
            batches.append([])
            longer = max(map(len, pair))
        batches[-1].append(pair)
        widest = longer
    return batches


def stream(
    folder: Path, pieces: sentencepiece.SentencePieceProcessor, *, first: int, window: int, tokens: int
) -> Iterator[tuple[int, list[Pair]]]:
    """Give batches of `window` chunks after `window` chunks, each with the number of the next chunk.

    Waits for chunks still to come, until a file `end` says that none will. A chunk that has been read is marked by a
    file `*.read` beside it.
    """
    number = first
    while True:
        pairs: list[Pair] = []
        for chunk in (folder / f"{number + i:05}.tsv" for i in range(window)):
            while not chunk.exists():
                if (folder / "end").exists():
                    return
                time.sleep(5)
            pairs += read_pairs(chunk, pieces)
            chunk.with_suffix(".read").touch()
        number += window
        batches = make_batches(pairs, tokens)
        random.shuffle(batches)
        for batch in batches:
            yield number, batch


def pad(sequences: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Give ids (batch, length) filled up with EOS, and the mask of what is no filling."""
    length = max(map(len, sequences))
    ids = torch.full((len(sequences), length), EOS)
    mask = torch.zeros(len(sequences), length, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = True
    return ids, mask
