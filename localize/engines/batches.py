"""Which sentences a model translates together: only those that get, to the last bit, what they get alone.

Equal numbers of tokens are always safe. Different ones are padded to the longest, and then a matrix product may take
another way through the processor, add in another order, and end in another word: about once in a thousand sentences.
It takes the same way where the numbers fill the same number of whole vectors, on the processors for which that was
measured; batches are large there even where sentences are few, which saves half of the time of a single article.
"""

from __future__ import annotations

import json
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKENS = 2048
"""Tokens a batch: 4,096 take as much time, and 330 MB instead of 190 in two threads, as each sentence of a batch has a
number for every word of the vocabulary; 1,024 cost 8 % more time and save 50 MB."""
SCORED = 256
"""The same where targets are scored, with such a number for every token of theirs at once: 2,048 took 180 MB more, and no less
time (600 sentences: 4.3 s of the processor, 4.0 s with 256)."""
_VECTOR = 8
"""Floating-point numbers in the shortest vector of AVX; a longer one is a multiple of it."""
_END = 1
"""Tokens that a model adds to a sentence: the mark of its end."""
_LONGEST = 64
"""Tokens up to which it was measured."""
_MEASURED = "4.8."
"""Versions of CTranslate2 with which it was measured, on AMD processors with AVX-512.

Of 564 sentences of 1 to 70 tokens, translated, begun, forced and scored in 8 batches instead of 55, none differs in a
bit of its attention or score. On the same machine held to AVX2 44 of 139 do, so others keep to equal numbers.
"""
_SETTINGS = ("CT2_USE_MKL", "CT2_FORCE_CPU_ISA", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
"""Variables of the environment that lead CTranslate2 another way."""
_CPU = Path("/proc/cpuinfo")


def batches(keys: Sequence[tuple[int, int]], *, most: int = _TOKENS) -> Iterator[list[int]]:
    """Group indexes of equal keys, longest first.

    Args:
        keys: Tokens of a source and of what else is given; a source without tokens is left out.
        most: Tokens a batch; a longer sentence is alone.
    """
    groups: dict[tuple[int, int], list[int]] = {}
    for i, key in enumerate(keys):
        if key[0]:
            groups.setdefault(key, []).append(i)
    for key in sorted(groups, reverse=True):
        size = max(1, most // max(1, sum(key)))
        yield from (groups[key][i : i + size] for i in range(0, len(groups[key]), size))


def padded(tokens: int) -> int:
    """Give the largest number of tokens that a sentence may be padded to without a bit of it changing."""
    if not 0 < tokens <= _LONGEST:
        return tokens
    return (tokens + _END) // _VECTOR * _VECTOR + _VECTOR - 1 - _END


def padding_is_exact(model: Path) -> bool:
    """Tell whether padding was measured for this processor and this kind of model.

    Args:
        model: A CTranslate2 folder. It must say that it adds the mark of the end by itself, as those measured do.
    """
    try:
        told = json.loads((model / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("add_source_eos") is True and _processor_is_known()


@cache
def _processor_is_known() -> bool:
    if any(name in os.environ for name in _SETTINGS) or not version("ctranslate2").startswith(_MEASURED):
        return False
    try:
        told = _CPU.read_text(encoding="ascii", errors="replace").partition("\n\n")[0]
    except OSError:  # no Linux
        return False
    return "AuthenticAMD" in told and " avx512f " in told
