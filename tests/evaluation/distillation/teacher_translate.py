"""Translate sentences with the teacher in Mozilla's own runtime, one a line, to `source<TAB>translation`."""

# mypy: disable-error-code="import-not-found, import-untyped"

import argparse
from pathlib import Path

from fxtranslate import Translator


def open_teacher(folder: Path) -> Translator:
    """Load the model, vocabulary and shortlist of a folder."""
    vocabulary = next(folder.glob("vocab.*.spm")).read_bytes()
    return Translator(
        next(folder.glob("model.*.bin")).read_bytes(),
        vocabulary,
        vocabulary,
        next(folder.glob("lex.*.bin")).read_bytes(),
    )


def main() -> None:
    """Write one line for every line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "teacher", type=Path, help="folder of the teacher: model.*.bin, vocab.*.spm and lex.*.bin"
    )
    parser.add_argument("sentences", type=Path, help="one sentence a line")
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--column", type=int, default=0, help="column of a tab-separated file (default: %(default)s)"
    )
    options = parser.parse_args()
    teacher = open_teacher(options.teacher)
    with options.sentences.open(encoding="utf-8") as lines, options.out.open("w", encoding="utf-8") as out:
        for line in lines:
            text = line.rstrip("\n").split("\t")[options.column]
            out.write(f"{text}\t{' '.join(teacher.translate(text).split())}\n")


if __name__ == "__main__":
    main()
