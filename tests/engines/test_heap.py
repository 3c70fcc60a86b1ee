"""What a model has freed goes back to the system."""

from __future__ import annotations

import ctypes
from pathlib import Path

from localize.engines import heap

BLOCK, BLOCKS = 4096, 8192
"""Bytes, and how many of them: 32 MB, too small each to be taken from the system by itself."""


def held() -> int:
    """Give the bytes of memory that this process has."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def test_freed_memory_below_a_block_that_is_in_use_goes_back_to_the_system() -> None:
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    library.free.argtypes = [ctypes.c_void_p]
    blocks = [library.malloc(BLOCK) for _ in range(BLOCKS)]
    for block in blocks:
        ctypes.memset(block, 1, BLOCK)
    for block in blocks[:-1]:
        library.free(block)
    before = held()
    heap.release()
    assert before - held() > BLOCK * BLOCKS // 2
    library.free(blocks[-1])
