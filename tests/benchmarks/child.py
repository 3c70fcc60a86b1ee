"""One job in a process of its own, for its memory and for Argos Translate's own way: prints one JSON object."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from localize import segmentation
from localize.engines.packages import shipped_folder
from localize.glossary import Glossary
from tests.benchmarks.jobs import PAIR, MainJob, bare, sentences_of
from tests.benchmarks.timing import Spent, in_child, peak_memory, spending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def run(job: str, paths: Sequence[Path], scratch: Path) -> tuple[Spent, float]:
    """Start a process for a job of ``JOBS``.

    Args:
        job: Its name.
        paths: Articles.
        scratch: A folder in which Argos Translate may keep what it likes.

    Returns:
        What the job took, and the peak memory of the whole process (MB).
    """
    homes = {name: str(scratch / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    packages = scratch / "packages"
    if not packages.exists():
        shutil.copytree(shipped_folder(), packages)
    printed = in_child(
        "tests.benchmarks.child",
        job,
        *map(str, paths),
        environment={**homes, "ARGOS_PACKAGES_DIR": str(packages)},
    )
    told = json.loads(printed)
    return Spent(told["wall"], told["cpu"]), told["memory"]


class Splitter:
    """A sentencizer for Argos Translate that splits with our rules; its own would be downloaded."""

    def split_sentences(self, text: str) -> list[str]:
        """Split one paragraph."""
        return [text[slice(*span)] for span in segmentation.split(text, PAIR.source)]


def _localize(paths: Sequence[Path]) -> Callable[[], object]:
    job = MainJob()
    return lambda: job.run(paths, Glossary())


def _bare(paths: Sequence[Path]) -> Callable[[], object]:
    return bare(sentences_of(paths))


def _argos(paths: Sequence[Path]) -> Callable[[], object]:
    """Translate with Argos Translate's own API and its own settings, file by file."""
    from argostranslate import translate  # noqa: PLC0415  # makes folders when it is imported

    translation = translate.get_translation_from_codes(*PAIR)
    translation.underlying.sentencizer = Splitter()
    translation.translate("The model is loaded.")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return lambda: [translation.translate(text) for text in texts]


JOBS: dict[str, Callable[[Sequence[Path]], Callable[[], object]]] = {
    "localize": _localize,
    "bare": _bare,
    "argos": _argos,
}
"""By name: made from article files, ready to run, models loaded."""


def main() -> None:
    """Run one job once."""
    name, *paths = sys.argv[1:]
    job = JOBS[name]([Path(path) for path in paths])
    with spending() as spent:
        job()
    print(json.dumps({"wall": spent[0].wall, "cpu": spent[0].cpu, "memory": peak_memory()}))


if __name__ == "__main__":
    main()
